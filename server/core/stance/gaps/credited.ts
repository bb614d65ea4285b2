import { strengthInBlock } from '../../claims/reaching.ts';
import type { Block } from '../../model/block.ts';
import { cover, overlaps, type Span, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';

type Credited = Pick<Block, 'attributions' | 'evidence' | 'sentences' | 'tokens'>;

/**
 * Where the sentence that says who is credited, and with what, stretches around the words that leave that open: from source, cue or
 * content to the last of them. Absent where nothing is credited to the words.
 */
export function creditedAround(
  { attributions, sentences }: Pick<Credited, 'attributions' | 'sentences'>,
  words: Span,
): Span | undefined {
  const about = attributions.find(({ source, cue }) => [...source, ...cue].some(part => overlaps(part, words)));
  const sentence = about && sentences[about.sentence];
  if (!sentence) return undefined;
  const parts = [...about.source, ...about.cue, ...about.content].filter(({ end }) => end <= sentence.end);
  return parts.reduce(cover, { start: words.start, end: words.end });
}

/**
 * True where a mark leads to whoever says so: one in what is credited ("critics [argue](…) that"), behind it after no more than a
 * space and a bracket, or at the end of the sentence, where it stands for the whole.
 */
export function isTraced(block: Credited, words: Span & Pick<Gap, 'sentence'>): boolean {
  const sentence = block.sentences[words.sentence];
  if (block.evidence.length === 0 || !sentence) return false;
  const around = creditedAround(block, words) ?? words;
  return startingIn(block.evidence, { start: around.start, end: sentence.end + 3 }).some(
    mark =>
      (mark.start < around.end + 3 || closes(block, mark, sentence)) && /^(?:cited|named)$/.test(strengthInBlock(mark)),
  );
}

/** True for a mark without words of its own behind which the sentence has none. */
const closes = ({ tokens }: Credited, mark: Span, sentence: Span): boolean =>
  !startingIn(tokens, { start: mark.start, end: Math.max(mark.end, sentence.end) }).some(
    ({ kind }) => kind === 'word' || kind === 'number',
  );
