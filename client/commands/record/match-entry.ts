import * as vscode from 'vscode';
import type { LedgerItem } from '../../../server/protocol/ledger.ts';
import type { App, Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { isByHand, rowDescription, rowLabel } from '../../outline/looks.ts';
import { type Targets, targetsOf, titleOf } from '../../record/targets.ts';

/** A command about claims in a certain state; says so where none is in it. */
const about = (
  id: string,
  holds: (item: LedgerItem) => boolean,
  otherwise: () => string,
  run: (app: App, targets: Targets) => Promise<unknown>,
): Command => ({
  id,
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const rows = targets.rows.filter(({ item }) => holds(item));
    if (rows.length === 0) return notice(otherwise());
    await run(app, { ...targets, rows, ids: rows.map(({ item }) => item.id) });
  },
});

const isUncertain = ({ anchor }: LedgerItem): boolean => anchor === 'uncertain';
const isOrphan = ({ anchor }: LedgerItem): boolean => anchor === 'orphaned';
/** What the text does not hold any more, or what is on the list only because somebody put it there. */
const canGo = (item: LedgerItem): boolean => isOrphan(item) || isByHand(item);
const noneToRemove = () =>
  vscode.l10n.t('This claim stands in the text, and nobody put it on the list by hand. Mark it as unchecked instead.');
const noneUncertain = () => vscode.l10n.t('The record is certain about this claim.');
const noneOrphaned = () => vscode.l10n.t('This claim stands in the text.');

export const matchCommands: readonly Command[] = [
  about('sayswho.confirmMatch', isUncertain, noneUncertain, (app, { document, rows }) =>
    app.record.change(
      document,
      rows.flatMap(({ item: { id, claimId } }) =>
        claimId === undefined ? [] : [{ kind: 'attach' as const, id, claimId }],
      ),
    ),
  ),
  about('sayswho.undoMatch', isUncertain, noneUncertain, (app, { document, ids }) =>
    app.record.change(document, [{ kind: 'detach', ids }]),
  ),
  about('sayswho.findAgain', isOrphan, noneOrphaned, findAgain),
  about('sayswho.removeFromRecord', canGo, noneToRemove, (app, { document, ids }) =>
    app.record.change(document, [{ kind: 'remove', ids }]),
  ),
];

/** Asks which claim of the text an entry speaks of. */
async function findAgain({ loader, record }: App, targets: Targets): Promise<void> {
  const [orphan] = targets.rows;
  const candidates = (loader.current.rows?.rows ?? []).filter(({ item }) => item.claimId !== undefined);
  const picked = await vscode.window.showQuickPick(
    candidates.map(row => ({ label: rowLabel(row), description: rowDescription(row), row })),
    { title: titleOf(targets), placeHolder: vscode.l10n.t('Which claim has it become?'), matchOnDescription: true },
  );
  const claimId = picked?.row.item.claimId;
  if (orphan && claimId !== undefined)
    await record.change(targets.document, [{ kind: 'attach', id: orphan.item.id, claimId }]);
}
