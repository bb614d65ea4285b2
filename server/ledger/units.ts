import type { Article, Block, PlacedClaim, Span } from '../core/index.ts';
import { once } from '../core/model/once.ts';
import { textOf } from '../core/text/text-of.ts';
import type { Selectors } from './record.ts';
import { type Worded, worded } from './words.ts';

/** A sentence of the draft, to which an entry of the record can be attached. */
export interface Unit extends Span, Worded {
  /** As a reader sees it, on one line. */
  readonly text: string;
  /** Index of its block in the article. */
  readonly block: number;
  /** The claim that the sentence makes; absent where it makes none. */
  readonly claim?: PlacedClaim;
}

/** The length of the context that is written down on either side, in UTF-16 code units. */
export const contextLength = 32;

const inOrder = new WeakMap<readonly PlacedClaim[], readonly Unit[]>();

/**
 * Every sentence of the draft in order. Those that make no claim are among them, since a claim that is reworded may not look
 * like one any more.
 *
 * @param claims The claims of the article in order, as `claimsOf` gives them: the sentences are remembered with them.
 */
export function unitsOf(article: Article, claims: readonly PlacedClaim[]): readonly Unit[] {
  let units = inOrder.get(claims);
  if (!units) inOrder.set(claims, (units = placedUnits(article, claims)));
  return units;
}

function placedUnits(article: Article, claims: readonly PlacedClaim[]): readonly Unit[] {
  const units: Unit[] = [];
  let next = 0;
  article.blocks.forEach(({ start, block }, index) => {
    const first = units.length;
    for (const unit of sentencesOf(block))
      units.push({ ...unit, start: start + unit.start, end: start + unit.end, block: index });
    for (; claims[next]?.block === index; next++) {
      const claim = claims[next] as PlacedClaim;
      const at = first + claim.claim.sentence;
      const unit = units[at];
      if (unit) units[at] = { ...unit, claim };
    }
  });
  return units;
}

/** The sentences of a block without its place, which is why they are remembered with it. */
const sentencesOf = once((block: Block) =>
  block.sentences.map(({ start, end, firstToken, endToken }) => {
    const text = textOf(block, firstToken, endToken).replace(/\s+/g, ' ').trim();
    return { start, end, text, ...worded(text) };
  }),
);

/** What a record writes down of a sentence, to find it again. */
export function selectorsOf(units: readonly Unit[], at: number): Selectors {
  const { text, start, end } = units[at] as Unit;
  return { exact: text, prefix: before(units, at), suffix: behind(units, at), start, end };
}

/** What a reader sees before a sentence. */
export function before(units: readonly Unit[], at: number): string {
  let text = '';
  for (let i = at - 1; i >= 0 && text.length < contextLength; i--) text = `${units[i]?.text} ${text}`;
  return whole(text.slice(-contextLength));
}

/** What a reader sees behind a sentence. */
export function behind(units: readonly Unit[], at: number): string {
  let text = '';
  for (let i = at + 1; i < units.length && text.length < contextLength; i++) text = `${text} ${units[i]?.text}`;
  return whole(text.slice(0, contextLength));
}

/** Without the halves of characters that were cut through. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
