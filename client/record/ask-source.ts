import * as vscode from 'vscode';
import type { LedgerSource } from '../../server/protocol/ledger.ts';
import type { Server } from '../language-client.ts';
import { notice } from '../notice.ts';
import { pickWork } from '../pick-work.ts';
import { archivedPage, isAddress } from './source-links.ts';

/** What a source is asked for. */
export interface Wanted {
  readonly document: vscode.TextDocument;
  /** The claim in its own words, or how many there are: the title of every question. */
  readonly title: string;
  /** What the record names already; a copy in an archive may be of one of them. */
  readonly known: readonly LedgerSource[];
}

interface Way extends vscode.QuickPickItem {
  /** Asks for what is missing; undefined where the question was dismissed. */
  readonly ask: () => Promise<LedgerSource | undefined>;
}

/** Asks for a source of any kind; undefined where a question was dismissed. */
export async function askSource(server: Server, wanted: Wanted): Promise<LedgerSource | undefined> {
  const way = await vscode.window.showQuickPick(waysTo(server, wanted), {
    title: wanted.title,
    placeHolder: vscode.l10n.t('What is the source?'),
    matchOnDetail: true,
  });
  return way?.ask();
}

const waysTo = (server: Server, { document, title, known }: Wanted): Way[] => [
  {
    label: `$(globe) ${vscode.l10n.t('Web Address…')}`,
    detail: vscode.l10n.t('A page, with the day on which you looked at it.'),
    ask: async () => page(await askAddress(title, vscode.l10n.t('The address of the page'))),
  },
  {
    label: `$(clippy) ${vscode.l10n.t('Web Address on the Clipboard')}`,
    detail: vscode.l10n.t('Only now is the clipboard read.'),
    ask: async () => {
      const text = (await vscode.env.clipboard.readText()).trim();
      if (isAddress(text)) return page(text);
      notice(vscode.l10n.t('There is no web address on the clipboard.'));
      return undefined;
    },
  },
  {
    label: `$(archive) ${vscode.l10n.t('Archived Copy of a Page…')}`,
    detail: vscode.l10n.t('The copy in a web archive, with the address of the page itself.'),
    ask: async () => {
      const archive = await askAddress(title, vscode.l10n.t('The address of the archived copy'));
      if (archive === undefined) return undefined;
      const original = archivedPage(archive) ?? known.find(({ url, archive }) => url && !archive)?.url;
      const url = await askAddress(title, vscode.l10n.t('The address of the page of which it is a copy'), original);
      return url === undefined ? undefined : { url, archive };
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
      const person = await askWords(title, vscode.l10n.t('Who was asked?'));
      if (!person) return undefined;
      const contact = await askWords(title, vscode.l10n.t('How and when were they reached? May be empty.'));
      return contact === undefined ? undefined : { person, ...(contact && { contact }) };
    },
  },
  {
    label: `$(file) ${vscode.l10n.t('Document…')}`,
    detail: vscode.l10n.t('A document without an address: its title, date and place.'),
    ask: async () => {
      const named = await askWords(title, vscode.l10n.t('Which document?'));
      return named ? { document: named } : undefined;
    },
  },
];

const page = (url: string | undefined): LedgerSource | undefined => (url === undefined ? undefined : { url });

/** Undefined where the question was dismissed or left empty. */
const askAddress = async (title: string, prompt: string, value = ''): Promise<string | undefined> =>
  (
    await vscode.window.showInputBox({
      title,
      prompt,
      value,
      placeHolder: 'https://',
      validateInput: text =>
        text.trim() === '' || isAddress(text.trim())
          ? undefined
          : vscode.l10n.t('Give a whole address that starts with http:// or https://.'),
    })
  )?.trim() || undefined;

/** Undefined where the question was dismissed. */
const askWords = async (title: string, prompt: string): Promise<string | undefined> =>
  (await vscode.window.showInputBox({ title, prompt }))?.trim();
