import { detached } from '../text/detached.ts';
import { type Fields, fieldsOf } from './bibtex-fields.ts';
import { type BibtexPart, bibtexParts } from './bibtex-parts.ts';
import type { Entry, ReadingStep } from './entry.ts';
import { texNames } from './tex-names.ts';
import { texText } from './tex-text.ts';

/** Reads a BibTeX or BibLaTeX file entry by entry; a step is an entry with what is wrong in it. */
export function* readBibtex(text: string): Generator<ReadingStep> {
  const strings = new Map<string, string>();
  const parents = new Map<string, Fields>();
  for (const part of bibtexParts(text)) {
    const problems = [...part.problems];
    const { fields, fault } = fieldsOf(text, part, strings);
    // Of an entry that is never closed it was said already.
    if (fault !== undefined && problems.length === 0)
      problems.push({
        position: fault,
        message: `${part.key === '' ? 'This' : `The entry “${part.key}”`} cannot be read from here on: a comma, an equals sign, a quotation mark or a brace is missing or out of place.`,
      });
    if (part.type === 'string') {
      for (const [name, value] of fields) strings.set(name, value);
      if (problems.length > 0) yield { problems };
      continue;
    }
    if (part.key === '') {
      yield { problems };
      continue;
    }
    // Only few works are the parents of others, but which they are is not known before.
    if (parentTypes.has(part.type)) parents.set(part.key, fields);
    yield { entry: entryOf(part, fields, parents.get(texText(fields.get('crossref') ?? ''))), problems };
  }
}

const parentTypes = new Set([
  'book',
  'mvbook',
  'collection',
  'mvcollection',
  'proceedings',
  'mvproceedings',
  'periodical',
]);

function entryOf({ type, key, keyStart }: BibtexPart, fields: Fields, parent: Fields | undefined): Entry {
  const own = (...names: readonly string[]): string => firstOf(fields, names);
  const title = [own('title'), own('subtitle')].filter(part => part !== '').map(texText);
  const date = own('date', 'year') || (parent ? firstOf(parent, ['date', 'year']) : '');
  const container =
    own('journaltitle', 'journal', 'booktitle', 'maintitle') || (parent ? firstOf(parent, ['title']) : '');
  const doi = texText(own('doi'));
  return {
    key: detached(key),
    type: detached(type),
    authors: texNames(own('author', 'editor')),
    year: detached(/\d{4}/.exec(date)?.[0] ?? texText(date)),
    title: title.join(': '),
    container: texText(container || own('publisher', 'institution', 'school', 'organization', 'howpublished')),
    // Addresses are written as they are, but for what LaTeX makes people escape.
    url: detached(
      own('url')
        .replace(/\\([_%&#~])/g, '$1')
        .trim() || addressOf(doi),
    ),
    position: keyStart,
  };
}

const firstOf = (fields: Fields, names: readonly string[]): string => {
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined && value !== '') return value;
  }
  return '';
};

/** The address of a work that has a digital object identifier; empty where it has none. */
export const addressOf = (doi: string): string =>
  doi === '' || /^https?:/.test(doi) ? doi : `https://doi.org/${doi.replace(/^doi:\s*/i, '')}`;
