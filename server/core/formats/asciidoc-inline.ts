import { characterReference, type InlineRule, type InlineSyntax } from './inline-rules.ts';

const options = String.raw`\[(?<words>[^\]]{0,500})\]`;

const rules: readonly InlineRule[] = [
  { at: /\\([*_`#^~{<[:"'&])/y, reads: ([, character]) => character },
  // Code and formulas.
  { at: /``[^\n]{1,500}?``|`\+[^\n]{1,500}?\+`/y },
  { at: /(?<![\p{L}\p{N}"'`])`(?![`"'\s])[^`]{0,500}[^\s`]`(?![\p{L}\p{N}"'])/uy },
  {
    at: /(?:stem|latexmath|asciimath|kbd|btn|menu|icon|image|indexterm|anchor):[^\s[\]]{0,500}\[(?:[^\]\\]|\\.){0,1000}\]/y,
  },
  { at: /pass:[a-z,]{0,20}(?=\[)/y, argument: 'words' },
  { at: /\+\+\+[\s\S]{1,1000}?\+\+\+/y },
  { at: /(?<![\p{L}\p{N}+])\+(?<words>[^\s+](?:[^+\n]{0,300}[^\s+])?)\+(?![\p{L}\p{N}+])/duy },
  { at: /\$\$(?<words>[^$\n]{1,500})\$\$/dy },
  // What was deleted is not said any more.
  { at: /\[(?:[^\]\n]{0,60}\.)?line-through[^\]\n]{0,60}\](?:##[^\n]{1,300}?##|#[^#\n]{1,300}#)/y },
  // Citations, notes and links are evidence.
  {
    at: /footnote:(?<target>[\w-]{1,100})\[(?<note>(?:[^[\]\\]|\\[\s\S]|\[(?:[^[\]\\]|\\[\s\S]){0,500}\]){0,2000})\]/dy,
    is: 'footnote',
    labelled: true,
  },
  { at: /footnote(?:ref)?:[\w-]{0,100}(?=\[)/y, is: 'footnote', argument: 'hidden' },
  {
    at: /(?:cite[a-z]{0,10}|fullcite):{1,2}[\w,:-]{0,200}\[(?<target>[^\]]{0,500})\]/dy,
    is: 'citation',
    keys: /(?<=^|[,;])\s*([^\s,;()<>]+)(?:\([^()]{0,100}\))?/g,
  },
  // A reference within the document may be to an entry in its list of works; the article tells.
  { at: /<<(?<target>[^<>,\n]{1,300}),(?<words>[^<>]{1,300})>>/dy, is: 'link', labelled: 'anchor' },
  { at: /<<(?<target>[^<>,\n]{1,300})>>/dy, is: 'link', labelled: 'anchor' },
  { at: /\[\[\[[\w,:. -]{1,200}\]\]\]/y },
  { at: new RegExp(String.raw`(?:link:|mailto:)(?<target>[^\s[\]]{1,2000})${options}`, 'dy'), is: 'link' },
  { at: new RegExp(String.raw`(?<target>\b(?:https?|ftp|irc):\/\/[^\s[\]<>"]{1,2000})${options}`, 'dy'), is: 'link' },
  { at: /<(?<target>https?:\/\/[^\s<>]{1,2000})>/dy, is: 'link' },
  // An attribute in front of brackets stands for an address.
  {
    at: new RegExp(
      String.raw`(?<target>\{(?!(?:empty|blank|n?b?sp|zwsp|wj)\})[\w-]{1,60}\}[^\s[\]{}]{0,300})${options}`,
      'dy',
    ),
    is: 'link',
  },
  { at: new RegExp(String.raw`xref:[^\s[\]]{0,500}${options}`, 'dy') },
  // Attributes, anchors, roles, index entries.
  { at: /\{(?:nbsp|sp|zwsp)\}/y, reads: ' ' },
  { at: /\{(?:lsquo|rsquo|ldquo|rdquo|amp|lt|gt|apos|quot)\}/y, reads: ([name]) => attributes[name] },
  { at: /\{(?:set|counter2?):[^{}\n]{0,100}\}|\{[\w-]{1,60}\}/y },
  { at: /\[\[[\w,:. -]{1,200}\]\]/y },
  { at: /\[(?:[.#%][^\]\n]{0,200}\](?=[*_#`])|[a-z]{1,20}(?:-[a-z]{1,20}){0,3}\](?=#\S))/y },
  { at: /\(\(\([^()]{1,300}\)\)\)/y },
  { at: /\(\((?<words>[^()]{1,300})\)\)/dy },
  // Quotation marks.
  { at: /"`/y, reads: '“' },
  { at: /`"/y, reads: '”' },
  { at: /'`/y, reads: '‘' },
  { at: /`'/y, reads: '’' },
  { at: /(?<=[\p{L}\p{N}])`(?=[\p{L}\p{N}])/uy, reads: '’' },
  // Emphasis: the marks are left out, one by one.
  { at: /\*\*|__|##/y },
  { at: /(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/uy },
  { at: /(?<![\p{L}\p{N}#&])#(?=\p{L})|(?<=\p{L})#(?![\p{L}\p{N}#])/uy },
  { at: /[`^~]/y },
  { at: /(?<=[ \t])\+(?=\r?\n|$)/y },
  { at: /<\d{1,3}>|<\.>/y },
  characterReference,
];

const attributes: Readonly<Record<string, string>> = {
  '{lsquo}': '‘',
  '{rsquo}': '’',
  '{ldquo}': '“',
  '{rdquo}': '”',
  '{amp}': '&',
  '{lt}': '<',
  '{gt}': '>',
  '{apos}': "'",
  '{quot}': '"',
};

/** AsciiDoc inside a block. */
export const asciidocInline: InlineSyntax = {
  trigger: /[\\`"'{[(<*_#^~+&$]|(?<![\p{L}\p{N}])[a-z]{2,12}:|footnote(?:ref)?:/gu,
  rules,
  brackets: /\\[\s\S]|[[\]]/g,
};
