/** Long loops go in stretches, each a call, because engines optimise a function that is called often sooner than one that runs long. */
export const stretch = 4096;

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The bytes that a base64 text without padding holds, with their FNV-1a checksum in eight hexadecimal digits; `undefined` for a text
 * that is none. Ours because Node and browsers share no decoder that a program without their types could name.
 */
export function fromBase64(text: string): { bytes: Uint8Array; checksum: string } | undefined {
  const values = new Uint8Array(128).fill(64);
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
  const bytes = new Uint8Array((text.length >> 2) * 3);
  let valid = text.length % 4 === 0;
  let hash = 0x811c9dc5;
  for (let from = 0; from < text.length && valid; from += stretch)
    valid = decode(text, from, Math.min(text.length, from + stretch), values, bytes);
  for (let from = 0; from < bytes.length; from += stretch)
    hash = hashed(hash, bytes, from, Math.min(bytes.length, from + stretch));
  return valid ? { bytes, checksum: (hash >>> 0).toString(16).padStart(8, '0') } : undefined;
}

/** Decodes a stretch of whole groups of four digits. Returns false at a character that is no digit. */
function decode(text: string, from: number, to: number, values: Uint8Array, bytes: Uint8Array): boolean {
  let at = (from >> 2) * 3;
  let all = 0;
  for (let i = from; i < to; i += 4) {
    const a = values[text.charCodeAt(i)] ?? 64;
    const b = values[text.charCodeAt(i + 1)] ?? 64;
    const c = values[text.charCodeAt(i + 2)] ?? 64;
    const d = values[text.charCodeAt(i + 3)] ?? 64;
    all |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    bytes[at + 1] = (b << 4) | (c >> 2);
    bytes[at + 2] = (c << 6) | d;
    at += 3;
  }
  return all < 64;
}

/** FNV-1a over bytes, going on from `start`. */
function hashed(start: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash;
}

/** The checksum that `fromBase64` returns for these bytes. */
export const checksumOf = (bytes: Uint8Array): string =>
  (hashed(0x811c9dc5, bytes, 0, bytes.length) >>> 0).toString(16).padStart(8, '0');

/** A number of bytes that base64 needs no padding for. */
export const padded = (bytes: number): number => Math.ceil(bytes / 3) * 3;
