import type { Token } from '../model/sentence.ts';
import type { Quantity } from '../model/value.ts';
import { measureAt } from './measures.ts';
import { scaleOf } from './number-words.ts';

/** A number that nobody counted, and the index behind it. */
type Uncounted = Pick<Quantity, 'measure' | 'unit'> & { readonly first?: number; readonly end: number };

/** "Dozens of people", "tens of thousands", "several hundred homes", "a few thousand": figures without a single value. */
export function uncountedAt(tokens: readonly Token[], i: number): Uncounted | undefined {
  const { normal } = tokens[i] as Token;
  const scale = scaleOf(normal);
  if (scale !== undefined) {
    const first = scale > 1 ? someBefore(tokens, i) : i;
    return first < i ? { ...unitBehind(tokens, i + 1), first } : undefined;
  }
  if (!plurals.has(normal)) return undefined;
  const before = tokens[i - 1]?.normal ?? '';
  if (/^(?:the|in|by|his|her|its|their|our|my|these|those)$/.test(before)) return undefined;
  const isOf = tokens[i + 1]?.normal === 'of';
  if (isOf && isScales(tokens[i + 2]?.normal)) return unitBehind(tokens, i + 3);
  return isOf || (normal !== 'tens' && normal !== 'scores') ? unitBehind(tokens, i + 1) : undefined;
}

/** "Dozens", "thousands" and the like. */
export const plurals: ReadonlySet<string> = new Set([
  'tens',
  'scores',
  ...['dozen', 'hundred', 'thousand', 'million', 'billion', 'trillion'].map(word => `${word}s`),
]);
const isScales = (word: string | undefined): boolean =>
  word?.endsWith('s') === true && scaleOf(word.slice(0, -1)) !== undefined;

/** Where "several", "a few" and "a couple of" in front of a scale start; its own index where they do not stand there. */
function someBefore(tokens: readonly Token[], i: number): number {
  const word = (offset: number) => tokens[i - offset]?.normal;
  if (word(1) === 'several' || word(1) === 'many') return i - 1;
  if (word(1) === 'few') return word(2) === 'a' ? i - 2 : i - 1;
  return word(1) === 'of' && word(2) === 'couple' && word(3) === 'a' ? i - 3 : i;
}

/** What is counted, behind "of" or at once. */
function unitBehind(tokens: readonly Token[], end: number): Uncounted {
  const unit = measureAt(tokens, tokens[end]?.normal === 'of' ? end + 1 : end);
  return unit
    ? { measure: unit.measure, ...(unit.unit ? { unit: unit.unit } : {}), end: unit.end }
    : { measure: 'count', end };
}
