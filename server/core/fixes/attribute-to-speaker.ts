import type { PlacedBlock } from '../model/article.ts';
import type { Attribution } from '../model/attribution.ts';
import { firstWhere, startingIn } from '../model/span.ts';
import { textIn } from '../text/text-of.ts';
import { insertion, siteOf } from './fix.ts';
import { endForAttribution, type Rewrite } from './rewrites.ts';

/** A speaker further up than the paragraph before is not the one whom a reader has in mind. */
const farthest = 2;
const longestName = 60;
/** Whom a less likely attribution credits is not somebody to name. */
const sure = 0.8;
/** Of these it is clear who they are, even without a name: "the council", "the report". */
const roles = /^(?:office|organisation|document)$/;

/** "…, according to the harbour master." for whoever was credited last before what is asserted. */
export const attributeToSpeaker: Rewrite = (context, finding) => {
  const at = endForAttribution(context, finding);
  if (at === undefined) return undefined;
  const name = lastSpeaker(context.article.blocks, finding.start, siteOf(context, finding)?.sentence.start ?? 0);
  if (name === undefined) return undefined;
  return {
    kind: 'attribute',
    title: `Attribute to ${name}`,
    edits: [insertion(at, ', according to ', name)],
  };
};

/** Who was credited last before a sentence of the block at a position, in words that can stand within a sentence. */
function lastSpeaker(blocks: readonly PlacedBlock[], position: number, sentenceStart: number): string | undefined {
  const index = firstWhere(blocks, ({ start }) => start > position) - 1;
  for (let at = index; at >= 0 && at > index - farthest; at--) {
    const { block } = blocks[at] as PlacedBlock;
    if (block.kind === 'heading') return undefined;
    for (const { source, sourceType, cue, sense, confidence } of [...block.attributions].sort(byCue).reverse()) {
      const [first, ...more] = source;
      if (!first || more.length > 0 || confidence < sure || (sense !== 'said' && sense !== 'found')) continue;
      if (at === index && Math.max(first.end, ...cue.map(({ end }) => end)) > sentenceStart) continue;
      const isNamed = startingIn(block.values, first).some(({ kind }) => kind === 'name');
      const name = named(textIn(block, first));
      if (name !== undefined && (isNamed || (roles.test(sourceType) && /^the(?: \S+){1,3}$/.test(name)))) return name;
    }
  }
  return undefined;
}

const byCue = (a: Attribution, b: Attribution): number => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0);

/** A name without what explains it; undefined for a pronoun, for a group without borders, and for what may be markup. */
function named(words: string): string | undefined {
  const [name = ''] = words.split(/[,;:()“”"–—]/, 1);
  const plain = name.trim().replace(/^The\b/, 'the');
  const isPlain = /^(?:the )?\p{L}[\p{L}\p{N} .'’-]*$/u.test(plain) && plain.length <= longestName;
  return isPlain && (plain.startsWith('the ') || /^\p{Lu}/u.test(plain)) && !opensOther.test(plain) ? plain : undefined;
}

/** Words that open a phrase, here with the capital of a sentence, that is no name. */
const opensOther =
  /^(?:I|We|You|He|She|It|They|Who|One|An?|This|That|These|Those|Some|Many|Most|All|Any|No|Few|Several|Both|Each|Every|Other|Another|His|Her|Their|My|Our|Its|Your|As|In|At|On|For)(?: |$)/;
