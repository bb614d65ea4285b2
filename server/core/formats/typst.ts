import type { BlockKind, RawBlock } from '../model/block.ts';
import { blockCursor } from './block-of.ts';
import { type BracketPairs, bracketPairs } from './inline-rules.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import { closings, nextEmptyLine } from './source-lines.ts';
import { type Content, contentBehind, contentsOf, isBlockFunction } from './typst-contents.ts';
import { typstAddress, typstInline } from './typst-inline.ts';

const structure = new RegExp(
  [
    String.raw`\\[\s\S]`,
    typstAddress,
    String.raw`(?<comment>(?<!:)\/\/[^\n\r]*|\/\*)`,
    String.raw`(?<raw>\x60{3,}|\x60|\$)`,
    String.raw`(?<blank>\r?\n[ \t]*\r?\n\s*)`,
    String.raw`(?<break>\r?\n(?=[ \t]{0,80}\S))`,
    String.raw`(?<heading>(?<=^|\n)[ \t]{0,40}={1,6}[ \t]+)`,
    String.raw`(?<item>(?<=^|\n)[ \t]{0,80}(?:[-+]|\d{1,9}\.|\/)[ \t]+)`,
    String.raw`#(?<code>(?:if|for|while)(?![\w-])|context(?=\s{0,20}[[{])|(?=\{))`,
    String.raw`#(?<statement>let|set|show|import|include)(?![\w-])`,
    String.raw`#(?<call>[a-zA-Z_][\w.-]{0,60})(?=[(\[])`,
    String.raw`(?<end>\])`,
  ].join('|'),
  'g',
);

/** Contents that are read on their own. */
interface Frame {
  readonly end: number;
  readonly kind: BlockKind;
  readonly level: number;
  /** What is read behind them; nothing where the text goes on. */
  readonly rest?: Rest;
}

/** What is still to be read of code. */
interface Rest {
  readonly contents: readonly Content[];
  /** How many of the contents were read. */
  readonly next: number;
  /** Where the code ends. */
  readonly end: number;
  /** True where the sentence around the code goes on through it. */
  readonly goesOn: boolean;
  /** True where another branch may follow. */
  readonly isBranch: boolean;
}

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
  const pairs = bracketPairs(
    text,
    new RegExp(
      String.raw`\\[\s\S]|${typstAddress}|(?<!:)\/\/[^\n\r]*|\/\*|\*\/|\x60[^\x60\n]{0,500}\x60|[[\](){}]`,
      'g',
    ),
  );
  const closing = closings(closersIn(text));
  /** The contents of functions that tell what a block is, the innermost last. */
  const frames: Frame[] = [];
  let line: { readonly kind: BlockKind; readonly level: number } | undefined;
  /** The indentation of the item that is open, how far it was looked at, and the end of the brackets that it opened. */
  let item = { indent: 0, at: 0, closed: 0 };
  const { list, addUpTo, skip } = blockCursor(text, typstInline, here);

  let empty = 0;
  structure.lastIndex = 0;
  for (let match = structure.exec(text); match; match = structure.exec(text)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    // Their end may stand in what holds no words.
    while (frames.length > 0 && (frames.at(-1) as Frame).end < start) frames.pop();
    const goTo = (position: number) => {
      structure.lastIndex = Math.max(end, position);
    };
    if (groups['comment'] !== undefined) {
      const last = groups['comment'] === '/*' ? endOfComment(start, end) : end;
      skip(start, last, true);
      goTo(last);
    } else if (groups['raw'] !== undefined) {
      const mark = groups['raw'].slice(0, 3);
      if (empty < end) empty = nextEmptyLine(text, end);
      // Short code and formulas do not reach over an empty line.
      const last = mark === '```' ? (closing(mark, end + 1) ?? empty) : (closing(mark, end + 1, empty) ?? end);
      if (mark === '```') skip(start, last, !text.slice(start, last).includes('\n'));
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
    } else if (groups['break'] !== undefined) {
      if (line && !goesOn(start, end)) {
        skip(start, end);
        line = indentAt(end) > 0 ? line : undefined;
      }
    } else if (groups['heading'] !== undefined || groups['item'] !== undefined) {
      skip(start, end);
      item = { indent: match[0].search(/\S/), at: end, closed: end };
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
      skip(start, end);
      readOn(end, restOf(last, contentsOfStatement(groups['statement'], end, last)), goTo);
    } else if (groups['call'] !== undefined) call(groups['call'], start, end, goTo);
    else if (groups['end'] !== undefined) {
      if (frames.at(-1)?.end !== start) continue;
      addUpTo(start);
      const { rest } = frames.pop() as Frame;
      if (rest) readOn(start, rest, goTo);
      else skip(start, end);
    }
  }
  addUpTo(text.length);
  list.close();
  return list.blocks;

  /** Whether the line at a position is one of the item that is open: it is indented deeper, or stands in brackets. */
  function goesOn(lineEnd: number, lineStart: number): boolean {
    for (; item.at < lineEnd; item.at++)
      if ('[({'.includes(text.charAt(item.at))) item.closed = Math.max(item.closed, pairs.get(item.at) ?? 0);
    return item.closed > lineEnd || indentAt(lineStart) > item.indent;
  }

  function indentAt(lineStart: number): number {
    let at = lineStart;
    while (text[at] === ' ' || text[at] === '\t') at++;
    return at - lineStart;
  }

  function endOfComment(start: number, end: number): number {
    const close = pairs.get(start);
    return close === undefined ? (closing('*/', end) ?? nextEmptyLine(text, end)) : close + 2;
  }

  function here(): { readonly kind: BlockKind; readonly level: number } {
    return frames.at(-1) ?? line ?? { kind: 'paragraph', level: 0 };
  }

  /** Leaves out code up to the next words in it, which are read like any others, or else up to its end. */
  function readOn(from: number, rest: Rest, goTo: (position: number) => void): void {
    let at = from;
    for (let next = rest.next; next < rest.contents.length; next++) {
      const content = rest.contents[next] as Content;
      const isPart = rest.goesOn && content.kind === undefined;
      skip(at, content.start, isPart);
      const { kind, level } = content.kind ? { ...content, kind: content.kind } : here();
      frames.push({ end: content.end, kind, level, rest: { ...rest, next: next + 1 } });
      if (!content.isString) {
        goTo(content.start);
        return;
      }
      addUpTo(content.end);
      frames.pop();
      if (!isPart) list.close();
      at = content.end;
    }
    skip(at, rest.end, rest.goesOn && rest.contents.every(({ kind }) => kind === undefined));
    goTo(rest.end);
    if (rest.isBranch) otherwise(rest.end, goTo);
  }

  /** Code from the mark on is left out up to its contents. */
  function branch(start: number, end: number, goTo: (position: number) => void): void {
    const head = /[^[\]{}\n]{0,300}(?=[[{])/y;
    head.lastIndex = end;
    const open = head.test(text) ? head.lastIndex : -1;
    const close = open < 0 ? undefined : pairs.get(open);
    if (close === undefined) return;
    const inside = { start: open + 1, end: close };
    const contents =
      text[open] === '[' ? [{ ...inside, level: 0, isString: false }] : contentsOf(text, inside, pairs, '');
    readOn(start, { ...restOf(close + 1, contents, true), isBranch: true }, goTo);
  }

  function otherwise(from: number, goTo: (position: number) => void): void {
    const word = /\s{0,100}else(?=\s|[[{])/y;
    word.lastIndex = from;
    if (word.test(text)) branch(word.lastIndex - 'else'.length, word.lastIndex, goTo);
  }

  /** What a template is told, and the sentences that a definition gives a name; a mere word would be one of the sentence that it is used in. */
  function contentsOfStatement(statement: string, from: number, to: number): readonly Content[] {
    const head = text.slice(from, Math.min(to, from + 300));
    const inside = { start: from, end: to };
    if (statement === 'show' && /^\s*:/.test(head) && !/=>/.test(head))
      return contentsOf(text, inside, pairs, '', true);
    if (statement !== 'let' || !/^\s+[a-zA-Z_][\w-]*\s*=\s*\[/.test(head)) return [];
    return contentsOf(text, inside, pairs, '').filter(({ end }) =>
      /[.?!…]\S?\s{0,20}$/.test(text.slice(end - 30, end)),
    );
  }

  function call(name: string, start: number, end: number, goTo: (position: number) => void): void {
    const argumentsEnd = text[end] === '(' ? pairs.get(end) : undefined;
    const afterArguments = argumentsEnd === undefined ? end : argumentsEnd + 1;
    const contentEnd = text[afterArguments] === '[' ? pairs.get(afterArguments) : undefined;
    const settings = text.slice(end, Math.min(afterArguments, end + 300));
    const isBlock = isBlockFunction(name, settings);
    // Notes, links and quotation marks are read with the sentence that they stand in.
    if (/^(?:footnote|cite|todo|fixme|link|quote)$/.test(name) && !isBlock) {
      const isOpaque = contentEnd !== undefined && name !== 'link' && name !== 'quote';
      goTo(isOpaque ? contentEnd + 1 : afterArguments);
      return;
    }
    const inside = argumentsEnd === undefined ? undefined : { start: end + 1, end: argumentsEnd };
    const contents = inside ? [...contentsOf(text, inside, pairs, name)] : [];
    if (isBlock && contentEnd !== undefined) {
      contents.push(contentBehind(name, settings, { start: afterArguments + 1, end: contentEnd }));
      readOn(start, restOf(contentEnd + 1, contents), goTo);
    } else if (contents.length > 0) readOn(start, restOf(afterArguments, contents, !isBlock), goTo);
    else {
      if (isBlock && inside) skip(start, afterArguments);
      goTo(afterArguments);
    }
  }
};

const restOf = (end: number, contents: readonly Content[], goesOn = false): Rest => ({
  contents,
  next: 0,
  end,
  goesOn,
  isBranch: false,
});

export const rereadTypst = rereading(readTypst, /[[\](){}`$]|\*\//);

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** A statement ends with its line, at a semicolon or where a bracket around it closes, past every bracket that it opens. */
function endOfStatement(text: string, from: number, pairs: BracketPairs): number {
  const mark = /"(?:[^"\\\n]|\\.){0,500}"|[[({\n;\]})]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === ';') return found.index + 1;
    if (/^[\n\]})]/.test(found[0])) return found.index;
    const close = /^[[({]/.test(found[0]) ? pairs.get(found.index) : undefined;
    if (close !== undefined) mark.lastIndex = close + 1;
  }
  return text.length;
}
