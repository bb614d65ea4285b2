import type { Token } from '../model/sentence.ts';

/** What opens a noun phrase and can be nothing else. */
const opener = 1;
/** What no noun phrase goes on with. Left out is what is a name or a noun too: “the will”, “the who”, “a may”. */
const neverInside = 2;
const preposition = 4;
/** What prepositions neither govern nor, where what they govern stands elsewhere, come before: “what she dreams of is rain”. */
const neverGoverned = 8;
const subject = 16;
/** Not what may follow in a question: “are they the best?” */
const neverBehindSubject = 32;
const linking = 64;
const neverBehindLinking = 128;
/** What says that something follows, and so ends no sentence. */
const neverLast = 256;

const listed: readonly (readonly [number, string])[] = [
  [opener, 'the a an my our your their every'],
  [
    neverInside,
    'the a an my our your their its every of to in for from with at by on into onto upon and or but nor if because although though unless until whether than is are am was were be been has have had does did would could should must he she they we i him them whom whose these those',
  ],
  [preposition, 'of from with into at upon'],
  [neverGoverned, 'of to by do does did be been would could should must he she they we i if although than but'],
  [subject, 'he she they we'],
  [neverBehindSubject, 'of he she they we i into than'],
  [linking, 'is are am was were be been'],
  [neverBehindLinking, 'is are am was were has have had do does did would could should must'],
  [neverLast, 'the a an my our your their every and or nor than because if although whether'],
];

/** What each word is of these, all in one number, since every word of a draft is looked up. */
const roles = new Map<string, number>();
for (const [role, words] of listed) for (const word of words.split(' ')) roles.set(word, (roles.get(word) ?? 0) | role);
/** No word of the lists is longer; most others are told by that. */
const longest = Math.max(...Array.from(roles.keys(), word => word.length));
const roleOf = (word: string): number => (word.length > longest ? 0 : (roles.get(word) ?? 0));

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
  const role = text === 'i' ? 0 : roleOf(normal);
  if (role === 0) return false;
  if (after.kind !== 'word') return (role & neverLast) !== 0 && text === normal && /^[.!?]$/.test(after.text);
  // Capitals may be a name: “the US”, “an A”.
  if ((after.text !== after.normal && after.text !== 'I') || after.text === 'i') return false;
  const next = roleOf(after.normal);
  if (next === 0) return false;
  if (role & opener) return (next & neverInside) !== 0;
  if (role & preposition) return (next & neverGoverned) !== 0;
  if (role & subject) return (next & neverBehindSubject) !== 0;
  return (role & linking) !== 0 && (next & neverBehindLinking) !== 0;
}

/** Whether an adjective before it is on its own: not one of “full of”, “able to” or “the time good people need”. */
const endsPhrase = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.pos !== 'adp' && token.pos !== 'part' && token.pos !== 'noun';
