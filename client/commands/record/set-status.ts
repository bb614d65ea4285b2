import * as vscode from 'vscode';
import {
  type LedgerChange,
  type LedgerStatus,
  type LetStandReason,
  ledgerStatuses,
  letStandReasons,
} from '../../../server/protocol/ledger.ts';
import type { App, Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { reasonName, statusLook, statusName } from '../../outline/looks.ts';
import { type Targets, targetsOf, titleOf } from '../../record/targets.ts';
import { askNote } from './edit-note.ts';

/** Asks for the status of the claims under the cursor or selected in the view. */
const setStatus: Command = {
  id: 'sayswho.setStatus',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const picked = await vscode.window.showQuickPick(
      ledgerStatuses.map(status => {
        const { icon, name, meaning } = statusLook(status);
        return { label: `$(${icon}) ${name}`, detail: meaning, status };
      }),
      { title: titleOf(targets), placeHolder: vscode.l10n.t('How does it stand?'), matchOnDetail: true },
    );
    if (picked) await give(app, targets, picked.status);
  },
};

const marking = (id: string, status: LedgerStatus): Command => ({
  id,
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (targets) await give(app, targets, status);
  },
});

/** A command for each status, and one that asks. */
export const setStatusCommands: readonly Command[] = [
  setStatus,
  marking('sayswho.markUnchecked', 'unchecked'),
  marking('sayswho.markNeedsSource', 'needs-source'),
  marking('sayswho.markSourced', 'sourced'),
  marking('sayswho.markVerified', 'verified'),
  marking('sayswho.markDisputed', 'disputed'),
  marking('sayswho.markCut', 'cut'),
  marking('sayswho.markOpinion', 'opinion'),
  marking('sayswho.markLetStand', 'let-stand'),
];

async function give({ record }: App, targets: Targets, status: LedgerStatus): Promise<void> {
  const { document } = targets;
  const ids = targets.isGroup ? waitingFor(targets, status) : targets.ids;
  if (ids.length === 0) return notice(vscode.l10n.t('Every claim of the group has that status already.'));
  if (targets.isGroup && !(await isConfirmed(ids.length, status))) return;
  const reason = status === 'let-stand' ? await askReason(targets) : undefined;
  if (status === 'let-stand' && !reason) return;
  const note =
    reason === 'other' ? await askNote(targets, vscode.l10n.t('What is the reason? It is kept as a note.')) : '';
  if (note === undefined) return;
  const changes: LedgerChange[] = [{ kind: 'status', ids, status, ...(reason && { reason }) }];
  if (note !== '') changes.push({ kind: 'note', ids, note });
  if (await record.change(document, changes))
    notice(
      ids.length === 1
        ? vscode.l10n.t('Claim: {0}', statusName(status))
        : vscode.l10n.t('{0} claims: {1}', ids.length, statusName(status)),
    );
}

/** In a group, what has the status already is left alone: the word of whoever gave it is not written over by the way. */
const waitingFor = ({ rows }: Targets, status: LedgerStatus): readonly string[] =>
  rows.flatMap(({ item }) => (item.status === status && !item.stale && !item.altered ? [] : [item.id]));

async function isConfirmed(count: number, status: LedgerStatus): Promise<boolean> {
  const yes = vscode.l10n.t('Change {0}', count);
  const name = statusName(status);
  const question =
    count === 1
      ? vscode.l10n.t('Give 1 claim of the group the status “{0}”?', name)
      : vscode.l10n.t('Give {0} claims of the group the status “{1}”?', count, name);
  const detail = vscode.l10n.t('Those that have it already stay as they are. You can take the change back.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

async function askReason(targets: Targets): Promise<LetStandReason | undefined> {
  const picked = await vscode.window.showQuickPick(
    letStandReasons.map(reason => ({ label: reasonName(reason), reason })),
    { title: titleOf(targets), placeHolder: vscode.l10n.t('Why may it stand without a source?') },
  );
  return picked?.reason;
}
