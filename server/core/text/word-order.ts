import type { Token } from '../model/sentence.ts';

/** What opens a noun phrase and can be nothing else. */
const openers = listed('the a an my our your their every');
/** What no noun phrase goes on with. Left out is what is a name or a noun too: “the will”, “the who”, “a may”. */
const neverInside = listed(
  'the a an my our your their its every of to in for from with at by on into onto upon and or but nor if because although though unless until whether than is are am was were be been has have had does did would could should must he she they we i him them whom whose these those',
);
/** Prepositions, and what they neither govern nor, where what they govern stands elsewhere, come before: “what she dreams of is rain”. */
const prepositions = listed('of from with into at upon');
const neverGoverned = listed(
  'of to by do does did be been would could should must he she they we i if although than but',
);
const subjects = listed('he she they we');
/** Not what may follow in a question: “are they the best?” */
const neverBehindSubject = listed('of he she they we i into than');
const linking = listed('is are am was were be been');
const neverBehindLinking = listed('is are am was were has have had do does did would could should must');
/** What says that something follows, and so ends no sentence. */
const neverLast = listed('the a an my our your their every and or nor than because if although whether');
/** No word of the lists is longer; most others are told by that. */
const longest = 8;

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * Whether a word stands where none of its kind can before those that follow: “the of”, “from be”, “they we”, “and.”; or a noun before
 * its adjective. In careful prose that is one word in thousands, in words without order one in twenty.
 */
export function isMisplaced(
  { text, normal, pos }: Token,
  after: Token | undefined,
  afterNext: Token | undefined,
): boolean {
  if (after === undefined) return false;
  if (pos === 'noun') return after.pos === 'adj' && endsPhrase(afterNext);
  if (normal.length > longest || text === 'i') return false;
  if (after.kind !== 'word') return neverLast.has(normal) && text === normal && /^[.!?]$/.test(after.text);
  const next = after.normal;
  // Capitals may be a name: “the US”, “an A”.
  if (next.length > longest || (after.text !== next && after.text !== 'I') || after.text === 'i') return false;
  if (openers.has(normal)) return neverInside.has(next);
  if (prepositions.has(normal)) return neverGoverned.has(next);
  if (subjects.has(normal)) return neverBehindSubject.has(next);
  return linking.has(normal) && neverBehindLinking.has(next);
}

/** Whether an adjective before it is on its own: not one of “full of”, “able to” or “the time good people need”. */
const endsPhrase = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.pos !== 'adp' && token.pos !== 'part' && token.pos !== 'noun';
