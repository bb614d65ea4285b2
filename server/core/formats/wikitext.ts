import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import { blockList } from './block-of.ts';
import { bracketPairs } from './inline-rules.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import { closings, isBlank, type Line, linesOf } from './source-lines.ts';
import { quotingTemplates, wikitextInline } from './wikitext-inline.ts';

/** Tags whose contents are no words, and may reach over several paragraphs. */
const opaque = /<(pre|syntaxhighlight|source|gallery|math|timeline|score)(?:\s[^<>/]{0,300})?>/i;

const picture = /^\s*\[\[\s{0,5}(?:File|Image)\s{0,5}:[^[\]]{0,1000}/i;

/** Templates that make a block quotation. */
const quoting = new RegExp(String.raw`^\s*\{\{\s{0,10}(?:${quotingTemplates})\s{0,10}(?:\||$)`, 'i');

/** A template that holds the notes of the text. */
const listOfNotes = /^\s*\{\{\s{0,10}(?:reflist|refs|notelist|reference list)\b[^{}<>]{0,200}?\brefs\s{0,5}=/i;

/** Wikitext, as MediaWiki writes it. A template, comment or table that nobody closed ends at the next empty line. */
export const wikitextBlocks = (text: string): RawBlock[] => readWhole(readWikitext, text);

function* closersIn(text: string): Generator<readonly [string, number]> {
  for (const { index, 0: mark, 1: tag } of text.matchAll(/-->|<\/([a-z]{1,20})\s{0,5}>/gi))
    yield [tag?.toLowerCase() ?? '-->', index + mark.length];
}

interface Notes {
  /** How many block quotations are open. */
  readonly quotes: number;
  /** How many tables are open, one in the other. */
  readonly tables: number;
}

const readWikitext: ResumableReader = (text, notes, pause) => {
  const list = blockList(text, wikitextInline);
  const lineAt = linesOf(text);
  const templates = bracketPairs(text, /\{\{|\}\}/g);
  const closing = closings(closersIn(text));
  let { quotes, tables }: Notes = notes === undefined ? { quotes: 0, tables: 0 } : (JSON.parse(notes) as Notes);
  /** Where reading goes on behind something that reached over lines. */
  let resume = 0;

  let index = 0;
  for (let line = lineAt(0); line; line = lineAt(++index)) {
    if (line.end < resume || (line.end === resume && resume > line.start)) continue;
    let start = Math.max(line.start, resume);
    // Behind what was passed over, white space does not make code of a line.
    while (start > line.start && start < line.end && /\s/.test(text.charAt(start))) start++;
    const words = text.slice(start, line.end);
    const { end: lineEnd } = line;
    const rest = (from: number) => ({ start: start + from, end: lineEnd });
    const kind = (otherwise: BlockKind): BlockKind => (quotes > 0 ? 'quotation' : otherwise);
    if (words.trim() === '') {
      if (!isBlank(line)) continue;
      list.close();
      const behind = lineAt(index + 1);
      if (!behind || isBlank(behind)) continue;
      const furthest = Math.max(closing.furthest(), templates.furthest());
      const notesHere: Notes = { quotes, tables };
      if (pause(behind.start, JSON.stringify(notesHere), list.blocks.length, furthest)) return list.blocks;
      continue;
    }
    const atStart = start === line.start;
    const template = templates.get(start + words.search(/\S/));
    if (template !== undefined && quoting.test(words)) {
      list.open('quotation', { start, end: template + 2 });
      list.close();
      resume = template + 2;
      // What follows the quotation on its line is the writer's.
      if (resume < line.end) index--;
      continue;
    }
    if (template !== undefined && template + 2 > line.end) {
      list.close();
      const notes = listOfNotes.exec(text.slice(start, Math.min(start + 300, template)));
      if (notes) {
        list.open('boilerplate', { start: start + notes[0].length, end: template });
        list.close();
      }
      resume = template + 2;
      continue;
    }
    const hidden = /<!--/.exec(words);
    const tag = opaque.exec(words);
    const opened = hidden && (!tag || hidden.index < tag.index) ? hidden : tag;
    const from = opened ? start + opened.index + opened[0].length : 0;
    const closed = opened && closing(opened[1]?.toLowerCase() ?? '-->', from);
    const reaching = closed !== undefined && closed !== null && closed > line.end;
    if (reaching && opened) {
      const before = { start, end: start + opened.index };
      if (opened.index > 0) lineOfText(before, text.slice(before.start, before.end));
      list.close();
      if (tag?.[1]?.toLowerCase() === 'gallery' && opened === tag) gallery({ start: from, end: closed });
      resume = closed;
      continue;
    }
    if (atStart && (tables > 0 ? /^\s*\{\|/ : /^\{\|/).test(words)) {
      list.close();
      tables++;
    } else if (tables > 0 && /^\s*\|\}/.test(words)) {
      list.close();
      tables--;
    } else if (tables > 0 && /^\s*[|!]/.test(words)) tableLine(line);
    else if (/^\s*<\/?(?:blockquote|poem)\b[^<>]{0,300}>/i.test(words)) {
      list.close();
      const mark = /^\s*<(\/?)(?:blockquote|poem)\b[^<>]{0,300}>/i.exec(words);
      quotes = Math.max(0, quotes + (mark?.[1] ? -1 : 1));
      const after = mark?.[0].length ?? 0;
      const end = /<\/(?:blockquote|poem)\s{0,5}>/i.exec(words.slice(after));
      if (end) {
        list.open(kind('quotation'), { start: start + after, end: start + after + end.index });
        list.close();
        quotes = Math.max(0, quotes - 1);
      } else if (words.slice(after).trim() !== '') list.open(kind('paragraph'), rest(after));
    } else lineOfText(rest(0), words);
  }
  list.close();
  return list.blocks;

  function lineOfText(where: { start: number; end: number }, words: string): void {
    const open = (kind: BlockKind, from: number, level = 0) =>
      list.open(
        quotes > 0 && kind !== 'heading' ? 'quotation' : kind,
        { start: where.start + from, end: where.end },
        level,
      );
    const heading = /^(={1,6})(?!=)\s*(?=\S)/.exec(words);
    const close =
      heading && new RegExp(`${heading[1]}\\s{0,100}(?:<!--.{0,500}-->\\s{0,10})?$`).exec(words.slice(-700));
    if (heading && close) {
      const level = heading[1]?.length ?? 1;
      list.open('heading', { start: where.start + heading[0].length, end: where.end - close[0].length }, level);
      list.close();
      return;
    }
    if (/^\s*-{4,}/.test(words) || /^\s*__[A-Z]{3,30}__\s*$/.test(words) || /^#REDIRECT/i.test(words)) {
      list.close();
      return;
    }
    // A line that starts with a space is shown as it is typed: mostly code.
    if (/^ +\S/.test(words) && !list.isOpen()) return;
    const marker = /^([*#;:]{1,50})\s*/.exec(words);
    if (marker) {
      const indented = /^:+$/.test(marker[1] ?? '');
      open(indented ? 'paragraph' : 'list-item', marker[0].length);
      const defined = (marker[1] ?? '').endsWith(';') ? /\s:\s/.exec(words) : null;
      if (defined) list.hide({ start: where.start + defined.index, end: where.start + defined.index + 2, reads: ':' });
      return;
    }
    if (picture.test(words)) {
      list.close();
      let from = where.start;
      while (picture.test(text.slice(from, where.end))) from = caption({ start: from, end: where.end });
      // What follows a picture on its line is a paragraph.
      const behind = text.slice(from, where.end).search(/\S/);
      if (behind >= 0) list.open(quotes > 0 ? 'quotation' : 'paragraph', { start: from + behind, end: where.end });
      return;
    }
    // A quotation that nobody closed ends at its line.
    if (quoting.test(words)) {
      open('quotation', 0);
      list.close();
      return;
    }
    // What follows a list item on a line of its own is a new paragraph.
    if (list.isOpen() && list.kind() !== 'list-item') list.add(where);
    else open('paragraph', 0);
  }

  /** Each line of a gallery is a picture's link without its brackets. */
  function gallery({ start, end }: Span): void {
    for (const { index, 0: picture } of text.slice(start, end).matchAll(/[^\r\n]+/g))
      if (!picture.startsWith('</')) caption({ start: start + index, end: start + index + picture.length }, 1);
  }

  /** The last part of a picture's link is its caption, unless it is a size or a place. Returns where the link ends. */
  function caption({ start, end }: Span, outside = 0): number {
    const source = text.slice(start, end);
    let depth = outside;
    let last = -1;
    let close = source.length;
    for (const { index, 0: mark } of source.matchAll(/\[\[|\]\]|\{\{|\}\}|\|/g)) {
      if (mark === '[[' || mark === '{{') depth++;
      else if (mark !== '|') {
        depth--;
        if (depth > 0) continue;
        close = index;
        break;
      } else if (depth === 1) last = index;
    }
    const words = source.slice(last + 1, close);
    const option =
      /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|upright.*|\d*x?\d*px|(?:alt|link|class|lang|page)=.*)\s*$/i;
    if (last >= 0 && !option.test(words)) list.open('caption', { start: start + last + 1, end: start + close });
    list.close();
    return Math.min(end, start + close + 2);
  }

  function tableLine(line: Line): void {
    const opening = /^\s*(?:\|-.*|\|\+|[|!])/.exec(line.text);
    if (!opening || opening[0].trimStart().startsWith('|-')) {
      list.close();
      return;
    }
    const kind: BlockKind = opening[0].endsWith('+') ? 'caption' : 'table-cell';
    let from = opening[0].length;
    const ends = [...line.text.matchAll(/\|\||!!/g)].filter(({ index }) => index >= from);
    for (const end of [...ends.map(({ index }) => index), line.text.length]) {
      const cell = line.text.slice(from, end);
      // Attributes stand before a single bar.
      const attributes = /^[^|[{]{0,300}\|(?!\|)/.exec(cell)?.[0].length ?? 0;
      list.open(kind, { start: line.start + from + attributes, end: line.start + end });
      from = end + 2;
    }
  }
};

export const rereadWikitext = rereading(readWikitext, /-->|<\/[a-z]|\{\{|\}\}/i);
