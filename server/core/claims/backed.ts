import { linksOf, type Resolved } from '../citation/links.ts';
import { alongside, blocksIn } from '../model/alongside.ts';
import type { Article, PlacedBlock, PlacedEvidence } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import type { EvidenceStrength } from '../model/evidence.ts';
import { once } from '../model/once.ts';
import { shift } from '../model/span.ts';
import { readClaims } from './claims.ts';
import { backs, introducing, type Reach, reachWithin, type Shape, shapesOf, withOutside } from './reach.ts';
import { type StrengthOfMark, strengthInBlock } from './reaching.ts';
import { noSource } from './reasons.ts';

/** A block as the whole article backs it: its claims say what evidence reaches them, from wherever it stands. */
export interface BackedBlock extends PlacedBlock {
  /** What reaches each sentence. */
  readonly reach: readonly Reach[];
}

/** What reaches a sentence, with spans that count from the start of the article. */
export function placedEvidence(blocks: readonly BackedBlock[], index: number, sentence: number): PlacedEvidence[] {
  const here = blocks[index]?.reach[sentence];
  const by = blocks[index + (here?.blocks ?? 0)]?.start ?? 0;
  return (here?.evidence ?? []).map(one => ({ ...shift(one, by), kind: one.kind, strength: one.strength }));
}

/** A block as it is backed wherever it stands: the same object for as long as the same backs it. */
export type Backing = Omit<BackedBlock, 'start'>;

/** What a block comes to, and what of the rest of the article was looked at. */
interface Known extends Backing {
  readonly marks: Marks | undefined;
  readonly outside: Reach | undefined;
}
type Marks = readonly (Resolved | undefined)[];

/** What a block came to last, which it does for as long as the rest of the article says the same to it. */
interface Memory {
  known?: Known;
}
const memoriesOf = alongside(once((_: Block): Memory => ({})));

/**
 * The blocks of an article with their claims as the article backs them. A footnote whose definition is missing or names no source
 * backs nothing; an introduction with a source backs the list below it, a speaker the quotation, a line "Source: …" what it stands under.
 *
 * A block that nothing outside it bears on is the very same object as in the article, and any other stays the same
 * from version to version while what bears on it does.
 */
export const backedBlocks = once((article: Article): readonly BackedBlock[] =>
  backingsOf(article).map((backing, at) => placed(article, backing, at)),
);

const placed = ({ blocks }: Article, { block, reach }: Backing, at: number): BackedBlock => ({
  start: blocks[at]?.start ?? 0,
  block,
  reach,
});

/** The same without their places, in line with the blocks of the article. */
export const backingsOf = once(back);

function back(article: Article): readonly Backing[] {
  const { blocks } = article;
  const { resolved } = linksOf(article);
  const shapes = shapesOf(blocksIn(article));
  const memory = memoriesOf(blocksIn(article));
  const below = sourcesBelow(blocks, shapes);
  const made: Backing[] = [];
  /** The block that introduces those that come now. */
  let introduction: number | undefined;
  blocks.forEach(({ block }, index) => {
    const { kind } = block;
    const isIntroduced = kind === 'list-item' || kind === 'quotation';
    if (!isIntroduced) introduction = undefined;
    const source = below.size > 0 ? below.get(index) : undefined;
    const opening = isIntroduced && introduction !== undefined ? made[introduction] : undefined;
    const intro = opening && introducing(opening.block, opening.reach, kind === 'quotation');
    const outside: Reach | undefined =
      source ??
      (intro && {
        ...intro,
        from: kind === 'quotation' ? 'speaker' : 'introduction',
        blocks: (introduction as number) + intro.blocks - index,
      });
    made.push(backedBy(block, memory[index] as Memory, resolved.get(index), outside));
    if (!isIntroduced && kind !== 'heading' && shapes[index]?.introduces) introduction = index;
  });
  return made;
}

/** For blocks that a line below names the source of: what it gives, by the index of the block. */
function sourcesBelow(blocks: readonly PlacedBlock[], shapes: readonly Shape[]): ReadonlyMap<number, Reach> {
  const found = new Map<number, Reach>();
  shapes.forEach(({ source, speaker }, index) => {
    if (source.length === 0 && speaker.length === 0) return;
    const above = blocks[index - 1]?.block.kind;
    if (above === undefined || above === 'heading' || above === 'boilerplate') return;
    const evidence = source.length > 0 ? source : above === 'quotation' ? speaker : [];
    const [first] = evidence;
    if (!first) return;
    const isGroup = above === 'table-cell' || above === 'list-item' || above === 'quotation';
    for (let at = index - 1; at >= 0 && blocks[at]?.block.kind === above; at--) {
      found.set(at, {
        strength: first.strength,
        from: source.length > 0 ? 'sourceLine' : 'speaker',
        evidence,
        blocks: index - at,
      });
      if (!isGroup) break;
    }
  });
  return found;
}

function backedBy(block: Block, memory: Memory, marks: Marks | undefined, outside: Reach | undefined): Known {
  let { known } = memory;
  if (!known || !isAsStrong(known.marks, marks) || !isSame(known.outside, outside)) {
    const strengthOf: StrengthOfMark = (mark, at) => marks?.[at]?.strength ?? strengthInBlock(mark);
    const judged = marks ? withoutDead(block, strengthOf) : block;
    const within = reachWithin(judged, strengthOf);
    const reach = outside ? withOutside(within, outside) : within;
    known = { marks, outside, reach, block: withReach(judged, reach) };
    memory.known = known;
  }
  return known;
}

const isAsStrong = (a: Marks | undefined, b: Marks | undefined): boolean =>
  a === b || (a?.length === b?.length && (a ?? []).every((mark, at) => mark?.strength === b?.[at]?.strength));

const isSame = (a: Reach | undefined, b: Reach | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.strength === b.strength &&
    a.from === b.from &&
    a.blocks === b.blocks &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every((one, at) => one.start === b.evidence[at]?.start && one.end === b.evidence[at]?.end));

/** A block is read as if its marks led somewhere; its claims are judged anew where some do not. */
function withoutDead(block: Block, strengthOf: StrengthOfMark): Block {
  const isDead = (mark: Block['evidence'][number], at: number) => {
    const strength = strengthOf(mark, at);
    return strength !== strengthInBlock(mark) && (strength === 'none' || strength === 'placeholder');
  };
  if (block.claims.length === 0 || !block.evidence.some(isDead)) return block;
  const evidence = block.evidence.flatMap((mark, at) => {
    if (!isDead(mark, at)) return [mark];
    return strengthOf(mark, at) === 'placeholder' ? [{ ...mark, kind: 'placeholder' as const }] : [];
  });
  return { ...block, ...readClaims({ ...block, evidence }) };
}

/** The block with its claims as they are backed; the block itself where that is as it was read. */
function withReach(block: Block, reach: readonly Reach[]): Block {
  const claims = block.claims.map(claim => backed(claim, reach[claim.sentence]));
  return claims.every((claim, at) => claim === block.claims[at]) ? block : { ...block, claims };
}

function backed(claim: Claim, reach: Reach | undefined): Claim {
  const evidence =
    reach && !(reach.strength === 'none' && claim.evidence === 'own') ? strengthOfReach(reach) : claim.evidence;
  const placeholder = claim.placeholder || reach?.strength === 'placeholder';
  if (evidence === claim.evidence && placeholder === claim.placeholder) return claim;
  const reasons = claim.reasons.filter(reason => reason !== noSource);
  return { ...claim, evidence, placeholder, reasons: evidence === 'none' ? [...reasons, noSource] : reasons };
}

/** As the analysis format names it: what backs a claim from beside it is nearby. */
function strengthOfReach(reach: Reach): EvidenceStrength {
  if (reach.strength === 'placeholder') return 'none';
  return reach.from !== 'sentence' && backs(reach) ? 'nearby' : reach.strength;
}
