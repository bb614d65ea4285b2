import type { Entry } from '../core/bibliography/entry.ts';
import type { LedgerSource } from '../protocol/ledger.ts';
import type { Sheet } from './sheet.ts';

/** The sources as CSL-JSON, which reference managers read: each once, however many claims rest on it. */
export function cslSheet({ facts, works }: Sheet): string {
  const items = new Map<string, object>();
  for (const { claim } of facts)
    for (const source of claim.entry?.sources ?? []) {
      const id = source.key ?? source.url ?? source.document ?? source.person ?? '';
      if (id !== '' && !items.has(id))
        items.set(id, itemOf(id, source, source.key === undefined ? undefined : works.get(source.key)));
    }
  return `${JSON.stringify([...items.values()], undefined, 2)}\n`;
}

function itemOf(
  id: string,
  { accessed, archive, contact, document, note, person, url }: LedgerSource,
  work: Entry | undefined,
): object {
  const notes = [contact, note].filter(Boolean).join('; ');
  return {
    id,
    type: url === undefined ? (person === undefined ? 'document' : 'personal_communication') : 'webpage',
    ...(work && workItem(work)),
    ...(document === undefined ? {} : { title: document }),
    ...(person === undefined ? {} : { author: [{ literal: person }] }),
    ...(url === undefined ? {} : { URL: url }),
    ...(archive === undefined ? {} : { archive_location: archive }),
    ...(accessed === undefined ? {} : { accessed: { 'date-parts': [accessed.split('-').map(Number)] } }),
    ...(notes === '' ? {} : { note: notes }),
  };
}

/** What the bibliography says of a work. */
function workItem({ authors, container, title, type, url, year }: Entry): object {
  return {
    type: types[type] ?? (cslTypes.has(type) ? type : 'document'),
    ...(authors.length > 0 && {
      author: authors.map(({ family, given }) => (given === '' ? { literal: family } : { family, given })),
    }),
    ...(year !== '' && { issued: /^\d{4}$/.test(year) ? { 'date-parts': [[Number(year)]] } : { literal: year } }),
    ...(title !== '' && { title }),
    ...(container !== '' && { [publishers.has(type) ? 'publisher' : 'container-title']: container }),
    ...(url !== '' && { URL: url }),
  };
}

/** What BibTeX and BibLaTeX call some types of works, in the terms of CSL. */
const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  techreport: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  incollection: 'chapter',
  inbook: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
};

/** Types of CSL under which bibliographies hold most of what an op-ed cites. */
const cslTypes: ReadonlySet<string> = new Set(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter dataset entry hearing interview legal_case legislation manuscript pamphlet paper-conference personal_communication post post-weblog report review speech standard thesis treaty webpage'.split(
    ' ',
  ),
);

/** Works whose container is whoever published them. */
const publishers: ReadonlySet<string> = new Set([
  'book',
  'report',
  'techreport',
  'thesis',
  'phdthesis',
  'mastersthesis',
]);
