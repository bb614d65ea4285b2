import type { BlockKind, RawBlock } from '../model/block.ts';
import { blockCursor } from './block-of.ts';
import { type BracketPairs, bracketPairs, type InlineRule, type InlineSyntax } from './inline-rules.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import { closings, nextEmptyLine } from './source-lines.ts';

const rules: readonly InlineRule[] = [
  // Code, formulas, comments.
  { at: /`{3,}[^`][\s\S]{0,2000}?`{3,}|`[^`]{0,500}`/y },
  { at: /\$(?:[^$\\]|\\[\s\S]){1,1000}\$/y },
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
  { at: /#(?:todo|fixme|citation-needed|needs-source|cn)(?=[[(])/y, is: 'placeholder', argument: 'hidden' },
  { at: /(?<![\p{L}\p{N}])@(?:fig|tbl|tab|eq|eqt|sec|lst|thm|ch)[:-][\w:.-]{0,100}\w/uy },
  {
    at: /(?<![\p{L}\p{N}])@(?<target>[\p{L}_][\p{L}\p{N}_:.-]{0,100}[\p{L}\p{N}_])(?:\[[^\]\n]{0,200}\])?/duy,
    is: 'citation',
    labelled: true,
  },
  // Functions: their arguments are left out, their contents are words.
  { at: /#quote(?=\[)/y, argument: 'words', around: ['“', '”'] },
  { at: /#[a-zA-Z_][\w.-]{0,60}(?=\()/y, argument: 'hidden' },
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

const inline: InlineSyntax = {
  trigger: /[`$/#@<\\~*_[]|--|-\?/gu,
  rules,
  brackets: /\\[\s\S]|[[\]()]/g,
};

const structure = new RegExp(
  [
    String.raw`\\[\s\S]`,
    String.raw`(?<comment>(?<!:)\/\/[^\n\r]*|\/\*)`,
    String.raw`(?<raw>\x60{3,}|\x60|\$)`,
    String.raw`(?<blank>\r?\n[ \t]*\r?\n\s*)`,
    String.raw`(?<heading>(?<=^|\n)[ \t]{0,40}={1,6}[ \t]+)`,
    String.raw`(?<item>(?<=^|\n)[ \t]{0,80}(?:[-+]|\d{1,9}\.|\/)[ \t]+)`,
    String.raw`#(?<code>(?:if|for|while)(?![\w-])|(?=\{))`,
    String.raw`#(?<statement>let|set|show|import|include)(?![\w-])`,
    String.raw`#(?<call>[a-zA-Z_][\w.-]{0,60})(?=[(\[])`,
    String.raw`(?<end>\])`,
  ].join('|'),
  'g',
);

/**
 * Typst. Code and formulas are left out; what stands in square brackets behind a function is prose again.
 * What nobody closed ends at the next empty line.
 */
export const typstBlocks = (text: string): RawBlock[] => readWhole(readTypst, text);

function* closersIn(text: string): Generator<readonly [string, number]> {
  for (const { index, 0: mark } of text.matchAll(/\\[\s\S]|\*\/|`+|\$/g))
    yield [mark.length > 3 && mark.startsWith('`') ? '```' : mark, index + mark.length];
}

const readTypst: ResumableReader = (text, _notes, pause) => {
  const pairs = bracketPairs(text, /\\[\s\S]|(?<!:)\/\/[^\n\r]*|`[^`\n]{0,500}`|[[\](){}]/g);
  const closing = closings(closersIn(text));
  /** The contents of functions that tell what a block is, the innermost last. */
  const frames: {
    readonly end: number;
    readonly kind: BlockKind;
    readonly level: number;
    /** True for the contents of a branch, which another one may follow. */
    readonly isBranch?: true;
  }[] = [];
  let line: { readonly kind: BlockKind; readonly level: number } | undefined;
  const { list, addUpTo, skip } = blockCursor(
    text,
    inline,
    () => frames.at(-1) ?? line ?? { kind: 'paragraph', level: 0 },
  );

  let empty = 0;
  structure.lastIndex = 0;
  for (let match = structure.exec(text); match; match = structure.exec(text)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const goTo = (position: number) => {
      structure.lastIndex = Math.max(end, position);
    };
    if (groups['comment'] !== undefined) {
      const last = groups['comment'] === '/*' ? (closing('*/', end) ?? nextEmptyLine(text, end)) : end;
      skip(start, last, true);
      goTo(last);
    } else if (groups['raw'] !== undefined) {
      const mark = groups['raw'].slice(0, 3);
      if (empty < end) empty = nextEmptyLine(text, end);
      // Short code and formulas do not reach over an empty line.
      const last = mark === '```' ? (closing(mark, end + 1) ?? empty) : (closing(mark, end + 1, empty) ?? end);
      if (mark === '```') skip(start, last);
      else if (last > end) skip(start, last, true);
      goTo(last);
    } else if (groups['blank'] !== undefined) {
      skip(start, end);
      line = undefined;
      // The next line may start with a mark that looks back to the line break.
      const lineStart = Math.max(start + 1, text.lastIndexOf('\n', end - 1) + 1);
      structure.lastIndex = lineStart;
      const furthest = Math.max(closing.furthest(), pairs.furthest());
      if (frames.length === 0 && pause(lineStart, '', list.blocks.length, furthest)) return list.blocks;
    } else if (groups['heading'] !== undefined || groups['item'] !== undefined) {
      skip(start, end);
      const level = groups['heading']?.trim().length ?? 0;
      line = { kind: level > 0 ? 'heading' : 'list-item', level };
      if (level > 0) {
        const lineEnd = endOfLine(text, end);
        addUpTo(lineEnd);
        list.close();
        line = undefined;
        goTo(lineEnd);
      }
    } else if (groups['code'] !== undefined) branch(start, end, goTo);
    else if (groups['statement'] !== undefined) {
      const last = endOfStatement(text, end, pairs);
      skip(start, last);
      goTo(last);
    } else if (groups['call'] !== undefined) call(groups['call'], start, end, goTo);
    else if (groups['end'] !== undefined && frames.at(-1)?.end === start) {
      addUpTo(start);
      const isBranch = frames.pop()?.isBranch;
      skip(start, end, isBranch);
      if (isBranch) otherwise(end, goTo);
    }
  }
  addUpTo(text.length);
  list.close();
  return list.blocks;

  /** Code from the mark on is left out up to its contents, or to its closing brace. */
  function branch(start: number, end: number, goTo: (position: number) => void): void {
    const head = /[^[\]{}\n]{0,300}(?=[[{])/y;
    head.lastIndex = end;
    const open = head.test(text) ? head.lastIndex : -1;
    const close = open < 0 ? undefined : pairs.get(open);
    if (close === undefined) return;
    if (text[open] === '[') {
      skip(start, open + 1, true);
      const { kind, level } = frames.at(-1) ?? line ?? { kind: 'paragraph', level: 0 };
      frames.push({ end: close, kind, level, isBranch: true });
      goTo(open + 1);
    } else {
      skip(start, close + 1, true);
      goTo(close + 1);
      otherwise(close + 1, goTo);
    }
  }

  function otherwise(from: number, goTo: (position: number) => void): void {
    const word = /\s{0,100}else(?=\s|[[{])/y;
    word.lastIndex = from;
    if (word.test(text)) branch(word.lastIndex - 'else'.length, word.lastIndex, goTo);
  }

  function call(name: string, start: number, end: number, goTo: (position: number) => void): void {
    const argumentsEnd = text[end] === '(' ? pairs.get(end) : undefined;
    const afterArguments = argumentsEnd === undefined ? end : argumentsEnd + 1;
    const contentEnd = text[afterArguments] === '[' ? pairs.get(afterArguments) : undefined;
    const settings = text.slice(end, Math.min(afterArguments, end + 300));
    if (/^(?:figure|table|grid)$/.test(name) && argumentsEnd !== undefined) {
      skip(start, end);
      const cells = name !== 'figure' || /\b(?:table|grid)\(/.test(settings);
      contents(end + 1, argumentsEnd, cells);
      skip(end, afterArguments);
      goTo(afterArguments);
    } else if (
      contentEnd !== undefined &&
      (name === 'heading' || name === 'title' || (name === 'quote' && /block:\s*true/.test(settings)))
    ) {
      skip(start, afterArguments + 1);
      const level = name === 'title' ? 1 : Number(/level:\s*([1-6])/.exec(settings)?.[1] ?? 1);
      frames.push({
        end: contentEnd,
        kind: name === 'quote' ? 'quotation' : 'heading',
        level: name === 'quote' ? 0 : level,
      });
      goTo(afterArguments + 1);
    } else if (/^(?:footnote|cite|todo|fixme)$/.test(name))
      goTo(contentEnd === undefined ? afterArguments : contentEnd + 1);
    else goTo(afterArguments);
  }

  /** The captions and cells among the arguments of a figure or a table. */
  function contents(from: number, to: number, cells: boolean): void {
    const opening = /(caption:\s{0,20})?\[/g;
    opening.lastIndex = from;
    for (let found = opening.exec(text); found && found.index < to; found = opening.exec(text)) {
      const open = found.index + found[0].length - 1;
      const close = pairs.get(open);
      if (close === undefined || close > to) continue;
      const kind = found[1] !== undefined ? 'caption' : cells ? 'table-cell' : undefined;
      if (kind) {
        list.open(kind, { start: open + 1, end: close });
        list.close();
      }
      opening.lastIndex = close + 1;
    }
  }
};

export const rereadTypst = rereading(readTypst, /[[\](){}`$]|\*\//);

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** A statement ends with its line, past every bracket that it opens. */
function endOfStatement(text: string, from: number, pairs: BracketPairs): number {
  const mark = /[([\n]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '\n') return found.index;
    const close = pairs.get(found.index);
    if (close !== undefined) mark.lastIndex = close + 1;
  }
  return text.length;
}
