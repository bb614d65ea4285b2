import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { indexAt } from '../text/token-index.ts';
import { grain } from './differing.ts';
import { ownQuantities } from './own-quantities.ts';

/** A change that a sentence gives twice, by its two ends and as a share, where the one does not follow from the other. */
export interface WrongChange extends Span {
  /** The two ends of the change. */
  readonly ends: Span;
  /** What the ends make, as words: “50 per cent”, “20 percentage points, or 50 per cent”. */
  readonly right: string;
}

const changeNouns = wordSet(
  'increase rise growth gain jump surge hike climb improvement boost drop fall decline decrease cut reduction loss plunge slump dip slide change swing',
);
const changeVerbs = wordSet(
  'increased rose grew gained jumped surged climbed soared dropped fell declined decreased shrank plunged slumped dipped slid sank lost cut reduced up down rising falling growing increasing',
);
/** How much a figure may have been rounded by, as a share of it. */
const mostRounded = 0.015;
const hedges = wordSet(
  'about around roughly nearly almost some just over more than under less only a an the full by of to from approximately',
);
const multiples: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['tripled', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
]);

/** The shares of change in a block that do not follow from the figures beside them, in order of position. */
export function wrongChanges(block: Block): WrongChange[] {
  const found: WrongChange[] = [];
  for (const sentence of block.sentences) {
    const quantities = ownQuantities(block, sentence);
    if (quantities.length === 0) continue;
    const ends = endsIn(block, quantities);
    if (!ends) continue;
    const wrong = wrongShare(block, quantities, ends) ?? wrongMultiple(block, sentence, ends);
    if (wrong) found.push(wrong);
  }
  return found;
}

interface Ends extends Span {
  readonly from: number;
  readonly to: number;
  readonly measure: Quantity['measure'];
  readonly parts: readonly Quantity[];
}

/** “from 40 to 60”: one range, or two quantities of one measure. Absent where a sentence has several such pairs. */
function endsIn(block: Block, quantities: readonly Quantity[]): Ends | undefined {
  const found: Ends[] = [];
  quantities.forEach((low, i) => {
    if (low.amount === undefined || wordBefore(block, low) !== 'from') return;
    const { measure, start } = low;
    if (low.upTo !== undefined) {
      found.push({ start, end: low.end, from: low.amount, to: low.upTo, measure, parts: [low] });
      return;
    }
    const high = quantities[i + 1];
    if (!high || high.amount === undefined || high.upTo !== undefined || wordBefore(block, high) !== 'to') return;
    // “from 40 to 60 per cent” has its unit once; two units that differ compare nothing.
    if (high.measure !== measure && !(measure === 'count' && low.unit === undefined)) return;
    if (measure === 'money' && low.unit !== high.unit) return;
    found.push({ start, end: high.end, from: low.amount, to: high.amount, measure: high.measure, parts: [low, high] });
  });
  const [only] = found;
  return found.length === 1 && only && only.from > 0 && only.to > 0 && only.measure !== 'ordinal' ? only : undefined;
}

/** The word that says what part a figure plays, before hedges and the currency: “from”, “to”, “by”. */
function wordBefore(block: Block, { start }: Span): string {
  let i = indexAt(block, start) - 1;
  while (
    i > 0 &&
    /^(?:about|around|roughly|nearly|almost|some|just|over|approximately|a|an|the)$/.test(block.tokens[i]?.normal ?? '')
  )
    i--;
  return block.tokens[i]?.normal ?? '';
}

function wrongShare(block: Block, quantities: readonly Quantity[], ends: Ends): WrongChange | undefined {
  const shares = quantities.filter(
    quantity =>
      !ends.parts.includes(quantity) &&
      (quantity.measure === 'percent' || quantity.measure === 'percentage-points') &&
      quantity.upTo === undefined &&
      isChange(block, quantity),
  );
  const [share] = shares;
  if (shares.length !== 1 || !share || share.amount === undefined) return undefined;
  const isPoints = share.measure === 'percentage-points';
  if (isPoints && ends.measure !== 'percent') return undefined;
  const points = Math.abs(ends.to - ends.from);
  const slack = (amount: number) =>
    amount >= 1000 || !Number.isInteger(amount) ? Math.min(grain(amount) / 2, amount * mostRounded) : 0;
  const [low, high] = isPoints
    ? [points - slack(ends.from) - slack(ends.to), points + slack(ends.from) + slack(ends.to)]
    : changeBetween(ends, slack(ends.from), slack(ends.to));
  const stated = share.amount;
  const tolerance = Math.max(
    grain(stated) / 2,
    share.bound || isHedged(block, share) ? stated * 0.15 : 0,
    Number.isInteger(stated) ? 1 : 0.1,
  );
  if (stated >= low - tolerance && stated <= high + tolerance) return undefined;
  const exact = (points / ends.from) * 100;
  const right =
    ends.measure === 'percent'
      ? `${rounded(points)} percentage points, or ${rounded(exact)} per cent`
      : `${rounded(exact)} per cent`;
  return { start: share.start, end: share.end, ends: { start: ends.start, end: ends.end }, right };
}

/** The smallest and the largest change, in per cent, that two figures allow which may each be rounded. */
function changeBetween({ from, to }: Ends, fromSlack: number, toSlack: number): readonly [number, number] {
  const changes = [from - fromSlack, from + fromSlack].flatMap(a =>
    [to - toSlack, to + toSlack].map(b => (Math.abs(b - a) / a) * 100),
  );
  return [Math.min(...changes), Math.max(...changes)];
}

/** “a 20 per cent rise”, “a drop of 20 per cent”, “grew by 20 per cent”, “rose 20 per cent”, “up 20 per cent”. */
function isChange({ tokens }: Block, share: Quantity): boolean {
  const first = indexAt({ tokens }, share.start);
  const behind = indexAt({ tokens }, share.end - 1) + 1;
  for (let i = behind; i < behind + 3; i++) {
    const word = tokens[i]?.normal ?? '';
    if (changeNouns.has(word)) return true;
    if (tokens[i]?.pos !== 'adj') break;
  }
  let i = first - 1;
  while (i > 0 && hedges.has((tokens[i] as Token).normal)) i--;
  const before = tokens[i]?.normal ?? '';
  const isBy = tokens.slice(i + 1, first).some(token => token.normal === 'by');
  const isOf = tokens.slice(i + 1, first).some(token => token.normal === 'of');
  if (tokens.slice(i + 1, first).some(token => token.normal === 'to' || token.normal === 'from')) return false;
  return changeVerbs.has(before) ? !isOf : isOf ? changeNouns.has(before) : isBy && tokens[i]?.pos === 'verb';
}

const isHedged = ({ tokens }: Block, { start }: Span): boolean =>
  /^(?:about|around|roughly|nearly|almost|some|over|than|approximately)$/.test(
    tokens[indexAt({ tokens }, start) - 1]?.normal ?? '',
  );

/** “doubled from 400 to 600”. Writers round generously here. */
function wrongMultiple(block: Block, sentence: Sentence, ends: Ends): WrongChange | undefined {
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const token = block.tokens[i] as Token;
    const times = multiples.get(token.normal);
    if (times === undefined || token.end > ends.start) continue;
    const before = block.tokens[i - 1]?.normal ?? '';
    if (/^(?:nearly|almost|than|about|roughly|not)$/.test(before) || block.tokens[i + 1]?.normal !== 'from')
      return undefined;
    const real = ends.to / ends.from;
    if (real > times * 0.8 && real < times * 1.25) return undefined;
    const words = `${rounded(real * 100)} per cent of the first figure`;
    return { start: token.start, end: token.end, ends: { start: ends.start, end: ends.end }, right: words };
  }
  return undefined;
}

/** A number as an editor would write it: whole, or with one decimal where it is small. */
const rounded = (amount: number): string => String(amount < 10 ? Number(amount.toFixed(1)) : Math.round(amount));
