import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';
import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { inOthersWords } from '../text/quoted.ts';
import { indexAt } from '../text/token-index.ts';
import { nameWord } from '../values/name-sorts.ts';

/** A capitalised word as a part of a name. Spans count from the block's start. */
export interface NameWord extends Span {
  readonly word: string;
  /** The capitalised word right before it, such as a given name; empty where there is none. */
  readonly before: string;
  /** The capitalised word right behind it, or a particle such as “bin”; empty where there is none. */
  readonly after: string;
}

/** A person named with a title. */
export interface Titled extends Span {
  /** The title in lower case and without abbreviations: “senator”, “foreign minister”. */
  readonly title: string;
  /** Given names and initials between title and surname; empty where there are none. */
  readonly given: string;
  readonly surname: string;
}

/** An acronym in brackets behind the name that it stands for. */
export interface Introduced extends Span {
  readonly acronym: string;
  /** The words of the name, without “the”. */
  readonly name: readonly string[];
  /** The same in one string. */
  readonly full: string;
}

/** What a block names, in a form that can be compared with other blocks. */
export interface Named {
  readonly words: readonly NameWord[];
  readonly titled: readonly Titled[];
  readonly introduced: readonly Introduced[];
}

/** What a block names, worked out once. */
export const namedIn = once(readNamed);

const nothing: Named = { words: [], titled: [], introduced: [] };

/** Shorter words are too often near each other by chance: Iran and Iraq. */
const shortestWord = 5;

function readNamed(block: Block): Named {
  if (block.kind === 'boilerplate' || block.language === 'other') return nothing;
  const { tokens } = block;
  const words: NameWord[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.text.length < shortestWord || isSmall(token.text)) continue;
    if (!/^\p{Lu}\p{Ll}+$/u.test(token.text)) continue;
    // Any word may have a capital where a sentence opens.
    const before = tokens[i - 1];
    if (token.pos !== 'propn' && before?.kind !== 'word' && before?.text !== ',') continue;
    const isName = before?.kind === 'word' && before.pos === 'propn' && /^\p{Lu}/u.test(before.text);
    const isGiven = isName && nameWord(before.normal) !== 'title';
    words.push({
      word: token.text,
      before: isGiven ? before.text : '',
      after: nameBehind(tokens, i),
      start: token.start,
      end: token.end,
    });
  }
  const titled: Titled[] = [];
  const introduced: Introduced[] = [];
  for (const value of block.values) {
    if (value.kind !== 'name') continue;
    const first = indexAt(block, value.start);
    const end = indexAt(block, value.end - 1) + 1;
    const acronym = acronymBehind(tokens, end);
    if (acronym) {
      const from = startOfName(tokens, first, end);
      const name = tokens.slice(from, end).map(({ text }) => text);
      if (name.length > 1)
        introduced.push({
          acronym,
          name,
          full: name.join(' '),
          start: (tokens[from] as Token).start,
          end: (tokens[end + 2] as Token).end,
        });
    }
    const title = titledIn(block, first, end);
    if (title && !inOthersWords(block, value)) titled.push({ ...title, start: value.start, end: value.end });
  }
  return words.length + titled.length + introduced.length > 0 ? { words, titled, introduced } : nothing;
}

/** “Rubio” in “Marco Rubio”, “bin” in “Osama bin Laden”. */
function nameBehind(tokens: readonly Token[], i: number): string {
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || !next.spaceBefore) return '';
  if (!isSmall(next.text)) return next.pos === 'propn' ? next.text : '';
  return particles.has(next.normal) && tokens[i + 2]?.pos === 'propn' ? next.text : '';
}

const particles = wordSet('bin ibn al van von der de da di la le del');

/** Behind an article that is no part of the name: “Ask the Harbour Authority”, but “Law of the Sea”. */
function startOfName(tokens: readonly Token[], first: number, end: number): number {
  let from = first;
  for (let i = first; i < end - 1; i++)
    if ((tokens[i] as Token).normal === 'the' && (i === first || !isSmall((tokens[i - 1] as Token).text))) from = i + 1;
  return from;
}

/** “(HA)” right behind a name. */
function acronymBehind(tokens: readonly Token[], end: number): string | undefined {
  const acronym = tokens[end + 1]?.text ?? '';
  return tokens[end]?.text === '(' && tokens[end + 2]?.text === ')' && /^\p{Lu}[\p{Lu}&]{1,6}$/u.test(acronym)
    ? acronym
    : undefined;
}

/** Words that make another office of the title behind them. */
const rankWords = wordSet(
  'vice deputy prime foreign interior finance defence defense attorney solicitor surgeon chief major lieutenant brigadier rear home attorney-general',
);
/** Words that make a title one of the past. */
const formerWords = wordSet('former then ex late acting then-president once ousted deposed');

/** The title, given names and surname of a name such as “US Senator Miriam Osei”; absent where it has no title, or is no person’s. */
function titledIn({ tokens }: Block, first: number, end: number): Omit<Titled, 'start' | 'end'> | undefined {
  let at = first;
  while (at < end && nameWord((tokens[at] as Token).normal) !== 'title') at++;
  const surname = tokens[end - 1] as Token;
  if (at >= end - 1 || !/^\p{Lu}\p{Ll}{2,}$/u.test(surname.text) || isOfBody(surname)) return undefined;
  let from = at;
  while (rankWords.has(tokens[from - 1]?.normal ?? '')) from--;
  if (formerWords.has(tokens[from - 1]?.normal ?? '') || formerWords.has(tokens[first - 1]?.normal ?? ''))
    return undefined;
  const given: string[] = [];
  for (let i = at + 1; i < end - 1; i++) {
    const token = tokens[i] as Token;
    // “General Sir Edmund Roe” has two titles; “Secretary of State” is none that stands before a name alone.
    if (nameWord(token.normal) === 'title') continue;
    if (isOfBody(token) || isSmall(token.text)) return undefined;
    given.push(token.text);
  }
  if (given.length > 2) return undefined;
  const title = tokens.slice(from, at + 1).map(({ normal }) => long[normal.replace(/\.$/, '')] ?? normal);
  return { title: title.join(' '), given: given.join(' '), surname: surname.text };
}

/** Titles by their abbreviations, and those that are the same office under another name. */
const long: Readonly<Record<string, string>> = {
  sen: 'senator',
  gov: 'governor',
  gen: 'general',
  rep: 'representative',
  congressman: 'representative',
  congresswoman: 'representative',
  adm: 'admiral',
  capt: 'captain',
  col: 'colonel',
  lt: 'lieutenant',
  maj: 'major',
  sgt: 'sergeant',
  prof: 'professor',
  rev: 'reverend',
  mrs: 'ms',
  miss: 'ms',
};

const isOfBody = ({ normal }: Token): boolean => {
  const kind = nameWord(normal);
  return kind === 'title' || kind === 'organisation' || kind === 'place';
};

/** Most words open with one of the 26 small letters, and need no expression to tell. */
const isSmall = (text: string): boolean => text.charCodeAt(0) >= 0x61 && text.charCodeAt(0) <= 0x7a;
