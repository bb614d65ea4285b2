import type { Article } from '../model/article.ts';
import { type Span, shift, startingIn } from '../model/span.ts';
import type { Name, NameSort } from '../model/value.ts';
import { nameWord } from './name-sorts.ts';

/** One person, body or place, and every way in which an article names it. */
export interface NameGroup {
  readonly sort: NameSort;
  /** The longest of its names, without titles. */
  readonly name: string;
  /** The acronym that the article introduces for it, if it does. */
  readonly acronym?: string;
  /** Where it is named, in order of position, in spans of the article. */
  readonly mentions: readonly Span[];
}

interface Growing {
  sort: NameSort;
  words: readonly string[];
  acronym?: string;
  readonly mentions: Span[];
}

/** Groups the names of an article: "Miriam Osei", "Dr. Osei" and "Osei"; "Harbour Authority (HA)" and "HA"; "Holm Ltd" and "Holm". */
export function namesOf(article: Pick<Article, 'blocks'>): NameGroup[] {
  const groups: Growing[] = [];
  const byKey = new Map<string, Growing>();
  for (const { start, block } of article.blocks) {
    if (block.kind === 'boilerplate') continue;
    for (const value of block.values) {
      if (value.kind !== 'name') continue;
      const texts = startingIn(block.tokens, value).map(token => token.text);
      const words = bare(texts);
      if (words.length === 0) continue;
      const group = groupOf(byKey, value, words, texts);
      const mention = shift({ start: value.start, end: value.end }, start);
      if (group) grow(group, value, words, mention);
      else {
        const fresh: Growing = {
          sort: value.sort,
          words,
          mentions: [mention],
          ...(value.acronym ? { acronym: value.acronym } : {}),
        };
        groups.push(fresh);
      }
      const owner = group ?? (groups.at(-1) as Growing);
      for (const key of keysOf(owner, words)) byKey.set(key, owner);
    }
  }
  return groups.map(({ sort, words, acronym, mentions }) => ({
    sort,
    name: words.join(' '),
    ...(acronym ? { acronym } : {}),
    mentions,
  }));
}

/** The words of a name without titles, an article and what marks its legal form. */
function bare(texts: readonly string[]): readonly string[] {
  let first = 0;
  let end = texts.length;
  const kind = (i: number) => nameWord(texts[i]?.toLowerCase() ?? '');
  while (end - first > 1 && (kind(first) === 'title' || /^the$/i.test(texts[first] ?? ''))) first++;
  while (
    end - first > 1 &&
    (kind(end - 1) === 'suffix' || /^(?:inc|ltd|corp|co|plc|llc|gmbh)\.?$/i.test(texts[end - 1] ?? ''))
  )
    end--;
  return texts.slice(first, end);
}

function groupOf(
  byKey: ReadonlyMap<string, Growing>,
  name: Name,
  words: readonly string[],
  texts: readonly string[],
): Growing | undefined {
  const whole = byKey.get(words.join(' '));
  if (whole) return whole;
  // A surname, with or without a title, is the person last named in full.
  const isTitled = texts.length > words.length && nameWord(texts[0]?.toLowerCase() ?? '') === 'title';
  const surname = words.length === 1 || isTitled ? byKey.get(`person ${words.at(-1)}`) : undefined;
  if (surname && (words.length === 1 || surname.words.length === 1)) return surname;
  // "Osei" alone comes before "Miriam Osei" in some openings.
  const alone = name.sort === 'person' && words.length > 1 ? byKey.get(words.at(-1) as string) : undefined;
  return alone && alone.words.length === 1 && (alone.sort === 'person' || alone.sort === 'other') ? alone : undefined;
}

function grow(group: Growing, name: Name, words: readonly string[], mention: Span): void {
  group.mentions.push(mention);
  if (words.length > group.words.length) group.words = words;
  if (group.sort === 'other') group.sort = name.sort;
  if (name.acronym && !group.acronym) group.acronym = name.acronym;
}

function keysOf({ sort, acronym }: Growing, words: readonly string[]): string[] {
  return [words.join(' '), ...(acronym ? [acronym] : []), ...(sort === 'person' ? [`person ${words.at(-1)}`] : [])];
}
