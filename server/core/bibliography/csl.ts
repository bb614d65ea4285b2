import { detached } from '../text/detached.ts';
import { addressOf } from './bibtex.ts';
import type { Entry, Name } from './entry.ts';

/** The entry that a CSL item describes (CSL-JSON, or the same in YAML as Pandoc reads it); undefined where it has no identifier. */
export function entryOfItem(item: unknown, position: number): Entry | undefined {
  if (!isRecord(item)) return undefined;
  const key = wordsOf(item['id']);
  if (key === '') return undefined;
  const authors = namesOf(item['author']);
  return {
    key,
    type: wordsOf(item['type']).toLowerCase(),
    authors: authors.length > 0 ? authors : namesOf(item['editor']),
    year: yearOf(item['issued']),
    title: wordsOf(item['title']),
    container: wordsOf(item['container-title']) || wordsOf(item['publisher']),
    url: wordsOf(item['URL']) || addressOf(wordsOf(item['DOI'])),
    position,
  };
}

const namesOf = (given: unknown): Name[] =>
  (Array.isArray(given) ? given : [given]).flatMap((name): Name[] => {
    if (typeof name === 'string') return [{ family: wordsOf(name), given: '' }];
    if (!isRecord(name)) return [];
    const family = [name['non-dropping-particle'], name['family'] ?? name['literal'] ?? name['name']]
      .map(wordsOf)
      .filter(part => part !== '')
      .join(' ');
    return family === '' ? [] : [{ family, given: wordsOf(name['given']) }];
  });

/** A date is `{ "date-parts": [[2020, 5]] }`, `{ year: 2020 }`, `{ raw: "May 2020" }`, a list of one of them, or the bare date. */
export function yearOf(date: unknown): string {
  const first = Array.isArray(date) ? date[0] : date;
  if (!isRecord(first)) return detached(/\d{4}/.exec(wordsOf(first))?.[0] ?? wordsOf(first));
  const parts = first['date-parts'];
  return Array.isArray(parts) ? yearOf(parts.flat()) : yearOf(first['year'] ?? first['literal'] ?? first['raw'] ?? '');
}

/** A value as words on one line, without the tags that CSL allows in them. */
export const wordsOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? detached(
        String(value)
          .replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    : '';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
