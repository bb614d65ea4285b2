/** Long loops go in stretches, each a call, because engines optimise a function that is called often sooner than one that runs long. */
export const stretch = 4096;

/** Node and browsers both have it, but a program without the types of either has to name it itself. */
const { atob } = globalThis as unknown as { atob(text: string): string };

/**
 * The bytes that a base64 text without padding holds, with their FNV-1a checksum in eight hexadecimal digits; `undefined` for a text
 * that is none.
 */
export function fromBase64(text: string): { bytes: Uint8Array; checksum: string } | undefined {
  const bytes = new Uint8Array((text.length >> 2) * 3);
  let characters: string;
  try {
    characters = atob(text);
  } catch {
    return undefined;
  }
  if (text.length % 4 > 0 || characters.length !== bytes.length) return undefined;
  for (let from = 0; from < bytes.length; from += stretch)
    copy(characters, bytes, from, Math.min(bytes.length, from + stretch));
  return { bytes, checksum: checksumOf(bytes) };
}

function copy(characters: string, bytes: Uint8Array, from: number, to: number): void {
  for (let i = from; i < to; i++) bytes[i] = characters.charCodeAt(i);
}

/** The checksum that `fromBase64` returns for these bytes. */
export function checksumOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let from = 0; from < bytes.length; from += stretch)
    hash = hashed(hash, bytes, from, Math.min(bytes.length, from + stretch));
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** FNV-1a over bytes, going on from `start`. */
function hashed(start: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash;
}

/** A number of bytes that base64 needs no padding for. */
export const padded = (bytes: number): number => Math.ceil(bytes / 3) * 3;
