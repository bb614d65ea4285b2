import type { Span } from '../model/span.ts';
import { eachLine, indentOf, isBlank, linesOf, nextEmptyLine } from './source-lines.ts';

/** Finds the code of a draft, in order, in which what looks like a comment is none. */
export type CodeIn = (text: string) => Span[];

/**
 * Code that stands between two marks. What nobody closed ends at the next empty line.
 *
 * @param opening What code opens with; global.
 * @param closing What closes it, as a regular expression.
 */
const between =
  (opening: RegExp, closing: (opened: RegExpExecArray) => string): CodeIn =>
  text => {
    const regions: Span[] = [];
    /** What is nowhere closed any more need not be looked for again. */
    const missing = new Set<string>();
    const find = new RegExp(opening);
    for (let opened = find.exec(text); opened; opened = find.exec(text)) {
      const after = opened.index + opened[0].length;
      const closer = closing(opened);
      const close = new RegExp(closer, 'gim');
      close.lastIndex = after;
      const found = missing.has(closer) ? null : close.exec(text);
      if (!found) missing.add(closer);
      const end = found ? found.index + found[0].length : nextEmptyLine(text, after);
      regions.push({ start: opened.index, end });
      find.lastIndex = Math.max(end, after);
    }
    return regions;
  };

const literally = (mark: string): string => mark.replace(/[^\w\s]/g, '\\$&');

export const latexCode = between(
  /\\begin\s{0,10}\{((?:verbatim|Verbatim|BVerbatim|alltt|lstlisting|minted|filecontents)\*?)\}|\\verb\*?([^\sa-zA-Z*])/g,
  ([, name, quote = '']) => (name ? `\\\\end\\s{0,10}\\{${literally(name)}\\}` : `${literally(quote)}|$`),
);

export const asciidocCode = between(
  /^(?:(-{4,}|\.{4,}|\+{4,})[ \t]*$|(`{3,}))/gm,
  ([, fence, ticks = '']) => `^${literally(fence ?? ticks)}[ \\t]*$`,
);

export const orgCode = between(
  /^[ \t]{0,100}#\+begin_(src|example|export)\b/gim,
  ([, name = '']) => `^[ \\t]{0,100}#\\+end_${name}`,
);

export const typstCode = between(/`{3,}|`/g, ([ticks]) => (ticks.length > 1 ? '`{3,}' : '`|\\n[ \\t]*\\r?\\n'));

export const wikitextCode = between(
  /<(pre|nowiki|syntaxhighlight|source|code)(?:\s[^<>\n/]{0,300})?>/gi,
  ([, name = '']) => `</${name}\\s{0,5}>`,
);

/** In reStructuredText, lines that are indented deeper than two colons that announce them. */
export const restructuredTextCode: CodeIn = text => {
  const regions: { start: number; end: number }[] = [];
  let announced: number | undefined;
  for (const [, line] of eachLine(linesOf(text))) {
    if (isBlank(line)) continue;
    const indent = indentOf(line);
    if (announced !== undefined && indent > announced) {
      regions.push({ start: line.start, end: line.end });
      continue;
    }
    const words = line.text.trim();
    const isCode = /^\.\.\s/.test(words)
      ? /^\.\.\s+(?:code|code-block|sourcecode|parsed-literal)::/.test(words)
      : words.endsWith('::');
    announced = isCode ? indent : undefined;
  }
  return regions;
};
