import type { Name } from './entry.ts';
import { texText } from './tex-text.ts';

/**
 * The names in an `author` or `editor` field, by BibTeX's rules: joined by "and", each "First von Last", "von Last, First" or
 * "von Last, Jr, First"; one in braces is the name of a body. "and others" says that there are more, which is left out.
 */
export const texNames = (value: string): Name[] =>
  outsideBraces(value, /\sand\s/gi)
    .map(nameOf)
    .filter(({ family }) => family !== '' && family.toLowerCase() !== 'others');

function nameOf(text: string): Name {
  const name = text.trim();
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(name)) return { family: texText(name), given: '' };
  const [before = '', ...behind] = outsideBraces(name, /,/g);
  if (behind.length > 0) return { family: texText(before), given: texText(behind.at(-1) ?? '') };
  const words = outsideBraces(name, /[\s~]+/g).filter(word => word !== '');
  // The family name starts with its particles, which are in small letters; without any it is the last word.
  const particle = words.findIndex((word, index) => index < words.length - 1 && /^\p{Ll}/u.test(word));
  const first = particle < 0 ? words.length - 1 : particle;
  return { family: texText(words.slice(first).join(' ')), given: texText(words.slice(0, first).join(' ')) };
}

/** Splits a text at what a pattern finds where no brace is open. */
function outsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let seen = 0;
  for (const { 0: found, index } of text.matchAll(separator)) {
    for (; seen < index; seen++) {
      const mark = text.charCodeAt(seen);
      if (mark === openBrace) depth++;
      else if (mark === closeBrace) depth--;
    }
    if (depth > 0) continue;
    parts.push(text.slice(from, index));
    from = index + found.length;
  }
  parts.push(text.slice(from));
  return parts;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
