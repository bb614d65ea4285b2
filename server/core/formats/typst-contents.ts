import type { BlockKind } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import type { BracketPairs } from './inline-rules.ts';

/** Words that stand in code: the contents of square brackets, or a string that a function sets as words. Positions in the article. */
export interface Content extends Span {
  /** What block they are; those of the sentence around them where it is absent. */
  readonly kind?: BlockKind;
  readonly level: number;
  readonly isString: boolean;
}

/** Functions that set what they are given on lines of its own. */
const setsBlocks =
  /^(?:align|block|pad|place|move|rect|square|circle|ellipse|stack|columns|page|figure|table|grid|list|enum|terms|heading|title|par)(?:\.|$)/;
/** Functions whose strings are words. */
const setsStrings =
  /^(?:text|emph|strong|box|highlight|underline|overline|strike|super|sub|smallcaps|upper|lower|quote)$/;
/** Functions that set no words of the text. */
const opaque = /^(?:footnote|cite|todo|fixme|bibliography|image|raw|numbering|label|ref|link|selector|counter|state)$/;

/** What the words behind a name are, in any function. */
const named: readonly (readonly [RegExp, BlockKind, number])[] = [
  [/^caption$/, 'caption', 0],
  [/^title$/, 'heading', 1],
  [/^sub-?title$/, 'heading', 2],
  [
    /^(?:authors?|affiliations?|institutions?|attribution|date|keywords|index-terms|publisher|acknowledge?ments?)$/,
    'boilerplate',
    0,
  ],
  [/^(?:abstract|summary|lead|standfirst|body|content)$/, 'paragraph', 0],
];
/** Names behind which stand words that belong to the page and not to the text. */
const ofThePage =
  /^(?:header|footer|foreground|background|supplement|numbering|marker|separator|prefix|suffix|alt|running-?(?:title|head)|font|lang|region)$/;

/** True where a function sets its arguments as blocks, by its name and what else it is told. */
export const isBlockFunction = (name: string, settings: string): boolean =>
  setsBlocks.test(name) || (name === 'quote' && /\bblock:\s*true\b/.test(settings));

/** What the words of a function are where nothing is named; nothing where they are like what stands around them. */
function kindIn(name: string, settings: string): Pick<Content, 'kind' | 'level'> {
  if (/^(?:table|grid)(?:\.|$)/.test(name)) return { kind: 'table-cell', level: 0 };
  if (/^(?:list|enum|terms)(?:\.|$)/.test(name)) return { kind: 'list-item', level: 0 };
  if (/^(?:heading|title)$/.test(name))
    return { kind: 'heading', level: Number(/\blevel:\s*([1-6])/.exec(settings)?.[1] ?? 1) };
  return name === 'quote' && isBlockFunction(name, settings) ? { kind: 'quotation', level: 0 } : { level: 0 };
}

/** The words in the brackets behind a function. */
export const contentBehind = (name: string, settings: string, where: Span): Content => ({
  ...where,
  ...kindIn(name, settings),
  isString: false,
});

const mark =
  /"(?:[^"\\]|\\[\s\S]){0,2000}"|\/\/[^\n\r]*|\/\*|`[^`]{0,500}`|(?<![\w-])(?<key>[a-zA-Z_][\w-]{0,60})\s{0,5}:|(?<name>[a-zA-Z_][\w.-]{0,60})?\(|[)[,]/g;

interface Call {
  readonly name: string;
  /** How its arguments start. */
  readonly settings: string;
  /** The outermost name under which the call stands, and the one right before it; empty where there is none. */
  readonly under: string;
  readonly key: string;
}

/**
 * The words among the arguments of a function or in a block of code, in order. What is nested in brackets of theirs is passed over,
 * since it is read with them.
 *
 * @param outer The function whose arguments these are; empty for a block of code.
 * @param isTemplate True where the function sets the whole text, so that strings behind a name may be words.
 */
export function contentsOf(
  text: string,
  { start: from, end: to }: Span,
  pairs: BracketPairs,
  outer: string,
  isTemplate = false,
): Content[] {
  const source = text.slice(from, to);
  const found: Content[] = [];
  const calls: Call[] = [{ name: outer, settings: source.slice(0, 300), under: '', key: '' }];
  let key = '';
  const marks = new RegExp(mark);
  for (let match = marks.exec(source); match; match = marks.exec(source)) {
    const [whole] = match;
    const call = calls.at(-1) as Call;
    const start = from + match.index;
    const path = [call.under, key].filter(name => name !== '');
    const isRead = !opaque.test(call.name) && !path.some(name => ofThePage.test(name));
    const known = path.flatMap(name => named.filter(([names]) => names.test(name)))[0];
    const here = known
      ? { kind: known[1], level: known[2] }
      : isTemplate
        ? { kind: 'paragraph' as const, level: 0 }
        : kindIn(call.name, call.settings);
    if (whole === '/*') {
      const close = pairs.get(start);
      if (close !== undefined && close < to) marks.lastIndex = close + 2 - from;
    } else if (whole === '[') {
      const close = pairs.get(start);
      if (close === undefined || close >= to) continue;
      if (isRead) found.push({ start: start + 1, end: close, isString: false, ...here });
      marks.lastIndex = close + 1 - from;
    } else if (whole.startsWith('"')) {
      const isWords = known
        ? isTemplate || known[1] !== 'boilerplate'
        : path.length === 0 && (setsStrings.test(call.name) || setsBlocks.test(call.name));
      if (isRead && isWords) found.push({ start: start + 1, end: start + whole.length - 1, isString: true, ...here });
    } else if (match.groups?.['key'] !== undefined) key = match.groups['key'];
    else if (whole === ',') key = '';
    else if (whole === ')') {
      if (calls.length > 1) key = calls.pop()?.key ?? '';
    } else if (whole.endsWith('(')) {
      const name = match.groups?.['name'] ?? call.name;
      const at = match.index + whole.length;
      calls.push({ name, settings: source.slice(at, at + 300), under: call.under || key, key });
      key = '';
    }
  }
  return found;
}
