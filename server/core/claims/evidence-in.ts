import type { Block } from '../model/block.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Sentence } from '../model/sentence.ts';
import { firstWhere, type Span } from '../model/span.ts';
import { wordingIn } from './credited-wording.ts';
import { type Reaching, type Read, type StrengthOfMark, strengthInBlock } from './reaching.ts';

/** The evidence that stands in a sentence or directly behind it, in order of position. */
export function evidenceIn(
  block: Read,
  index: number,
  claimed?: Span,
  strengthOf: StrengthOfMark = strengthInBlock,
): Reaching[] {
  const sentence = block.sentences[index];
  if (!sentence) return [];
  const found = marksOf(block, index).flatMap(({ mark, at }): Reaching[] => {
    const strength = strengthOf(mark, at);
    return strength === 'none' ? [] : [{ kind: mark.kind, strength, start: mark.start, end: mark.end }];
  });
  const wording = wordingIn(block, index, sentence, claimed);
  return wording ? [...found, wording] : found;
}

interface MarkOf {
  readonly mark: Evidence;
  /** Its place in the block's evidence. */
  readonly at: number;
}

/** The marks of a sentence: those that share words with it, and those that follow it before the next one starts. */
export function marksOf({ evidence, sentences }: Pick<Block, 'evidence' | 'sentences'>, index: number): MarkOf[] {
  if (evidence.length === 0) return [];
  const from = index === 0 ? 0 : (sentences[index] as Sentence).start;
  const to = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const found: MarkOf[] = [];
  // A link may start with its bracket before the sentence does; no mark is looked for further back than the sentence before.
  const earliest = index === 0 ? 0 : (sentences[index - 1] as Sentence).end;
  for (let at = firstWhere(evidence, ({ start }) => start >= earliest); at < evidence.length; at++) {
    const mark = evidence[at] as Evidence;
    if (mark.start >= to) break;
    if (mark.end > to || (mark.start < from && mark.end <= from)) continue;
    found.push({ mark, at });
  }
  return found;
}
