import type { Span } from '../model/span.ts';
import { entryOfItem } from './csl.ts';
import type { BibliographyProblem, ReadingStep } from './entry.ts';
import { yamlValue } from './yaml-value.ts';

/** Reads CSL-JSON item by item: a list of items, or an object that holds one as `items` or `references`. */
export function* readCslJson(text: string): Generator<ReadingStep> {
  const start = startOfItems(text);
  if (start === undefined) {
    if (/\S/.test(text))
      yield { problems: [{ position: 0, message: 'This is not CSL-JSON: there is no list of references in it.' }] };
    return;
  }
  for (const { closed, ...span } of itemsOf(text, start)) {
    const source = text.slice(span.start, span.end);
    const { value, problems } = jsonValue(closed ? source : `${source}}`, span.start);
    const id = /"id"\s*:\s*/.exec(source);
    const entry = entryOfItem(value, span.start + (id ? id.index + id[0].length : 0));
    if (!closed) problems.unshift({ position: span.start, message: 'This reference is never closed.' });
    else if (!entry && problems.length === 0)
      problems.push({ position: span.start, message: 'This reference has no “id”, so that nothing can cite it.' });
    yield { ...(entry && { entry }), problems: problems.slice(0, 1) };
  }
}

function jsonValue(source: string, start: number): { value: unknown; problems: BibliographyProblem[] } {
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch {
    // A reader that says where the fault is and what can be read for all that.
    const tolerant = yamlValue(source, start);
    if (tolerant.problems.length > 0) return tolerant;
    return { ...tolerant, problems: [{ position: start, message: 'This reference is not JSON to the letter.' }] };
  }
}

/** Behind the bracket that opens the list. */
function startOfItems(text: string): number | undefined {
  const found = /^\uFEFF?\s*\[/.exec(text) ?? /"(?:items|references)"\s*:\s*\[/.exec(text);
  return found ? found.index + found[0].length : undefined;
}

/**
 * The objects in a list, told by their brackets in time linear in the text. Where one is never closed, a brace that starts a
 * line as far to the left as the first item's starts the next.
 */
function* itemsOf(text: string, from: number): Generator<Span & { readonly closed: boolean }> {
  const marks = /"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g;
  let depth = 0;
  let start = from;
  let indent: string | undefined;
  marks.lastIndex = from;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const [mark] = found;
    if (mark === '{' && depth > 0 && indent !== undefined && indentAt(text, found.index) === indent) {
      yield { start, end: found.index, closed: false };
      depth = 0;
    }
    if (mark === '{' || mark === '[') {
      if (depth === 0) {
        start = found.index;
        indent ??= indentAt(text, start);
      }
      depth++;
    } else if (mark === '}' || mark === ']') {
      if (depth === 0) return;
      depth--;
      if (depth === 0) yield { start, end: found.index + 1, closed: true };
    }
  }
  if (depth > 0) yield { start, end: text.length, closed: false };
}

/** The white space in front of a place, where nothing else of its line is; undefined otherwise. */
function indentAt(text: string, at: number): string | undefined {
  let start = at;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  return text.charAt(start - 1) === '\n' ? text.slice(start, at) : undefined;
}
