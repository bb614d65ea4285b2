import * as vscode from 'vscode';
import type { AnalysedParams } from '../server/protocol/messages.ts';
import type { Analyses } from './analyses.ts';
import { isEnabled } from './claims-loader.ts';
import type { Server } from './language-client.ts';
import { servedLanguages } from './served.ts';
import type { ShownDocument } from './shown-document.ts';

interface Status {
  readonly text: string;
  /** More words beside the text, such as what went wrong; the extension's name if absent. */
  readonly detail?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
}

/** The one language status item: what was found, and what went wrong, in the document in front. */
export function showStatus(server: Server, shown: ShownDocument, analyses: Analyses): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('sayswho.status', []);
  item.name = vscode.l10n.t('Says Who');

  const update = () => {
    const document = shown.current;
    item.selector = document ? servedLanguages.map(language => ({ language, scheme: document.uri.scheme })) : [];
    if (!document) return;
    const status = statusOf(server, document, analyses.of(document));
    item.text = status.text;
    item.detail = status.detail ?? vscode.l10n.t('Says Who');
    item.severity = status.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = status.busy ?? false;
    item.command = status.command ?? { command: 'sayswho.showLog', title: vscode.l10n.t('Show Log') };
  };
  update();
  return vscode.Disposable.from(
    item,
    shown.onDidChange(update),
    server.onDidChangeState(update),
    analyses.onDidAnalyse(uri => uri === shown.current?.uri.toString() && update()),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration('sayswho.enable') && update()),
  );
}

function statusOf(server: Server, document: vscode.TextDocument, analysed: AnalysedParams | undefined): Status {
  const { Error: error, Warning: warning } = vscode.LanguageStatusSeverity;
  if (server.state === 'stopped')
    return {
      text: vscode.l10n.t('The language server is not running'),
      detail: vscode.l10n.t('Nothing is checked. The log says why.'),
      severity: error,
      command: { command: 'sayswho.restartServer', title: vscode.l10n.t('Restart') },
    };
  if (!isEnabled(document))
    return {
      text: vscode.l10n.t('Turned off'),
      command: { command: 'sayswho.toggle', title: vscode.l10n.t('Turn On') },
    };
  if (server.state === 'starting') return { text: vscode.l10n.t('Starting'), busy: true };
  if (!analysed) return { text: vscode.l10n.t('Reading'), busy: true };
  if (analysed.notRead !== undefined)
    return { text: vscode.l10n.t('Not read'), detail: analysed.notRead, severity: warning };

  const problems = [...analysed.settingProblems];
  if (analysed.failedRules.length > 0)
    problems.push(vscode.l10n.t('Rules that failed: {0}. The log says how.', analysed.failedRules.join(', ')));
  const text = countText(analysed);
  return problems.length > 0 ? { text, detail: problems.join(' '), severity: warning } : { text };
}

/** For example "4 warnings, 12 claims, 5 open". Kinds of findings that do not occur are left out. */
function countText({ counts, claims, open }: AnalysedParams): string {
  const { error, warning } = counts;
  const notes = counts.information + counts.hint;
  const parts = [
    error > 0 && (error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', error)),
    warning > 0 && (warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warning)),
    notes > 0 && (notes === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', notes)),
    error + warning + notes === 0 && vscode.l10n.t('No findings'),
    claims === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims),
    vscode.l10n.t('{0} open', open),
  ];
  return parts.filter(part => part !== false).join(', ');
}
