/** How the bytes of a file travel in a message: as base64, which Node and browsers both read and write by themselves. */

const { atob, btoa } = globalThis as unknown as { atob(text: string): string; btoa(characters: string): string };

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
