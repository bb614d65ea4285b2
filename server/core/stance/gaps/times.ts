import { sourceNounKind } from '../../attribution/nouns.ts';
import { entries } from '../../generated/vague-times.ts';
import { phraseMatcher } from '../../lexicon/phrase-matcher.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { firstWhere, overlaps, type Span, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';

const findTimes = phraseMatcher(entries);
const quantifiers = wordSet('few several many couple some recent');
const units = wordSet('days weeks months years decades centuries generations');
const openings = wordSet('in over during for throughout across within');
/** Words that a period or “the recent decline” starts with. */
const starts: ReadonlySet<string> = new Set([
  ...openings,
  ...quantifiers,
  ...units,
  'the',
  'a',
  'past',
  'last',
  'previous',
]);
/** Within how many characters a date belongs to a time. */
const nearby = 40;

/** Times that date nothing: "recently", "for decades", "over the past few years", "the recent decline". */
export function vagueTimes(block: Attributed): Gap[] {
  const { tokens } = block;
  return block.sentences.flatMap((sentence, index) => {
    if (tokens[sentence.endToken - 1]?.text === '?') return [];
    const ranges: (readonly [number, number])[] = findTimes(tokens, sentence.firstToken, sentence.endToken)
      .filter(({ first, end }) => isTime(tokens, first, end, sentence))
      .map(({ first, end }) => [first, end]);
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const { normal } = tokens[i] as Token;
      if (!starts.has(normal)) continue;
      const end = periodAt(tokens, i, sentence.endToken);
      if (end > i && !ranges.some(([first, last]) => i < last && first < end)) ranges.push([i, end]);
      else if (isRecent(block, sentence, i)) ranges.push([i, i + 1]);
    }
    if (ranges.length === 0) return [];
    const values = startingIn(block.values, sentence);
    const dates = values.filter(value => value.kind === 'date');
    // "Two years ago" dates something; the word behind the number does not take that back.
    const told = values.filter(value => value.kind === 'time');
    return ranges
      .map(([first, end]): Gap => ({ kind: 'vague-time', ...spanOfTokens(block, first, end), sentence: index }))
      .filter(
        gap =>
          !isToCome(tokens, sentence, gap) &&
          !isInFuture(tokens, sentence, gap) &&
          !told.some(time => overlaps(time, gap)) &&
          !dates.some(date => isNear(date, gap)),
      );
  });
}

/** "will regret for a long time": nobody can date what is yet to come. */
const isToCome = (tokens: readonly Token[], { firstToken, endToken }: Sentence, { start }: Span): boolean => {
  for (let i = firstToken, will = -9; i < endToken; i++) {
    const token = tokens[i] as Token;
    if (token.start >= start) return i - will < 6;
    if (/^(?:will|would|won't|may|might)$/.test(token.normal)) will = i;
    if (/^[,;:]$/.test(token.text)) will = -9;
  }
  return false;
};

/** "In a few years we will laugh": a time from now on, with what will be behind it. */
const isInFuture = (tokens: readonly Token[], { endToken }: Sentence, { start, end }: Span): boolean => {
  const first = firstWhere(tokens, token => token.start >= start);
  if ((tokens[first] as Token).normal !== 'in') return false;
  const behind = firstWhere(tokens, token => token.start >= end);
  return tokens
    .slice(behind, Math.min(endToken, behind + 6))
    .some(({ normal }) => /^(?:will|won't|shall|may|might)$/.test(normal));
};

/** A date so close that it says when: "recently, on 12 May". */
const isNear = (date: Span, { start, end }: Span): boolean => date.start < end + nearby && start < date.end + nearby;

/** "a card recently given to staff" and "the recently published book" tell a thing from others and date no fact. */
function isTime(tokens: readonly Token[], first: number, end: number, sentence: Sentence): boolean {
  const word = (tokens[end - 1] as Token).normal;
  if (word === 'recently') {
    const before = tokens[first - 1];
    const next = tokens[end];
    if (
      /^(?:det|pron|part)$/.test(before?.pos ?? '') &&
      next?.pos === 'verb' &&
      /^(?:noun|adj)$/.test(tokens[end + 1]?.pos ?? '')
    )
      return !/^(?:the|a|his|her|its|their|my|our|your|'s)$/.test(before?.normal ?? '');
    if (next?.pos !== 'verb' || /ing$/.test(next.normal)) return before?.normal !== 'most';
    return first === sentence.firstToken || before?.pos !== 'noun';
  }
  // "for years to come", "for decades of abuse"
  if (word === 'years' || word === 'decades') return !/^(?:to|of|yet)$/.test(tokens[end]?.normal ?? '');
  return true;
}

/** The end of "over the past few years" or "a few years ago" at `i`; `i` if there is none. A number in the place of "few" dates it. */
function periodAt(tokens: readonly Token[], i: number, limit: number): number {
  let at = i;
  const opening = openings.has((tokens[i] as Token).normal);
  if (opening) at++;
  if (/^(?:the|a)$/.test(tokens[at]?.normal ?? '')) at++;
  let vague = false;
  let relative = false;
  for (; at < limit; at++) {
    const { normal } = tokens[at] as Token;
    if (quantifiers.has(normal)) vague = true;
    else if (/^(?:past|last|previous)$/.test(normal)) relative = true;
    else if (normal !== 'of') break;
  }
  if (at >= limit || !units.has((tokens[at] as Token).normal)) return i;
  if (tokens[at + 1]?.normal === 'ago') return vague || i === at ? at + 2 : i;
  if (!opening || /^(?:to|of|before|after|later)$/.test(tokens[at + 1]?.normal ?? '')) return i;
  return vague || relative ? at + 1 : i;
}

/** "the recent decline", and not a named event ("the recent G20 summit") or a comparison ("more recent events"). */
function isRecent(block: Attributed, sentence: Sentence, i: number): boolean {
  const { tokens } = block;
  if ((tokens[i] as Token).normal !== 'recent') return false;
  const before = tokens[i - 1];
  if (i > sentence.firstToken && before && /^(?:most|more|fairly|my|our|your|any|in|these)$/.test(before.normal))
    return false;
  if (i > sentence.firstToken && /.est$/.test(before?.normal ?? '') && before?.pos === 'adj') return false;
  let end = i + 1;
  // "his recent, uncharacteristic defiance"
  if (tokens[end]?.text === ',' && tokens[end + 1]?.pos === 'adj') end++;
  while (end < sentence.endToken && /^(?:adj|noun|propn)$/.test((tokens[end] as Token).pos)) end++;
  const noun = tokens[end - 1];
  if (
    !noun ||
    end === i + 1 ||
    units.has(noun.normal) ||
    /^(?:history|times|memory|example|examples)$/.test(noun.normal)
  )
    return false;
  // What a recent study says is a question of which, not when.
  if (sourceNounKind(noun.normal) === 'document' && !tokens.slice(i + 1, end).some(({ text }) => /^\p{Lu}/u.test(text)))
    return false;
  for (let at = i + 1; at < end; at++) if (/\p{Lu}.*\p{Lu}|\d/u.test((tokens[at] as Token).text)) return false;
  return startingIn(block.evidence, spanOfTokens(block, i, end)).length === 0;
}
