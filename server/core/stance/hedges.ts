import { entries } from '../generated/hedges.ts';
import { type Match, phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Hedge } from '../model/stance.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Attributed } from './stance.ts';

const findEntries = phraseMatcher(entries);
const figureApproximators = wordSet('about around some close');

/** Hedges in the epistemic sense: a permission, an ability, the month of May or "about the war" is none. */
export function findHedges(block: Attributed): Hedge[] {
  const { tokens } = block;
  const hedges: Hedge[] = [];
  block.sentences.forEach((sentence, index) => {
    for (const match of findEntries(tokens, sentence.firstToken, sentence.endToken))
      if (isEpistemic(block, sentence, match))
        hedges.push({ kind: match.entry.kind, ...spanOfTokens(block, match.first, match.end), sentence: index });
    for (let i = sentence.firstToken; i + 1 < sentence.endToken; i++)
      if (
        figureApproximators.has((tokens[i] as Token).normal) &&
        isFigure(tokens, i + 1) &&
        !/^\p{Lu}/u.test((tokens[i] as Token).text)
      )
        hedges.push({ kind: 'approximator', ...spanOfTokens(block, i, i + 1), sentence: index });
  });
  return hedges.sort((a, b) => a.start - b.start);
}

function isEpistemic({ tokens }: Attributed, sentence: Sentence, match: Match<(typeof entries)[number]>): boolean {
  const word = tokens[match.first] as Token;
  const next = tokens[match.end];
  const before = tokens[match.first - 1];
  // Only an auxiliary hedges, not the month or a noun; without tags every word is `x`.
  if (match.entry.kind === 'modal' && word.pos !== 'aux' && word.pos !== 'x') return false;
  switch (match.entry.term) {
    case 'may':
      return !isMonth(word, before, next) && !(next?.normal === 'not' && before?.normal === 'you');
    case 'might':
      // "the military might of": a noun follows no subject but an article or an adjective, and no verb follows it.
      return (
        !/^(?:the|its|their|his|military|economic|full|of|with|all)$/.test(before?.normal ?? '') &&
        next?.normal !== 'of'
      );
    case 'could':
      // A past ability, a wish or an imagined condition hedges nothing.
      return (
        !/^(?:not|never|hardly|barely|only|no)$/.test(next?.normal ?? '') &&
        !hasCondition(tokens, sentence) &&
        !/^(?:i|we|he|she|who)$/.test(before?.normal ?? '')
      );
    case 'seem':
      return next?.text !== ',';
    default:
      return (
        match.entry.kind !== 'approximator' ||
        isFigure(tokens, match.end) ||
        /^(?:all|every|everyone|everything|nothing|no|none|never|always|entirely|certainly|impossible|exclusively|any)$/.test(
          next?.normal ?? '',
        )
      );
  }
}

const isMonth = (word: Token, before: Token | undefined, next: Token | undefined): boolean =>
  /^\p{Lu}/u.test(word.text) &&
  (next?.kind === 'number' ||
    before?.kind === 'number' ||
    /^(?:in|last|this|since|until|by|of|early|late|mid)$/.test(before?.normal ?? ''));

const hasCondition = (tokens: readonly Token[], sentence: Sentence): boolean =>
  tokens.slice(sentence.firstToken, sentence.endToken).some(token => /^(?:if|unless|wish|wished)$/.test(token.normal));

/** A figure, a spelt number or a fraction stands at `i`, an article or currency mark before it at most. */
function isFigure(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (
    /^[$£€¥₹]$/.test(token.text) ||
    (/^an?$/.test(token.normal) &&
      /^(?:hundred|thousand|million|billion|third|quarter|half|dozen|decade|century|year)$/.test(
        tokens[i + 1]?.normal ?? '',
      ))
  )
    return true;
  return (
    token.kind === 'number' ||
    /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|two-thirds|one|hundreds|thousands|millions|double|twice)(?:-\p{L}+)?$/u.test(
      token.normal,
    )
  );
}
