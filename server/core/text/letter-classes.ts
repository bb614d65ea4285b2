/**
 * Classes of letters for expressions that hold many of them, to be put in brackets. Engines spell out every `\p{L}` of an expression
 * as hundreds of ranges and compile them when it is first used, which takes tens of milliseconds; these are a few ranges each.
 */

/** Latin letters as English texts use them, of which both `\p{L}` and `\p{Lu}` or `\p{Ll}` think the same. */
export const latinCapital = 'A-ZÀ-ÖØ-Þ';
export const latinLetter = `${latinCapital}a-zß-öø-ÿ`;

/**
 * Letters of any script, near enough for names in running text: what counts as one here and is none stands hardly ever in a draft.
 * Where letters beyond Latin-1 have two cases, they may be capitals.
 */
export const anyLetter = `${latinLetter}\\u0100-\\u02AF\\u0370-\\u1FFF\\u2C00-\\u2DFF\\u3040-\\uD7FF`;
export const anyCapital = `${latinCapital}\\u0100-\\u024F\\u0370-\\u03AB\\u0400-\\u042F\\u1E00-\\u1EFF\\u3040-\\uD7FF`;
