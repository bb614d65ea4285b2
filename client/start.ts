import * as vscode from 'vscode';
import { collectAnalyses } from './analyses.ts';
import { loadClaims, requestClaims } from './claims-loader.ts';
import { claimLabel } from './claims-wording.ts';
import { registerCommands } from './commands/index.ts';
import { serveChanges } from './commands/record/show-change.ts';
import { serveFiles } from './files.ts';
import { type CreateClient, connect } from './language-client.ts';
import { decorateClaims } from './outline/decorations.ts';
import { rowLabel } from './outline/looks.ts';
import { rememberPreferences } from './outline/preferences.ts';
import { showProgressLenses } from './outline/progress-lens.ts';
import { showRecordOnHover } from './outline/record-hover.ts';
import { showSpeakers } from './outline/speakers-view.ts';
import { showOutline } from './outline/view.ts';
import { guardOutsideFiles } from './outside-files.ts';
import { recordOfChecking } from './record/record.ts';
import { serveRulePages } from './rule-pages.ts';
import { followActiveEditor } from './shown-document.ts';
import { showStatus } from './status-item.ts';

/** What `vscode.extensions.getExtension('sayswho.sayswho').activate()` resolves to, for other extensions and for tests. */
export interface Api {
  /** Settles when the language server answers; rejects with the reason where it cannot be started. */
  readonly whenReady: Promise<void>;
  /** The claims of the document in front, in order; none where no draft is in front. */
  claims(): Promise<readonly ClaimSummary[]>;
  /** The same claims as the record of checking has them, what the text does not hold any more at the end. */
  record(): Promise<readonly RecordSummary[]>;
}

export interface RecordSummary {
  readonly label: string;
  /** `unchecked`, `needs-source`, `sourced`, `verified`, `disputed`, `cut`, `opinion` or `let-stand`. */
  readonly status: string;
  /** True where the text changed after it was signed off. */
  readonly stale: boolean;
  readonly settled: boolean;
}

export interface ClaimSummary {
  /** The sentence, on one line and without markup. */
  readonly label: string;
  /** `open`, `vague`, `placeholder`, `sourced` or `noted`; later versions may add others. */
  readonly state: string;
  /** Zero-based line on which the sentence starts, as in `vscode.Position`. */
  readonly line: number;
}

/** Puts the client together. The two platforms differ only in how they reach the server. */
export function start(context: vscode.ExtensionContext, createClient: CreateClient): Api {
  const log = vscode.window.createOutputChannel('Says Who', { log: true });
  const server = connect(context, log, createClient);
  const shown = followActiveEditor();
  const analyses = collectAnalyses(server);
  const record = recordOfChecking(server);
  const loader = loadClaims(server, shown, analyses, record);
  const preferences = rememberPreferences(context.workspaceState);
  const outline = showOutline(loader, shown, analyses, preferences);
  context.subscriptions.push(
    log,
    server,
    shown,
    analyses,
    loader,
    serveFiles(server),
    guardOutsideFiles(server, context),
    record,
    preferences,
    outline,
    showSpeakers(loader),
    decorateClaims(context.extensionUri, loader),
    showProgressLenses(loader),
    showRecordOnHover(loader),
    serveChanges(),
    showStatus(server, shown, analyses, loader),
    serveRulePages(context.extensionUri),
    registerCommands({ context, log, server, shown, loader, outline, preferences, record }),
  );

  const whenReady = server.start();
  // Whoever waits for it sees the failure; the log and the status item have it in any case.
  whenReady.catch(() => undefined);
  return {
    whenReady,
    claims: async () => {
      await whenReady;
      const result = shown.current && (await requestClaims(server, shown.current));
      if (!result) return [];
      return result.sections
        .flatMap(({ claims }) => claims)
        .map(claim => ({ label: claimLabel(claim), state: claim.state, line: claim.range.start.line }));
    },
    record: async () => {
      await whenReady;
      const result = shown.current && (await record.of(shown.current));
      if (!result) return [];
      return [...result.items, ...result.orphans].map(item => ({
        label: rowLabel({ item }),
        status: item.status,
        stale: item.stale,
        settled: item.settled,
      }));
    },
  };
}
