import type { Attribution, AttributionSense, SourceType } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { bySpan, contains, firstWhere, overlapping, type Span } from '../model/span.ts';
import { taggerProblem } from '../text/tagger.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { findAccordingTo } from './according-to.ts';
import { findAsSaid } from './as-said.ts';
import { findByAgent } from './by-agent.ts';
import { findImpersonal } from './impersonal.ts';
import { findImpressions } from './impressions.ts';
import { findInStudy } from './in-study.ts';
import { type Linked, linkedParts, type Range } from './linked-parts.ts';
import { missingParts } from './missing-parts.ts';
import { contentEnd } from './noun-phrase.ts';
import { findPutAt } from './put-at.ts';
import { withWholeQuotations } from './quoted-on.ts';
import { findReports } from './reports.ts';
import { formOfCue, senseOf } from './sense.ts';
import { sourceTypeOf, typeBefore } from './source-type.ts';
import { spanModel } from './span-model.ts';
import { type Labelled, labelTokens } from './span-tagger.ts';
import { findStudyFirst } from './study-first.ts';

/** What the values leave for attribution to read. */
export type Valued = Pick<Block, 'kind' | 'prose' | 'tokens' | 'sentences' | 'values' | 'quotations' | 'evidence'>;

/** What the patterns are right in on PolNeAR, as a probability. */
const patternConfidence = 0.75;

/** The least confidence of the model in a cue that a pattern shows. */
const notRuledOut = 0.05;

/** Source, cue and content as half-open token ranges; each way of attributing returns these. */
export interface Parts {
  /** Absent where nobody is credited. */
  readonly source?: readonly [first: number, end: number];
  readonly cue: readonly [first: number, end: number];
  readonly content: readonly (readonly [first: number, end: number])[];
  /** Absent where the words of the cue tell it. */
  readonly sense?: AttributionSense;
  /** True where the wording can hardly mean anything else, so that the model is not asked. */
  readonly isFirm?: boolean;
  /** True where it shows the whole of source and content as well, so that it stands in for what the model makes of its cue. */
  readonly isWhole?: boolean;
}

/** A way in which English attributes. It reads one sentence. */
export type Pattern = (block: Valued, sentence: Sentence) => Parts[];

/** In order of authority: a cue that an earlier pattern has taken is not taken again. */
const patterns: readonly Pattern[] = [
  findAccordingTo,
  findAsSaid,
  findByAgent,
  findPutAt,
  findImpressions,
  findInStudy,
  findStudyFirst,
  findImpersonal,
  findReports,
];

/**
 * Every attribution of each of some blocks, in order of cue: those that the fitted model finds, and those that grammar shows and the
 * model does not rule out. Where it cannot be used, grammar stands alone.
 */
export function readAttributions(blocks: readonly Valued[]): Attribution[][] {
  const model = spanModel();
  // The model looks at parts of speech more than at anything else.
  if (typeof model === 'string' || taggerProblem())
    return blocks.map(block =>
      inOrder(
        block,
        byPatterns(block, () => patternConfidence).map(({ one }) => one),
      ),
    );
  const labelled = labelTokens(model, blocks);
  return blocks.map((block, i) => inOrder(block, byBoth(block, labelled[i] as Labelled)));
}

function inOrder(block: Valued, found: Attribution[]): Attribution[] {
  found.sort((a, b) => bySpan(a.cue[0] as Span, b.cue[0] as Span));
  return resolved(block, withWholeQuotations(block, found));
}

/** Types pronouns by the sources before them in the block. "They" and "it" may stand for a source that is vague. */
function resolved(block: Valued, attributions: readonly Attribution[]): Attribution[] {
  const earlier: SourceType[] = [];
  return attributions.map(one => {
    const [source] = one.source;
    if (!source) return one;
    const first = firstWhere(block.tokens, token => token.start >= source.start);
    const type = typeBefore(block, [first, firstWhere(block.tokens, token => token.start >= source.end)], earlier);
    if (type === undefined && !/^(?:i|we|you|he|she|it|they)$/.test(block.tokens[first]?.normal ?? ''))
      earlier.push(one.sourceType);
    return type === undefined || type === one.sourceType ? one : { ...one, sourceType: type };
  });
}

function byBoth(block: Valued, { labels, confidence }: Labelled): Attribution[] {
  const found = linkedParts(labels, block.sentences, missingParts(block, confidence)).map(linked => {
    const { sentence, content, ...parts } = withoutIt(block, withoutSubject(block, linked));
    return attribution(
      block,
      sentence,
      { ...parts, content: content.map(range => withoutNewStart(block, range)) },
      Math.max(confidence(...parts.cue), 0.5),
    );
  });
  const patterned = byPatterns(block, ({ cue, isFirm }) => (isFirm ? patternConfidence : confidence(...cue)));
  const shown = patterned.map(({ one }) => one);
  const whole = byCue(patterned.filter(({ isWhole }) => isWhole).map(({ one }) => one));
  const kept = found.filter(({ cue }) => withCue(whole, cue) === undefined);
  const inFound = byCue(kept);
  const inShown = byCue(shown);
  const beside = shown.filter(
    ({ cue, confidence }) => confidence >= notRuledOut && withCue(inFound, cue) === undefined,
  );
  return [
    ...kept.map(one => completed(one, inShown)),
    ...beside.map(one => ({ ...one, confidence: Math.max(one.confidence, 0.5) })),
  ];
}

/**
 * "According to a poll taken in May, 30 per cent of voters support it": behind the comma stands the subject of what is said, and no
 * more of the source, where a verb follows it and not another comma.
 */
function withoutSubject({ tokens, sentences }: Valued, linked: Linked): Linked {
  const { source, cue } = linked;
  if (!source || cue[1] !== source[0] || tokens[cue[1] - 1]?.normal !== 'to') return linked;
  const comma = tokens.slice(...source).findIndex(({ text }) => text === ',') + source[0];
  const next = tokens[source[1]];
  if (comma <= source[0] || !/^(?:verb|aux|adv)$/.test(next?.pos ?? '')) return linked;
  const end = contentEnd(tokens, sentences[linked.sentence] as Sentence);
  return { ...linked, source: [source[0], comma], content: [[comma + 1, Math.max(end, comma + 1)]] };
}

/** "It has been reported that": the "it" of a passive stands for what is said, and for nobody who said it. */
function withoutIt({ tokens }: Valued, linked: Linked): Linked {
  const { source, cue, content } = linked;
  if (!source || source[1] - source[0] !== 1 || tokens[source[0]]?.normal !== 'it' || source[1] !== cue[0])
    return linked;
  const isPassive = tokens.slice(cue[0], cue[1] - 1).some(({ normal }) => /^(?:is|was|be|been|being)$/.test(normal));
  if (!isPassive || tokens[cue[1]]?.normal !== 'that') return linked;
  const { source: _, ...rest } = linked;
  return { ...rest, content: content.filter(([first]) => first !== source[0]) };
}

/** "She explains nothing; rents have risen": behind an object without a verb, a semicolon starts anew in the writer's voice. */
function withoutNewStart({ tokens }: Valued, [first, end]: Range): Range {
  for (let i = first; i < end; i++) {
    const { text, pos, kind } = tokens[i] as Token;
    if (text === ';') return [first, Math.max(i, first + 1)];
    if (pos === 'verb' || pos === 'aux' || kind === 'quote') break;
  }
  return [first, end];
}

interface OfCue extends Span {
  readonly one: Attribution;
}

/** Attributions in order of the parts of their cues, so that in a long block none is looked for among all. */
const byCue = (attributions: readonly Attribution[]): OfCue[] =>
  attributions.flatMap(one => one.cue.map(({ start, end }) => ({ start, end, one }))).sort(bySpan);

/** The first attribution that shares a part of a cue. */
const withCue = (attributions: readonly OfCue[], cue: readonly Span[]): Attribution | undefined =>
  cue.map(part => overlapping(attributions, part)[0]?.one).find(one => one !== undefined);

/** What a cue without content is about, as grammar has it: "According to a poll, most voters oppose the war" has a view within a view. */
function completed(one: Attribution, shown: readonly OfCue[]): Attribution {
  if (one.content.length > 0) return one;
  const same = withCue(shown, one.cue);
  return same ? { ...one, content: same.content, kind: same.kind } : one;
}

/** What the patterns show, and whether they show the whole of it. */
function byPatterns(
  block: Valued,
  confidence: (parts: Parts) => number,
): { readonly one: Attribution; readonly isWhole: boolean }[] {
  return block.sentences.flatMap((sentence, index) => {
    const taken = new Set<number>();
    return patterns.flatMap(pattern =>
      pattern(block, sentence)
        .filter(({ cue }) => !isTaken(taken, cue))
        .map(parts => ({
          one: attribution(block, index, parts, confidence(parts)),
          isWhole: parts.isWhole === true,
        })),
    );
  });
}

function attribution(block: Valued, sentence: number, parts: Parts, confidence: number): Attribution {
  const ranges = parts.content.filter(([first, end]) => end > first);
  const content = ranges.map(range => spanOfTokens(block, ...range));
  const kind = kindOf(block, content);
  const sense = parts.sense ?? senseOf(block.tokens, parts.cue, ranges, kind !== 'indirect');
  return {
    kind,
    source: parts.source ? [spanOfTokens(block, ...parts.source)] : [],
    sourceType: parts.source ? sourceTypeOf(block, parts.source, sense) : 'none',
    cue: [spanOfTokens(block, ...parts.cue)],
    content,
    sense,
    form: formOfCue(block.tokens, parts.cue),
    confidence,
    sentence,
  };
}

/** Takes the tokens of a cue, unless one of them is taken already. */
function isTaken(taken: Set<number>, [first, end]: Parts['cue']): boolean {
  for (let i = first; i < end; i++) if (taken.has(i)) return true;
  for (let i = first; i < end; i++) taken.add(i);
  return false;
}

/** Direct where the content is a quotation, mixed where it holds one. Content may be as long as its sentence, so its quotations are not gone through. */
function kindOf({ quotations }: Valued, content: readonly Span[]): Attribution['kind'] {
  const firstQuoted = content.map(part => {
    const first = quotations[firstWhere(quotations, ({ end }) => end > part.start)];
    return first && first.start < part.end ? first : undefined;
  });
  if (content.length > 0 && content.every((part, i) => firstQuoted[i] && contains(firstQuoted[i], part)))
    return 'direct';
  return firstQuoted.some(quotation => quotation) ? 'mixed' : 'indirect';
}
