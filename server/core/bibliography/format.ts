/** How a bibliography is written. */
export type BibliographyFormat = 'bibtex' | 'csl-json' | 'yaml';

const formats: ReadonlyMap<string, BibliographyFormat> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['biblatex', 'bibtex'],
  ['json', 'csl-json'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
]);

/** How a file that a draft names as its bibliography is written, by the ending of its name; undefined where that is not known. */
export const bibliographyFormat = (name: string): BibliographyFormat | undefined =>
  formats.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');
