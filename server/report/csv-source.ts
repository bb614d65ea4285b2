import { sourceProblem } from '../ledger/changes.ts';
import type { LedgerSource } from '../protocol/ledger.ts';

/** A source in a cell: its address alone, or its members as "person: Jo Pell; contact: by telephone". */
export function sourceText(source: LedgerSource): string {
  const members = Object.entries(source).filter(([, value]) => typeof value === 'string');
  return members.map(([name, value]) => `${name}: ${String(value).replace(/[\\;\n]/g, escapes)}`).join('; ');
}
const escapes = (mark: string): string => (mark === '\n' ? '\\n' : `\\${mark}`);

const sourceNames: readonly string[] = ['url', 'key', 'person', 'document', 'contact', 'archive', 'accessed', 'note'];

/** A source as a checker types it: "url: …; accessed: …", or an address alone. */
export function sourceFrom(text: string): LedgerSource | string {
  if (/^https?:\/\/\S+$/i.test(text)) return { url: text };
  const source: Record<string, string> = {};
  for (const part of text.match(/(?:\\.|[^;\\])+/gs) ?? []) {
    const [, name = '', value = ''] = /^\s*([\w-]+):\s*(.*?)\s*$/s.exec(part) ?? [];
    if (name === '')
      return `a source is an address, or members such as “person: Jo Pell; contact: by telephone”, not “${text}”`;
    source[name] = value.replace(/\\(.)/gs, (_, mark) => (mark === 'n' ? '\n' : mark));
  }
  const unknown = Object.keys(source).find(name => !sourceNames.includes(name) && source[name] === '');
  return unknown ? `a source has no member “${unknown}”` : (sourceProblem(source) ?? source);
}
