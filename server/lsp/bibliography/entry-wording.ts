import { citedAs, type Entry } from '../../core/index.ts';
import { onOneLine } from '../wording.ts';

/** How the parts of an entry are written down: the words come from a file and may hold markup, which must have no effect. */
export interface EntryFormat {
  readonly quoted: (words: string) => string;
  readonly strong: (words: string) => string;
  readonly emphasised: (words: string) => string;
}

export const plainEntry: EntryFormat = { quoted: onOneLine, strong: words => words, emphasised: words => words };

/** An entry for a hover or beside a completion: how it is cited, title, container, kind and address. */
export function entryInWords(entry: Entry, { quoted, strong, emphasised }: EntryFormat): string {
  const { title, container, type, url, key } = entry;
  const lines = [
    strong(quoted(citedAs(entry) || key)),
    [quoted(title), container && emphasised(quoted(container))].filter(part => part !== '').join('. '),
    [quoted(key), quoted(type), /^https?:/.test(url) ? quoted(url) : ''].filter(part => part !== '').join(' · '),
  ];
  return lines.filter(line => line !== '').join('\n\n');
}
