import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Mention } from './mentions.ts';
import { lemmaAs, mindOf } from './minds.ts';

/** What only somebody with a mind has. */
const views = wordSet(
  'aim ambition anger anxiety apprehension aspiration attitude belief concern contempt conviction desire determination disdain distrust doubt eagerness expectation fear feeling frustration fury goal hatred hope hostility impatience indifference indignation insistence intention misgiving mood objective obsession opinion outrage perception perspective pride reluctance resentment scepticism sentiment skepticism suspicion thinking unease view viewpoint willingness wish worry',
);
/** What is so to somebody who sees it. */
const perceived = wordSet('acceptable apparent clear evident intolerable obvious transparent unacceptable unthinkable');

/** True for an adjective of what is so to somebody who sees it: "clear to". */
export const isPerceived = (adjective: string): boolean => perceived.has(adjective);

/** "The fear in Riyadh", "clear to Israel", "the left, which admires": a view of those who are not the subject. */
export function hasView(tokens: readonly Token[], { firstToken, endToken }: Sentence, mention: Mention): boolean {
  const { end, preposition, role } = mention;
  const word = (i: number) => (i >= firstToken && i < endToken ? (tokens[i] as Token).normal : '');
  const governor = preposition > firstToken ? tokens[preposition - 1] : undefined;
  const link = word(preposition);
  if (/^(?:of|in|among|amongst|within|across)$/.test(link) && isView(governor)) return true;
  if (/^(?:to|for)$/.test(link) && governor?.pos === 'adj' && perceived.has(governor.normal)) return true;
  // "to the left, which admires": said of all of them.
  const pronoun = word(end) === ',' ? end + 1 : end;
  if (role === 'prepositional' && (word(pronoun) === 'which' || (pronoun > end && word(pronoun) === 'who')))
    return mention.verb > pronoun && mindOf(tokens, mention) !== undefined;
  return false;
}

const isView = (token: Token | undefined): boolean => token?.pos === 'noun' && views.has(lemmaAs('noun', token.normal));
