import type { LedgerSource } from '../protocol/ledger.ts';
import type { Sheet } from './sheet.ts';

/** The sources as CSL-JSON, which reference managers read: each once, however many claims rest on it. */
export function cslSheet({ facts }: Sheet): string {
  const items = new Map<string, object>();
  for (const { claim } of facts)
    for (const source of claim.entry?.sources ?? []) {
      const id = source.key ?? source.url ?? source.document ?? source.person ?? '';
      if (id !== '' && !items.has(id)) items.set(id, itemOf(id, source));
    }
  return `${JSON.stringify([...items.values()], undefined, 2)}\n`;
}

function itemOf(id: string, { accessed, archive, contact, document, note, person, url }: LedgerSource): object {
  const notes = [contact, note].filter(Boolean).join('; ');
  return {
    id,
    type: url === undefined ? (person === undefined ? 'document' : 'personal_communication') : 'webpage',
    ...(document === undefined ? {} : { title: document }),
    ...(person === undefined ? {} : { author: [{ literal: person }] }),
    ...(url === undefined ? {} : { URL: url }),
    ...(archive === undefined ? {} : { archive_location: archive }),
    ...(accessed === undefined ? {} : { accessed: { 'date-parts': [accessed.split('-').map(Number)] } }),
    ...(notes === '' ? {} : { note: notes }),
  };
}
