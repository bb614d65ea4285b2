import { readInline } from '../formats/inline-rules.ts';
import { latexInline } from '../formats/latex-inline.ts';
import { proseOf } from '../formats/prose-of.ts';
import { detached } from '../text/detached.ts';

/** What a reader reads of a value with LaTeX in it, on one line: `M{\"u}ller \& S{\o}n` is "Müller & Søn". */
export function texText(value: string): string {
  // Most values have nothing of LaTeX but the braces that keep capitals.
  const read = /[\\$~`]|''|--/.test(value)
    ? proseOf(value, readInline(value, latexInline).masked).text
    : value.replace(/[{}]/g, '');
  return detached(read.replace(/\s+/g, ' ').trim());
}
