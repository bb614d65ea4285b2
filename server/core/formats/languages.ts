import type { RawBlock } from '../model/block.ts';
import { asciidocBlocks, rereadAsciidoc } from './asciidoc.ts';
import {
  asciidocCode,
  type CodeIn,
  latexCode,
  orgCode,
  restructuredTextCode,
  typstCode,
  wikitextCode,
} from './code-regions.ts';
import { type CommentSyntax, comments } from './comment-syntax.ts';
import { htmlBlocks, rereadHtml } from './html.ts';
import type { Reader } from './incremental.ts';
import { latexBlocks, rereadLatex } from './latex.ts';
import { markdownBlocks, mdxBlocks, pandocBlocks, readMarkdown, readMdx, readPandoc } from './markdown.ts';
import { markdownCode, mdxCode, pandocCode } from './markdown-parsers.ts';
import { orgBlocks, rereadOrg } from './org.ts';
import { plainTextBlocks, rereadPlainText } from './plain-text.ts';
import { rereadRestructuredText, restructuredTextBlocks } from './restructured-text.ts';
import { rereadTypst, typstBlocks } from './typst.ts';
import { rereadWikitext, wikitextBlocks } from './wikitext.ts';

/** A language in which drafts are written: the one place that knows how it is named and read. */
export interface Language {
  /** The language identifier of the editor. */
  readonly id: string;
  readonly name: string;
  /** The endings of its files, in lower case and with the stop; empty where another language claims them. */
  readonly extensions: readonly string[];
  /** The comments that no reader sees. The first is the one to write; none where a comment would show. */
  readonly comments: readonly CommentSyntax[];
  /** True where VS Code does not know the language by itself, so that the manifest makes it known. */
  readonly unknownToEditor?: true;
  /** Where code stands, in which what looks like a comment is none; absent where code is not told apart. */
  readonly code?: CodeIn;
  /** Reads the blocks of a draft: never fails, in time linear in its length, and every block after the one before it. */
  readonly blocks: (text: string) => readonly RawBlock[];
  /** Finds the same blocks after an edit without reading what it left alone. */
  readonly reread: Reader;
}

export const languages: readonly Language[] = [
  {
    id: 'markdown',
    name: 'Markdown',
    extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mkdn'],
    comments: [comments.html],
    code: markdownCode,
    blocks: markdownBlocks,
    reread: readMarkdown,
  },
  {
    id: 'mdx',
    name: 'MDX',
    extensions: ['.mdx'],
    comments: [comments.expression, comments.html],
    unknownToEditor: true,
    code: mdxCode,
    blocks: mdxBlocks,
    reread: readMdx,
  },
  {
    id: 'quarto',
    name: 'Quarto',
    extensions: ['.qmd'],
    comments: [comments.html],
    unknownToEditor: true,
    code: pandocCode,
    blocks: pandocBlocks,
    reread: readPandoc,
  },
  {
    id: 'rmd',
    name: 'R Markdown',
    extensions: ['.rmd'],
    comments: [comments.html],
    unknownToEditor: true,
    code: pandocCode,
    blocks: pandocBlocks,
    reread: readPandoc,
  },
  {
    id: 'plaintext',
    name: 'plain text',
    extensions: ['.txt', '.text'],
    comments: [],
    blocks: plainTextBlocks,
    reread: rereadPlainText,
  },
  {
    id: 'latex',
    name: 'LaTeX',
    extensions: ['.tex', '.ltx'],
    comments: [comments.percent],
    code: latexCode,
    blocks: latexBlocks,
    reread: rereadLatex,
  },
  {
    id: 'tex',
    name: 'TeX',
    extensions: [],
    comments: [comments.percent],
    code: latexCode,
    blocks: latexBlocks,
    reread: rereadLatex,
  },
  {
    id: 'asciidoc',
    name: 'AsciiDoc',
    extensions: ['.adoc', '.asciidoc', '.asc'],
    comments: [comments.doubleSlashLine],
    unknownToEditor: true,
    code: asciidocCode,
    blocks: asciidocBlocks,
    reread: rereadAsciidoc,
  },
  {
    id: 'org',
    name: 'Org',
    extensions: ['.org'],
    comments: [comments.hash, comments.snippet],
    unknownToEditor: true,
    code: orgCode,
    blocks: orgBlocks,
    reread: rereadOrg,
  },
  {
    id: 'restructuredtext',
    name: 'reStructuredText',
    extensions: ['.rst'],
    comments: [comments.twoDots],
    code: restructuredTextCode,
    blocks: restructuredTextBlocks,
    reread: rereadRestructuredText,
  },
  {
    id: 'typst',
    name: 'Typst',
    extensions: ['.typ'],
    comments: [comments.doubleSlash, comments.slashes],
    unknownToEditor: true,
    code: typstCode,
    blocks: typstBlocks,
    reread: rereadTypst,
  },
  {
    id: 'wikitext',
    name: 'MediaWiki',
    extensions: ['.wiki', '.wikitext', '.mediawiki'],
    comments: [comments.html],
    unknownToEditor: true,
    code: wikitextCode,
    blocks: wikitextBlocks,
    reread: rereadWikitext,
  },
  {
    id: 'mediawiki',
    name: 'MediaWiki',
    extensions: [],
    comments: [comments.html],
    code: wikitextCode,
    blocks: wikitextBlocks,
    reread: rereadWikitext,
  },
  {
    id: 'html',
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    comments: [comments.html],
    blocks: htmlBlocks,
    reread: rereadHtml,
  },
];

const byId: ReadonlyMap<string, Language> = new Map(languages.map(language => [language.id, language]));

/** The language of an identifier; plain text where no language has it. */
export const formatOf = (id: string): Language => byId.get(id) ?? (byId.get('plaintext') as Language);

/** The language of a file by its ending; plain text where none is known. */
export function formatOfFile(path: string): Language {
  const ending = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
  return languages.find(({ extensions }) => extensions.includes(ending)) ?? formatOf('plaintext');
}
