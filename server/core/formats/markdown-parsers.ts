import { GFM, type MarkdownConfig, type MarkdownParser, parser, Subscript, Superscript } from '@lezer/markdown';
import type { Span } from '../model/span.ts';
import { endOfFrontMatter } from './front-matter.ts';
import { code } from './markdown-blocks.ts';
import { draftSyntax } from './markdown-syntax.ts';
import { pandocSyntax } from './pandoc-syntax.ts';

/** A parser that is set up when it is first used, which keeps the start of a program quick. */
export type Syntax = () => MarkdownParser;

function syntaxOf(options: Parameters<typeof draftSyntax>[0], ...more: readonly MarkdownConfig[]): Syntax {
  let made: MarkdownParser | undefined;
  return () => {
    made ??= parser.configure([GFM, draftSyntax(options), ...more]);
    return made;
  };
}

export const syntaxes = {
  markdown: syntaxOf({}),
  mdx: syntaxOf({ mdx: true }),
  pandoc: syntaxOf({ keys: true }, pandocSyntax, Subscript, Superscript),
};

/** The inline code and the code blocks of Markdown, in order. */
export const markdownCode = (text: string): Span[] => codeOf(text, syntaxes.markdown);

/** The inline code and the code blocks of MDX, in order. */
export const mdxCode = (text: string): Span[] => codeOf(text, syntaxes.mdx);

/** The inline code and the code blocks of Quarto and R Markdown, in order. */
export const pandocCode = (text: string): Span[] => codeOf(text, syntaxes.pandoc);

function codeOf(text: string, syntax: Syntax): Span[] {
  const found: Span[] = [];
  const body = endOfFrontMatter(text);
  syntax()
    .parse(parsable(text.slice(body)))
    .iterate({
      enter({ name, from, to }) {
        if (!code.has(name)) return true;
        found.push({ start: body + from, end: body + to });
        return false;
      },
    });
  return found;
}

/**
 * The text as it is given to the parser; every position stays what it is in the source. The parser takes a carriage return behind
 * the last bar of a table's row for a cell, and knows no line of dashes with white space behind it, so those bars move to the end
 * of their lines. In HTML it takes a line that has nothing but a carriage return for one with words.
 */
export function parsable(text: string): string {
  const source = text.includes('<') && text.includes('\r') ? text.replace(/\n([ \t]*)\r(?=\n)/g, '\n$1 ') : text;
  if (!source.includes('|')) return source;
  return source
    .replace(/\|([ \t]{0,100})\r$/gm, ' $1|')
    .replace(/^([ \t>]{0,100}\|?[ \t:|-]{1,1000})\|([ \t]{1,100})$/gm, '$1$2|');
}
