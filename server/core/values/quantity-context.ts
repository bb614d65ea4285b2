import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Quantity } from '../model/value.ts';

const longestBase = 7;
const about = wordSet('about around roughly approximately nearly almost some circa ca. approx. c. estimated');
/** Words that a noun phrase does not go on across. */
const ends = wordSet(
  'is are was were be been being has have had do does did will would can could may might must should and or but that which who whom whose when while because if as than to in on at by for from with after before since during between into over under said say says not',
);

/** Whether the words before a number make it an estimate or a bound. */
export function boundBefore(tokens: readonly Token[], i: number): Quantity['bound'] {
  const word = (offset: number) => tokens[i - offset]?.normal ?? '';
  const skip = word(1) === 'a' || word(1) === 'the' || word(1) === 'between' || word(1) === 'from' ? 1 : 0;
  const last = word(1 + skip);
  const before = word(2 + skip);
  if (last === 'than') {
    const isMore = before === 'more';
    if (!isMore && before !== 'fewer' && before !== 'less') return undefined;
    return isMore !== /^(?:no|not)$/.test(word(3 + skip)) ? 'at-least' : 'at-most';
  }
  if (before === 'at' && (last === 'least' || last === 'most')) return last === 'least' ? 'at-least' : 'at-most';
  if (before === 'up' && last === 'to') return 'at-most';
  if (before === 'upwards' && last === 'of') return 'at-least';
  if (last === 'over' || last === 'above' || last === 'exceeding') return 'at-least';
  if (last === 'under' || last === 'below') return 'at-most';
  return about.has(last) ? 'about' : undefined;
}

/** Half-open range of the tokens that say what a number is a share of, or from when it counts: "of the voters", "since 2015". */
export function baseAfter(tokens: readonly Token[], i: number): readonly [number, number] | undefined {
  const opening = tokens[i];
  if (!opening) return undefined;
  if (/^(?:since|from)$/.test(opening.normal)) {
    const year = tokens[i + 1];
    return year && /^(?:1\d|20)\d\d$/.test(year.text) ? [i, i + 2] : undefined;
  }
  if (opening.normal !== 'of') return undefined;
  let end = i + 1;
  while (end < tokens.length && end < i + longestBase && isInside(tokens[end] as Token)) end++;
  return end > i + 1 ? [i, end] : undefined;
}

const isInside = (token: Token): boolean =>
  (token.kind === 'word' || token.kind === 'number') && !ends.has(token.normal) && !/ed$/.test(token.normal);
