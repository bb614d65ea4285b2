import type { Entry, Name } from './entry.ts';

/** Authors as they are cited in a text: "Müller", "Müller and Berg", "Müller et al."; empty where there is none. */
export function citedAuthors({ authors }: Entry): string {
  const [first, second, third] = authors;
  if (!first) return '';
  if (third) return `${first.family} et al.`;
  return second ? `${first.family} and ${second.family}` : first.family;
}

/** Authors and year as they are cited in a text: "Müller and Berg 2020"; the title where there are neither, and the key where nothing is known. */
export const citedAs = (entry: Entry): string =>
  joined(' ', citedAuthors(entry), entry.year) || entry.title || entry.key;

/** Authors, year, title and container on one line: "Anna Müller, Bo Berg (2020). The Dam. Journal of Dams"; the key where nothing is known. */
export function reference(entry: Entry): string {
  const { authors, year, title, container, key } = entry;
  return joined('. ', joined(' ', authors.map(fullName).join(', '), year && `(${year})`), title, container) || key;
}

/** Everything that a writer may search an entry by. */
export const searchable = ({ key, authors, year, title, container }: Entry): string =>
  joined(' ', key, ...authors.map(({ family }) => family), year, title, container);

const fullName = ({ family, given }: Name): string => joined(' ', given, family);

const joined = (separator: string, ...parts: readonly string[]): string =>
  parts.filter(part => part !== '').join(separator);
