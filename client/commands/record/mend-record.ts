import * as vscode from 'vscode';
import {
  adoptLedgerRequest,
  type ChangeLedgerResult,
  type LedgerConflict,
  type LedgerConflictSide,
  resolveLedgerRequest,
  type SetAsideLedgerResult,
  setAsideLedgerRequest,
} from '../../../server/protocol/ledger.ts';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { statusName } from '../../outline/looks.ts';
import { ownWords } from '../../record/conflict.ts';

/** Opens the record itself, which is text. */
export const openRecord: Command = {
  id: 'sayswho.openRecord',
  run: async ({ loader }) => {
    const { record } = loader.current;
    if (!record?.recordUri || record.state === 'none')
      return notice(vscode.l10n.t('There is no record yet: it is made when a claim gets its first status.'));
    await vscode.window.showTextDocument(vscode.Uri.parse(record.recordUri), { viewColumn: vscode.ViewColumn.Beside });
  },
};

/** Takes the last change of the record in this window back. */
export const undoRecordChange: Command = {
  id: 'sayswho.undoRecordChange',
  run: ({ record, shown }) => shown.current && record.undo(shown.current),
};

/** Makes the change again that was taken back last. */
export const redoRecordChange: Command = {
  id: 'sayswho.redoRecordChange',
  run: ({ record, shown }) => shown.current && record.redo(shown.current),
};

/** Asks for each entry that a merge left in two versions which one is to be kept. */
export const resolveConflicts: Command = {
  id: 'sayswho.resolveConflicts',
  run: async ({ loader, record }) => {
    const { document, record: shown } = loader.current;
    const conflicts = shown?.conflicts ?? [];
    if (!document || conflicts.length === 0) return notice(vscode.l10n.t('The record has no conflicts.'));
    const choices: { id: string; take: 'ours' | 'theirs' }[] = [];
    for (const [index, conflict] of conflicts.entries()) {
      const take = await askSide(conflict, index, conflicts.length);
      // Nothing is written before every question is answered.
      if (!take) return;
      choices.push({ id: conflict.id, take });
    }
    if (await record.ask<ChangeLedgerResult>(resolveLedgerRequest, document, { choices }))
      notice(vscode.l10n.t('The conflicts of the record are resolved.'));
  },
};

async function askSide(conflict: LedgerConflict, index: number, count: number): Promise<'ours' | 'theirs' | undefined> {
  const { ours, theirs } = conflict;
  const side = (take: 'ours' | 'theirs', version: LedgerConflictSide | undefined) => ({
    label: version ? statusName(version.status) : vscode.l10n.t('Leave it out'),
    description: version?.label ?? '',
    detail: version ? ownWords(version, take === 'ours' ? theirs : ours).join(' · ') : '',
    take,
  });
  const picked = await vscode.window.showQuickPick([side('ours', ours), side('theirs', theirs)], {
    title: vscode.l10n.t('Conflict {0} of {1}', index + 1, count),
    placeHolder: conflict.text,
    ignoreFocusOut: true,
  });
  return picked?.take;
}

/** Renames a damaged record and starts a new one with what can still be read. */
export const setAsideRecord: Command = {
  id: 'sayswho.setAsideRecord',
  run: async ({ loader, record }) => {
    const { document, record: shown } = loader.current;
    if (!document || !shown?.canSetAside) return notice(vscode.l10n.t('The record is not damaged.'));
    const yes = vscode.l10n.t('Set Aside');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Set the damaged record aside?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          'The file is renamed and kept. A new record starts with every entry that can still be read.',
        ),
      },
      yes,
    );
    if (answer !== yes) return;
    const done = await record.ask<SetAsideLedgerResult>(setAsideLedgerRequest, document);
    if (done) void vscode.window.showInformationMessage(done.message);
  },
};

/** Takes over the record of a draft that was renamed. */
export const adoptRecord: Command = {
  id: 'sayswho.adoptRecord',
  run: async ({ loader, record }) => {
    const { document, record: shown } = loader.current;
    const candidates = shown?.adoptable ?? [];
    if (!document || candidates.length === 0)
      return notice(vscode.l10n.t('No record without its draft lies beside this one.'));
    const picked = await vscode.window.showQuickPick(
      candidates.map(recordUri => ({ label: vscode.workspace.asRelativePath(vscode.Uri.parse(recordUri)), recordUri })),
      { placeHolder: vscode.l10n.t('Which record is that of this draft?') },
    );
    if (picked && (await record.ask<ChangeLedgerResult>(adoptLedgerRequest, document, { recordUri: picked.recordUri })))
      notice(vscode.l10n.t('The record now belongs to this draft.'));
  },
};
