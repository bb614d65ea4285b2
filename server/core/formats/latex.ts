import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition } from '../model/evidence.ts';
import { blockCursor } from './block-of.ts';
import { endOfCitedOpening, latexInline } from './latex-inline.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import { closings, nextEmptyLine } from './source-lines.ts';

/** Environments whose contents are no words. */
const opaque =
  /^(?:verbatim|Verbatim|BVerbatim|alltt|lstlisting|minted|comment|filecontents|tikzpicture|pgfpicture|picture|algorithm|algorithmic|tabbing|CCSXML)\*?$/;
/** Formulas, around which a sentence goes on. */
const formula = /^(?:equation|align|alignat|flalign|gather|multline|eqnarray|math|displaymath|subequations)\*?$/;
const quoting = /^(?:quote|quotation|verse|displayquote|blockquote|displaycquote|quoting)\*?$/;
const listing = /^(?:itemize|enumerate|description|compactitem|compactenum|inparaenum)\*?$/;
const tabular = /^(?:tabular[xy]?|longtable|tabulary|tabu|supertabular)\*?$/;
const boilerplate = /^(?:titlepage|acknowledge?ments?|acks|thebibliography)$/;
const takesArguments =
  /^(?:tabular[xy]?|longtable|tabulary|tabu|supertabular|minipage|multicols|wrapfigure|adjustbox|thebibliography)\*?$/;

const levels: Readonly<Record<string, number>> = {
  title: 1,
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
};

/** What gives a document its structure. What is escaped, and short code in the line, is matched so that nothing in it is taken for structure. */
const structure = new RegExp(
  [
    String.raw`\\(?<edge>begin|end)\s{0,10}\{(?<name>[a-zA-Z]{1,40}\*?)\}(?:\[[^\]\n]{0,300}\])?`,
    String.raw`\\(?<title>title|part|chapter|(?:sub){0,2}section|(?:sub)?paragraph|caption|author|date|affil)\*?\s{0,10}(?:\[[^\]\n]{0,300}\])?(?=\{)`,
    String.raw`\\(?<break>item|par|bigskip|medskip|smallskip|maketitle|tableofcontents|newpage|clearpage)(?![a-zA-Z])`,
    String.raw`\\bibitem\s{0,5}(?:\[[^\]\n]{0,300}\])?\s{0,5}\{(?<entry>[^{}\n]{1,200})\}`,
    String.raw`\\verb\*?(?<quote>[^\sa-zA-Z*])[^\n]{0,300}?\k<quote>`,
    // A percent sign in an address starts no comment.
    String.raw`\\(?:url|href|nolinkurl|path)(?:\[[^\]\n]{0,300}\])?\{[^{}\n]{0,2000}\}`,
    String.raw`(?<note>\\(?:footnote|footnotetext|sidenote|endnote|marginnote)(?:\[[^\]\n]{0,50}\])?\{)`,
    String.raw`(?<formula>\\\[|\$\$)`,
    String.raw`(?<cell>\\\\\*?(?:\[[^\]\n]{0,20}\])?|&)`,
    String.raw`\\[\s\S]`,
    String.raw`(?<comment>%[^\n\r]*(?:\r?\n[ \t]*(?=\S))?)`,
    '(?<brace>[{}])',
    String.raw`(?<blank>\r?\n[ \t]*\r?\n\s*)`,
  ].join('|'),
  'g',
);

/**
 * LaTeX. What stands before `\begin{document}` is a preamble, of which only the title is read.
 *
 * An environment that holds no words and that nobody closed ends at the next empty line; so does a bracket.
 */
export const latexBlocks = (text: string): RawBlock[] => readWhole(readLatex, text);

const documentStart = /\\begin\s{0,10}\{document\}/;
const closer = /\\end\s{0,10}\{([a-zA-Z]{1,40}\*?)\}|\\\]|\$\$/;

function* closersIn(text: string): Generator<readonly [string, number]> {
  for (const { index, 0: whole, 1: name } of text.matchAll(new RegExp(closer, 'g')))
    yield [name ?? whole, index + whole.length];
}

const readLatex: ResumableReader = (text, notes, pause) => {
  const body = notes === undefined ? documentStart.exec(text) : null;
  const bodyStart = body ? body.index + body[0].length : 0;
  const closing = closings(closersIn(text));
  /** How many environments of each role are open. */
  const open = new Map<string, number>(notes === undefined ? [] : (JSON.parse(notes) as [string, number][]));
  /** Headings, captions and authors whose bracket is open: its depth, and what they are. */
  const titles: { readonly depth: number; readonly kind: BlockKind; readonly level: number }[] = [];
  let depth = 0;
  /** How far notes were looked into. */
  let furthest = 0;

  const enter = (name: string) => open.set(name, (open.get(name) ?? 0) + 1);
  const leave = (name: string) => open.set(name, Math.max(0, (open.get(name) ?? 0) - 1));
  const within = (role: string) => (open.get(role) ?? 0) > 0;
  const kindHere = (): BlockKind => {
    const title = titles.at(-1);
    if (title) return title.kind;
    if (within('boilerplate')) return 'boilerplate';
    if (within('quotation')) return 'quotation';
    if (within('table-cell')) return 'table-cell';
    return within('list-item') ? 'list-item' : 'paragraph';
  };
  const { list, addUpTo, skip } = blockCursor(text, latexInline, position =>
    position < bodyStart && titles.length === 0 ? undefined : { kind: kindHere(), level: titles.at(-1)?.level ?? 0 },
  );

  structure.lastIndex = 0;
  for (let match = structure.exec(text); match; match = structure.exec(text)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const skipTo = (position: number, goesOn = false) => {
      skip(start, position, goesOn);
      structure.lastIndex = position;
    };
    if (groups['comment'] !== undefined) skipTo(end, true);
    else if (groups['edge'] === 'begin') {
      const name = groups['name'] ?? '';
      if (opaque.test(name) || formula.test(name))
        skipTo(closing(name, end) ?? nextEmptyLine(text, end), formula.test(name));
      else {
        const cited = quoting.test(name) ? endOfCitedOpening(text, start) : undefined;
        skipTo(cited ?? (takesArguments.test(name) ? endOfArguments(text, end) : end));
        enter(roleOf(name));
        if (cited !== undefined && start >= bodyStart) list.open(kindHere(), { start, end: cited });
      }
    } else if (groups['edge'] === 'end') {
      skipTo(groups['name'] === 'document' ? text.length : end);
      leave(roleOf(groups['name'] ?? ''));
    } else if (groups['title'] !== undefined) {
      skipTo(end);
      titles.push({ depth, ...titleOf(groups['title']) });
    } else if (groups['entry'] !== undefined) {
      skipTo(end);
      const defines: Definition = { kind: 'reference', label: groups['entry'].trim(), start, end };
      if (start >= bodyStart) list.open('boilerplate', { start, end }, 0, defines);
    } else if (groups['break'] !== undefined) {
      skipTo(end);
      if (groups['break'] === 'item') label(end);
    } else if (groups['note'] !== undefined) {
      const close = endOfNote(text, end);
      furthest = Math.max(furthest, close ?? end + longestNote);
      if (close === undefined) depth++;
      else structure.lastIndex = close;
    } else if (groups['formula'] !== undefined)
      skipTo(closing(groups['formula'] === '$$' ? '$$' : '\\]', end + 1) ?? nextEmptyLine(text, end), true);
    else if (groups['cell'] !== undefined) {
      if (within('table-cell')) skipTo(end);
    } else if (groups['brace'] === '{') depth++;
    else if (groups['brace'] === '}') {
      depth = Math.max(0, depth - 1);
      if (titles.at(-1)?.depth === depth) {
        addUpTo(end);
        list.close();
        titles.pop();
      }
    } else if (groups['blank'] !== undefined) {
      // An empty line ends whatever bracket nobody closed.
      skipTo(end);
      depth = 0;
      titles.length = 0;
      if (end >= bodyStart && pause(end, notesOf(open), list.blocks.length, Math.max(furthest, closing.furthest())))
        return list.blocks;
    }
  }
  addUpTo(text.length);
  list.close();
  return list.blocks;

  /** The label of an item is its term, unless it only counts. */
  function label(from: number): void {
    itemLabel.lastIndex = from;
    const [whole, words = ''] = itemLabel.exec(text) ?? [];
    if (whole === undefined) return;
    const end = from + whole.length;
    if (counts.test(words)) skip(from, end);
    else {
      skip(from, end - words.length - 1);
      addUpTo(end - 1);
      list.hide({ start: end - 1, end, ...(!/[:.;]$/.test(words) && { reads: ':' }) });
      skip(end - 1, end, true);
    }
    structure.lastIndex = end;
  }
};

/** What an item is called, in brackets behind its command. */
const itemLabel = /\s{0,20}\[((?:[^[\]{}%\n]|\{(?:[^{}%\n]|\{[^{}%\n]{0,100}\}){0,200}\}){0,300})\]/y;
const counts = /^[^\p{L}\d]*(?:\d{1,3}|\p{L}|[ivxlc]{1,6}|\\[a-zA-Z]{1,40}(?:\{[^{}]*\})?\$?)?[^\p{L}\d]*$/iu;

export const rereadLatex = rereading(readLatex, /\\end|\\\]|\$\$|[{}]|section|chapter/, documentStart);

const notesOf = (open: ReadonlyMap<string, number>): string =>
  JSON.stringify([...open].filter(([role, count]) => count > 0 && role !== 'none').sort());

function roleOf(environment: string): string {
  if (quoting.test(environment)) return 'quotation';
  if (listing.test(environment)) return 'list-item';
  if (tabular.test(environment)) return 'table-cell';
  return boilerplate.test(environment) ? 'boilerplate' : 'none';
}

function titleOf(command: string): { readonly kind: BlockKind; readonly level: number } {
  const level = levels[command];
  if (level !== undefined) return { kind: 'heading', level };
  return { kind: command === 'caption' ? 'caption' : 'boilerplate', level: 0 };
}

/** Characters of a note after which it counts as one that nobody closed. */
const longestNote = 4000;

/** Where a note ends, which may have several paragraphs; undefined where nothing closes it, or a heading stands before that. */
function endOfNote(text: string, from: number): number | undefined {
  const note = text.slice(from, from + longestNote);
  let depth = 1;
  for (const { index, 0: mark } of note.matchAll(/\\(?:(?:sub){0,2}section|chapter)(?![a-zA-Z])|\\[\s\S]|[{}]/g)) {
    if (mark === '{') depth++;
    else if (mark === '}' && --depth === 0) return from + index + 1;
    else if (mark.length > 2) return undefined;
  }
  return undefined;
}

/** Where the bracketed arguments end that follow directly, such as the columns of a table. */
function endOfArguments(text: string, from: number): number {
  const found = /(?:\{(?:[^{}\n]|\{[^{}\n]{0,100}\}){0,300}\}){1,3}/y;
  found.lastIndex = from;
  return found.exec(text) ? found.lastIndex : from;
}
