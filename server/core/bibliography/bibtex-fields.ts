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
  const fields = new Map<string, string>();
  const { text, values } = withoutValues(source);
  let parsed: bibtexParser.BibtexAst['content'][number] | undefined;
  try {
    [parsed] = parse(`${head}${text}}`).content;
  } catch (error) {
    const { location } = error as Partial<bibtexParser.SyntaxError>;
    throw new Fault(location ? placeIn(source, values, location.start.offset - head.length) : 0);
  }
  if (parsed && 'content' in parsed && Array.isArray(parsed.content))
    for (const { name, value } of parsed.content as readonly bibtexParser.Field[]) {
      const lower = name.toLowerCase();
      if (!fields.has(lower)) fields.set(lower, written(value, values, strings));
    }
  return fields;
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
 * The fields with a mark in place of what stands in the outermost braces. The parser reads character by character and calls
 * itself for each brace, so that long values would take it long and deep ones would leave it without room.
 */
function withoutValues(source: string): { text: string; values: Aside[] } {
  const values: Aside[] = [];
  let text = '';
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of source.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) {
      text += source.slice(start, index + 1);
      start = index + 1;
    } else if (brace === '}' && depth > 0 && --depth === 0) {
      const value = source.slice(start, index);
      const at = text.length;
      text += `${mark}${values.length};`;
      values.push({ value, at, start });
      start = index;
    }
  }
  return { text: text + source.slice(start), values };
}

/** The place in the source of a place among the fields as they were parsed. */
function placeIn(source: string, values: readonly Aside[], at: number): number {
  const index = values.findLastIndex(value => value.at <= at);
  const last = values[index];
  if (!last) return Math.max(0, Math.min(at, source.length));
  const behind = at - last.at - `${mark}${index};`.length;
  return Math.min(last.start + (behind < 0 ? 0 : last.value.length + behind), source.length);
}

/** A value as it is written. An abbreviation that nobody defined, such as a month, stands for itself. */
function written(
  value: bibtexParser.FieldValue,
  values: readonly Aside[],
  strings: ReadonlyMap<string, string>,
): string {
  switch (value.kind) {
    case 'concat':
      return value.content.map(part => written(part, values, strings)).join('');
    case 'abbreviation':
      return strings.get(value.content.toLowerCase()) ?? value.content;
    default:
      return value.content.replace(/\uE000(\d+);/g, (_, index) => values[Number(index)]?.value ?? '');
  }
}
