import type { BlockContext, LeafBlock, Line } from '@lezer/markdown';

/** A container goes on as long as its lines are empty or indented. */
export function isIndented(_: BlockContext, line: Line, value: number): boolean {
  if (line.next < 0) return true;
  if (line.indent < line.baseIndent + value) return false;
  line.moveBaseColumn(line.baseIndent + value);
  return true;
}

export function container(name: string, mark: RegExp) {
  const find = (line: Line) => (line.indent < line.baseIndent + 4 ? mark.exec(line.text.slice(line.pos)) : null);
  return {
    name,
    before: 'LinkReference',
    parse(cx: BlockContext, line: Line) {
      const found = find(line);
      if (!found) return false;
      cx.startComposite(name, line.pos, Math.min(4, Math.max(2, found[0].length)));
      line.moveBase(line.pos + found[0].length);
      return null;
    },
    endLeaf: (_: BlockContext, line: Line) => find(line) !== null,
  };
}

const admonitionMark =
  /^(?:!!!|\?\?\?\+?)[ \t]{1,5}[\w-]{1,30}(?:[ \t]{1,5}[\w-]{1,30}){0,3}(?:[ \t]{1,5}"(?<title>[^"\n]{0,300})")?[ \t]*\r?$/;
const admonitionOf = (line: Line) =>
  line.indent < line.baseIndent + 4 ? admonitionMark.exec(line.text.slice(line.pos)) : null;

/** `!!! warning "Title"` and what is indented below it, as Python-Markdown has it; the title is a paragraph. */
export const admonition = {
  name: 'Admonition',
  before: 'LinkReference',
  parse(cx: BlockContext, line: Line) {
    const found = admonitionOf(line);
    if (!found) return false;
    cx.startComposite('Admonition', line.pos, 4);
    const title = found.groups?.['title'] ?? '';
    const from = cx.lineStart + line.pos + found[0].lastIndexOf('"') - title.length;
    if (title.trim() !== '')
      cx.addElement(cx.elt('Paragraph', from, from + title.length, cx.parser.parseInline(title, from)));
    line.moveBase(line.text.length);
    return null;
  },
  endLeaf: (_: BlockContext, line: Line) => admonitionOf(line) !== null,
};

/** How many more brackets a line of code opens than it closes. */
const bracketsOpened = (line: string): number =>
  (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);

/**
 * Lines that hold no words: one, or all up to one that ends them or an empty one. Code in which a bracket is open goes on behind
 * an empty line, where the line behind that is indented or closes one.
 */
export function hiddenLines(name: string, opening: RegExp, closing?: RegExp, isCode = false) {
  const opens = (line: Line) => line.indent < line.baseIndent + 4 && opening.test(line.text.slice(line.pos));
  return {
    name,
    before: 'LinkReference',
    parse(cx: BlockContext, line: Line) {
      if (!opens(line)) return false;
      const from = cx.lineStart + line.pos;
      let end = cx.lineStart + line.text.length;
      const ownLine = closing?.test(line.text.slice(line.pos + 2));
      const depth = cx.depth;
      let brackets = isCode ? bracketsOpened(line.text) : 0;
      while (cx.nextLine() && closing && !ownLine) {
        if (brackets > 0 && line.next < 0 && /^(?:[ \t]+\S|[)\]}])/.test(cx.peekLine())) continue;
        if (isCode) brackets += bracketsOpened(line.text);
        // The line is no longer in the container that the block stands in.
        if (line.next < 0 || (line as Line & { readonly depth: number }).depth < depth) break;
        end = cx.lineStart + line.text.length;
        if (!closing.test(line.text)) continue;
        cx.nextLine();
        break;
      }
      cx.addElement(cx.elt('HiddenBlock', from, end));
      return true;
    },
    endLeaf: (_: BlockContext, line: Line) => opens(line),
  };
}

/** The longest formula in a line, in UTF-16 code units, that is looked for over several lines. */
const longestFormula = 1000;

/**
 * A formula that opens with a line of its own, up to the two dollar signs that close it or an empty line; behind them words may follow.
 * Where a formula was opened in the paragraph before, such a line closes that.
 */
export const formulaLines = {
  name: 'Formula',
  before: 'LinkReference',
  parse(cx: BlockContext, line: Line) {
    if (!opensFormula(line)) return false;
    const from = cx.lineStart + line.pos;
    let end = cx.lineStart + line.text.length;
    const isWhole = line.text.indexOf('$$', line.pos + 2) >= 0;
    const depth = cx.depth;
    while (cx.nextLine() && !isWhole) {
      // The line is no longer in the container that the block stands in.
      if (line.next < 0 || (line as Line & { readonly depth: number }).depth < depth) break;
      const close = line.text.indexOf('$$', line.basePos);
      end = cx.lineStart + (close < 0 ? line.text.length : close + 2);
      if (close < 0) continue;
      if (line.text.slice(close + 2).trim() !== '') {
        cx.addElement(cx.elt('HiddenBlock', from, end));
        line.moveBase(close + 2);
        return null;
      }
      cx.nextLine();
      break;
    }
    cx.addElement(cx.elt('HiddenBlock', from, end));
    return true;
  },
  endLeaf: (_: BlockContext, line: Line, { content }: LeafBlock) =>
    opensFormula(line) && (content.length > longestFormula || content.split('$$').length % 2 === 1),
};

/** What closes a formula on its line and goes on in words stands in a paragraph. */
function opensFormula(line: Line): boolean {
  if (line.indent >= line.baseIndent + 4 || !/^\$\$(?!\$)/.test(line.text.slice(line.pos, line.pos + 3))) return false;
  const close = line.text.indexOf('$$', line.pos + 2);
  return close < 0 || line.text.slice(close + 2).trim() === '';
}
