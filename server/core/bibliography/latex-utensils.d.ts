/** The BibTeX parser alone; the library's own entry brings its parsers of LaTeX along, which are five times as large. */
declare module 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js' {
  import type { bibtexParser } from 'latex-utensils';

  export function parse(text: string): bibtexParser.BibtexAst;
}
