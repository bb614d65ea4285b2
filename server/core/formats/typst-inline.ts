import type { InlineRule, InlineSyntax } from './inline-rules.ts';

/** An address in the text, as a regular expression: two slashes in it open no comment. */
export const typstAddress = String.raw`https?:\/\/[\w!#$%&*+,\-./:;=?@~']{0,2000}[\w#$%&*+\-/=@~]`;

const rules: readonly InlineRule[] = [
  // Code, formulas, comments.
  { at: /`{3,}[^`][\s\S]{0,2000}?`{3,}|`[^`]{0,500}`/y },
  { at: /\$(?:[^$\\]|\\[\s\S]){1,1000}\$/y },
  { at: new RegExp(`(?<target>${typstAddress})`, 'dy'), is: 'link' },
  { at: /(?<!:)\/\/[^\n\r]*/y },
  { at: /\/\*[\s\S]{0,2000}?\*\//y },
  // Citations, notes and links are evidence.
  { at: /#cite(?=\()/y, is: 'citation', argument: 'hidden', keys: /(?<=<|label\(")([^<>"\n]{1,200})(?=>|")/g },
  { at: /#footnote\(<(?<target>[^<>\n]{1,200})>\)/dy, is: 'footnote', labelled: true },
  {
    at: /#footnote\[(?<note>(?:[^[\]\\]|\\[\s\S]|\[(?:[^[\]\\]|\\[\s\S]){0,500}\]){0,2000})\][ \t]?<(?<target>[\p{L}\p{N}_:.-]{1,100})>/duy,
    is: 'footnote',
    labelled: true,
  },
  { at: /#footnote(?=[[(])/y, is: 'footnote', argument: 'hidden' },
  { at: /#link\("(?<target>[^"\n]{0,2000})"\)(?=\[)/dy, is: 'link', argument: 'words' },
  { at: /#link\("(?<target>[^"\n]{0,2000})"\)/dy, is: 'link' },
  { at: /#link\("(?<target>[^"\n]{0,2000})",\s{0,100}"(?<words>[^"\n]{0,500})"\s{0,100}\)/dy, is: 'link' },
  { at: /#link\("(?<target>[^"\n]{0,2000})",\s{0,100}\[(?<words>[^[\]]{0,500})\]\s{0,100}\)/dy, is: 'link' },
  // What is struck out is not said any more.
  { at: /#strike(?:\((?:[^()"]|"[^"\n]{0,300}"){0,300}\))?(?=\[)/y, argument: 'hidden' },
  { at: /#(?:todo|fixme|citation-needed|needs-source|cn)(?=[[(])/y, is: 'placeholder', argument: 'hidden' },
  { at: /(?<![\p{L}\p{N}])@(?:fig|tbl|tab|eq|eqt|sec|lst|thm|ch)[:-][\w:.-]{0,100}\w/uy },
  {
    at: /(?<![\p{L}\p{N}])@(?<target>[\p{L}_][\p{L}\p{N}_:.-]{0,100}[\p{L}\p{N}_])(?:\[[^\]\n]{0,200}\])?/duy,
    is: 'citation',
    labelled: true,
  },
  // Functions: their arguments are left out, their contents are words.
  { at: /#quote(?:\((?:[^()"]|"[^"\n]{0,300}"){0,300}\))?(?=\[)/y, argument: 'words', around: ['“', '”'] },
  { at: /#quote\(\[(?<words>[^[\]]{0,1000})\]\)/dy, around: ['“', '”'] },
  { at: /#quote\("(?<words>[^"\n]{0,1000})"\)/dy, around: ['“', '”'] },
  { at: /#(?:context[ \t]{1,5})?[a-zA-Z_][\w.-]{0,60}(?=\()/y, argument: 'hidden' },
  { at: /(?<=\))\.[a-z][\w-]{0,60}(?=\()/y, argument: 'hidden' },
  { at: /#context[ \t]{1,5}[a-zA-Z_][\w.-]{0,60}[\w-]/y },
  { at: /#(?:[a-zA-Z_][\w.-]{0,60})?(?=\[)/y, argument: 'words' },
  { at: /(?<=[)\]])(?=\[)/y, argument: 'words' },
  { at: /#"(?<words>[^"\n]{0,500})"/dy },
  { at: /#(?:[a-zA-Z_][\w-]{0,60}(?:\.[a-zA-Z_][\w-]{0,60}){0,5}|\{)/y },
  { at: /<[\p{L}\p{N}_:.-]{1,100}>/uy },
  // Characters.
  {
    at: /\\u\{([\da-f]{1,6})\}/iy,
    reads: ([, code]) =>
      Number.parseInt(code ?? '', 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code ?? '', 16)) : '',
  },
  { at: /\\(?=\s|$)/y, reads: ' ' },
  { at: /\\(\S)/uy, reads: ([, character]) => character },
  { at: /~/y, reads: ' ' },
  { at: /---/y, reads: '—' },
  { at: /--/y, reads: '–' },
  { at: /-\?/y },
  { at: /(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/uy },
];

/** Typst inside a block. */
export const typstInline: InlineSyntax = {
  trigger: /[`$/#@<\\~*_[]|--|-\?|https?:|(?<=\))\.(?=[a-z])/gu,
  rules,
  brackets: /\\[\s\S]|[[\]()]/g,
};
