import { entries } from '../generated/boosters.ts';
import { type Match, phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Booster } from '../model/stance.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Attributed } from './stance.ts';

const findEntries = phraseMatcher(entries);

/** Boosters, apart from the adverb of manner ("speak clearly") and from a doubt that is denied ("not certainly"). */
export function findBoosters(block: Attributed): Booster[] {
  const { tokens } = block;
  const boosters: Booster[] = [];
  block.sentences.forEach((sentence, index) => {
    for (const match of findEntries(tokens, sentence.firstToken, sentence.endToken)) {
      const { kind } = match.entry;
      if (kind === 'universal' ? isGeneral(tokens, sentence, match) : isAssurance(tokens, sentence, match))
        boosters.push({
          kind: kind === 'universal' ? 'universal' : 'certainty',
          ...spanOfTokens(block, match.first, match.end),
          sentence: index,
        });
    }
  });
  return boosters;
}

/** Words that take a booster back or measure it. */
const weakening = wordSet(
  "not almost nearly very more most less so quite too as how isn't wasn't can't cannot don't doesn't won't if whether",
);
const manner = wordSet('and enough in to about on');
/** What is seen, or is put into words or signs, may be so clearly: "clearly visible", "clearly marked exits", "clearly spelt out". */
const shown =
  /^(?:visible|audible|legible|readable|discernible|discernable|distinguishable|identifiable|recogni[sz]able|perceptible|detectable|noticeable|intelligible|understandable|(?:mark|label|defin|stat|explain|express|outlin|articulat|describ|delineat|signpost|identifi|communicat|print|spell)ed|spelt|set|laid|written|worded|seen|heard|shown)$/;
const be = wordSet("is are was were be been isn't aren't it's that's");

function isAssurance(tokens: readonly Token[], sentence: Sentence, match: Match<(typeof entries)[number]>): boolean {
  const before = tokens[match.first - 1];
  const next = tokens[match.end];
  if (weakening.has(before?.normal ?? '')) return false;
  // "It was clear to everyone": who saw it is told.
  if (match.entry.kind === 'clarity') return next?.normal !== 'to' || tokens[match.end + 1]?.normal === 'see';
  switch (match.entry.term) {
    case 'clearly':
      return (
        !shown.test(next?.normal ?? '') &&
        (match.first === sentence.firstToken ||
          // "Was clearly in breach" asserts, "put it clearly in a letter" does not.
          (next !== undefined &&
            !/^[.;!?]$/.test(next.text) &&
            (!manner.has(next.normal) || (be.has(before?.normal ?? '') && next.normal !== 'and'))))
      );
    case 'obvious':
      // "They miss the obvious" asserts nothing of anything.
      return (next?.pos === 'noun') === (before?.normal === 'the');
    case 'for sure':
      return !/^(?:know|knows|knew|known|say|tell)$/.test(before?.normal ?? '');
    case 'absolutely':
      return next?.kind === 'word';
    default:
      return true;
  }
}

const isPlural = (token: Token | undefined): boolean =>
  token?.pos === 'noun' && /[^s]s$|people|men$/.test(token.normal);
const perfect = wordSet('has have had');
const imagined = wordSet('if unless should must');

/**
 * A rule without exception, asserted: "has always been", "has never worked", "everyone wants". What is told of one time ("everyone left"),
 * wished for, imagined or asked is none.
 */
function isGeneral(
  tokens: readonly Token[],
  sentence: Sentence,
  { first, end, entry }: Match<(typeof entries)[number]>,
): boolean {
  const before = tokens[first - 1]?.normal ?? '';
  const next = tokens[end];
  if (
    next?.kind !== 'word' ||
    weakening.has(before) ||
    tokens[sentence.endToken - 1]?.text === '?' ||
    tokens.slice(sentence.firstToken, first).some(token => imagined.has(token.normal))
  )
    return false;
  switch (entry.term) {
    case 'always':
    case 'invariably':
      return !/^(?:can|could|would|there)$/.test(before) && !/ing$/.test(next.normal);
    case 'never':
      // Shouted, or of many at all times: "officers never face charges".
      if (tokens[first]?.text === 'NEVER' || (!/ed$/.test(next.normal) && isPlural(tokens[first - 1]))) return true;
      // "He has never been charged" is on record.
      return (
        perfect.has(before) &&
        !(next.normal === 'been' && tokens[end + 1]?.pos === 'verb') &&
        tokens[first - 2]?.normal !== 'i'
      );
    default:
      // The subject of a verb in the present.
      return next.pos === 'verb' && next.normal.endsWith('s');
  }
}
