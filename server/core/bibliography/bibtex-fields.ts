import type { bibtexParser } from 'latex-utensils';
import { parse } from 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js';
import type { BibtexPart } from './bibtex-parts.ts';

/** The fields of an entry by name, in lower case, as they are written. */
export type Fields = ReadonlyMap<string, string>;

/** The fields of a part, and where in the file its fault is if it has one; of a faulty part only the fields in front of the fault. */
export function fieldsOf(
  text: string,
  { body }: Pick<BibtexPart, 'body'>,
  strings: ReadonlyMap<string, string>,
): { readonly fields: Fields; readonly fault?: number } {
  const source = text.slice(body.start, body.end);
  try {
    return { fields: parseFields(source, strings) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fields: fieldsBefore(source, error.at, strings), fault: body.start + error.at };
  }
}

function fieldsBefore(source: string, at: number, strings: ReadonlyMap<string, string>): Fields {
  const cut = source.slice(0, at).lastIndexOf(',\n');
  if (cut < 0) return new Map();
  try {
    return parseFields(source.slice(0, cut), strings);
  } catch {
    return new Map();
  }
}

/** Where fields cannot be read on. */
class Fault extends Error {
  constructor(readonly at: number) {
    super('The fields cannot be read.');
  }
}

const head = '@misc{k,';

function parseFields(source: string, strings: ReadonlyMap<string, string>): Fields {
  const { text, values } = withoutValues(source, tightened);
  let fields: readonly bibtexParser.Field[];
  try {
    fields = parsed(text);
  } catch {
    // Only now does it matter where each character was.
    fields = parsedWithFault(source);
  }
  const byName = new Map<string, string>();
  let next = 0;
  const valueOfMark = (): string => values[next++]?.value ?? '';
  for (const { name, value } of fields) {
    const lower = name.toLowerCase();
    const words = written(value, valueOfMark, strings);
    if (!byName.has(lower)) byName.set(lower, words);
  }
  return byName;
}

function parsed(text: string): readonly bibtexParser.Field[] {
  const [entry] = parse(`${head}${text}}`).content;
  return entry && 'content' in entry && Array.isArray(entry.content) ? (entry.content as bibtexParser.Field[]) : [];
}

function parsedWithFault(source: string): readonly bibtexParser.Field[] {
  const { text, values } = withoutValues(source, piece => piece);
  try {
    return parsed(text);
  } catch (error) {
    const { location } = error as Partial<bibtexParser.SyntaxError>;
    throw new Fault(location ? placeIn(source, values, location.start.offset - head.length) : 0);
  }
}

/** A value in braces that stands aside. */
interface Aside {
  readonly value: string;
  /** Where its mark stands among the fields as they are parsed. */
  readonly at: number;
  /** Where it stands in the source. */
  readonly start: number;
}

/** Nobody writes this character, which is for private use. */
const mark = '\uE000';

/**
 * The fields with a mark in place of what stands in the outermost braces, in order. The parser reads character by character and
 * calls itself for each brace, so that long values would take it long and deep ones would leave it without room.
 *
 * @param between Rewrites what stands between two values.
 */
function withoutValues(source: string, between: (piece: string) => string): { text: string; values: Aside[] } {
  const values: Aside[] = [];
  let text = '';
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of source.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) {
      text += between(source.slice(start, index + 1));
      start = index + 1;
    } else if (brace === '}' && depth > 0 && --depth === 0) {
      values.push({ value: source.slice(start, index), at: text.length, start });
      text += mark;
      start = index;
    }
  }
  return { text: text + between(source.slice(start)), values };
}

/** White space between fields means nothing, but the parser looks at each of it; in quotation marks and comments it has a meaning. */
const tightened = (piece: string): string =>
  /["%]/.test(piece) ? piece : piece.replace(/\s+/g, ' ').replace(/ ?([=,]) ?/g, '$1');

/** The place in the source of a place among the fields as they were parsed. */
function placeIn(source: string, values: readonly Aside[], at: number): number {
  const last = values.findLast(value => value.at < at);
  if (!last) return Math.max(0, Math.min(at, source.length));
  return Math.min(last.start + last.value.length + at - last.at - mark.length, source.length);
}

/** A value as it is written. An abbreviation that nobody defined, such as a month, stands for itself. */
function written(
  value: bibtexParser.FieldValue,
  valueOfMark: () => string,
  strings: ReadonlyMap<string, string>,
): string {
  switch (value.kind) {
    case 'concat':
      return value.content.map(part => written(part, valueOfMark, strings)).join('');
    case 'abbreviation':
      return strings.get(value.content.toLowerCase()) ?? value.content;
    default:
      return value.content === mark ? valueOfMark() : value.content.replace(/\uE000/g, valueOfMark);
  }
}
