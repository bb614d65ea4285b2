import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { cover, type Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { indexAt } from '../text/token-index.ts';
import { ownQuantities } from './own-quantities.ts';

/** Parts that a sentence says make a whole, and do not. */
export interface WrongSum extends Span {
  /** The whole, where the sentence gives it; absent where the whole is 100 per cent. */
  readonly whole?: Quantity;
  readonly sum: number;
  /** The parts, where the finding is at the whole, which comes last. */
  readonly parts?: Span;
}

/** Adverbs that look like plural nouns behind a figure. */
const placeAdverbs = wordSet('upstairs downstairs indoors outdoors overseas sideways');
/** Three figures rounded to the unit may make this much more or less than 100 per cent. */
const roundingSlack = 2;

/** Sums in a block that do not come out, in order of position. */
export function wrongSums(block: Block): WrongSum[] {
  return block.sentences.flatMap(sentence => {
    const quantities = ownQuantities(block, sentence).filter(
      ({ amount, upTo }) => amount !== undefined && upTo === undefined,
    );
    if (quantities.length < 2) return [];
    return (
      wrongShares(block, sentence, quantities) ??
      wrongParts(block, sentence, quantities) ??
      wrongTotal(block, quantities) ??
      []
    );
  });
}

const sides = [
  /^(?:for|favou?r|favou?red|support|supported|supporting|approve|approved|yes|agree|agreed)$/,
  /^(?:against|oppose|opposed|opposing|disapprove|disapproved|no|disagree|disagreed)$/,
  /^(?:undecided|unsure|neither|neutral|opinion|abstain|abstained|rest|remainder|remaining|know|uncertain)$/,
] as const;

/** Answers that exclude each other: those for, those against, and those who said neither. */
function wrongShares(block: Block, sentence: Sentence, quantities: readonly Quantity[]): WrongSum[] | undefined {
  const shares = quantities.filter(({ measure }) => measure === 'percent');
  if (shares.length < 2 || shares.length > 3 || shares.length < quantities.length) return undefined;
  const behind = (side: RegExp) =>
    shares.findIndex(({ end }, i) => {
      const from = indexAt(block, end);
      const to = Math.min(
        sentence.endToken,
        from + 7,
        shares[i + 1] ? indexAt(block, (shares[i + 1] as Quantity).start) : Infinity,
      );
      return block.tokens.slice(from, to).some(token => side.test(token.normal));
    });
  const found = sides.slice(0, shares.length).map(behind);
  // Each side has a share of its own.
  if (found.includes(-1) || new Set(found).size < shares.length) return undefined;
  const sum = shares.reduce((total, { amount = 0 }) => total + amount, 0);
  if (sum <= 100 + roundingSlack) return undefined;
  return [{ start: (shares[0] as Quantity).start, end: (shares.at(-1) as Quantity).end, sum: tidy(sum) }];
}

/** “Of the 340 seats, 120 … and the other 210 …”, “340 seats, 120 upstairs and 230 downstairs”. */
function wrongParts(block: Block, sentence: Sentence, quantities: readonly Quantity[]): WrongSum[] | undefined {
  const [whole, ...parts] = quantities;
  const last = parts.at(-1);
  if (!whole || !last || parts.length < 2 || quantities.some(({ measure, bound }) => measure !== 'count' || bound))
    return undefined;
  const before = (quantity: Quantity, by = 1) => block.tokens[indexAt(block, quantity.start) - by]?.normal ?? '';
  const counted = ({ unit }: Quantity) => (unit === undefined || placeAdverbs.has(unit) ? undefined : unit);
  if (parts.some(part => counted(part) !== undefined && counted(part) !== whole.unit)) return undefined;
  const isOf = before(whole) === 'of' || before(whole, 2) === 'of';
  const isRest = /^(?:other|remaining)$/.test(before(last));
  const sum = parts.reduce((total, { amount = 0 }) => total + amount, 0);
  const right = whole.amount ?? 0;
  const lastToken =
    counted(last) === undefined && last.unit ? indexAt(block, last.end - 1) - 1 : indexAt(block, last.end - 1);
  const where = { start: (parts[0] as Quantity).start, end: (block.tokens[lastToken] as Token).end, whole, sum };
  if (isOf && isRest) return sum === right ? undefined : [where];
  if (!whole.unit || parts.some(part => counted(part) !== undefined) || !areListed(block, sentence, whole, parts))
    return undefined;
  const isNear = Math.abs(sum - right) <= right / 5;
  return sum !== right && (sum > right || isNear) ? [where] : undefined;
}

/** "120 in the school, 85 in the church and 45 at home, 260 in all": the whole comes last, and says that it is one. */
function wrongTotal(block: Block, quantities: readonly Quantity[]): WrongSum[] | undefined {
  const parts = quantities.slice(0, -1);
  const whole = quantities.at(-1);
  const [first] = parts;
  const last = parts.at(-1);
  if (!whole || !first || !last || parts.length < 2) return undefined;
  if (quantities.some(({ measure, bound }) => measure !== 'count' || bound)) return undefined;
  const units = new Set(quantities.flatMap(({ unit }) => unit ?? []));
  if (units.size > 1) return undefined;
  const word = (i: number) => block.tokens[i]?.normal ?? '';
  const at = indexAt(block, whole.start);
  const behind = indexAt(block, whole.end - 1) + 1;
  const isTotal =
    /^(?:in (?:all|total)|all told|altogether\b)/.test(`${word(behind)} ${word(behind + 1)}`) ||
    /^(?:total of|altogether|making|makes)/.test(word(at - 1) === 'of' ? `${word(at - 2)} of` : word(at - 1));
  const isJoined = word(indexAt(block, last.start) - 1) === 'and';
  const between = block.tokens.slice(indexAt(block, first.start), at);
  if (!isTotal || !isJoined || between.some(({ normal }) => isOpenEnded.test(normal))) return undefined;
  const sum = parts.reduce((total, { amount = 0 }) => total + amount, 0);
  return sum === whole.amount
    ? undefined
    : [{ start: whole.start, end: whole.end, parts: cover(first, last), whole, sum }];
}

/** Words that say that there are other parts than those counted. */
const isOpenEnded = /^(?:including|include|among|which|whom|with|at|than|some|more|then|later|another)$/;

/** The parts follow the whole behind one mark, joined by commas and “and”, and nothing says that there are more. */
function areListed(block: Block, sentence: Sentence, whole: Quantity, parts: readonly Quantity[]): boolean {
  const from = indexAt(block, whole.end);
  const tokens = block.tokens.slice(from, sentence.endToken);
  const mark = block.tokens[indexAt(block, (parts[0] as Quantity).start) - 1]?.text ?? '';
  const last = parts.at(-1) as Quantity;
  const isJoined = block.tokens[indexAt(block, last.start) - 1]?.normal === 'and';
  const isOpen = tokens.some(({ normal }: Token) => isOpenEnded.test(normal));
  return /^[,:—–(]$/.test(mark) && isJoined && !isOpen;
}

const tidy = (sum: number): number => Number(sum.toFixed(2));
