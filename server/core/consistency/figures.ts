import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, type Span, startingIn } from '../model/span.ts';
import type { DateValue, Quantity } from '../model/value.ts';
import { hashOf } from '../models/features.ts';
import { inOthersWords } from '../text/quoted.ts';
import { indexAt } from '../text/token-index.ts';
import { type ContentWord, contentWords, stemOf } from './content-words.ts';

/** A figure or a date with what its sentence says of it, in a form that can be compared with others. Spans count from the block's start. */
export interface Figure extends Span {
  readonly value: Quantity | DateValue;
  /** What kinds of figure can be compared at all: `percent`, `money $`, `count`, `year`, `day`. */
  readonly sort: string;
  /** The stem of the noun that is counted or of which it is a share; 0 where none is seen. */
  readonly head: number;
  /** Stems of the content words of its clause, without the head. */
  readonly near: readonly number[];
  /** Stems of the content words of its sentence, the head included. */
  readonly all: ReadonlySet<number>;
  /** Those of `near` that are names. */
  readonly names: readonly number[];
  /** Years that its sentence names. */
  readonly years: readonly number[];
  /** Other amounts in its clause. */
  readonly amounts: readonly number[];
  /** Words that set its clause apart from others of the same content, such as “now”, “another” and “not”. */
  readonly turns: readonly string[];
  /** The preposition right before it, where it tells a start, an end or a difference. */
  readonly role: string;
  /** A hash of what it says; figures of one hash do not contradict each other. */
  readonly said: number;
  /** A hash of sort and role, without which figures that are compared do not agree. */
  readonly comparable: number;
  /** Its sentence: the very object of the block. */
  readonly sentence: Sentence;
  /** False in a question and in a sentence about what might be. */
  readonly isAsserted: boolean;
}

/** The figures and dates of a block that are the writer’s own words. */
export const figuresOf = once(readFigures);

const imagined = wordSet('if unless suppose imagine would could might should perhaps maybe hypothetical');
const turning = wordSet(
  'now today currently still already then previously earlier later once initially originally formerly ago until before after last next previous first second third ' +
    'final another further additional extra again not never no double half each every average typical alone another instead former latter annually monthly daily ' +
    'projected expected planned target goal limit maximum minimum record alleged claimed estimated',
);
const supposing = /^(?:if|unless|suppose|imagine|say)$/;
/** How far from a figure, in tokens, a word turns what is said of it. */
const turnReach = 5;
const roles = wordSet('from to by between until since');
const breaks = /^[,;:—–()]$/;

function readFigures(block: Block): readonly Figure[] {
  if (block.kind === 'boilerplate' || block.kind === 'quotation' || block.language === 'other') return none;
  const found: Figure[] = [];
  let sentence = -1;
  let words: readonly ContentWord[] = [];
  for (const value of block.values) {
    if (value.kind !== 'quantity' && value.kind !== 'date') continue;
    const sort = sortOf(value);
    if (!sort || inOthersWords(block, value)) continue;
    while (sentence < 0 || (block.sentences[sentence] as Sentence).end <= value.start) {
      if (++sentence >= block.sentences.length) return found;
      words = [];
    }
    const here = block.sentences[sentence] as Sentence;
    if (!isProse(block, sentence)) continue;
    if (words.length === 0) words = contentWords(block, here.firstToken, here.endToken);
    found.push(figureOf(block, value, sort, here, words));
  }
  return found.length > 0 ? found : none;
}

/** A sentence with more values is a table or a list, of whose figures none is said to be another. */
const mostValues = 24;
const isProse = ({ values, sentences }: Block, sentence: number): boolean => {
  const { start, end } = sentences[sentence] as Sentence;
  const first = firstWhere(values, value => value.start >= start);
  return (values[first + mostValues]?.start ?? end) >= end;
};

/** One list for all blocks without figures, which are most. */
const none: readonly Figure[] = [];

/** Beyond this a number is a name of something, such as a file. */
const largest = 1e15;

/** What a figure can be compared with; absent for one that is compared with nothing. */
function sortOf(value: Quantity | DateValue): string | undefined {
  if (value.kind === 'date') {
    if (value.upToYear !== undefined || value.upToDay !== undefined || value.ambiguous) return undefined;
    if (value.day !== undefined && value.month !== undefined) return 'day';
    return value.year !== undefined && value.month === undefined ? 'year' : undefined;
  }
  if (value.amount === undefined || value.amount > largest) return undefined;
  // “2 in 10” and “a quarter” are said of too many things in passing.
  if (value.measure === 'ordinal' || value.measure === 'ratio') return undefined;
  if (value.measure === 'money') return `money ${currencyOf(value.unit ?? '')}`;
  return value.measure;
}

const currencyOf = (unit: string): string => (/^(?:US)?\$$|^dollars?$|^USD$/.test(unit) ? '$' : unit.replace(/s$/, ''));

/** No question, and nothing in the clause or at the head of the sentence that makes it a supposition. */
function isStatement(tokens: readonly Token[], clause: Clause, { firstToken, endToken }: Sentence): boolean {
  if (supposing.test((tokens[firstToken] as Token).normal)) return false;
  for (let i = clause.first; i < clause.end; i++) if (imagined.has((tokens[i] as Token).normal)) return false;
  for (let i = endToken - 1; i > Math.max(firstToken, endToken - 4); i--) if (tokens[i]?.text === '?') return false;
  return true;
}

function figureOf(
  block: Block,
  value: Quantity | DateValue,
  sort: string,
  sentence: Sentence,
  words: readonly ContentWord[],
): Figure {
  const { tokens } = block;
  const { endToken } = sentence;
  const first = indexAt(block, value.start);
  const last = indexAt(block, value.end - 1);
  const clause = clauseAround(tokens, words, { first, last }, sentence);
  const head = value.kind === 'quantity' ? headOf(block, value, last, endToken) : { stem: 0, token: -1 };
  const near = words.filter(
    word =>
      word.token >= clause.first &&
      word.token < clause.end &&
      (word.token < first || word.token > last) &&
      word.token !== head.token,
  );
  const beside = startingIn(block.values, sentence).filter(other => other !== value);
  const inClause = ({ start: at }: Span) =>
    at >= (tokens[clause.first] as Token).start && at < (tokens[clause.end - 1] as Token).end;
  const turns: string[] = [];
  for (let i = Math.max(clause.first, first - turnReach); i < Math.min(clause.end, last + turnReach + 1); i++)
    if (turning.has((tokens[i] as Token).normal)) turns.push((tokens[i] as Token).normal);
  const before = tokens[first - 1]?.normal ?? '';
  const role = roles.has(before) ? before : '';
  return {
    start: value.start,
    end: value.end,
    value,
    sort,
    head: head.stem,
    near: near.map(({ stem }) => stem),
    all: new Set(words.filter(word => word.token < first || word.token > last).map(({ stem }) => stem)),
    names: near.filter(({ isName }) => isName).map(({ stem }) => stem),
    years: beside.flatMap(other => (other.kind === 'date' && other.year !== undefined ? [other.year] : [])),
    amounts: beside.flatMap(other =>
      other.kind === 'quantity' && other.amount !== undefined && inClause(other) ? [other.amount] : [],
    ),
    turns,
    role,
    said: saidBy(value),
    comparable: hashOf(`${sort} ${role}`),
    sentence,
    isAsserted: isStatement(tokens, toMarks(tokens, { first, end: last + 1 }, sentence), sentence),
  };
}

const saidBy = (value: Quantity | DateValue): number =>
  hashOf(
    value.kind === 'quantity'
      ? `${value.amount} ${value.upTo} ${value.bound}`
      : `${value.day} ${value.month} ${value.year}`,
  );

/** A half-open range of tokens. */
interface Clause {
  readonly first: number;
  readonly end: number;
}

/** No clause reaches farther than this from its figure, in tokens. */
const longestReach = 100;
/** Fewer content words than this say too little to be compared, and the clause is taken to go on across its commas. */
const shortestClause = 4;

/** The tokens of the clause around a figure: from one mark to the next, or more where that holds too few words. */
function clauseAround(
  tokens: readonly Token[],
  words: readonly ContentWord[],
  { first, last }: Record<'first' | 'last', number>,
  sentence: Sentence,
): Clause {
  const firstToken = Math.max(sentence.firstToken, first - longestReach);
  const endToken = Math.min(sentence.endToken, last + 1 + longestReach);
  let clause: Clause = { first, end: last + 1 };
  for (;;) {
    clause = toMarks(tokens, clause, { firstToken, endToken });
    const { first: from, end } = clause;
    const count = words.filter(({ token }) => token >= from && token < end).length;
    if (count >= shortestClause || (from === firstToken && end === endToken)) return clause;
    clause = { first: Math.max(firstToken, from - 1), end: Math.min(endToken, end + 1) };
  }
}

/** The tokens from the mark before to the mark behind, within a sentence. */
function toMarks(
  tokens: readonly Token[],
  { first, end }: Clause,
  { firstToken, endToken }: Pick<Sentence, 'firstToken' | 'endToken'>,
): Clause {
  let from = first;
  let to = end;
  while (from > firstToken && !breaks.test((tokens[from - 1] as Token).text)) from--;
  while (to < endToken && !breaks.test((tokens[to] as Token).text)) to++;
  return { first: from, end: to };
}

/** The noun that is counted, or the one of which there is a share: the last noun of the phrase behind the figure. */
function headOf(
  { tokens }: Block,
  value: Quantity,
  last: number,
  limit: number,
): { readonly stem: number; readonly token: number } {
  const isShare = value.measure === 'percent' || value.measure === 'ratio';
  let i = last + 1;
  if (value.unit && value.measure === 'count') {
    // A word may go on as a compound: “1,200 council homes” has “homes” at its end already.
    return { stem: nounStem(tokens[last] as Token), token: last };
  }
  if (isShare) {
    if (tokens[i]?.normal !== 'of') return { stem: 0, token: -1 };
    i++;
  } else if (value.measure !== 'count') return { stem: 0, token: -1 };
  else if (tokens[i]?.normal === 'of') i++;
  let noun = -1;
  for (; i < limit && i < last + 8; i++) {
    const { pos, kind } = tokens[i] as Token;
    if (kind === 'word' && (pos === 'noun' || pos === 'propn')) noun = i;
    else if (noun >= 0 || (pos !== 'adj' && pos !== 'det' && pos !== 'num' && pos !== 'adv' && pos !== 'pron')) break;
  }
  return noun < 0 ? { stem: 0, token: -1 } : { stem: nounStem(tokens[noun] as Token), token: noun };
}

/** The stem of a noun as the head of a figure. */
export function nounStem({ normal }: Pick<Token, 'normal'>): number {
  const singular = normal.length > 3 ? normal.replace(/(?:ies|y)$/, 'i').replace(/s$/, '') : normal;
  return stemOf(singular);
}
