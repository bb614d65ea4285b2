import type { IRawGrammar } from 'vscode-textmate';

/** One rule of a grammar, as far as these need it. */
interface HostRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<number, { readonly name: string }>>;
}

/**
 * Stand in for the editor's grammars and those of other extensions, which no package carries: the parts that the injection must
 * keep out of (code, comments, front matter, addresses, tags) and those it must work in, under the scopes that these grammars give them.
 * The suite inside the editor sees the real one of Markdown.
 */
const rules: Readonly<Record<string, readonly HostRule[]>> = {
  'text.html.markdown': [
    { begin: '\\A---\\s*$', end: '^---\\s*$', name: 'meta.embedded.block.frontmatter' },
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    { match: '^ {4}.*$', name: 'markup.raw.block.markdown' },
    { begin: '^#', end: '$', name: 'markup.heading.markdown' },
    { begin: '^> ?', end: '$', name: 'markup.quote.markdown' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    {
      match: '(\\[)([^\\]]+)(\\])(\\()([^)]*)(\\))',
      captures: { 2: { name: 'string.other.link.title.markdown' }, 5: { name: 'markup.underline.link.markdown' } },
    },
  ],
  'text.html.quarto': [
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.quarto' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.quarto' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
  ],
  'text.html.rmarkdown': [
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.rmarkdown' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.rmarkdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
  ],
  'source.mdx': [
    { begin: '^```', end: '^```', name: 'markup.code.other.mdx' },
    { match: '`[^`]+`', name: 'markup.code.text.mdx' },
    { begin: '\\{', end: '\\}', name: 'meta.embedded.expression.mdx' },
  ],
  'text.html.basic': [
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    { begin: '<script>', end: '</script>', name: 'meta.embedded.block.html' },
    { begin: '</?[a-z]', end: '>', name: 'meta.tag.any.html' },
  ],
  'text.tex.latex': [
    { begin: '(?<!\\\\)%', end: '$', name: 'comment.line.percentage.tex' },
    { begin: '\\\\begin\\{verbatim\\}', end: '\\\\end\\{verbatim\\}', name: 'markup.raw.verbatim.latex' },
    { match: '\\\\verb\\|[^|]*\\|', name: 'meta.function.verb.latex' },
    { begin: '\\$', end: '\\$', name: 'meta.math.block.latex' },
    { begin: '\\\\(?:emph|footnote|todo)\\{', end: '\\}', name: 'meta.function.latex' },
  ],
  'text.asciidoc': [
    { begin: '^----$', end: '^----$', name: 'markup.code.asciidoc' },
    { match: '`[^`]+`', name: 'markup.mono.constrained.asciidoc' },
    { begin: '^//', end: '$', name: 'comment.line.double-slash.asciidoc' },
  ],
  'source.rst': [
    { match: '``[^`]+``', name: 'string.interpolated' },
    { begin: '^\\.\\. ', end: '$', name: 'comment.line' },
  ],
  'source.org': [
    { begin: '^#\\+begin_src', end: '^#\\+end_src', name: 'meta.block.src.org' },
    { match: '=[^=]+=', name: 'markup.raw.verbatim.org' },
    { begin: '^# ', end: '$', name: 'comment.line.org' },
  ],
  'source.typst': [
    { begin: '```', end: '```', name: 'markup.raw.block.typst' },
    { match: '`[^`]+`', name: 'markup.raw.inline.typst' },
    { begin: '/\\*', end: '\\*/', name: 'comment.block.typst' },
    { begin: '(?<!:)//', end: '$', name: 'comment.line.double-slash.typst' },
    { begin: '\\$', end: '\\$', name: 'markup.math.typst' },
  ],
  'source.wikitext': [
    { begin: '<nowiki>', end: '</nowiki>', name: 'markup.raw.nowiki.wikitext' },
    { begin: '<!--', end: '-->', name: 'comment.block.wikitext' },
    { begin: '<ref>', end: '</ref>', name: 'meta.reference.wikitext' },
  ],
};

/** The scopes of other names that grammars give the same languages. */
const alsoCalled: Readonly<Record<string, string>> = {
  'text.html.derivative': 'text.html.basic',
  'text.tex': 'text.tex.latex',
  'text.restructuredtext': 'source.rst',
  'text.org': 'source.org',
  'text.html.mediawiki': 'source.wikitext',
};

const grammar = (scopeName: string, patterns: readonly HostRule[] = []): IRawGrammar =>
  ({ scopeName, patterns }) as unknown as IRawGrammar;

export const hosts: readonly IRawGrammar[] = [
  ...Object.entries(rules).map(([scopeName, patterns]) => grammar(scopeName, patterns)),
  ...Object.entries(alsoCalled).map(([scopeName, same]) => grammar(scopeName, rules[same])),
];

/** The scope of each language's grammar. */
export const hostOf: Readonly<Record<string, string>> = {
  markdown: 'text.html.markdown',
  quarto: 'text.html.quarto',
  rmd: 'text.html.rmarkdown',
  mdx: 'source.mdx',
  plaintext: 'text.plain',
  html: 'text.html.basic',
  latex: 'text.tex.latex',
  tex: 'text.tex',
  asciidoc: 'text.asciidoc',
  restructuredtext: 'source.rst',
  org: 'source.org',
  typst: 'source.typst',
  wikitext: 'source.wikitext',
  mediawiki: 'text.html.mediawiki',
};
