import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Read } from './reaching.ts';

/** "In the 90 minutes that we stood there, …": the writer was there all the time that is told of. */
export function isWitnessed({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const word = (i: number) => (i < endToken ? (tokens[i]?.normal ?? '') : '');
  if (!/^(?:in|during|for|over|throughout)$/.test(word(firstToken))) return false;
  for (let i = firstToken + 2; i < firstToken + 6; i++)
    if (/^(?:minutes?|hours?|days?|nights?|mornings?|afternoons?|evenings?)$/.test(word(i)))
      return /^(?:i|we)$/.test(word(/^(?:that|which)$/.test(word(i + 1)) ? i + 2 : i + 1));
  return false;
}

const countings = wordSet(
  'analysis analyses calculation calculations count counts estimate estimates figures reckoning sums survey surveys tally',
);

/** What whoever inquires does: the sentence tells of their own inquiry. */
const checkings = wordSet(
  'verified checked confirmed counted calculated tallied measured added analysed analyzed coded collected estimated interviewed observed recorded recruited sampled surveyed',
);

/** "By our count, …", "My calculations suggest that …", "We have verified through the land register that …", "We interviewed 40 tenants": the writer has counted. */
export function isOwnCount({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const word = (i: number) => (i < endToken ? (tokens[i]?.normal ?? '') : '');
  for (let i = firstToken; i < firstToken + 4; i++) {
    if (/^(?:my|our)$/.test(word(i)) && (i === firstToken || /^(?:by|on|,)$/.test(word(i - 1))))
      return countings.has(word(i + 1)) || countings.has(word(i + 2));
    if (!/^(?:i|we)$/.test(word(i))) continue;
    let verb = i + 1;
    while (/^(?:have|had|then|also|\p{L}+ly)$/u.test(word(verb))) verb++;
    return checkings.has(word(verb));
  }
  return false;
}
