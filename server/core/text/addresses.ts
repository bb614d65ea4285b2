import type { Span } from '../model/span.ts';

/** Longest local part and longest domain of an e-mail address (RFC 5321), and longest scheme, which keep the search linear. */
const longestScheme = 20;
const longestLocalPart = 64;
const longestDomain = 255;

/** What an address is told by: the end of a scheme, "www.", an at sign, or a domain that everybody knows for one. */
const hint = /:\/\/|www\.|@|\.(?:com|org|net|edu|gov|mil|info|eu|uk|de|fr|nl|ca|au|example)(?![\p{L}\p{N}])/giu;
const inDomain = /[\p{L}\p{N}.-]/u;
const inLocalPart = /[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]/u;
const inUrl = /[^\s<>"“”«»„\p{Cf}]/u;
const trailing = /[.,;:!?'’‘*_…]/;

/** Web and e-mail addresses in a text, in order and not overlapping. Marks that close the sentence or a bracket around one are outside. */
export function findAddresses(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(hint)) {
    if (index < end) continue;
    const address =
      opening === '@'
        ? emailAt(text, index, end)
        : opening.startsWith('.')
          ? domainAt(text, index, opening.length, end)
          : urlAt(text, opening === '://' ? startOfScheme(text, index, end) : index, index + opening.length, end);
    if (!address) continue;
    found.push(address);
    end = address.end;
  }
  return found;
}

function urlAt(text: string, start: number, from: number, floor: number): Span | undefined {
  if (text.charAt(start) === ':' || (start > floor && /[\p{L}\p{N}]/u.test(text.charAt(start - 1)))) return undefined;
  const end = endOfUrl(text, from);
  return end > from ? { start, end } : undefined;
}

function startOfScheme(text: string, colon: number, floor: number): number {
  let start = colon;
  while (start > floor && colon - start < longestScheme && /[a-z\d+.-]/i.test(text.charAt(start - 1))) start--;
  while (start < colon && !/[a-z]/i.test(text.charAt(start))) start++;
  return start;
}

/** "halden.example/news": a domain without a scheme, with the path that follows it. */
function domainAt(text: string, dot: number, ending: number, floor: number): Span | undefined {
  let start = dot;
  while (start > floor && dot - start < longestDomain && inDomain.test(text.charAt(start - 1))) start--;
  while (start < dot && /[.-]/.test(text.charAt(start))) start++;
  if (start === dot || /[@/]/.test(text.charAt(start - 1))) return undefined;
  const end = dot + ending;
  return { start, end: text.charAt(end) === '/' ? Math.max(end, endOfUrl(text, end)) : end };
}

function emailAt(text: string, at: number, floor: number): Span | undefined {
  let start = at;
  while (start > floor && at - start < longestLocalPart && inLocalPart.test(text.charAt(start - 1))) start--;
  while (start < at && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  let end = at + 1;
  while (end < text.length && end - at < longestDomain && inDomain.test(text.charAt(end))) end++;
  while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end--;
  return start < at && text.slice(at + 1, end).includes('.') ? { start, end } : undefined;
}

/** The end of an address that runs to the next space, without the stops behind it and without a bracket that it does not open. */
function endOfUrl(text: string, from: number): number {
  let end = from;
  let open = 0;
  for (; end < text.length && inUrl.test(text.charAt(end)); end++) {
    const unit = text.charAt(end);
    if (unit === '(') open++;
    else if (unit === ')' && --open < 0) break;
    else if (unit === ']' || unit === '}') break;
  }
  while (end > from && trailing.test(text.charAt(end - 1))) end--;
  return end;
}
