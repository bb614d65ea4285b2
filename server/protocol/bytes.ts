/**
 * The bytes of a file as text: in UTF-8, and in base64, in which they travel in a message. Node and browsers both know these by
 * themselves, but a program without the types of either has to name them itself.
 */

const { atob, btoa, TextDecoder, TextEncoder } = globalThis as unknown as {
  atob(text: string): string;
  btoa(characters: string): string;
  readonly TextDecoder: new (encoding: string, options?: { fatal: boolean }) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
};

/** As many characters as a call can take as arguments on every engine. */
const stretch = 8192;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += stretch)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + stretch)));
  return btoa(parts.join(''));
}

/** Throws where the text is no base64. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), character => character.charCodeAt(0));

export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text that the bytes hold, and whether it is all there; what is no UTF-8 is replaced otherwise. */
export function fromUtf8(bytes: Uint8Array): { readonly text: string; readonly isWhole: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isWhole: true };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), isWhole: false };
  }
}
