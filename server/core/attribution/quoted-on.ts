import type { Attribution } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import { bySpan, contains, cover, firstWhere, overlaps, type Span } from '../model/span.ts';
import type { Quotation } from '../model/value.ts';

/** Shorter quotations are words that the writer plays with. */
const shortest = 4;

/** True for what somebody said or wrote; a few words may be a name, or play. */
export const isSpoken = ({ kind, words }: Quotation): boolean => kind !== 'title' && words >= shortest;

/** A part of the content of an attribution. */
interface Part extends Span {
  readonly of: Attribution;
}

/**
 * Lets quotations go on to their ends: one of which the content of an attribution is a part belongs to it whole, however many
 * sentences it runs over, and one of whole sentences that nobody is credited with belongs to who was quoted just before.
 */
export function withWholeQuotations(
  block: Pick<Block, 'quotations' | 'sentences'>,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const spoken = block.quotations.filter(isSpoken);
  if (spoken.length === 0) return attributions;
  const ownerOf = ownersOfQuotations(attributions);
  const gained = new Map<Attribution, Span[]>();
  let speaker: Attribution | undefined;
  for (const quotation of spoken) {
    speaker = ownerOf(quotation) ?? (isOfSentences(block, quotation) ? speaker : undefined);
    if (!speaker) continue;
    const own = gained.get(speaker);
    if (own) own.push(quotation);
    else gained.set(speaker, [quotation]);
  }
  return attributions.map(one => {
    const more = gained.get(one);
    return more ? { ...one, content: united([...one.content, ...more]) } : one;
  });
}

/** What tells the first attribution that credits somebody outside a quotation with a part of it. */
export function ownersOfQuotations(attributions: readonly Attribution[]): (quotation: Span) => Attribution | undefined {
  const parts = attributions.flatMap(of => of.content.map(({ start, end }): Part => ({ start, end, of }))).sort(bySpan);
  return quotation => {
    // The part that is open where the quotation starts, and those that start in it.
    const next = firstWhere(parts, ({ start }) => start > quotation.start);
    for (let i = Math.max(0, next - 1); i < parts.length; i++) {
      const part = parts[i] as Part;
      if (part.start >= quotation.end) break;
      if (overlaps(part, quotation) && !part.of.cue.some(cue => contains(quotation, cue))) return part.of;
    }
    return undefined;
  };
}

/** True for a quotation that opens a sentence and closes one, with nothing around it. */
export function isOfSentences({ sentences }: Pick<Block, 'sentences'>, { start, end }: Span): boolean {
  const first = sentences[firstWhere(sentences, sentence => sentence.end > start)];
  const last = sentences[firstWhere(sentences, sentence => sentence.end >= end)];
  return first?.start === start && last?.end === end;
}

/** Spans in order, those that overlap made one. */
function united(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const next of [...spans].sort(bySpan)) {
    const last = out.at(-1);
    if (last && overlaps(last, next)) out[out.length - 1] = cover(last, next);
    else out.push(next);
  }
  return out;
}
