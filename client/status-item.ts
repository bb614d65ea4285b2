import * as vscode from 'vscode';
import type { LedgerResult } from '../server/protocol/ledger.ts';
import type { AnalysedParams } from '../server/protocol/messages.ts';
import type { Analyses } from './analyses.ts';
import { type ClaimsLoader, isEnabled } from './claims-loader.ts';
import type { Server } from './language-client.ts';
import { progressText } from './outline/view.ts';
import { servedLanguages } from './served.ts';
import type { ShownDocument } from './shown-document.ts';

interface Status {
  readonly text: string;
  /** A few more words, since VS Code neither wraps nor shortens them; the extension's name if absent. */
  readonly detail?: string;
  /** The same in full, for screen readers; text and detail if absent. */
  readonly spoken?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
}

/** The one language status item: what was found, and what went wrong, in the document in front. */
export function showStatus(
  server: Server,
  shown: ShownDocument,
  analyses: Analyses,
  loader: ClaimsLoader,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('sayswho.status', []);
  item.name = vscode.l10n.t('Says Who');

  const update = () => {
    const document = shown.current;
    item.selector = document ? servedLanguages.map(language => ({ language, scheme: document.uri.scheme })) : [];
    if (!document) return;
    const { record, document: loaded } = loader.current;
    const status = statusOf(server, document, analyses.of(document), loaded === document ? record : undefined);
    item.text = status.text;
    item.detail = status.detail ?? vscode.l10n.t('Says Who');
    item.accessibilityInformation = { label: status.spoken ?? `${item.text}, ${item.detail}` };
    item.severity = status.severity ?? vscode.LanguageStatusSeverity.Information;
    item.busy = status.busy ?? false;
    item.command = status.command ?? { command: 'sayswho.showLog', title: vscode.l10n.t('Show Log') };
  };
  update();
  return vscode.Disposable.from(
    item,
    shown.onDidChange(update),
    server.onDidChangeState(update),
    analyses.onDidChange(uri => uri === shown.current?.uri.toString() && update()),
    loader.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration('sayswho.enable') && update()),
  );
}

function statusOf(
  server: Server,
  document: vscode.TextDocument,
  analysed: AnalysedParams | undefined,
  record: LedgerResult | undefined,
): Status {
  if (server.state === 'stopped')
    return {
      text: vscode.l10n.t('Not running'),
      detail: vscode.l10n.t('The language server of Says Who has stopped.'),
      severity: vscode.LanguageStatusSeverity.Error,
      command: { command: 'sayswho.restartServer', title: vscode.l10n.t('Restart') },
    };
  if (!isEnabled(document))
    return {
      text: vscode.l10n.t('Turned off'),
      command: { command: 'sayswho.toggle', title: vscode.l10n.t('Turn On') },
    };
  if (server.state === 'starting') return { text: vscode.l10n.t('Starting'), busy: true };
  if (!analysed) return { text: vscode.l10n.t('Reading'), busy: true };
  if (analysed.notRead !== undefined) return withProblem(vscode.l10n.t('Not read'), analysed.notRead);
  const counts = countText(analysed);
  const progress = record?.state === 'ok' ? progressText(record.progress.settled, record.progress.total) : '';
  const text = progress === '' ? counts : `${counts}, ${progress}`;
  // The counts give way, so that there is room to read what is the matter.
  if (record && isOutOfOrder(record)) return recordProblem(record);
  const { failedRules, modelProblems, settingProblems } = analysed;
  // Without its models, “No findings, 0 claims” would say something of the draft.
  if (modelProblems.length > 0)
    return {
      ...withProblem(vscode.l10n.t('Not fully read'), vscode.l10n.t('models are damaged: install Says Who again')),
      spoken: modelProblems.join(' '),
    };
  if (failedRules.length > 0) return withProblem(text, vscode.l10n.t('failed: {0}', failedRules.join(', ')));
  if (settingProblems.length > 0) return withProblem(wrongSettings(settingProblems.length), settingProblems.join(' '));
  if (analysed.foreign === 0) return { text };
  // Without this, a draft in another language would look like one in which nothing was found.
  const foreign = vscode.l10n.t('not in English: {0}', paragraphs(analysed.foreign));
  return { ...withProblem(text, foreign), severity: vscode.LanguageStatusSeverity.Information };
}

/** A record that is there and takes no change: with the view out of sight, nothing else would say why nothing is marked. */
const isOutOfOrder = ({ state }: LedgerResult): boolean => /^(?:conflict|unreadable|failed)$/.test(state);

const recordProblem = ({ message = '' }: LedgerResult): Status => ({
  ...withProblem(vscode.l10n.t('Record of checking'), message),
  command: { command: 'sayswho.showClaims', title: vscode.l10n.t('Show Claims') },
});

const wrongSettings = (count: number): string =>
  count === 1 ? vscode.l10n.t('A setting is wrong') : vscode.l10n.t('{0} settings are wrong', count);

const paragraphs = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 paragraph') : vscode.l10n.t('{0} paragraphs', count);

/** As many characters as fit into VS Code's list of states beside a command. */
const longest = 60;

/** A problem is cut off where there is no room; the log has it in full, and so have screen readers. */
function withProblem(text: string, problem: string): Status {
  const room = longest - text.length;
  const detail = problem.length > room ? `${problem.slice(0, room - 1).trimEnd()}…` : problem;
  return { text, detail, spoken: `${text}. ${problem}`, severity: vscode.LanguageStatusSeverity.Warning };
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
