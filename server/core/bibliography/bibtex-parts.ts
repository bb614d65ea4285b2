import type { Span } from '../model/span.ts';
import type { BibliographyProblem } from './entry.ts';

/** An entry or a `@string` of a BibTeX file, cut out before it is parsed, so that a broken one harms no other. */
export interface BibtexPart {
  /** In lower case. */
  readonly type: string;
  /** Empty for a `@string`. */
  readonly key: string;
  readonly keyStart: number;
  /** The fields. */
  readonly body: Span;
  readonly problems: readonly BibliographyProblem[];
}

const opening = /@[ \t]*([A-Za-z][\w-]*)\s*([{(])/g;
/** What can end an entry: a bracket, or a line that plainly starts another entry. */
const ending = /[{}()]|\n[ \t]*@[A-Za-z]+[ \t]*[{(][ \t]*[^\s,={}()]+[ \t]*,/g;
const keyAndComma = /\s*([^,=\n]*?)\s*(?:,|$)/y;
const firstWord = /\s*([^\s,={}()"#]+)/y;
/** What neither LaTeX nor Pandoc takes in a key. */
const unfit = /[\s{}\\%#~"]/;

/**
 * Cuts a BibTeX file into its parts, in time linear in its length. BibTeX counts braces and minds nothing else, so that is what
 * is done here; what stands between entries is a comment.
 */
export function* bibtexParts(text: string): Generator<BibtexPart> {
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const found = opening.exec(text);
    if (!found) return;
    const type = (found[1] as string).toLowerCase();
    const inside = found.index + found[0].length;
    const { end, next, closed } = endOfPart(text, inside, found[2] === '(' ? ')' : '}');
    at = next;
    if (type === 'comment' || type === 'preamble') continue;
    const problems: BibliographyProblem[] = [];
    const report = (position: number, message: string) => problems.push({ position, message });
    if (type === 'string') {
      if (!closed) report(found.index, 'This abbreviation is never closed.');
      yield { type, key: '', keyStart: inside, body: { start: inside, end }, problems };
      continue;
    }
    const { key, start, after } = keyOf(text, inside, end);
    const named = key === '' ? 'This entry' : `The entry “${key}”`;
    if (!closed) report(found.index, `${named} is never closed; what is read of it ends before the next entry.`);
    if (key === '') report(found.index, 'This entry has no key, so that nothing can cite it.');
    else if (after === undefined) report(start + key.length, `A comma is missing behind the key “${key}”.`);
    else if (unfit.test(key))
      report(start, `The key “${key}” has a space, a brace or a LaTeX command in it, so that LaTeX cannot cite it.`);
    yield { type, key, keyStart: start, body: { start: after ?? start + key.length, end }, problems };
  }
}

/** Where an entry ends, and where to look for the next. */
function endOfPart(text: string, from: number, close: string): { end: number; next: number; closed: boolean } {
  let braces = 0;
  // Only an entry in parentheses minds them, and only outside braces.
  let parentheses = 0;
  ending.lastIndex = from;
  for (let found = ending.exec(text); found; found = ending.exec(text)) {
    const [mark] = found;
    if (mark === close && braces === 0 && parentheses === 0)
      return { end: found.index, next: found.index + 1, closed: true };
    if (mark === '{') braces++;
    else if (mark === '}') braces = Math.max(0, braces - 1);
    else if (mark === '(') parentheses += close === ')' && braces === 0 ? 1 : 0;
    else if (mark === ')') parentheses -= parentheses > 0 && braces === 0 ? 1 : 0;
    else return { end: found.index, next: found.index + 1, closed: false };
  }
  return { end: text.length, next: text.length, closed: false };
}

function keyOf(text: string, from: number, end: number): { key: string; start: number; after: number | undefined } {
  // A key longer than this is none.
  const head = text.slice(from, Math.min(end, from + 1000));
  keyAndComma.lastIndex = 0;
  firstWord.lastIndex = 0;
  const whole = keyAndComma.exec(head);
  const found = whole ?? firstWord.exec(head);
  const key = found?.[1] ?? '';
  const start = from + (found ? found[0].indexOf(key) : 0);
  if (whole) return { key, start, after: from + whole[0].length };
  // A field's name where the key belongs.
  const isField = found && /^\s*=/.test(head.slice(found[0].length));
  return isField || !found ? { key: '', start: from, after: from } : { key, start, after: undefined };
}
