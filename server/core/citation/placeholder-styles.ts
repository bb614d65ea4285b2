import { formatOf } from '../formats/languages.ts';
import type { Span } from '../model/span.ts';

/** What a placeholder says. */
export interface Words {
  /** "citation needed", "who?". */
  readonly long: string;
  /** "source", "who". */
  readonly short: string;
  /** A citation key that no bibliography has. */
  readonly key: string;
  /** The label of a note that the draft does not have yet. */
  readonly label: string;
  readonly date?: string;
}

/** Where a placeholder stands by the words that it is about. */
export type Standing =
  /** Behind them and the punctuation that follows, with a space. */
  | 'apart'
  /** Behind them and the punctuation that follows, without a space, as notes do. */
  | 'attached'
  /** With a space, in front of the stop that ends the sentence, as citations do. */
  | 'inside';

/** A placeholder as a language writes it. */
export interface Written {
  readonly text: string;
  readonly standing: Standing;
  /** The part of the text that says what is missing, which the writer will want to type over; absent where only a note says it. */
  readonly says?: Span;
  /** What has to be added at the end of the draft: the note that the mark leads to. */
  readonly definition?: string;
  /** True where the mark ends its line, or needs one of its own, as a comment may. */
  readonly line?: 'rest' | 'own';
  /** What is written where such a line would part words: brackets. */
  readonly instead?: string;
}

type Writer = (words: Words) => Written;
export type Markup = (typeof markups)[keyof typeof markups];

/** The languages that write placeholders alike. */
const markups = {
  markdown: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  mdx: 'mdx',
  plaintext: 'plain',
  latex: 'latex',
  tex: 'latex',
  asciidoc: 'asciidoc',
  org: 'org',
  restructuredtext: 'rst',
  typst: 'typst',
  wikitext: 'wiki',
  mediawiki: 'wiki',
  html: 'html',
} as const;

/** How marks are written in a language; as in plain text where no language has the identifier. */
export const markupOf = (languageId: string): Markup => markups[formatOf(languageId).id as keyof typeof markups];

interface Style {
  /** For the settings: what it looks like, and what is written where a language has no such thing. */
  readonly description: string;
  /** How it is written in each markup that has it; or in all. */
  readonly in: Writer | Partial<Readonly<Record<Markup, Writer>>>;
  /** The style that is written in the other languages. */
  readonly otherwise?: string;
}

const apart =
  (text: (words: Words) => string): Writer =>
  words => ({ text: text(words), standing: 'apart' });
const attached =
  (text: (words: Words) => string): Writer =>
  words => ({ text: text(words), standing: 'attached' });
const inside =
  (text: (words: Words) => string): Writer =>
  words => ({ text: text(words), standing: 'inside' });

const toDo = ({ long }: Words): string => `TODO: ${long}`;

const markdownNote: Writer = words => ({
  text: `[^${words.label}]`,
  standing: 'attached',
  definition: `[^${words.label}]: ${toDo(words)}`,
});
const pandocKey = inside(({ key }) => `[@${key}]`);
const htmlRaised = attached(({ long }) => `<sup>[${long}]</sup>`);
const braces = apart(({ long, date }) => `{{${long}${date === undefined ? '' : `|date=${date}`}}}`);
const criticComment = attached(({ long }) => `{>>${long}<<}`);
const htmlComment = apart(({ long }) => `<!-- ${long} -->`);

const table = {
  bracket: {
    description: 'In square brackets: `[citation needed]`, `[who?]`.',
    in: apart(({ long }) => `[${long}]`),
  },
  tk: {
    description: 'As journalists mark what is to come: `[TK: source]`, `[TK: who]`.',
    in: apart(({ short }) => `[TK: ${short}]`),
  },
  'tk-word': {
    description: 'The letters `TK` alone, whatever is missing.',
    in: apart(() => 'TK'),
  },
  footnote: {
    description:
      'A note that is still to be written: `[^todo-1]` with its definition at the end of a Markdown draft, `\\footnote{TODO: citation needed}` in LaTeX, `<ref>` in MediaWiki, and the notes of AsciiDoc, reStructuredText, Org and Typst. Raised brackets in HTML, plain brackets in plain text.',
    in: {
      markdown: markdownNote,
      mdx: markdownNote,
      latex: attached(words => `\\footnote{${toDo(words)}}`),
      asciidoc: attached(words => `footnote:[${toDo(words)}]`),
      org: attached(words => `[fn:: ${toDo(words)}]`),
      rst: words => ({
        text: `[#${words.label}]_`,
        standing: 'apart',
        definition: `.. [#${words.label}] ${toDo(words)}`,
      }),
      typst: attached(words => `#footnote[${toDo(words)}]`),
      wiki: attached(words => `<ref>${toDo(words)}</ref>`),
    },
    otherwise: 'superscript',
  },
  citation: {
    description:
      'A citation whose key is not known yet: `[@TODO-source]` in Markdown, `\\cite{TODO-source}` in LaTeX, and the citations of AsciiDoc, reStructuredText, Org and Typst; `<cite>` in HTML. A template in MediaWiki, brackets in plain text.',
    in: {
      markdown: pandocKey,
      mdx: pandocKey,
      latex: inside(({ key }) => `\\cite{${key}}`),
      asciidoc: inside(({ key }) => `cite:[${key}]`),
      org: inside(({ key }) => `[cite:@${key}]`),
      rst: inside(({ key }) => `:cite:\`${key}\``),
      typst: inside(({ key }) => `#cite(<${key}>)`),
      html: inside(words => `<cite>${toDo(words)}</cite>`),
    },
    otherwise: 'template',
  },
  todo: {
    description:
      'A note in the margin of the print: `\\todo{citation needed}` in LaTeX, `#todo[…]` in Typst. Brackets elsewhere.',
    in: {
      latex: attached(({ long }) => `\\todo{${long}}`),
      typst: attached(({ long }) => `#todo[${long}]`),
    },
    otherwise: 'bracket',
  },
  superscript: {
    description:
      'Raised, as Wikipedia prints it: `<sup>[citation needed]</sup>`, `\\textsuperscript{…}` in LaTeX, and what AsciiDoc, reStructuredText, Org and Typst have for it. Brackets in plain text.',
    in: {
      markdown: htmlRaised,
      mdx: htmlRaised,
      html: htmlRaised,
      wiki: htmlRaised,
      latex: attached(({ long }) => `\\textsuperscript{[${long}]}`),
      asciidoc: attached(({ long }) => `^[${long}]^`),
      org: attached(({ long }) => `^{[${long}]}`),
      rst: apart(({ long }) => `:sup:\`[${long}]\``),
      typst: attached(({ long }) => `#super[[${long}]]`),
    },
    otherwise: 'bracket',
  },
  template: {
    description:
      'A template with the month, as in Wikipedia: `{{citation needed|date=May 2026}}`. Brackets in MDX, LaTeX, AsciiDoc, reStructuredText, Org and Typst, where braces mean something else.',
    in: {
      markdown: braces,
      plain: braces,
      html: braces,
      wiki: words => ({ ...braces(words), standing: 'attached' }),
    },
    otherwise: 'bracket',
  },
  critic: {
    description:
      'A comment in CriticMarkup: `{>>citation needed<<}`, in Markdown, Quarto, R Markdown and plain text. A comment of the language elsewhere.',
    in: { markdown: criticComment, plain: criticComment },
    otherwise: 'comment',
  },
  comment: {
    description:
      'In a comment of the language of the draft, which readers never see: `<!-- citation needed -->` in Markdown, `% citation needed` in LaTeX. Brackets in plain text and reStructuredText, where no comment can stand in a paragraph.',
    in: {
      markdown: htmlComment,
      html: htmlComment,
      wiki: htmlComment,
      mdx: apart(({ long }) => `{/* ${long} */}`),
      typst: apart(({ long }) => `/* ${long} */`),
      org: apart(({ long }) => `@@comment:${long}@@`),
      latex: ({ long }) => ({ text: `% ${long}`, standing: 'apart', line: 'rest', instead: `[${long}]` }),
      asciidoc: ({ long }) => ({ text: `// ${long}`, standing: 'apart', line: 'own', instead: `[${long}]` }),
    },
    otherwise: 'bracket',
  },
} as const satisfies Readonly<Record<string, Style>>;

export type PlaceholderStyle = keyof typeof table;
const styles: Readonly<Record<PlaceholderStyle, Style>> = table;
export const placeholderStyles = Object.keys(table) as readonly PlaceholderStyle[];

/** What each style looks like, in the order of the styles: Markdown, for the settings. */
export const placeholderStyleDescriptions: readonly string[] = placeholderStyles.map(name => styles[name].description);

/** How a style is written in a language; undefined where the language has no such thing. */
function ownWriter(style: PlaceholderStyle, languageId: string): Writer | undefined {
  const writers = styles[style].in;
  return typeof writers === 'function' ? writers : writers[markupOf(languageId)];
}

/** The style itself where a language has it, otherwise the nearest that it has. */
export function styleIn(style: PlaceholderStyle, languageId: string): PlaceholderStyle {
  const { otherwise } = styles[style];
  return ownWriter(style, languageId) || otherwise === undefined
    ? style
    : styleIn(otherwise as PlaceholderStyle, languageId);
}

/** How a style, or the nearest to it, is written in a language. */
export const writerOf = (style: PlaceholderStyle, languageId: string): Writer =>
  ownWriter(styleIn(style, languageId), languageId) as Writer;
