import * as vscode from 'vscode';
import type { LedgerChange, LedgerSource } from '../../../server/protocol/ledger.ts';
import type { Command } from '../../app.ts';
import type { Server } from '../../language-client.ts';
import { notice } from '../../notice.ts';
import { sourceName } from '../../outline/arrangement.ts';
import { pickWork } from '../../pick-work.ts';
import { targetsOf } from '../../record/targets.ts';
import { titleOf } from './set-status.ts';

interface Way extends vscode.QuickPickItem {
  /** Asks for what is missing; undefined where the question was dismissed. */
  readonly ask: () => Promise<LedgerSource | undefined>;
}

/** Adds a source to claims. Those that nobody has judged yet are sourced from then on. */
export const addSource: Command = {
  id: 'sayswho.addSource',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const way = await vscode.window.showQuickPick(ways(app.server, targets.document), {
      title: titleOf(targets),
      placeHolder: vscode.l10n.t('What is the source?'),
      matchOnDetail: true,
    });
    const source = await way?.ask();
    if (!source) return;
    const { document, ids, rows } = targets;
    const waiting = rows.flatMap(({ item }) => (/^(?:unchecked|needs-source)$/.test(item.status) ? [item.id] : []));
    const changes: LedgerChange[] = [{ kind: 'add-source', ids, source }];
    if (waiting.length > 0) changes.push({ kind: 'status', ids: waiting, status: 'sourced' });
    if (await app.record.change(document, changes)) notice(vscode.l10n.t('Source added: {0}', sourceName(source)));
  },
};

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
      sources.map((source, index) => ({
        label: sourceName(source),
        detail: source.url ?? source.contact ?? '',
        index,
      })),
      { title: titleOf(targets), placeHolder: vscode.l10n.t('Which source is to be taken out?') },
    );
    if (picked) await app.record.change(targets.document, [{ kind: 'remove-source', ids: [id], index: picked.index }]);
  },
};

const ways = (server: Server, document: vscode.TextDocument): Way[] => [
  {
    label: `$(globe) ${vscode.l10n.t('Web Address…')}`,
    detail: vscode.l10n.t('A page, with the day on which you looked at it.'),
    ask: async () => withUrl(await askUrl()),
  },
  {
    label: `$(clippy) ${vscode.l10n.t('Web Address on the Clipboard')}`,
    detail: vscode.l10n.t('Only now is the clipboard read.'),
    ask: async () => {
      const text = (await vscode.env.clipboard.readText()).trim();
      if (problemWithUrl(text) === undefined) return withUrl(text);
      notice(vscode.l10n.t('There is no web address on the clipboard.'));
      return undefined;
    },
  },
  {
    label: `$(library) ${vscode.l10n.t('Key in the Bibliography…')}`,
    detail: vscode.l10n.t('A work from the bibliography of the draft.'),
    ask: async () => {
      const key = await pickWork(server, document, vscode.l10n.t('Key in the Bibliography'));
      return key === undefined ? undefined : { key };
    },
  },
  {
    label: `$(person) ${vscode.l10n.t('Person…')}`,
    detail: vscode.l10n.t('Somebody who was asked, and how you reached them.'),
    ask: async () => {
      const person = await askFor(vscode.l10n.t('Who was asked?'));
      if (!person) return undefined;
      const contact = await vscode.window.showInputBox({
        prompt: vscode.l10n.t('How and when were they reached? May be empty.'),
      });
      return contact === undefined ? undefined : { person, ...(contact.trim() && { contact: contact.trim() }) };
    },
  },
  {
    label: `$(file) ${vscode.l10n.t('Document…')}`,
    detail: vscode.l10n.t('A document without an address: its title, date and place.'),
    ask: async () => {
      const document = await askFor(vscode.l10n.t('Which document?'));
      return document === undefined ? undefined : { document };
    },
  },
];

const withUrl = (url: string | undefined): LedgerSource | undefined =>
  url === undefined ? undefined : { url, accessed: today() };

const askUrl = async (): Promise<string | undefined> =>
  (
    await vscode.window.showInputBox({
      prompt: vscode.l10n.t('The address of the page'),
      placeHolder: 'https://',
      validateInput: value => (value.trim() === '' ? undefined : problemWithUrl(value.trim())),
    })
  )?.trim() || undefined;

const askFor = async (prompt: string): Promise<string | undefined> =>
  (await vscode.window.showInputBox({ prompt }))?.trim() || undefined;

function problemWithUrl(text: string): string | undefined {
  return /^https?:\/\/[^\s/]+\.\S+$/i.test(text)
    ? undefined
    : vscode.l10n.t('Give a whole address that starts with http:// or https://.');
}

/** The day here and now, as the record writes it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
