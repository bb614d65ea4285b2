import { type SourceStrength, strengthOfSource } from '../citation/source-text.ts';
import { weaknessOf } from '../citation/weak-links.ts';
import type { Block } from '../model/block.ts';
import { type Evidence, type ReachingKind, type ReachStrength, reachStrengths } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';

export type Read = Pick<Block, 'sentences' | 'tokens' | 'values' | 'evidence' | 'attributions' | 'gaps'>;

/** Evidence that reaches a sentence: a mark, or the wording that credits somebody. Its span counts from the start of its block. */
export interface Reaching extends Span {
  readonly kind: ReachingKind;
  readonly strength: Exclude<ReachStrength, 'none'>;
}

/** How far a mark backs what it reaches, by its place in the block's evidence. */
export type StrengthOfMark = (mark: Evidence, index: number) => SourceStrength;

/** The strength of the strongest evidence. */
export const strongest = (evidence: readonly Pick<Reaching, 'strength'>[]): ReachStrength =>
  reachStrengths.find(strength => evidence.some(one => one.strength === strength)) ?? 'none';

/** How far a mark backs a claim as far as its own block tells: what it refers to elsewhere is taken to be there. */
export function strengthInBlock({ kind, target, key, note, byLabel }: Evidence): SourceStrength {
  if (kind === 'placeholder') return 'placeholder';
  if (kind === 'link') return byLabel || weaknessOf(target) === undefined ? 'cited' : 'vague';
  if (note !== undefined) return strengthOfSource(note);
  if (kind === 'citation') return key ? 'cited' : strengthOfSource(target);
  return key ? 'cited' : 'none';
}
