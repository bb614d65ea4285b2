/** Where re-anchoring draws its lines: fitted on made-up histories (`npm run evaluate:anchoring`), shares and likenesses from 0 to 1. */

// What stands around a sentence.

/** What stands on a side is what stood there, if perhaps a little reworded. */
export const goodContext = 0.55;
/** What stands on one side of an equal sentence is what stood there, and long enough to be no accident, in UTF-16 code units. */
export const wholeContext = 0.95;
export const leastContext = 16;

// Sentences of the very same words.

/** So many pairs of equal sentences are compared by their surroundings; beyond, only by order. */
export const mostPairs = 20_000;
/** An equal sentence is surely the one where its surroundings are this much liker, on average of both sides, than any other's. */
export const clearLeadOfEquals = 0.2;
export const goodAverage = 0.55;
/** The same where one of the equals is gone, and another might be taken for it. */
export const clearLeadOfSome = 0.35;
export const goodContextOfSome = 0.7;
/** So many words with a figure among them say the same wherever they stand. */
export const fewestWithFigure = 4;

// Places between those of others.

/** A sentence this much like the recorded one, by characters, may be the one, reworded, of which the other is a copy. */
export const likeTheRecorded = 0.65;
/** Entries with more sentences than this between them say little of what lies there. */
export const nearby = 12;

// Sentences that were reworded.

/** Below this likeness two sentences are not the same, wherever they stand. */
export const leastAlike = 0.45;
/** From here on they are, if they stand where they should. */
export const likelyAlike = 0.58;
/** So many words say enough to be known by, with one of them exchanged, between the sentences between which they stood. */
export const fewestWithExchange = 7;
/** With more of its words gone, it may as well be a new claim of the same pattern. */
export const mostLost = 0.2;
/** So many lost words make another sentence of one that is made after a pattern, if others are made after it, too. */
export const severalLost = 2;
/** By so much it has to be more like the recorded sentence than the others are. */
export const patternLead = 0.05;
/** What stands around a sentence on one side is what stood there. */
export const sameSide = 0.8;
/** By how much the best place must beat the next best, and be beaten by no other entry, to be relied on. */
export const clearLead = 0.12;
/** A word in more sentences than this tells too little to look a sentence up by it. */
export const mostPostings = 40;
/** So many sentences are compared with an entry: those with most of its rare words, and those that stand where it stood. */
export const mostLookedUp = 8;
export const mostNeighbours = 6;
/** So many sentences may have been joined into one. */
export const mostJoined = 3;
