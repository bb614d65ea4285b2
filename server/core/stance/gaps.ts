import { sourceNounKind } from '../attribution/nouns.ts';
import { isCounted } from '../attribution/source-type.ts';
import type { Attribution } from '../model/attribution.ts';
import { bySpan, firstWhere, overlapping, type Span, startingIn } from '../model/span.ts';
import type { Gap } from '../model/stance.ts';
import { agentlessReports } from './gaps/agentless.ts';
import { collectives } from './gaps/collectives.ts';
import { hearsayWords } from './gaps/hearsay.ts';
import { mentionsOf } from './gaps/mentions.ts';
import { vagueQuantities } from './gaps/quantities.ts';
import { unsure, vagueSources } from './gaps/sources.ts';
import { vagueStudies } from './gaps/studies.ts';
import { vagueTimes } from './gaps/times.ts';
import { unattributedQuotes } from './gaps/unattributed-quotes.ts';
import type { Attributed } from './stance.ts';

/** Every gap in who says it, when it was and how many there were. */
export function findGaps(block: Attributed): Gap[] {
  const found = block.sentences.flatMap((sentence, index) => {
    const mentions = mentionsOf(block.tokens, sentence);
    return [
      ...vagueSources(block, sentence, index, mentions),
      ...collectives(block, sentence, index, mentions),
      ...vagueStudies(block, sentence, index, mentions),
    ];
  });
  const apart = disjoint(found);
  const gaps: Gap[] = [
    ...found,
    ...block.attributions
      .flatMap(attribution => vagueSource(block, attribution))
      .filter(gap => overlapping(apart, gap).length === 0),
    ...agentlessReports(block),
    ...hearsayWords(block),
    ...vagueTimes(block),
    ...unattributedQuotes(block),
  ];
  // "Many believe" is a vague source, and not a quantity besides.
  const named = disjoint(gaps);
  return [...gaps, ...vagueQuantities(block).filter(quantity => overlapping(named, quantity).length === 0)].sort(
    bySpan,
  );
}

/** The gaps in order, without those that lie in one before them. */
function disjoint(gaps: readonly Gap[]): Gap[] {
  const kept: Gap[] = [];
  for (const gap of [...gaps].sort(bySpan)) if (gap.start >= (kept.at(-1)?.end ?? 0)) kept.push(gap);
  return kept;
}

/** "Critics argue": a source that names nobody who can be asked. */
function vagueSource(block: Attributed, { source: [source], cue, sourceType, sense, sentence }: Attribution): Gap[] {
  // "Many hope to leave" and "few have mastered it" pass nothing on.
  if (sense === 'intended' || sense === 'other') return [];
  // A question credits nobody with anything.
  if (block.tokens[(block.sentences[sentence]?.endToken ?? 0) - 1]?.text === '?') return [];
  // "They say" goes back to a source that was flagged where it was named.
  if (source && /^(?:they|it)$/.test(startingIn(block.tokens, source)[0]?.normal ?? '')) return [];
  // "They should listen to doctors, to explain …": nobody has said it.
  if (cue.some(part => isAsked(block, sentence, part))) return [];
  if (!source || (sourceType !== 'vague' && sourceType !== 'anonymous') || isNamed(block, source)) return [];
  const words = startingIn(block.tokens, source);
  const gap = { kind: 'vague-source', ...withoutComma(block, source), sentence } as const;
  const noun = words.findLast(({ pos }) => pos === 'noun')?.normal ?? '';
  if (!isCounted(words, 0, words.length) || sourceNounKind(noun) !== undefined) return [gap];
  // "Two farmers told me": the writer has met them. Readers of op-eds let about half of the others stand who are counted.
  return cue.some(part => isToWriter(block, part)) ? [] : [{ ...gap, probability: unsure }];
}

/** "told me", "says to us" */
function isToWriter({ tokens }: Attributed, cue: Span): boolean {
  const behind = firstWhere(tokens, ({ start }) => start >= cue.end);
  const at = tokens[behind]?.normal === 'to' ? behind + 1 : behind;
  return /^(?:me|us)$/.test(tokens[at]?.normal ?? '');
}

/** An infinitive behind "must" or "should". */
function isAsked({ tokens, sentences }: Attributed, index: number, cue: Span): boolean {
  if (startingIn(tokens, cue)[0]?.normal !== 'to') return false;
  const start = sentences[index]?.start ?? 0;
  return startingIn(tokens, { start, end: cue.start }).some(({ normal }) => /^(?:must|should|ought)$/.test(normal));
}

/** The model may take the comma behind a phrase for a part of it. */
function withoutComma({ tokens }: Attributed, source: Span): Span {
  const end = startingIn(tokens, source).findLast(({ kind }) => kind !== 'punctuation')?.end;
  return { start: source.start, end: end ?? source.end };
}

/** A name in the phrase, or a mark that leads to a source: somebody can be asked. */
const isNamed = (block: Attributed, source: Span): boolean =>
  startingIn(block.values, source).some(value => value.kind === 'name') ||
  startingIn(block.evidence, source).some(mark => mark.kind !== 'placeholder');
