import { isUtf8 } from 'node:buffer';

/** The text of a file, or why there is none, with the remedy. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes a draft: UTF-8, or UTF-16 where a byte order mark says so. The mark is no part of the text, as in editors,
 * so that positions count from the first character behind it. Nothing is replaced in silence: bytes that do not decode are a problem.
 *
 * @param name How the remedy's command names the file.
 */
export function decode(bytes: Buffer, name: string): Decoded {
  const order = utf16Order(bytes);
  if (order) return decodeUtf16(bytes.subarray(2), order, name);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: binaryProblem(nul) };
  if (!isUtf8(bytes)) {
    const at = firstInvalidByte(bytes);
    return {
      problem: `not valid UTF-8 at byte offset ${at} (line ${lineAt(bytes, at)}). Save it as UTF-8; if it is in Windows-1252, this converts it: iconv -f WINDOWS-1252 -t UTF-8 ${name}`,
    };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', hasMark ? 3 : 0) };
}

/** Why a draft that starts with these bytes is no text; absent where it may be. */
export function binaryStart(bytes: Buffer): string | undefined {
  const nul = utf16Order(bytes) ? -1 : bytes.indexOf(0);
  return nul < 0 ? undefined : binaryProblem(nul);
}

const binaryProblem = (offset: number): string =>
  `looks binary: there is a NUL byte at offset ${offset}. Give a text file such as Markdown; from a word processor, export the draft as one.`;

function utf16Order(bytes: Buffer): 'LE' | 'BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'LE';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'BE' : undefined;
}

function decodeUtf16(bytes: Buffer, order: 'LE' | 'BE', name: string): Decoded {
  const remedy = `Save it as UTF-8; this converts it and leaves out what cannot be read: iconv -c -f UTF-16 -t UTF-8 ${name}`;
  if (bytes.length % 2 === 1)
    return { problem: `not valid UTF-16${order}: half a character stands at its end. ${remedy}` };
  // `swap16` works in place, and the bytes belong to the caller.
  const text = (order === 'BE' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
  const lone = text.search(/\p{Cs}/u);
  if (lone >= 0)
    return {
      problem: `not valid UTF-16${order} at byte offset ${2 + 2 * lone} (line ${text.slice(0, lone).split('\n').length}). ${remedy}`,
    };
  return { text };
}

/**
 * The first byte that is not part of a UTF-8 character. Decoding replaces what is invalid, so the bytes that a decoded and
 * encoded copy agrees with are valid, but for the start of a character that happens to look like the replacement.
 */
function firstInvalidByte(bytes: Buffer): number {
  const copy = Buffer.from(bytes.toString('utf8'));
  let at = 0;
  while (at < bytes.length && bytes[at] === copy[at]) at++;
  while (!isUtf8(bytes.subarray(0, at))) at--;
  return at;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}
