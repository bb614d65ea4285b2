import { entryOfItem, isRecord, wordsOf, yearOf } from './csl.ts';
import type { Entry, Name, ReadingStep } from './entry.ts';
import { yamlValue } from './yaml-value.ts';

/**
 * Reads references in YAML one by one: CSL items in a list, mostly under `references:`, as Pandoc does, or works by their keys,
 * as Typst does (Hayagriva). The YAML around them, such as the other settings of front matter, is passed over.
 *
 * @param offset Where the text starts in the file.
 */
export function* readYamlReferences(text: string, offset = 0): Generator<ReadingStep> {
  const list = /^references:[ \t]*(?:#.*)?\r?$/m.exec(text);
  const inline = list ? null : /^references:[ \t]*(?=\[)/m.exec(text);
  const from = list ? list.index + list[0].length : 0;
  if (inline) yield* inlineItems(text.slice(inline.index), offset + inline.index);
  else if (list || /^\uFEFF?(?:---[^\n]*\n)?(?:[ \t]*(?:#.*)?\n)*[ \t]*-[ \t]/.test(text))
    yield* items(text, from, offset);
  else if (/^\uFEFF?\s*\[/.test(text)) yield* inlineItems(text, offset);
  else yield* works(text, offset);
}

/** Items that each start on a line of their own. */
function* items(text: string, from: number, offset: number): Generator<ReadingStep> {
  const first = /^([ \t]*)-(?=[ \t\r\n])/gm;
  first.lastIndex = from;
  const indent = first.exec(text)?.[1];
  if (indent === undefined) return;
  for (const { start, end } of pieces(text, from, new RegExp(`^${indent}-[ \\t]`), indent.length)) {
    const { value, problems } = yamlValue(text.slice(start, end), offset + start);
    const item = Array.isArray(value) ? value[0] : undefined;
    const id = /(?:^|[\s{,-])id:[ \t]*/.exec(text.slice(start, end));
    const entry = entryOfItem(item, offset + start + (id ? id.index + id[0].length : 0));
    if (!entry && problems.length === 0)
      problems.push({ position: offset + start, message: 'This reference has no “id”, so that nothing can cite it.' });
    yield { ...(entry && { entry }), problems };
  }
}

/** A list in brackets, which only the whole of it tells apart. */
function* inlineItems(text: string, offset: number): Generator<ReadingStep> {
  const { value, problems } = yamlValue(text, offset);
  const list = isRecord(value) ? value['references'] : value;
  yield { problems };
  for (const item of Array.isArray(list) ? list : []) {
    const entry = entryOfItem(item, offset);
    if (entry) yield { entry };
  }
}

/** Works by their keys. What is no work, such as the settings of a site, is passed over. */
function* works(text: string, offset: number): Generator<ReadingStep> {
  for (const { start, end } of pieces(text, 0, /^(?:[^\s#:'"-][^:\n]*|"[^"\n]+"|'[^'\n]+'):(?=\s)/, 0)) {
    const { value, problems } = yamlValue(text.slice(start, end), offset + start);
    const [key, work] = isRecord(value) ? (Object.entries(value)[0] ?? []) : [];
    if (key !== undefined && isRecord(work) && ('title' in work || 'type' in work))
      yield { entry: entryOfWork(key, work, offset + start), problems };
    else if (problems.length > 0) yield { problems };
  }
}

/** The stretches of a text that start with certain lines, each up to the next line that is as far to the left. */
function* pieces(
  text: string,
  from: number,
  opening: RegExp,
  indent: number,
): Generator<{ start: number; end: number }> {
  const lines = /^[^\n]*(?:\n|$)/gm;
  lines.lastIndex = from;
  let start: number | undefined;
  for (let found = lines.exec(text); found && found[0] !== ''; found = lines.exec(text)) {
    const [line] = found;
    const isFurtherIn = line.search(/\S/) > indent || /^\s*(?:#.*)?$/.test(line);
    if (isFurtherIn) continue;
    if (start !== undefined) yield { start, end: found.index };
    start = opening.test(line) ? found.index : undefined;
  }
  if (start !== undefined) yield { start, end: text.length };
}

/** https://github.com/typst/hayagriva/blob/main/docs/file-format.md */
function entryOfWork(key: string, work: Readonly<Record<string, unknown>>, position: number): Entry {
  const parents = work['parent'];
  const parent: unknown = Array.isArray(parents) ? parents[0] : parents;
  const around = isRecord(parent) ? parent : {};
  const authors = peopleOf(work['author']);
  return {
    key: wordsOf(key),
    type: wordsOf(work['type']).toLowerCase(),
    authors: authors.length > 0 ? authors : peopleOf(work['editor'] ?? around['author']),
    year: yearOf(work['date'] ?? around['date'] ?? ''),
    title: titleOf(work['title']),
    container: titleOf(around['title']) || titleOf(work['publisher'] ?? work['organization']),
    url: titleOf(work['url']),
    position,
  };
}

/** Some values may be given as `{ value: …, … }`. */
const titleOf = (given: unknown): string => wordsOf(isRecord(given) ? (given['value'] ?? given['name']) : given);

const peopleOf = (given: unknown): Name[] =>
  (Array.isArray(given) ? given : [given]).flatMap((person): Name[] => {
    const [family = '', first = ''] = isRecord(person)
      ? [wordsOf(person['name']), wordsOf(person['given-name'])]
      : wordsOf(person).split(/,\s*/);
    return family === '' ? [] : [{ family, given: first }];
  });
