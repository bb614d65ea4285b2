import type { Block } from '../model/block.ts';
import type { Sentence } from '../model/sentence.ts';
import { cover, type Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { indexAt } from '../text/token-index.ts';
import { grain } from './differing.ts';
import { ownQuantities } from './own-quantities.ts';

/** A share that is given beside the part and the whole that it is a share of, and does not follow from them. */
export interface WrongShare extends Span {
  /** The part and the whole. */
  readonly figures: Span;
  /** What they make, in per cent. */
  readonly right: string;
}

/** "17 of the 42 measures", "of the 48 members, 12". */
interface Portion extends Span {
  readonly part: Quantity;
  readonly whole: Quantity;
  /** True where the whole opens the sentence and the part follows. */
  readonly isReversed: boolean;
}

/** How far off a fraction ("a third") may be, and any share that is only estimated, as a share of itself. */
const roughly = 0.15;

/** The shares of a block that do not follow from the part and the whole beside them, in order of position. */
export function wrongShares(block: Block): WrongShare[] {
  const found: WrongShare[] = [];
  let before: readonly Quantity[] = [];
  let told: Portion | undefined;
  for (const sentence of block.sentences) {
    const quantities = ownQuantities(block, sentence).filter(({ amount }) => amount !== undefined);
    const portions = portionsIn(block, sentence, quantities, before);
    for (const portion of portions) {
      const share = quantities.find(quantity => isShare(quantity) && isBeside(block, quantity, portion));
      const wrong = share && wrongShare(block, share, portion);
      if (wrong) found.push(wrong);
    }
    const [first] = quantities;
    const wrong = told && first && isSummedUp(block, sentence, first) && wrongShare(block, first, told);
    if (wrong) found.push(wrong);
    before = quantities;
    told = portions.length === 1 ? portions[0] : undefined;
  }
  return found;
}

const isCount = ({ measure, upTo }: Quantity): boolean => measure === 'count' && upTo === undefined;

const isShare = ({ measure, upTo, base }: Quantity): boolean =>
  (measure === 'percent' || measure === 'ratio') && upTo === undefined && base === undefined;

function portionsIn(
  block: Block,
  sentence: Sentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
): Portion[] {
  const word = (i: number) => block.tokens[i]?.normal ?? '';
  return quantities.flatMap((part, i): Portion[] => {
    if (!isCount(part)) return [];
    const next = quantities[i + 1];
    const behind = indexAt(block, part.end - 1) + 1;
    const found = (whole: Quantity, where: Span, isReversed = false): Portion[] =>
      (part.amount ?? 0) > 0 && (whole.amount ?? 0) > (part.amount ?? 0)
        ? [{ start: where.start, end: where.end, part, whole, isReversed }]
        : [];
    if (word(behind) === 'of' && /^(?:them|these|those)$/.test(word(behind + 1))) {
      // Who "they" are is sure only where one figure was given before.
      const [only] = before.filter(isCount);
      return only && before.length === 1
        ? found(only, { start: part.start, end: block.tokens[behind + 1]?.end ?? part.end })
        : [];
    }
    if (next && isCount(next) && word(behind) === 'of' && isOnly(block, behind + 1, next))
      return found(next, cover(part, next));
    const whole = quantities[i - 1];
    const isOpened = whole && i === 1 && isCount(whole) && word(sentence.firstToken) === 'of';
    const comma = whole ? indexAt(block, whole.end - 1) + 1 : 0;
    if (
      isOpened &&
      isOnly(block, sentence.firstToken + 1, whole) &&
      word(comma) === ',' &&
      indexAt(block, part.start) === comma + 1
    )
      return found(whole, cover(whole, part), true);
    return [];
  });
}

/** Whether nothing but an article or a possessive stands between a token and the quantity. */
function isOnly(block: Block, from: number, { start }: Span): boolean {
  const at = indexAt(block, start);
  return (
    at === from ||
    (at === from + 1 && /^(?:the|its|their|our|his|her|those|these|all)$/.test(block.tokens[from]?.normal ?? ''))
  );
}

const hedges =
  /^(?:about|around|roughly|nearly|almost|some|just|over|under|more|less|than|only|a|an|exactly|approximately)$/;

/** Whether a share stands in apposition to the figures: "(60 per cent)", ", or 60 per cent", "60 per cent (17 of the 42)". */
function isBeside(block: Block, share: Quantity, portion: Portion): boolean {
  const { tokens } = block;
  const isBehind = share.start > portion.end;
  const [front, back] = isBehind ? [portion, share] : [share, portion];
  let last = indexAt(block, back.start) - 1;
  while (hedges.test(tokens[last]?.normal ?? '')) last--;
  const mark = tokens[last]?.normal ?? '';
  const after = tokens[indexAt(block, back.end - 1) + 1]?.text ?? '';
  const isJoined =
    (mark === '(' && after === ')') || mark === 'or' || (isBehind && mark === ',' && /^[,.)]$/.test(after));
  // Words that still belong to what is counted may stand between: "of the 42 measures of the plan (60 per cent)".
  const from = indexAt(block, front.end - 1) + 1;
  const between = tokens.slice(from, mark === 'or' && tokens[last - 1]?.text === ',' ? last - 1 : last);
  if (!isJoined || between.length > 6) return false;
  if (portion.isReversed)
    return isBehind && mark === 'or' && !between.some(({ kind, text }) => kind === 'punctuation' && text !== ',');
  return between.every(({ pos }) => /^(?:noun|propn|adj|adp|det)$/.test(pos));
}

/** "That is a third." */
function isSummedUp(block: Block, { firstToken }: Sentence, share: Quantity): boolean {
  const { tokens } = block;
  let last = indexAt(block, share.start) - 1;
  while (last > firstToken && hedges.test(tokens[last]?.normal ?? '')) last--;
  return (
    isShare(share) &&
    last === firstToken + 1 &&
    /^(?:that|this)$/.test(tokens[firstToken]?.normal ?? '') &&
    /^(?:is|was|makes|made)$/.test(tokens[last]?.normal ?? '')
  );
}

function wrongShare(block: Block, share: Quantity, { start, end, part, whole }: Portion): WrongShare | undefined {
  const exact = ((part.amount ?? 0) / (whole.amount ?? 1)) * 100;
  const stated = (share.amount ?? 0) * (share.measure === 'ratio' ? 100 : 1);
  const isRough = [share, part, whole].some(({ bound }) => bound !== undefined) || share.measure === 'ratio';
  const isHedged = /^(?:about|around|roughly|nearly|almost|some|over|under|than|approximately)$/.test(
    block.tokens[indexAt(block, share.start) - 1]?.normal ?? '',
  );
  // A figure of thousands is most often rounded.
  const slack = [part, whole].some(({ amount = 0 }) => amount >= 1000) ? stated * 0.03 : 0;
  const tolerance = Math.max(
    share.measure === 'ratio' ? 0 : grain(stated) / 2,
    isRough || isHedged ? stated * roughly : 0,
    Number.isInteger(stated) ? 1 : 0.1,
    slack,
  );
  if (Math.abs(exact - stated) <= tolerance) return undefined;
  const right = `${exact < 10 ? Number(exact.toFixed(1)) : Math.round(exact)} per cent`;
  return { start: share.start, end: share.end, figures: { start, end }, right };
}
