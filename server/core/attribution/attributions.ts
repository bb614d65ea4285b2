import type { Attribution } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import type { Sentence } from '../model/sentence.ts';
import { bySpan, contains, overlapping, type Span } from '../model/span.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { findAccordingTo } from './according-to.ts';
import { findImpersonal } from './impersonal.ts';
import { sourceTypeOf } from './nouns.ts';
import { findReports } from './reports.ts';

/** What the values leave for attribution to read. */
export type Valued = Pick<Block, 'kind' | 'prose' | 'tokens' | 'sentences' | 'values' | 'quotations' | 'evidence'>;

/** Source, cue and content as half-open token ranges; each way of attributing returns these. */
export interface Parts {
  /** Absent where nobody is credited. */
  readonly source?: readonly [first: number, end: number];
  readonly cue: readonly [first: number, end: number];
  readonly content: readonly (readonly [first: number, end: number])[];
}

/** A way in which English attributes. It reads one sentence. */
export type Pattern = (block: Valued, sentence: Sentence) => Parts[];

/** In order of authority: a cue that an earlier pattern has taken is not taken again. */
const patterns: readonly Pattern[] = [findAccordingTo, findImpersonal, findReports];

/** Every attribution of a block, in order of cue. */
export function readAttributions(block: Valued): Attribution[] {
  const attributions: Attribution[] = [];
  block.sentences.forEach((sentence, index) => {
    const taken = new Set<number>();
    for (const pattern of patterns)
      for (const parts of pattern(block, sentence)) {
        const cue = spanOfTokens(block, ...parts.cue);
        if (isTaken(taken, parts.cue)) continue;
        const content = parts.content.filter(([first, end]) => end > first).map(range => spanOfTokens(block, ...range));
        attributions.push({
          kind: kindOf(block, content),
          source: parts.source ? [spanOfTokens(block, ...parts.source)] : [],
          sourceType: parts.source ? sourceTypeOf(block, ...parts.source) : 'none',
          cue: [cue],
          content,
          sentence: index,
        });
      }
  });
  return attributions.sort((a, b) => bySpan(a.cue[0] as Span, b.cue[0] as Span));
}

/** Takes the tokens of a cue, unless one of them is taken already. */
function isTaken(taken: Set<number>, [first, end]: Parts['cue']): boolean {
  for (let i = first; i < end; i++) if (taken.has(i)) return true;
  for (let i = first; i < end; i++) taken.add(i);
  return false;
}

/** Direct where the content is a quotation, mixed where it holds one. */
function kindOf(block: Valued, content: readonly Span[]): Attribution['kind'] {
  const quoted = content.map(part => overlapping(block.quotations, part));
  if (content.length > 0 && content.every((part, i) => quoted[i]?.some(quotation => contains(quotation, part))))
    return 'direct';
  return quoted.some(quotations => quotations.length > 0) ? 'mixed' : 'indirect';
}
