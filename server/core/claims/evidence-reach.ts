import type { Block } from '../model/block.ts';
import type { EvidenceStrength } from '../model/evidence.ts';
import type { Sentence } from '../model/sentence.ts';
import { ofSentence, overlaps, type Span, startingIn } from '../model/span.ts';

type Read = Pick<Block, 'sentences' | 'tokens' | 'values' | 'evidence' | 'attributions' | 'gaps'>;

/**
 * How far the text backs a sentence: by a mark or a dated source in it, by somebody it names as a source,
 * by the source of a neighbouring sentence that it goes on from, or by nothing.
 *
 * @param cue The wording that shows what is claimed, which an attribution must cover to back it.
 */
export function evidenceFor(block: Read, index: number, cue?: Span): EvidenceStrength {
  const own = strengthIn(block, index, cue);
  if (own !== 'none') return own;
  const sentence = block.sentences[index];
  if (!sentence) return 'none';
  const before = index > 0 ? strengthIn(block, index - 1) : 'none';
  const goesOn = goesOnFrom(block, sentence);
  if ((before === 'cited' || before === 'named') && goesOn) return 'nearby';
  return 'none';
}

function strengthIn(block: Read, index: number, claimed?: Span): EvidenceStrength {
  const sentence = block.sentences[index];
  if (!sentence) return 'none';
  // A mark belongs to the sentence it stands in, or that it follows after the full stop.
  const reach = { start: sentence.start, end: block.sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY };
  const marked = startingIn(block.evidence, reach).some(mark => mark.kind !== 'placeholder');
  if (marked) return 'cited';
  const attributions = ofSentence(block.attributions, index)
    // What somebody thinks, wants or takes a side on backs nothing.
    .filter(({ cue, sense }) => (sense === 'said' || sense === 'found') && cue.every(part => isReported(block, part)))
    // What stands outside the credited words is the writer's: "The mayor says little; rents rose by 40 per cent".
    .filter(
      ({ content, cue, source }) => !claimed || [...content, ...cue, ...source].some(part => overlaps(part, claimed)),
    );
  const unidentified = ofSentence(block.gaps, index).some(gap => gap.kind === 'vague-study');
  const dated = startingIn(block.values, sentence).some(value => value.kind === 'date' && value.year !== undefined);
  if (attributions.some(({ source }) => source.some(part => isFirstPerson(block, part)))) return 'own';
  if (unidentified) return 'vague';
  const named = attributions.filter(({ sourceType }) => /^(?:person|office|organisation|document)$/.test(sourceType));
  if (named.some(({ sourceType }) => sourceType === 'document' || sourceType === 'organisation') && dated)
    return 'cited';
  if (named.length > 0) return 'named';
  return attributions.length > 0 ? 'vague' : 'none';
}

/** True where the source is the writer. */
export const isFirstPerson = (block: Pick<Block, 'tokens'>, source: Span): boolean =>
  /^(?:i|we|my|our)$/.test(startingIn(block.tokens, source)[0]?.normal ?? '');

/** Opens with a pronoun or a quotation mark: the same speaker goes on. */
function goesOnFrom(block: Read, sentence: Sentence): boolean {
  const first = block.tokens[sentence.firstToken];
  return (
    first?.kind === 'quote' ||
    /^(?:he|she|they|it|this|these|those|that|such|his|her|their|its)$/.test(first?.normal ?? '')
  );
}

/** Something was said. What somebody should, could or would say backs nothing. */
const isReported = (block: Read, cue: Span): boolean =>
  !startingIn(block.tokens, cue).some(token =>
    /^(?:should|must|ought|would|could|may|might|can|will|shall)$/.test(token.normal),
  );
