/**
 * Features of the statistical models, as hashes of 32 bits: a name of what is looked at, combined with what was found.
 * Only hashes are stored, and several features share one weight, so that no text can be read back from a model
 * (Weinberger et al. 2009, feature hashing).
 */

/** FNV-1a over the UTF-16 code units of a text: for the names of features and for word forms, which callers should remember. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Combines two hashes in order; the last steps are those of MurmurHash3, which spread nearby numbers over all bits. */
export function combined(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second ^ (second >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
