import * as vscode from 'vscode';
import {
  type AskLedgerParams,
  type ChangeLedgerParams,
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerChange,
  type LedgerChangedParams,
  type LedgerDelta,
  type LedgerRefusal,
  type LedgerResult,
  ledgerChangedNotification,
  ledgerRequest,
} from '../../server/protocol/ledger.ts';
import { withLedgerDelta } from '../../server/protocol/ledger-delta.ts';
import type { DocumentParams } from '../../server/protocol/messages.ts';
import { holdAnswers } from '../held-answers.ts';
import type { Server } from '../language-client.ts';
import { notice } from '../notice.ts';
import { keepWays } from './ways.ts';

/** The record of checking as the commands see it: the server keeps it, this asks and remembers the way back. */
export interface RecordOfChecking extends vscode.Disposable {
  /** Fires with the address of a draft whose record has changed, here or elsewhere. */
  readonly onDidChange: vscode.Event<string>;
  of(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<LedgerResult | null>;
  /** Makes changes, all or none; true if they are on the disk. A refusal is shown. */
  change(document: vscode.TextDocument, changes: readonly LedgerChange[]): Promise<boolean>;
  /** Keeps the way back from changes that were made otherwise. */
  remember(document: vscode.TextDocument, inverse: readonly LedgerChange[]): void;
  /** Takes the last change of this window back. */
  undo(document: vscode.TextDocument): Promise<void>;
  /** Makes the change again that was taken back last, as long as nothing else was changed since. */
  redo(document: vscode.TextDocument): Promise<void>;
  /** Asks the server something about the record of a draft that it may refuse; undefined where it was refused, which is shown. */
  ask<Answer>(
    method: string,
    document: vscode.TextDocument,
    more?: object,
  ): Promise<Exclude<Answer, LedgerRefusal> | undefined>;
}

export function recordOfChecking({ client }: Server): RecordOfChecking {
  const changed = new vscode.EventEmitter<string>();
  const answers = holdAnswers<LedgerResult, LedgerDelta>(withLedgerDelta);
  const ways = keepWays();
  const paramsOf = ({ uri }: vscode.TextDocument): DocumentParams => ({
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });

  async function send(
    document: vscode.TextDocument,
    changes: readonly LedgerChange[],
    checker?: string,
  ): Promise<readonly LedgerChange[] | undefined> {
    const params: ChangeLedgerParams = { ...paramsOf(document), changes, ...(checker ? { checker } : {}) };
    const result = await client.sendRequest<ChangeLedgerResult>(changeLedgerRequest, params);
    if (result.kind === 'refused') {
      void refused(document, result);
      return undefined;
    }
    changed.fire(document.uri.toString());
    return result.inverse;
  }

  const of: RecordOfChecking['of'] = (document, token) =>
    answers.ask(document.uri.toString(), held => {
      const params: AskLedgerParams = { ...paramsOf(document), ...held };
      return client.sendRequest<LedgerResult | LedgerDelta | null>(ledgerRequest, params, token);
    });

  /** Nobody can go on as if nothing were the matter, so that this is no mere notice. What can be done about it is offered. */
  async function refused(document: vscode.TextDocument, { message }: LedgerRefusal): Promise<void> {
    const { state, canSetAside } = (await of(document).catch(() => null)) ?? { state: 'failed', canSetAside: false };
    const offers = [
      ...(state === 'conflict'
        ? [{ title: vscode.l10n.t('Resolve Conflicts…'), command: 'sayswho.resolveConflicts' }]
        : []),
      ...(canSetAside ? [{ title: vscode.l10n.t('Set Aside…'), command: 'sayswho.setAsideRecord' }] : []),
      ...(state === 'conflict' || state === 'unreadable'
        ? [{ title: vscode.l10n.t('Open the Record'), command: 'sayswho.openRecord' }]
        : []),
    ];
    const picked = await vscode.window.showWarningMessage(message, ...offers);
    if (picked) await vscode.commands.executeCommand(picked.command);
  }

  const listeners = vscode.Disposable.from(
    changed,
    client.onNotification(ledgerChangedNotification, ({ uri }: LedgerChangedParams) =>
      // The server may write an address differently; VS Code's own form is the key.
      changed.fire(vscode.Uri.parse(uri).toString()),
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      ways.forget(uri.toString());
      answers.forget(uri.toString());
    }),
  );
  return {
    onDidChange: changed.event,
    of,
    async change(document, changes) {
      const checker = await checkerOf(document);
      if (checker === undefined) return false;
      const inverse = await send(document, changes, checker);
      if (!inverse) return false;
      ways.remember(document.uri.toString(), inverse);
      return true;
    },
    remember: ({ uri }, inverse) => ways.remember(uri.toString(), inverse),
    async undo(document) {
      const count = await ways.undo(document.uri.toString(), way => send(document, way));
      tell(count, vscode.l10n.t('There is no change of the record to undo.'));
    },
    async redo(document) {
      const count = await ways.redo(document.uri.toString(), way => send(document, way));
      tell(count, vscode.l10n.t('There is no change of the record to make again.'));
    },
    async ask(method, document, more) {
      type Answered = { readonly kind: 'ok' } | LedgerRefusal;
      const answer = await client.sendRequest<Answered>(method, { ...paramsOf(document), ...more });
      if (answer.kind === 'refused') {
        void refused(document, answer);
        return undefined;
      }
      changed.fire(document.uri.toString());
      // What is not refused is the answer that the caller names.
      return answer as never;
    },
    dispose: () => listeners.dispose(),
  };
}

/** Says how many claims were changed back or forth, or that there was nothing to do. A refusal was shown already. */
function tell(count: number | undefined, nothing: string): void {
  if (count === undefined) notice(nothing);
  else if (count === 1) notice(vscode.l10n.t('1 claim is as it was before'));
  else if (count > 1) notice(vscode.l10n.t('{0} claims are as they were before', count));
}

/** Whose word the record takes: asked for once, and kept in the settings; undefined where the question was dismissed. */
async function checkerOf(document: vscode.TextDocument): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('sayswho', document);
  const known = settings.get('ledger.checker', '');
  if (known !== '') return known;
  const given = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who Is Checking?'),
    prompt: vscode.l10n.t('Your name or initials stand in the record beside what you check.'),
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? vscode.l10n.t('Give a name or initials.') : undefined),
  });
  const name = given?.trim();
  if (!name) return undefined;
  await settings.update('ledger.checker', name, vscode.ConfigurationTarget.Global);
  return name;
}
