import * as vscode from 'vscode';
import type { LedgerSource } from '../../../server/protocol/ledger.ts';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { sourceName } from '../../outline/arrangement.ts';
import { sourceDetails } from '../../outline/looks.ts';
import { askSource } from '../../record/ask-source.ts';
import { addressesOf } from '../../record/source-links.ts';
import { targetsOf, titleOf } from '../../record/targets.ts';

/** Adds a source to claims. Those that nobody has judged yet are sourced from then on. */
export const addSource: Command = {
  id: 'sayswho.addSource',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const { document, ids, rows } = targets;
    const known = rows.flatMap(({ item }) => item.sources);
    const source = await askSource(app.server, { document, title: titleOf(targets), known });
    if (!source || (targets.isGroup && !(await isMeantForAll(source, ids.length)))) return;
    if (await app.record.change(document, [{ kind: 'add-source', ids, source }]))
      notice(vscode.l10n.t('Source added: {0}', sourceName(source)));
  },
};

/** Whoever stands on a heading may have had one claim in mind. */
async function isMeantForAll(source: LedgerSource, count: number): Promise<boolean> {
  const yes = vscode.l10n.t('Add to {0}', count);
  const question =
    count === 1
      ? vscode.l10n.t('Add the source “{0}” to 1 claim of the group?', sourceName(source))
      : vscode.l10n.t('Add the source “{0}” to {1} claims of the group?', sourceName(source), count);
  const detail = vscode.l10n.t('You can take the change back.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

/** Takes one of a claim's sources out of the record. */
export const removeSource: Command = {
  id: 'sayswho.removeSource',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    const [row] = targets?.rows ?? [];
    if (!targets || !row) return;
    const { sources, id } = row.item;
    if (sources.length === 0) return notice(vscode.l10n.t('The record names no source for this claim.'));
    const picked = await vscode.window.showQuickPick(
      sources.map((source, index) => ({ label: sourceName(source), detail: sourceDetails(source).join(', '), index })),
      { title: titleOf(targets), placeHolder: vscode.l10n.t('Which source is to be taken out?') },
    );
    if (picked) await app.record.change(targets.document, [{ kind: 'remove-source', ids: [id], index: picked.index }]);
  },
};

/** Opens a page that the record names as the source of a claim, or its copy in an archive. */
export const openSource: Command = {
  id: 'sayswho.openSource',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const addresses = [...new Set(targets.rows.flatMap(({ item }) => item.sources.flatMap(addressesOf)))];
    if (addresses.length === 0) return notice(vscode.l10n.t('The record names no web address for this claim.'));
    const address =
      addresses.length === 1
        ? addresses[0]
        : await vscode.window.showQuickPick(addresses, {
            title: titleOf(targets),
            placeHolder: vscode.l10n.t('Which source is to be opened?'),
          });
    if (address) await vscode.env.openExternal(vscode.Uri.parse(address));
  },
};
