import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, ofSentence, startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { countedIn } from './counted.ts';
import { evidenceIn } from './evidence-in.ts';
import { type Read, type StrengthOfMark, strengthInBlock, strongest } from './reaching.ts';

/** The sentence before on whose source this one rests, as it goes on from it or goes on counting; absent where there is none. */
export function sourceBefore(
  block: Read,
  index: number,
  strengthOf: StrengthOfMark = strengthInBlock,
): number | undefined {
  const isBacked = (at: number) => /^(?:cited|named)$/.test(strongest(evidenceIn(block, at, undefined, strengthOf)));
  if (index > 0 && goesOn(block, index) && isBacked(index - 1)) return index - 1;
  // Most sentences neither count nor point back, and no other is looked at for them.
  if (countedIn(block, index).length === 0 && !pointsBack(block, index)) return undefined;
  return countedBefore(block, index, isBacked, strengthOf, index - farthestCount);
}

/** Opens with a pronoun or a quotation mark: the same speaker goes on. */
export function goesOn(block: Pick<Block, 'sentences' | 'tokens'>, index: number): boolean {
  const first = block.tokens[block.sentences[index]?.firstToken ?? -1];
  return (
    first?.kind === 'quote' ||
    /^(?:he|she|they|it|this|these|those|that|such|his|her|their|its)$/.test(first?.normal ?? '')
  );
}

/** "Another 20 per cent …", perhaps behind a sentence that only comments, or behind others that go on with the same count. */
function countedBefore(
  block: Read,
  index: number,
  isBacked: (at: number) => boolean,
  strengthOf: StrengthOfMark,
  floor: number,
): number | undefined {
  for (let at = index - 1; at >= Math.max(0, floor); at--) {
    if (isBacked(at)) return countsOn(block, index, at) ? at : undefined;
    if (evidenceIn(block, at, undefined, strengthOf).length > 0) return undefined;
    if (countedIn(block, at).length === 0) continue;
    const source = countedBefore(block, at, isBacked, strengthOf, floor);
    return source !== undefined && (countsOn(block, index, source) || countsOn(block, index, at)) ? source : undefined;
  }
  return undefined;
}

/** Furthest that a count goes on behind the sentence that names its source. */
const farthestCount = 4;

/**
 * Goes on with the count of an earlier sentence: opens with another share ("Only 17 per cent …", "The remaining third …"), points back at
 * the study ("The same survey …", "That figure …"), or tells of another year what that one tells of one.
 */
function countsOn(block: Read, index: number, earlier: number): boolean {
  const measures = new Set(countedIn(block, earlier).map(({ measure }) => measure));
  // "According to the ministry's data, rents were highest in the towns": what follows counts.
  const isCount = measures.size > 0 || restsOnBody(block, earlier);
  if (!isCount) return false;
  if (pointsBack(block, index)) return true;
  if (!countedIn(block, index).some(({ measure }) => measures.has(measure) || measures.size === 0)) return false;
  return (
    (measures.size > 0 && opensWithShare(block, index)) ||
    itStands(block, index) ||
    repeatsFigure(block, index, earlier) ||
    (opensWithTime(block, index) && sharesNoun(block, index, earlier))
  );
}

const restsOnBody = ({ attributions }: Read, index: number): boolean =>
  ofSentence(attributions, index).some(({ sourceType }) => sourceType === 'document' || sourceType === 'organisation');

/** "As against 26 per cent in the villages, it stood at …": the figure of before, behind what opens the sentence. */
function itStands({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const opening = tokens.slice(firstToken, Math.min(endToken, firstToken + 14));
  const comma = opening.findIndex(({ text }) => text === ',');
  return (
    comma > 0 &&
    opening[comma + 1]?.normal === 'it' &&
    /^(?:stood|stands|was|is|rose|fell|reached|had|came)$/.test(opening[comma + 2]?.normal ?? '') &&
    opening.slice(0, comma).every(({ pos }) => pos !== 'verb' && pos !== 'aux')
  );
}

const beforeShare = wordSet(
  'and but while another only just some about around roughly nearly almost over under fully fewer less more than barely an a the further additional remaining other rest of those even still yet then as many',
);

/** "Only 17 percent", "Another fifth", "The remaining 35 percent". */
function opensWithShare(block: Read, index: number): boolean {
  const { tokens, sentences } = block;
  const { firstToken, endToken } = sentences[index] as Sentence;
  const [share] = countedIn(block, index);
  if (!share || (share.measure !== 'percent' && share.measure !== 'ratio')) return false;
  let at = firstToken;
  while (at < endToken && (tokens[at] as Token).start < share.start && beforeShare.has((tokens[at] as Token).normal))
    at++;
  return tokens[at]?.start === share.start;
}

/** "The same survey found", "That figure was", "This share has". */
function pointsBack({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken } = sentences[index] as Sentence;
  const word = (i: number) => tokens[firstToken + i]?.normal ?? '';
  const same = word(0) === 'the' && word(1) === 'same' ? 2 : /^(?:that|this|these|those)$/.test(word(0)) ? 1 : 0;
  return (
    same > 0 &&
    /^(?:analysis|audit|data|document|figures?|numbers?|paper|polls?|rate|report|research|results?|share|studies|study|surveys?|table|total)$/.test(
      word(same),
    )
  );
}

/** "The same 30 per cent", "At $19.5 billion, the budget …": the figure of before, and no other. */
function repeatsFigure(block: Read, index: number, earlier: number): boolean {
  const known = new Set(countedIn(block, earlier).map(({ amount, measure }) => `${measure} ${amount}`));
  const here = countedIn(block, index);
  const isKnown = ({ amount, measure }: Quantity) => amount !== undefined && known.has(`${measure} ${amount}`);
  return (
    here.every(isKnown) ||
    here.some(
      value =>
        isKnown(value) &&
        block.tokens[firstWhere(block.tokens, token => token.start >= value.start) - 1]?.normal === 'same',
    )
  );
}

/** "In 1984, …", "By 2009 …", "In the previous week …". */
function opensWithTime({ values, tokens, sentences }: Read, index: number): boolean {
  const { firstToken } = sentences[index] as Sentence;
  const from = tokens[firstToken]?.start ?? 0;
  const to = tokens[firstToken + 4]?.start ?? Number.POSITIVE_INFINITY;
  return startingIn(values, { start: from, end: to }).some(({ kind }) => kind === 'date' || kind === 'time');
}

/** What is counted stands before the figure, and in the earlier sentence: "By 2009, fees had become 37 per cent". */
function sharesNoun(block: Read, index: number, earlier: number): boolean {
  const { tokens } = block;
  const isNoun = ({ pos, normal }: Token) => pos === 'noun' && !/^(?:per-?)?cents?$/.test(normal);
  const { firstToken, endToken } = block.sentences[earlier] as Sentence;
  const known = new Set(
    tokens
      .slice(firstToken, endToken)
      .filter(isNoun)
      .map(({ normal }) => normal),
  );
  const [figure] = countedIn(block, index);
  const start = block.sentences[index]?.start ?? 0;
  return startingIn(tokens, { start, end: figure?.start ?? start }).some(
    token => isNoun(token) && known.has(token.normal),
  );
}
