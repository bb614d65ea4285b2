import { findPlaces, headOf } from '../attribution/nouns.ts';
import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { entries as quantityEntries } from '../generated/vague-quantities.ts';
import { entries as timeEntries } from '../generated/vague-times.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Token } from '../model/sentence.ts';
import { bySpan, overlapping, overlaps, type Span, startingIn } from '../model/span.ts';
import type { Gap } from '../model/stance.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Attributed } from './stance.ts';
import { findUnattributedQuotes } from './unattributed-quotes.ts';

const findTimes = phraseMatcher(timeEntries);
const findQuantities = phraseMatcher(quantityEntries);
/** Verbs of speech, thought and will, in the forms that a subject governs. */
const mindVerbs = new Set(
  verbEntries
    .filter(entry => entry.kind === 'speech' || entry.kind === 'thought')
    .flatMap(entry => entry.phrases.filter(form => !/ing$/.test(form))),
);
const hearsay = wordSet('reportedly allegedly supposedly purportedly rumoured rumored so-called');

/** Every gap in who says it, when it was and how many there were. */
export function findGaps(block: Attributed): Gap[] {
  const gaps: Gap[] = [
    ...block.attributions.flatMap(attribution => attributionGap(block, attribution)),
    ...collectives(block),
    ...hearsayWords(block),
    ...vagueTimes(block),
    ...findUnattributedQuotes(block),
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

function attributionGap(block: Attributed, attribution: Attribution): Gap[] {
  const { sourceType, sentence } = attribution;
  // A question credits nobody with anything.
  if (block.tokens[(block.sentences[sentence]?.endToken ?? 0) - 1]?.text === '?') return [];
  // A mark that leads to a source answers who or which, wherever in the sentence it stands.
  const here = block.sentences[sentence];
  if (
    here &&
    attribution.sourceType === 'document' &&
    startingIn(block.evidence, { start: here.start, end: here.end + 2 }).some(mark => mark.kind !== 'placeholder')
  )
    return [];
  const source = attribution.source[0];
  const cue = attribution.cue[0] as Span;
  if (sourceType === 'none') return [{ kind: 'agentless', ...cue, sentence }];
  if (!source) return [];
  if (sourceType === 'vague' || sourceType === 'anonymous')
    return isNamed(block, source) ? [] : [{ kind: 'vague-source', ...source, sentence }];
  if (sourceType === 'document')
    return isIdentified(block, source) ? [] : [{ kind: 'vague-study', ...source, sentence }];
  return [];
}

/** A name in the phrase, or a mark that leads to a source: somebody can be asked. */
const isNamed = (block: Attributed, source: Span): boolean =>
  startingIn(block.values, source).some(value => value.kind === 'name') ||
  startingIn(block.evidence, source).some(mark => mark.kind !== 'placeholder');

/** A document is identified by a name, a date, a mark, or by pointing back to one ("the report"). */
function isIdentified(block: Attributed, source: Span): boolean {
  if (isNamed(block, source) || startingIn(block.values, source).some(value => value.kind === 'date')) return true;
  const [first] = startingIn(block.tokens, source);
  return /^(?:the|this|that|these|those|its|his|her|their|my|our)$/.test(first?.normal ?? '');
}

/** "Islamabad has said", "Europeans believe", "the West wants": a place or a people with a mind of its own. */
function collectives(block: Attributed): Gap[] {
  const { tokens } = block;
  return block.sentences.flatMap((sentence, index) =>
    findPlaces(tokens, sentence.firstToken, sentence.endToken)
      .filter(({ first, end, entry }) => {
        // "in Russia", "the mayor of London" and "Islamabad's envoy" are no subjects.
        const before = tokens[first - 1];
        if (
          /^(?:in|of|to|from|for|with|by|at|on|against|and|or|that|about|between|near|than|as|if|whether)$/.test(
            before?.normal ?? '',
          )
        )
          return false;
        // "George Washington" and "European Muslims" are longer names.
        if (before && first - 1 > sentence.firstToken && before.kind === 'word' && /^\p{Lu}/u.test(before.text))
          return false;
        if (
          !/^\p{Lu}/u.test((tokens[first] as Token).text) &&
          entry.kind !== 'people' &&
          !/^the$/.test((tokens[first] as Token).normal)
        )
          return false;
        return governsMindVerb(tokens, end, sentence.endToken);
      })
      .map(({ first, end }): Gap => ({ kind: 'collective', ...spanOfTokens(block, first, end), sentence: index })),
  );
}

function governsMindVerb(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 4); i++) {
    const word = (tokens[i] as Token).normal;
    if (mindVerbs.has(word)) return true;
    if (!/^(?:has|have|had|does|do|did|also|still|now|once|long|often|rightly|themselves|itself|\p{L}+ly)$/u.test(word))
      return false;
  }
  return false;
}

function hearsayWords(block: Attributed): Gap[] {
  return block.sentences.flatMap((sentence, index) =>
    block.tokens
      .slice(sentence.firstToken, sentence.endToken)
      .filter(token => hearsay.has(token.normal))
      .map((token): Gap => ({ kind: 'hearsay', start: token.start, end: token.end, sentence: index })),
  );
}

function vagueTimes(block: Attributed): Gap[] {
  return block.sentences.flatMap((sentence, index) => {
    const dated = startingIn(block.values, sentence).some(value => value.kind === 'date');
    if (dated) return [];
    // "Two years ago" dates something; the word behind the number does not take that back.
    const dates = startingIn(block.values, sentence).filter(value => value.kind === 'time');
    return findTimes(block.tokens, sentence.firstToken, sentence.endToken)
      .filter(match => !dates.some(date => overlaps(date, spanOfTokens(block, match.first, match.end))))
      .map((match): Gap => ({ kind: 'vague-time', ...spanOfTokens(block, match.first, match.end), sentence: index }));
  });
}

/** Quantifiers before a noun. "Most" of a superlative, "how many", "as many as 40" and "many a" count nothing vaguely. */
function vagueQuantities(block: Attributed): Gap[] {
  const { tokens } = block;
  return block.sentences.flatMap((sentence, index) =>
    findQuantities(tokens, sentence.firstToken, sentence.endToken)
      .filter(({ first, end, entry }) => {
        const before = tokens[first - 1]?.normal ?? '';
        const next = tokens[end];
        if (entry.term === 'most')
          return (
            !/^(?:the|at|his|her|its|their|our|my|a)$/.test(before) &&
            (next?.normal === 'of' || /s$/.test(next?.normal ?? '') || next?.normal === 'people')
          );
        if (entry.term === 'many')
          return (
            !/^(?:how|as|not|that|the|too)$/.test(before) &&
            next?.kind === 'word' &&
            next.normal !== 'a' &&
            next.normal !== 'as'
          );
        return true;
      })
      .map((match): Gap => {
        const end =
          match.entry.term === 'many' || match.entry.term === 'most'
            ? headOf(tokens, match.first, Math.min(match.end + 1, sentence.endToken)) + 1
            : match.end;
        return { kind: 'vague-quantity', ...spanOfTokens(block, match.first, end), sentence: index };
      }),
  );
}
