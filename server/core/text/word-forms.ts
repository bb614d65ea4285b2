import type { TokenKind } from '../model/sentence.ts';

/** What every token of the same characters has in common. */
export interface WordForm {
  readonly text: string;
  readonly normal: string;
  readonly kind: TokenKind;
}

/**
 * The forms met so far, so that a word that stands a thousand times in a draft is kept once. It is forgotten when it is full,
 * which changes nothing but the memory in use.
 */
let forms = new Map<string, WordForm>();
const mostForms = 30_000;

/** Engines cut longer strings out of the text they stand in without copying them; kept here, they would keep that text. */
const longestShared = 12;

/** The form of a token, shared with every other token of the same characters. */
export function formOf(text: string): WordForm {
  if (text.length > longestShared) return newForm(text);
  let form = forms.get(text);
  if (!form) {
    if (forms.size >= mostForms) forms = new Map();
    forms.set(text, (form = newForm(text)));
  }
  return form;
}

function newForm(text: string): WordForm {
  const normal = normalize(text);
  return { text, normal: normal === text ? text : normal, kind: kindOf(text) };
}

/** Plain words are by far the most, so they are told first and cheaply. */
const plainWord = /^[a-z]+$/i;
const quoteMarks = /^["“”„‟«»‘’‚‹›'`]\p{M}*$/u;

function kindOf(text: string): TokenKind {
  if (plainWord.test(text)) return 'word';
  if (text.includes('\u20E3')) return 'symbol';
  if (/^[.\p{N}]/u.test(text) && /\p{N}/u.test(text))
    return /^\.?\p{N}[\p{N}.,:/-]*(?:\p{L}{1,2}|-to-\p{N}+)?$/u.test(text) ? 'number' : 'word';
  if (/^(?:\p{L}|['’‘][\p{L}\p{N}])/u.test(text)) return 'word';
  if (quoteMarks.test(text)) return 'quote';
  return /^\p{P}/u.test(text) && !text.includes('\uFE0F') ? 'punctuation' : 'symbol';
}

/** Lower case, straight apostrophes and hyphens, and no invisible characters within. */
function normalize(text: string): string {
  if (plainWord.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u00AD|\u200C|\u200D|\u2060/g, '');
}
