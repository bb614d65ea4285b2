import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import { anyLetter } from '../text/letter-classes.ts';
import { bracketedSources } from './bracketed-sources.ts';
import { numberedMarks } from './numbered-notes.ts';

/**
 * Placeholders that ask for a source: Wikipedia's inline clean-up tags in brackets, raised or not, or in braces, journalists' "TK",
 * Pandoc's `[@TODO…]`, and comments that readers never see. What citation/placeholder-styles.ts writes is all known here or,
 * where only a format can tell, by `isOpen`. A word in brackets that a quotation supplies ("[the mayor]")
 * is none of them. What a mark adds is at most 200 characters, so that marks nobody closed are passed over quickly.
 */
const need =
  '(?:citations?|source|sources|reference|ref|page|quote|attribution|verification|clarification) needed|(?:according to |by )?whom?\\?|who\\?|which\\?|when\\?|where\\?|how many\\?|says who\\?|source\\?|sources?\\?|clarify|dubious|verify';
/** Exports to Markdown write a backslash before brackets that are to show. */
const inBrackets = `\\\\?\\[(?:${need})(?:: [^\\]\\n]{0,200})?\\\\?\\]`;
/** What a writer says to the desk or to themselves between brackets, which must go before print: "[NOTE TO ED: …]", "[fact-check: …]". */
const toTheDesk =
  '\\[{1,2}(?:(?:note|query) to (?:the )?(?:eds?|editors?|self|desk|subs?|writer|author)\\b|(?:fact[- ]check|check|query|todo) ?[:—–])[^\\]\\n]{0,200}\\]{1,2}';
/** How a mark in brackets is raised: the whole belongs to the mark. */
const raised = [
  ['<sup>', '</sup>'],
  ['\\\\textsuperscript\\{', '\\}'],
  ['\\^\\{', '\\}'],
  ['\\^', '\\^'],
  [':sup:`', '`'],
  ['#super\\[', '\\]'],
].map(([open, close]) => `${open}${inBrackets}${close}`);
const placeholder = new RegExp(
  [
    ...raised,
    inBrackets,
    '\\[TK(?::[^\\]\\n]{0,200})?\\]',
    toTheDesk,
    `(?<![${anyLetter}\\d_])TK(?![${anyLetter}\\d_])`,
    '\\[@TODO[^\\]\\n]{0,200}\\]',
    `\\{\\{(?:${need})(?:\\|[^}\\n]{0,200})?\\}\\}`,
    `\\{>>\\s*(?:${need}|TK|TODO)(?::? (?:(?!<<\\})[^\\n]){0,200})?\\s*<<\\}`,
    `<!--\\s*(?:${need})(?:: (?:(?!-->)[^\\n]){0,200})?\\s*-->`,
    `@@comment:\\s*(?:${need})(?:: [^@\\n]{0,200})?\\s*@@`,
  ].join('|'),
  'gi',
);

/** A word that every placeholder has, and few texts with brackets, such as those of links. */
const telling = /needed|\?|clarify|dubious|verify|TK|TODO|check|query|note to/i;

/** What is left out of a block and asks for a source: a comment of LaTeX, AsciiDoc, Typst or MDX. */
const placeholderComment = new RegExp(
  `^(?:%+|//+|/\\*|\\{/\\*)\\s*(?:${need})(?:: [^\\n]{0,200})?\\s*(?:\\*/\\}?)?\\s*$`,
  'i',
);

/** A label or key that stands for one still to be found, and a note that says no more than that it is to be written. */
const openLabel = /^[@#<]{0,2}TODO(?![\p{L}])/iu;
const openNote =
  /^(?:fn:[\w-]{0,100}:)?\s{0,10}<?(?:TODO|TK)(?![\p{L}\p{N}])|^<ref[^<>]{0,300}>\s{0,10}(?:(?:TODO|TK)(?![\p{L}\p{N}])|<\/ref)/iu;

/** True for a note or a citation, as a format found it, that stands for a source which is still to be given. */
export function isOpen({ kind, target, note }: Evidence): boolean {
  if (kind !== 'footnote' && kind !== 'citation') return false;
  // A note without a label that says nothing.
  if (kind === 'footnote' && target === '' && note === undefined) return true;
  return openLabel.test(target) || openNote.test(note ?? target);
}

/** True for a comment, as a whole, that is a placeholder. */
export const isPlaceholderComment = (comment: string): boolean => placeholderComment.test(comment);

/** A bare web address, without the stop or bracket that ends the sentence around it. */
const address = /\b(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]{1,60}\.))[^\s<>"“”\])]+[^\s<>"“”\]).,;:!?'’]/giu;

/** The placeholders and web addresses that stand as such in the text, in order. Positions count from its start. */
export function editorialMarks(text: string): Evidence[] {
  const marks: Evidence[] = [];
  if (/[[{]|TK|<!--|@@/.test(text) && telling.test(text))
    // Only capitals make a mark of it; "tk" may be anything.
    for (const { index, 0: wording } of text.matchAll(placeholder))
      if (wording !== wording.toLowerCase() || wording.length > 2)
        marks.push({ kind: 'placeholder', target: wording, start: index, end: index + wording.length });
  if (text.includes('://') || text.includes('www.'))
    for (const { index, 0: url } of text.matchAll(address))
      marks.push({ kind: 'link', target: url, start: index, end: index + url.length });
  marks.push(...bracketedSources(text), ...numberedMarks(text));
  return marks.sort((a, b) => a.start - b.start);
}

/** Comments in the manner of HTML, which no reader sees. */
export function ignoredComments(text: string): Span[] {
  if (!text.includes('<!--')) return [];
  return [...text.matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(({ index, 0: comment }) => ({
    start: index,
    end: index + comment.length,
  }));
}
