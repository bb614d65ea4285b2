import type { InlineContext, MarkdownConfig } from '@lezer/markdown';
import { admonition, container, formulaLines, hiddenLines, isIndented } from './markdown-block-syntax.ts';

/** What tells the flavours of Markdown apart. */
export interface Flavour {
  /** True for MDX: expressions in braces, tags as in JavaScript, imports and exports. */
  readonly mdx?: true;
  /** True where a word behind an at sign is always a citation key (Quarto, R Markdown); otherwise only one with a digit, since others name people. */
  readonly keys?: true;
}

/** Lists and quotations deeper than this are read as paragraphs, since each line costs as much as it is deep. */
const deepest = 100;
/** Marks in one block after which all further ones are prose, since each may be compared with each. */
const mostMarks = 4000;

/** Brackets of code, which may hold others. */
export const braces = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,1000}\}`;
/** What is matched as a whole. */
export const wholes = {
  wikiLink: /^!?\[\[(?<target>[^[\]|\n]{1,300})(?:\|(?<words>[^[\]\n]{1,300}))?\]\]/,
  embed: /^!\[\[[^[\]\n]{1,300}\]\]/,
  footnote: /^\[\^[^\]\s]{1,200}\](?!:)/,
  citation: /^\[[^[\]@]{0,200}@(?!TODO)[\p{L}\p{N}_{][^[\]]{0,500}\](?![([])/u,
  key: /^@(?!TODO)(?:\{[^{}\s]{1,200}\}|(?<key>[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,100}))(?:[ \t]\[[^[\]@\n]{0,100}\])?/u,
  crossReference: /^@(?:fig|tbl|sec|eq|thm|lst|lem|cor)-[\w-]{1,100}|^\\@ref\([\w:.-]{1,100}\)/,
  formula:
    /^\$\$(?!\$)[^$]{1,1000}\$\$|^\$(?![\s$])(?:[^$\\\n]|\\[^\n]|\n(?!\s*\n)){0,500}?[^\s\\$]\$(?!\d)|^\$[^\s$\\]\$(?!\d)/,
  brackets: /^\\\((?:[^\\]|\\(?!\))){0,500}\\\)|^\\\[(?:[^\\]|\\(?!\])){0,500}\\\]/,
  environment:
    /^\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|tikzpicture)\*?)\}(?:[^\\]|\\(?!end\{)){0,1100}(?:\\end\{(?:split|cases|aligned|array|[a-z]{0,2}matrix)\}(?:[^\\]|\\(?!end\{)){0,500}){0,3}\\end\{\1\}/,
  shortcode: /^\{\{[<%]?[^{}]{0,500}[>%]?\}\}|^\{%[^{}]{0,500}%\}/,
  attributes:
    /^\{:?[ \t]{0,5}(?:[.#][\w:-]{1,100}|[\w:-]{1,100}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s{}"']{1,200})|-)(?:[ \t]{1,5}(?:[.#][\w:-]{1,100}|[\w:-]{1,100}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s{}"']{1,200}))){0,20}[ \t]{0,5}\}/,
  remark: /^%%(?:[^%]|%(?!%)){1,1000}%%/,
  deletion: /^\{--[^{}]{1,1000}?--\}|^\{>>[^{}]{0,1000}?<<\}/,
  revision: /^\{(?:\+\+|==|~~[^{}]{0,500}?~>)(?<words>[^{}]{0,600}?)(?:\+\+|==|~~)\}/,
  highlight: /^==(?=[^\s=])(?<words>[^=]{1,600}?)(?<=[^\s=])==(?!=)/,
  callout: /^\[![\w-]{1,30}\][+-]?/,
  expression: new RegExp(`^${braces}`),
  tag: new RegExp(
    String.raw`^<\/?(?:[A-Za-z][\w.:-]{0,100})?(?:\s{1,100}(?:[\w:-]{1,100}(?:=(?:"[^"]{0,1000}"|'[^']{0,1000}'|${braces}))?|${braces})){0,50}\s{0,100}\/?>`,
  ),
} as const;

/** A line that asks for a table of contents or a new page. */
const commandLine =
  /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|listoffigures|listoftables|appendix|bigskip|medskip|smallskip)(?:\[\d\]|\{\})?)[ \t]*\r?$/i;

/** How many marks each block had so far, and whether a comment may still be closed in it. */
const states = new WeakMap<InlineContext, { marks: number; lastCommentEnd: number }>();

function stateOf(cx: InlineContext) {
  let state = states.get(cx);
  if (!state) {
    const end = cx.slice(cx.offset, cx.end).lastIndexOf('-->');
    states.set(cx, (state = { marks: 0, lastCommentEnd: end < 0 ? -1 : end + cx.offset }));
  }
  return state;
}

/** Money is no formula: between two dollar signs, words that start with a figure need a sign that only formulas have. */
const isMoney = (formula: string): boolean =>
  /^\$\d/.test(formula) && /[ \n]/.test(formula) && !/[\\^_={}]/.test(formula);

/**
 * Between `\(` and `\)` or `\[` and `\]` stands a formula of TeX, or words that an export gave brackets which are to show: a quotation's
 * “\[the mayor\]”, “\[T\]he”, “\[1\]”. A formula has a sign that words have not, or is a letter by itself.
 */
const isFormula = (brackets: string, before: number, after: number): boolean =>
  /[\^=+]|\s[<>]\s|\w_[\w{]|\\[a-zA-Z,;!]/.test(brackets.slice(2, -2)) ||
  (/^\\\(\s*[a-zA-Z]\s*\\\)$/.test(brackets) && !isLetter(before) && !isLetter(after));

/** Lezer's Markdown with what drafts have besides: footnotes, citations, formulas, wiki links, shortcodes, attributes, definitions, fenced divisions. */
export function draftSyntax(flavour: Flavour): MarkdownConfig {
  const inline = (cx: InlineContext, next: number, pos: number): number => {
    // Inside a word no markup starts, not even an address; most characters need not be put to any other parser.
    if (isLetter(next)) return isLetter(cx.char(pos - 1)) ? endOfLetters(cx, pos) : -1;
    // A row of spaces would be gone through from each of them, for a break at its end.
    if (next === space) {
      const end = endOfSpaces(cx, pos);
      return end > pos + 1 && cx.char(end) !== lineFeed ? end : -1;
    }
    const character = String.fromCharCode(next);
    if (!'*_~[]^<$\\{@!%='.includes(character)) return -1;
    const state = stateOf(cx);
    if (++state.marks > mostMarks) return pos + 1;
    const rest = (length: number) => cx.slice(pos, Math.min(cx.end, pos + length));
    const find = (pattern: RegExp, length = 1200) => pattern.exec(rest(length));
    const add = (name: string, length: number) => cx.addElement(cx.elt(name, pos, pos + length));
    /** The first of some patterns that fits is left out. */
    const hide = (...patterns: readonly RegExp[]): number => {
      for (const pattern of patterns) {
        const found = find(pattern);
        if (found) return add('Hidden', found[0].length);
      }
      return -1;
    };
    switch (character) {
      case '*':
      case '_':
      case '~': {
        // A long run is a rule that somebody drew, and would nest as deep as it is long.
        const run = /^([*_~])\1{20,}/.exec(rest(5000));
        return run ? pos + run[0].length : -1;
      }
      case '<': {
        if (cx.slice(pos, pos + 4) === '<!--') return state.lastCommentEnd > pos ? -1 : pos + 1;
        if (flavour.mdx) {
          const tag = find(wholes.tag, 4000);
          if (tag) return add('Hidden', tag[0].length);
        }
        return rest(2000).includes('>') ? -1 : pos + 1;
      }
      case '[': {
        const note = find(wholes.footnote);
        if (note) return add('FootnoteMark', note[0].length);
        const callout = find(wholes.callout);
        if (callout) return add('Hidden', callout[0].length);
        const link = find(wholes.wikiLink);
        if (link) return wikiLink(cx, pos, link);
        const citation = find(wholes.citation);
        return citation ? add('CitationMark', citation[0].length) : -1;
      }
      case ']': {
        // An address that nobody closed would be looked for to the end of the block.
        if (cx.char(pos + 1) !== 40) return -1;
        const address = rest(2000);
        const quote = /^\]\(\s{0,100}[^\s"'(]{0,1500}\s{1,100}(["'])/.exec(address);
        const closed = quote ? address.includes(quote[1] ?? '', quote[0].length) : address.includes(')');
        return closed ? -1 : pos + 1;
      }
      case '!':
        return hide(wholes.embed);
      case '^':
        return inlineNote(cx, pos, rest(1000));
      case '@': {
        if (/[\p{L}\p{N}_@.]/u.test(String.fromCharCode(cx.char(pos - 1)))) return -1;
        if (flavour.keys && wholes.crossReference.test(rest(120))) return hide(wholes.crossReference);
        const key = find(wholes.key, 300);
        // Braces make a key of any word.
        if (!key || !(flavour.keys || /\d/.test(key.groups?.['key'] ?? '0'))) return -1;
        return add('CitationMark', key[0].length);
      }
      case '$': {
        const formula = find(wholes.formula);
        return formula && !isMoney(formula[0]) ? add('Hidden', formula[0].length) : -1;
      }
      case '\\': {
        const brackets = find(wholes.brackets);
        if (brackets && isFormula(brackets[0], cx.char(pos - 1), cx.char(pos + brackets[0].length)))
          return add('Hidden', brackets[0].length);
        return hide(wholes.crossReference, wholes.environment);
      }
      // Obsidian's comments; behind a figure there is only a sign too many.
      case '%':
        return /[\p{L}\p{N}]/u.test(String.fromCharCode(cx.char(pos - 1))) ? -1 : hide(wholes.remark);
      case '=': {
        // Words that are marked with a pen, as many editors have it; not a comparison in code.
        const marked = cx.char(pos - 1) === 61 ? null : find(wholes.highlight);
        return marked ? revised(cx, pos, marked, 2) : -1;
      }
      case '{': {
        const revision = flavour.mdx ? null : find(wholes.revision);
        if (revision) return revised(cx, pos, revision);
        return flavour.mdx
          ? hide(wholes.shortcode, wholes.expression, wholes.attributes)
          : hide(wholes.deletion, wholes.shortcode, wholes.attributes);
      }
      default:
        return -1;
    }
  };
  return {
    defineNodes: [
      'Hidden',
      'FootnoteMark',
      'CitationMark',
      'WikiLink',
      'Revision',
      { name: 'HiddenBlock', block: true },
      { name: 'FootnoteDefinition', block: true, composite: isIndented },
      { name: 'Definition', block: true, composite: isIndented },
      { name: 'Admonition', block: true, composite: isIndented },
    ],
    remove: flavour.mdx ? ['HTMLBlock', 'IndentedCode'] : [],
    parseInline: [{ name: 'Draft', before: 'Escape', parse: inline }],
    parseBlock: [
      {
        name: 'TooDeep',
        before: 'LinkReference',
        parse(cx, line) {
          if (cx.depth <= deepest) return false;
          const from = cx.lineStart + line.pos;
          cx.addElement(cx.elt('Paragraph', from, cx.lineStart + line.text.length));
          cx.nextLine();
          return true;
        },
      },
      container('FootnoteDefinition', /^\[\^[^\]\s]{1,200}\]:[ \t]*/),
      container('Definition', /^[:~][ \t]{1,3}(?=\S)/),
      admonition,
      hiddenLines('Division', /^:{3,}/),
      hiddenLines('Command', commandLine),
      formulaLines,
      ...(flavour.mdx ? [hiddenLines('Module', /^(?:import|export)\s/, /^\s*$/, true)] : []),
    ],
  };
}

const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

const space = 32;
const lineFeed = 10;

function endOfSpaces(cx: InlineContext, from: number): number {
  let end = from + 1;
  while (cx.char(end) === space) end++;
  return end;
}

function endOfLetters(cx: InlineContext, from: number): number {
  let end = from + 1;
  while (isLetter(cx.char(end))) end++;
  return end;
}

/** CriticMarkup that adds, marks or replaces: its new words are read, with the markup in them. What closes it is so many characters long. */
function revised(cx: InlineContext, pos: number, { 0: whole, groups }: RegExpExecArray, closing = 3): number {
  const words = groups?.['words'] ?? '';
  const end = pos + whole.length;
  const from = end - closing - words.length;
  const inner = cx.parser.parseInline(words, from);
  return cx.addElement(
    cx.elt('Revision', pos, end, [cx.elt('Hidden', pos, from), ...inner, cx.elt('Hidden', end - closing, end)]),
  );
}

/** The words behind the bar, or else the name of the page, are read. */
function wikiLink(cx: InlineContext, pos: number, { 0: whole, groups }: RegExpExecArray): number {
  const words = groups?.['words'] ?? groups?.['target'] ?? '';
  const from = pos + whole.length - 2 - words.length;
  const end = pos + whole.length;
  return cx.addElement(cx.elt('WikiLink', pos, end, [cx.elt('Hidden', pos, from), cx.elt('Hidden', end - 2, end)]));
}

/** A note in the text, `^[like this]`, whose brackets may hold others. */
function inlineNote(cx: InlineContext, pos: number, rest: string): number {
  if (rest.charAt(1) !== '[') return -1;
  let depth = 0;
  for (let at = 1; at < rest.length; at++) {
    const character = rest.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return cx.addElement(cx.elt('FootnoteMark', pos, pos + at + 1));
  }
  return -1;
}
