import type { InlineContext, MarkdownConfig } from '@lezer/markdown';
import { container, isIndented } from './markdown-block-syntax.ts';
import { braces, wholes } from './markdown-syntax.ts';
import { dashedTable, gridTable, lineBlock } from './pandoc-tables.ts';

/** A command of TeX with its arguments. */
const command = new RegExp(String.raw`^\\[a-zA-Z]{1,40}\*?(?:\[[^\]\n]{0,300}\]){0,2}(?:${braces}){0,3}`);
/** The edge of an environment, which is no word. */
const edge = /^\\(?:begin|end)\{[a-zA-Z]{1,40}\*?\}(?:\[[^\]\n]{0,300}\])?/;

const backslash = 92;
const brace = 123;
const closingBracket = 93;

/**
 * What Pandoc reads and plain Markdown does not (manual, "Pandoc's Markdown"): tables that are drawn, lines behind bars, numbered examples
 * and commands of TeX.
 */
export const pandocSyntax: MarkdownConfig = {
  defineNodes: [
    'Tex',
    'Attributes',
    { name: 'Ruled', block: true },
    { name: 'Example', block: true, composite: isIndented },
  ],
  parseInline: [
    {
      name: 'Tex',
      before: 'Escape',
      parse(cx: InlineContext, next: number, pos: number): number {
        if (next !== backslash) return -1;
        const rest = cx.slice(pos, Math.min(cx.end, pos + 2500));
        const outside = edge.exec(rest);
        if (outside) return cx.addElement(cx.elt('Hidden', pos, pos + outside[0].length));
        const found = command.exec(rest);
        return found ? cx.addElement(cx.elt('Tex', pos, pos + found[0].length)) : -1;
      },
    },
    {
      name: 'Attributes',
      before: 'Draft',
      parse(cx: InlineContext, next: number, pos: number): number {
        if (next !== brace || cx.char(pos - 1) !== closingBracket) return -1;
        const found = wholes.attributes.exec(cx.slice(pos, Math.min(cx.end, pos + 1200)));
        return found ? cx.addElement(cx.elt('Attributes', pos, pos + found[0].length)) : -1;
      },
    },
  ],
  parseBlock: [
    { name: 'GridTable', before: 'LinkReference', parse: gridTable },
    { name: 'DashedTable', before: 'LinkReference', parse: dashedTable },
    { name: 'LineBlock', before: 'LinkReference', parse: lineBlock },
    container('Example', /^\(@[\w-]{0,100}\)[ \t]+(?=\S)/),
  ],
};
