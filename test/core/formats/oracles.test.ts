import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '@asciidoctor/core';
import { getParser } from '@unified-latex/unified-latex-util-parse';
import { parse as parseOrg } from 'orga';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { formatOf } from '../../../server/core/index.ts';

/**
 * Slow parsers that are whole as oracles: of a draft of ours, the words that they see as text are the words that our reader keeps.
 * reStructuredText, Typst and MediaWiki have no such parser that may be used here; what is read in them is written out by hand, in the
 * drafts beside this file.
 */
const draft = (name: string) => readFileSync(join(import.meta.dirname, 'drafts', name), 'utf8');

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Words without their order, since oracles put notes elsewhere. */
const kept = (id: string, text: string): string[] =>
  formatOf(id)
    .blocks(text)
    .flatMap(({ prose }) => wordsIn(prose.text))
    .sort();

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** The words of HTML that parse5 sees, without what its readers see as code, as a note's mark, as deleted or hidden or as a comment. */
function wordsOfHtml(html: string): string[] {
  const read = (node: Node): string => {
    if (/^(?:script|style|code|pre|title|math|del|s|#comment)$/.test(node.nodeName)) return ' ';
    if (node.attrs?.some(({ name, value }) => name === 'hidden' || (name === 'style' && /display:\s*none/.test(value))))
      return ' ';
    const classes = node.attrs?.find(({ name }) => name === 'class')?.value ?? '';
    if (/\bfootnote(?:-backref)?$|literalblock|listingblock|stemblock|\bunseen\b/.test(classes)) return ' ';
    const inner = (node.childNodes ?? []).map(read).join('');
    if (node.nodeName === '#text') return node.value ?? '';
    if (node.nodeName === 'sup' && /^\s*\[?\d+\]?\s*$/.test(inner)) return ' ';
    return /^(?:b|i|em|strong|a|span|sup|sub|cite|q|mi)$/.test(node.nodeName) ? inner : ` ${inner} `;
  };
  return wordsIn(read(parseFragment(html) as Node)).sort();
}

test('HTML: parse5 sees the same words', () => {
  const html = draft('op-ed.html.draft').replace('[citation needed]', '').replace('https://b.example/x_y', '');
  expect(kept('html', html)).toEqual(wordsOfHtml(html));
});

const adoc = [
  '== What the *council* says',
  'Experts say the _dam_ will hold; **un**broken,footnote:[A note.] as https://a.example/x[the council] found.\nIt weighs `x_y` tonnes.',
  '"`Nobody,`" she said. Text with a_b_c and 2 * 3 * 4 and C{plus}{plus}.',
  '* One.\n** Two +\nand a half.\n\n. First.',
  'Term:: What it means.',
  '____\nWe will never sell it.\n____',
  '[source,js]\n----\nexperts.say()\n\nmore()\n----',
  '.A caption\n****\nA box.\n****',
  '|===\n|Year |Rent\n\n|2018\n|400 crowns\n|===',
  '// A comment.\nNot a comment.\n// Another.\nNor this.',
  '////\nHidden.\n\nStill hidden.\n////',
  'NOTE: Mind the link:https://b.example[gap].',
  '....\nliteral\n....\n\n literal too',
  '[quote, Somebody]\nIt was never *yours*.',
  "A `code` and [.role]#marked# word, ((indexed)) and (((hidden, term))). It's here.",
];

test.each(adoc)('AsciiDoc: Asciidoctor sees the same words in %j', async text => {
  const converted = String(await convert(text, { safe: 'secure' }));
  const html = converted
    .replace(/<div id="footnotes">[\s\S]*/, '')
    .replace(/<div class="attribution">[\s\S]*?<\/div>/g, '')
    .replace(/<td class="icon">[\s\S]*?<\/td>/g, '');
  expect(kept('asciidoc', text)).toEqual(wordsOfHtml(html));
});

const latex = [
  '\\section{What the \\emph{council} says}\n\nExperts say the \\textbf{dam} will hold % a comment\nfor good.',
  'It costs $x^2$ and \\(y\\) tonnes, or \\[ z \\] more.',
  '\\begin{quote}We will never sell it.\\end{quote}',
  '\\begin{itemize}\n\\item One.\n\\item Two {\\em and} a half.\n\\end{itemize}',
  '\\begin{verbatim}\nhidden { words\n\\end{verbatim}\nSeen.',
  'Word% comment\n  joined, 40\\% of \\& and \\#.',
  '\\begin{equation}\n x = \\text{no}\n\\end{equation}\nSeen.',
  'A \\verb|verbatim| word and \\begin{center}centred\\end{center} ones.',
];

interface LatexNode {
  readonly type: string;
  readonly content?: unknown;
  readonly args?: readonly LatexNode[];
  /** True where white space stands before a comment. */
  readonly leadingWhitespace?: boolean;
}

/** The words that unified-latex sees outside of formulas, comments, code and the names of commands. */
function wordsOfLatex(node: LatexNode | readonly LatexNode[]): string {
  if (Array.isArray(node)) return node.map(wordsOfLatex).join('');
  const { type, content, args, leadingWhitespace } = node as LatexNode;
  if (type === 'string') return String(content);
  if (type === 'whitespace' || type === 'parbreak') return ' ';
  if (/^(?:comment|verbatim|verb|inlinemath|displaymath|mathenv)$/.test(type))
    return type === 'comment' && !leadingWhitespace ? '' : ' ';
  const inner = [...(args ?? []), ...(Array.isArray(content) ? (content as LatexNode[]) : [])]
    .map(wordsOfLatex)
    .join('');
  return type === 'environment' || type === 'macro' ? ` ${inner} ` : inner;
}

test.each(latex)('LaTeX: unified-latex sees the same words in %j', text => {
  expect(kept('latex', text)).toEqual(wordsIn(wordsOfLatex(getParser().parse(text) as LatexNode)).sort());
});

const org = [
  '* TODO What the *council* says :tag:\n\nExperts say the /dam/ will hold.',
  'A [[https://a.example][link]] and =code= and ~more~ in a _line_.',
  '- One.\n- Two\n  and a half.\n\n1. First.',
  '#+begin_src js\nexperts.say()\n\nmore()\n#+end_src\n\nSeen.',
  '# A comment.\n\nSeen 2 * 3 * 4 and a/b/c.',
  '| Year | Rent |\n|------+------|\n| 2018 | 400 |',
  '* Seen\n:PROPERTIES:\n:ID: hidden\n:END:\n\nSeen.',
];

interface OrgNode {
  readonly type: string;
  readonly value?: string;
  readonly style?: string;
  readonly children?: readonly OrgNode[];
}

/** The words that orga sees as text outside of code, keywords, tags and drawers. */
function wordsOfOrg(node: OrgNode): string {
  if (
    /^(?:block|drawer|comment|keyword|tags|todo|link\.path|opening|closing|list\.item\.bullet|table\.delimiter)/.test(
      node.type,
    )
  )
    return ' ';
  if (node.type === 'text') return node.style === 'code' || node.style === 'verbatim' ? ' ' : (node.value ?? '');
  return ` ${(node.children ?? []).map(wordsOfOrg).join('')} `;
}

test.each(org)('Org: orga sees the same words in %j', text => {
  expect(kept('org', text)).toEqual(wordsIn(wordsOfOrg(parseOrg(text) as unknown as OrgNode)).sort());
});
