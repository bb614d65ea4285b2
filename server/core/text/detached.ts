/**
 * The same characters in a string of their own. Engines cut a string out of another without copying it, so that a paragraph
 * would keep the whole version of the draft in which it was last read.
 */
export const detached = (text: string): string => (text.length < shortest ? text : ` ${text}`.slice(1));

/** Shorter ones are copied anyway. */
const shortest = 13;
