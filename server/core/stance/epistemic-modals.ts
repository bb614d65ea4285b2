import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';

const months = wordSet('in last this since until by of early late mid');
/** What stands before the noun "might" ("the military might of"). */
const beforeNoun = wordSet('the its their his full of with all');
const negations = wordSet('not never hardly barely scarcely only no nor');
/** Pronouns of which an imagined or past ability is told. */
const persons = wordSet('i we he she who you one');
const conditions = wordSet('if unless wish wished were');
/** "Nothing they could do", "anyone could see": what is possible for whoever it may be, and no doubt of the writer's. */
const whoever = wordSet(
  'nothing anything no-one nobody anyone anybody whatever whoever however wherever how where what all than',
);
const asking = wordSet('ask say think expect imagine call wonder add want like');

/**
 * True where "may", "might" or "could" says that something is possible: not for a month, a noun, a permission, an ability, a wish,
 * an imagined case, a question or a phrase to the reader ("you might ask").
 */
export function isEpistemicModal(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  const word = tokens[at] as Token;
  const before = tokens[at - 1]?.normal ?? '';
  const next = tokens[at + 1]?.normal ?? '';
  // Only an auxiliary hedges; without tags every word is `x`.
  if (word.pos !== 'aux' && word.pos !== 'x') return false;
  if (tokens[sentence.endToken - 1]?.text === '?') return false;
  // "Might as well" recommends; "may or may not" and "may well" still doubt.
  if (next === 'as' && tokens[at + 2]?.normal === 'well') return false;
  if ((before === 'you' || before === 'one' || before === 'we') && asking.has(next)) return false;
  if (isOfWhoever(tokens, sentence, at) || isAsMuchAs(tokens, at)) return false;
  switch (word.normal) {
    case 'may':
      return !isMonth(tokens, at) && at > sentence.firstToken && !(next === 'not' && before === 'you');
    case 'might':
      return !beforeNoun.has(before) && next !== 'of';
    default:
      return (
        !negations.has(next) &&
        !negations.has(before) &&
        !persons.has(before) &&
        !isUnfulfilled(tokens, at) &&
        !tokens.slice(sentence.firstToken, sentence.endToken).some(token => conditions.has(token.normal))
      );
  }
}

const isMonth = (tokens: readonly Token[], at: number): boolean =>
  /^\p{Lu}/u.test((tokens[at] as Token).text) &&
  (tokens[at + 1]?.kind === 'number' || tokens[at - 1]?.kind === 'number' || months.has(tokens[at - 1]?.normal ?? ''));

/** "Could have been enacted" tells what was not done. "Could have grave consequences" has no participle. */
function isUnfulfilled(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.normal !== 'have') return false;
  const next = tokens[at + 2];
  const participle = next?.pos === 'adv' ? tokens[at + 3] : next;
  return participle?.pos === 'verb' || participle?.pos === 'aux';
}

/** "As hard as they could", "as far as she might": the most that somebody is able to do. */
const isAsMuchAs = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 2]?.normal === 'as' && /^(?:adj|adv)$/.test(tokens[at - 3]?.pos ?? '') && tokens[at - 4]?.normal === 'as';

/** A word of `whoever` opens the clause that the modal stands in, a short subject between them at most. */
function isOfWhoever(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(sentence.firstToken, at - 4); i--) {
    const token = tokens[i] as Token;
    if (whoever.has(token.normal)) return true;
    if (token.normal === 'one' && tokens[i - 1]?.normal === 'no') return true;
    if (token.kind === 'punctuation' || token.pos === 'verb') return false;
  }
  return false;
}
