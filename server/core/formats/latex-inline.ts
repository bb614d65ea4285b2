import type { InlineRule, InlineSyntax } from './inline-rules.ts';

/** Commands that stand for characters. */
const characters: Readonly<Record<string, string>> = {
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  pounds: '£',
  textsterling: '£',
  euro: '€',
  texteuro: '€',
  textdollar: '$',
  textpercent: '%',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  lq: '‘',
  rq: '’',
  S: '§',
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  copyright: '©',
  textcopyright: '©',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  space: ' ',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  linebreak: ' ',
};

/** The combining character that each accent puts on its letter. */
const accents: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
};

const options = String.raw`(?:\s{0,5}\[[^\]]{0,300}\])`;
/** The command that a definition makes. */
const defined = String.raw`(?:\{\s{0,5}\\[a-zA-Z@]{1,60}\s{0,5}\}|\\[a-zA-Z@]{1,60})`;
const length = String.raw`-?[\d.]{1,10}\s{0,3}(?:pt|em|ex|cm|mm|in|pc|bp|sp|fil{1,3}|\\[a-zA-Z]{1,30})`;
/** A figure to which a unit follows. */
const measured = String.raw`\\(?:SI|qty)\*?(?:\[[^\]\n]{0,100}\])?\{(?<words>\d[\d.,]{0,30})\}`;

/** An option of csquotes, in which a citation may stand with options of its own. */
const option = String.raw`\[(?:[^[\]{}\n]|\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,300}\}|\[[^[\]\n]{0,100}\]){0,300}\]`;
/** Options the first of which cites. */
const citing = String.raw`(?<mark>(?=\[[^\]\n]{0,100}\\[a-zA-Z]{0,20}[cC]ite)(?<target>${option})(?:${option})?)`;
const keysOfCiting = /(?<=[cC]ite[a-zA-Z]{0,20}\*?(?:\[[^\]]{0,100}\]){0,2}\{[^{}]{0,300})[^\s,{}]+(?=[^{}]{0,300}\})/g;
const keyed = String.raw`(?<mark>(?:${option}){0,2}\{(?<target>[^{}\n]{1,300})\}(?:${option})?)`;
const listOfKeys = /[^\s,](?:[^,]{0,200}[^\s,])?/g;
const quoting = String.raw`\\(?:(?:foreign|hyphen)(?:text|block)?quote\*?\{[^{}]{0,50}\}|(?:text|block)quote\*?)`;
const quotingKeyed = String.raw`\\(?:(?:foreign|hyphen)(?:text|block)cquote\*?\{[^{}]{0,50}\}|(?:text|block)cquote\*?)`;
const quotationMarks = ['“', '”'] as const;

/** How a block quotation of csquotes opens that cites; one that gives keys alone has others in front of its name. */
const citedBlocks: readonly InlineRule[] = [
  { at: new RegExp(String.raw`\\begin\{displayquote\*?\}${citing}`, 'dy'), is: 'citation', keys: keysOfCiting },
  { at: new RegExp(String.raw`\\begin\{displaycquote\*?\}${keyed}`, 'dy'), is: 'citation', keys: listOfKeys },
];

/** Where the opening of a block quotation ends that cites; undefined where none opens at a place. */
export function endOfCitedOpening(text: string, at: number): number | undefined {
  for (const { at: opening } of citedBlocks) {
    opening.lastIndex = at;
    if (opening.test(text)) return opening.lastIndex;
  }
  return undefined;
}

const rules: readonly InlineRule[] = [
  // Short code, formulas.
  { at: /\\verb\*?([^\sa-zA-Z*])[^\n]{0,300}?\1/y },
  { at: /\\lstinline(?:\[[^\]]{0,100}\])?(?:\{[^{}\n]{0,300}\}|([^\sa-zA-Z{[])[^\n]{0,300}?\1)/y },
  { at: /\\\((?:[^\\]|\\(?!\))){0,1000}\\\)/y },
  { at: /\$(?:[^$\\]|\\[\s\S]){1,1000}\$/y },
  // Quotations, with what they cite.
  ...citedBlocks,
  {
    at: new RegExp(String.raw`${quoting}${citing}\s{0,5}(?=\{)`, 'dy'),
    is: 'citation',
    keys: keysOfCiting,
    argument: 'words',
    around: quotationMarks,
  },
  {
    at: new RegExp(String.raw`${quoting}(?:${option}){0,2}\s{0,5}(?=\{)`, 'y'),
    argument: 'words',
    around: quotationMarks,
  },
  {
    at: new RegExp(String.raw`${quotingKeyed}${keyed}\s{0,5}(?=\{)`, 'dy'),
    is: 'citation',
    keys: listOfKeys,
    argument: 'words',
    around: quotationMarks,
  },
  // Citations, notes and links are evidence; what is only to be listed among the works cited is none.
  { at: /\\nocite\s{0,5}\{[^{}]{0,1000}\}/y },
  {
    at: new RegExp(
      String.raw`\\[a-zA-Z]{0,20}cites[a-z]{0,10}\*?(?:\([^()]{0,300}\)){0,2}(?<target>(?:${options}{0,2}\s{0,5}\{[^{}]{0,1000}\}){1,10})`,
      'dy',
    ),
    is: 'citation',
    keys: /(?<=\{[^{}]{0,1000})[^\s,{}]+(?=[^{}]*\})/g,
  },
  {
    at: new RegExp(
      String.raw`\\[a-zA-Z]{0,20}[cC]ite[a-zA-Z]{0,20}\*?${options}{0,2}\s{0,5}\{(?<target>[^{}]{0,1000})\}`,
      'dy',
    ),
    is: 'citation',
    keys: listOfKeys,
  },
  {
    at: /\\(?:footnote|sidenote|endnote|marginnote)(?:\[[^\]]{0,50}\])?(?=\{)/y,
    is: 'footnote',
    argument: 'hidden',
  },
  { at: /\\(?:footnotemark|endnotemark)(?![a-zA-Z])\[(?<target>[^\]]{1,50})\]/dy, is: 'footnote', labelled: true },
  { at: /\\(?:footnote|endnote)mark(?![a-zA-Z])/y, is: 'footnote', labelled: '#' },
  {
    at: /\\(?:footnote|endnote)text\[(?<target>[^\]]{1,50})\](?=\{)/dy,
    is: 'footnote',
    labelled: true,
    argument: 'hidden',
  },
  { at: /\\(?:footnote|endnote)text(?=\{)/y, is: 'footnote', labelled: '#', argument: 'hidden' },
  { at: /\\href(?:\[[^\]]{0,300}\])?\{(?<target>[^{}\n]{0,2000})\}\s{0,5}(?=\{)/dy, is: 'link', argument: 'words' },
  { at: /\\(?:url|nolinkurl|path)\{(?<target>[^{}\n]{0,2000})\}/dy, is: 'link' },
  // What still has to be done.
  {
    at: new RegExp(
      String.raw`\\(?:todo|fixme|citationneeded|citeneeded|needcite|needscite|needsource)${options}?(?=\{)`,
      'y',
    ),
    is: 'placeholder',
    argument: 'hidden',
  },
  { at: /\\(?:citationneeded|citeneeded|needcite|needscite|needsource)(?![a-zA-Z])/y, is: 'placeholder' },
  // Characters.
  { at: /\\([%&$#_{}])/y, reads: ([, character]) => character },
  {
    at: /\\(?:([`'^"~=.])\s{0,5}|([uvHckrd])(?:\s{1,5}|(?=\{)))(?:\{(\\?[a-zA-Z])\}|(\\?[a-zA-Z]))/y,
    reads: ([, mark, letterMark, braced, bare]) => {
      const letter = (braced ?? bare ?? '').replace('\\', '');
      return (letter + (accents[mark ?? letterMark ?? ''] ?? '')).normalize('NFC');
    },
  },
  {
    at: new RegExp(String.raw`\\(${Object.keys(characters).join('|')})(?![a-zA-Z])(?:\{\}|[ \t]{0,10})`, 'y'),
    reads: ([, name]) => characters[name ?? ''],
  },
  { at: /\\(?:\\\*?(?:\[[^\]\n]{0,20}\])?|[ ,;:!/\n-])/y, reads: ([command]) => (/^\\[!/-]/.test(command) ? '' : ' ') },
  // Words in other words' dress.
  { at: /\\(?:enquote|say)\*?\s{0,5}(?=\{)/y, argument: 'words', around: quotationMarks },
  {
    at: /\\(?:textcolor|colorbox|foreignlanguage|parbox|raisebox|makebox|hyperref)(?:\[[^\]]{0,100}\])?(?:\{[^{}]{0,100}\})?/y,
  },
  { at: /\\multi(?:column|row)\{[^{}]{0,100}\}\{[^{}]{0,100}\}/y },
  // Definitions, and what is left out of the print.
  { at: /\\[gex]?def\s{0,5}\\[a-zA-Z@]{1,60}[^{}\\\n]{0,60}(?=\{)/y, argument: 'hidden' },
  {
    at: new RegExp(
      String.raw`\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator)\*?\s{0,5}${defined}${options}{0,2}\s{0,5}(?=\{)`,
      'y',
    ),
    argument: 'hidden',
  },
  {
    at: new RegExp(
      String.raw`\\(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand\s{0,5}${defined}\s{0,5}\{[^{}]{0,100}\}\s{0,5}(?=\{)`,
      'y',
    ),
    argument: 'hidden',
  },
  {
    at: new RegExp(
      String.raw`\\(?:re)?newenvironment\*?\s{0,5}\{[^{}]{1,60}\}${options}{0,2}\s{0,5}\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,300}\}){0,300}\}){0,1000}\}\s{0,5}(?=\{)`,
      'y',
    ),
    argument: 'hidden',
  },
  {
    at: new RegExp(String.raw`\\newtheorem\*?\s{0,5}\{[^{}]{1,60}\}${options}?\s{0,5}(?=\{)`, 'y'),
    argument: 'hidden',
  },
  {
    at: new RegExp(
      String.raw`\\(?:[vhm]skip|kern|[vh]glue)\s{0,3}${length}(?:\s{0,3}(?:plus|minus)\s{0,3}${length}){0,2}`,
      'y',
    ),
  },
  { at: /\\iffalse(?![a-zA-Z])(?:(?!\\fi(?![a-zA-Z]))[\s\S]){0,2000}\\fi(?![a-zA-Z])/y },
  // What is struck out is not said any more.
  { at: /\\(?:sout|xout|st|cancel|deleted)(?![a-zA-Z])(?:\[[^\]\n]{0,100}\])?(?=\{)/y, argument: 'hidden' },
  // Figures that a command sets are words, and so are their units.
  { at: new RegExp(String.raw`${measured}\{\\(?:percent|%)\s?\}`, 'dy'), around: ['', '%'] },
  { at: new RegExp(String.raw`${measured}\{\\(?:degreeCelsius|celsius)\s?\}`, 'dy'), around: ['', ' °C'] },
  {
    at: new RegExp(
      String.raw`${measured}\{\\(?<words2>kilo|mega|giga|tera|hecto|deci|centi|milli|micro|nano)\\(?<words3>[a-zA-Z]{1,30})(?:\\per\\(?<words4>[a-zA-Z]{1,30}))?\s?\}`,
      'dy',
    ),
    between: [' ', '', '/'],
  },
  {
    at: new RegExp(
      String.raw`${measured}\{\\?(?<words2>[a-zA-Z]{1,30})(?:(?:\\per\\|\/)(?<words3>[a-zA-Z]{1,30}))?\s?\}`,
      'dy',
    ),
    between: [' ', '/'],
  },
  { at: /\\num\*?(?:\[[^\]\n]{0,100}\])?\{(?<words>\d[\d.,]{0,30})\}/dy },
  { at: new RegExp(String.raw`${measured}\{[^{}\n]{0,100}\}`, 'dy') },
  // Commands whose arguments are no words.
  {
    at: new RegExp(
      String.raw`\\(?:label|[a-zA-Z]{0,10}ref|[vh]space|index|includegraphics|input|include|bibliography|bibliographystyle|addbibresource|printbibliography|usepackage|documentclass|(?:re)?newcommand|providecommand|def|color|(?:cell|row|column)color|definecolor|hypersetup|setlength|addtolength|setcounter|addtocounter|pagestyle|thispagestyle|selectlanguage|thanks|marginpar|hyphenation|rule|fontsize|cline|cmidrule|pagenumbering|graphicspath|tikz|SI|num|si|qty|unit|ensuremath)(?![a-zA-Z])\*?${options}{0,2}(?:\{[^{}]{0,300}\}(?=\{)){0,3}(?:\((?:[^()\n]{0,20})\))?(?=\{)`,
      'y',
    ),
    argument: 'hidden',
  },
  // Any other command is left out, and its argument is words.
  { at: new RegExp(String.raw`\\[a-zA-Z@]{1,60}\*?${options}?`, 'y') },
  { at: /[{}]/y },
  { at: /~/y, reads: ' ' },
  { at: /``/y, reads: '“' },
  { at: /''/y, reads: '”' },
  { at: /`/y, reads: '‘' },
  { at: /---/y, reads: '—' },
  { at: /--/y, reads: '–' },
  { at: /\$|\\/y },
];

/** LaTeX inside a block. */
export const latexInline: InlineSyntax = {
  trigger: /[\\${}~`]|''|--/gu,
  rules,
  brackets: /\\[\s\S]|[{}]/g,
};
