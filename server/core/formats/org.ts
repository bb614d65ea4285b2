import { decodeHTML } from 'entities';
import type { BlockKind, RawBlock } from '../model/block.ts';
import { blockList } from './block-of.ts';
import { characterReference, type InlineRule, type InlineSyntax } from './inline-rules.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import {
  closings,
  eachLine,
  endOfLine,
  indentOf,
  isBlank,
  type LineAt,
  lastBeforeBlank,
  linesOf,
} from './source-lines.ts';

/** What may stand before and behind the marks of emphasis. */
const before = String.raw`(?<=^|[\s({'"‘“\-–—])`;
const behind = String.raw`(?=$|[\s.,;:!?)}'"’”\-–—[\\])`;

const rules: readonly InlineRule[] = [
  { at: new RegExp(String.raw`${before}([=~])(?=\S)[^\n]{0,300}?\S?\1${behind}`, 'my') },
  { at: /\\\((?:[^\\]|\\(?!\))){0,1000}\\\)|\\\[(?:[^\\]|\\(?!\])){0,1000}\\\]|\$\$[^$]{1,1000}\$\$/y },
  { at: /(?<![$\p{L}\p{N}])\$(?![\s.,;])(?:[^$\s]|[^$\s][^$\n]{0,200}[^$\s.,;])\$(?![\p{L}\p{N}])/uy },
  // Citations, notes and links are evidence.
  { at: /\[cite\/n(?:ocite)?(?:\/[\w/-]{0,20})?:[^\]]{0,500}\]|nocite:[\w:.,&-]{0,200}[\w-]/y },
  {
    at: /\[cite(?:\/[\w/-]{0,20})?:(?<target>[^\]]{0,500})\]/dy,
    is: 'citation',
    keys: /@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]{0,100}[\p{L}\p{N}_])?)/gu,
  },
  {
    at: /(?:auto|foot|paren|text)?cite[a-z]{0,10}\*?:(?<target>&?[\w:.,&-]{0,200}[\w-])/dy,
    is: 'citation',
    keys: /[^&,;\s]+/g,
  },
  { at: /\[fn:(?<target>[\w-]{1,100})\]/dy, is: 'footnote', labelled: true },
  {
    at: /\[fn:(?<target>[\w-]{1,100}):(?<note>(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]{0,500}\]){0,500}\]){0,2000})\]/dy,
    is: 'footnote',
    labelled: true,
  },
  { at: /\[fn::(?<note>(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]{0,500}\]){0,500}\]){0,2000})\]/dy, is: 'footnote' },
  { at: /(?=\[fn:[\w-]{0,100}:)/y, is: 'footnote', argument: 'hidden' },
  { at: /\[\[(?:file:|\.{0,2}\/)[^\][\n]{1,500}\.(?:png|jpe?g|gif|svg|webp)\](?:\[[^\]\n]{0,300}\])?\]/iy },
  {
    at: /\[\[(?:auto|foot|paren|text)?cite[a-z]{0,10}\*?:(?<target>[^\][\n]{1,500})\](?:\[[^\]\n]{0,300}\])?\]/dy,
    is: 'citation',
    keys: /(?<=&)[^&,;\s]+|(?<=^|,)[^&,;\s]+(?=,|$)/g,
  },
  { at: /<(?<target>(?:https?|ftp|mailto):[^\s<>]{1,2000})>/dy, is: 'link' },
  { at: /\[\[(?<target>[^\][]{1,2000})\]\[(?<words>[^\]]{1,500})\]\]/dy, is: 'link' },
  { at: /\[\[(?<target>[a-z]{2,10}:[^\][\n]{1,2000})\]\]/dy, is: 'link' },
  { at: /\[\[(?<words>[^\][\n]{1,500})\]\]/dy },
  // Macros, targets, snippets, inline code and time stamps.
  { at: /\{\{\{[^{}\n]{1,300}\}\}\}|<<<?[^<>\n]{1,200}>>>?|@@[a-z]{1,20}:[^@\n]{0,300}@@/y },
  { at: /(?:src_[\w-]{1,20}|call_[\w-]{1,40})(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,300}\}|\([^()\n]{0,300}\))/y },
  { at: /[<[]\d{4}-\d\d-\d\d(?: [^\]>\n]{0,40})?[\]>](?:--[<[]\d{4}-\d\d-\d\d[^\]>\n]{0,40}[\]>])?/y },
  { at: /\\\\(?=[ \t]*(?:\r?\n|$))/y },
  // An entity has the name that its character has in HTML.
  { at: /\\([a-zA-Z]{1,20}\d{0,2})(?:\{\}|(?![a-zA-Z]))/y, reads: ([, name]) => entity(`&${name};`) },
  { at: /\\[a-zA-Z]{1,20}/y },
  // How much of a list is done.
  { at: /\[(?:\d{0,3}%|\d{0,3}\/\d{0,3})\]/y },
  { at: /\^\{(?<words>[^{}\n]{1,300})\}/dy },
  // What is struck out is not said any more; the sign of "40+" strikes nothing.
  { at: new RegExp(String.raw`${before}\+(?=[^\s+])[^+\n]{0,300}(?<=[^\s\d])\+${behind}`, 'my') },
  // Emphasis: the marks are left out, one by one.
  { at: new RegExp(String.raw`${before}[*/_](?=\S)|(?<=\S)[*/_]${behind}`, 'my') },
  characterReference,
];

const entity = (reference: string): string => {
  const character = decodeHTML(reference);
  return character === reference ? '' : character;
};

const inline: InlineSyntax = {
  trigger: /[=~\\$[{<@*/_+&^]|(?<![\p{L}\p{N}])(?:[a-z]{0,4}cite|src_|call_)/gu,
  rules,
  brackets: /[[\]]/g,
};

const quoting = /^(?:quote|verse)$/i;
const transparent = /^(?:center|quote|verse|abstract|note|tip|warning|important|caution|details|summary)$/i;
const listMarker =
  /^[ \t]{0,80}(?:[-+]|[ \t]{1,80}\*|\d{1,9}[.)]|[a-zA-Z][.)])(?:[ \t]+(?:\[@\d{1,5}\][ \t]+)?(?:\[[ Xx-]\][ \t]+)?|$)/;
const headline =
  /^(\*{1,50})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#[A-Z0-9]\][ \t]+)?(?:COMMENT[ \t]+)?/;

/** What a cell says of its column. */
const alignment = /^\s*<[lrc]?\d{0,3}>\s*$/;

/** Drawers that hold no words of the text; any other is one of the writer's own. */
const opaqueDrawer = /^\s*:(?:properties|logbook):\s*$/i;

interface Notes {
  /** How many blocks of quotation are open. */
  readonly quotes: number;
  /** The level of the heading below which nothing is exported; 0 where there is none. */
  readonly hidden: number;
  /** The label of the note that is open. */
  readonly note: string | null;
}

/** Org. A block that nobody closed ends at the next empty line. */
export const orgBlocks = (text: string): RawBlock[] => readWhole(readOrg, text);

const closer = /^\s*#\+end_?(\S{1,40})|^\s*:(end):|^\s*\\end\{([a-z*]{1,40})\}/i;

function* closersIn(lineAt: LineAt): Generator<readonly [string, number]> {
  for (const [index, { text }] of eachLine(lineAt)) {
    const end = closer.exec(text);
    if (end) yield [(end[1] ?? end[2] ?? end[3] ?? '').toLowerCase(), index];
  }
}

const readOrg: ResumableReader = (text, notes, pause) => {
  const list = blockList(text, inline);
  const lineAt = linesOf(text);
  const closing = closings(closersIn(lineAt));
  let { quotes, hidden, note }: Notes =
    notes === undefined ? { quotes: 0, hidden: 0, note: null } : (JSON.parse(notes) as Notes);

  const kind = (otherwise: BlockKind): BlockKind => (quotes > 0 ? 'quotation' : otherwise);

  let index = 0;
  for (let line = lineAt(0); line; line = lineAt(++index)) {
    const { start, end: lineEnd } = line;
    const words = line.text;
    const rest = (from: number) => ({ start: start + from, end: lineEnd });
    const single = (what: BlockKind, from: number, level = 0) => {
      list.open(what, rest(from), level);
      list.close();
    };
    const skipTo = (key: string) => {
      list.close();
      index = closing(key.toLowerCase(), index + 1) ?? lastBeforeBlank(lineAt, index);
    };
    if (isBlank(line)) {
      list.close();
      const above = lineAt(index - 1);
      if (above && isBlank(above)) note = null;
      const behind = lineAt(index + 1);
      if (!behind || isBlank(behind)) continue;
      const notesHere: Notes = { quotes, hidden, note };
      if (pause(behind.start, JSON.stringify(notesHere), list.blocks.length, endOfLine(lineAt, closing.furthest())))
        return list.blocks;
      continue;
    }
    const head = headline.exec(words);
    if (head) {
      list.close();
      quotes = 0;
      note = null;
      const level = head[1]?.length ?? 1;
      if (hidden > 0 && level > hidden) continue;
      hidden = /\sCOMMENT\s/.test(head[0]) || /:noexport:[\w@#%:]*\s*$/.test(words.slice(-220)) ? level : 0;
      if (hidden > 0) continue;
      list.open('heading', rest(head[0].length), Math.min(6, level));
      const tags = /[ \t]+:[\w@#%:]{1,200}:[ \t]*$/.exec(words.slice(-220));
      if (tags) list.hide({ start: line.end - tags[0].length, end: line.end });
      list.close();
      continue;
    }
    if (hidden > 0) continue;
    const block = /^\s*#\+begin_?(\S{1,40})/i.exec(words);
    if (block) {
      const name = (block[1] ?? '').toLowerCase();
      if (!transparent.test(name)) skipTo(name);
      else {
        list.close();
        if (quoting.test(name) && closing(name, index + 1) !== undefined) quotes++;
      }
      continue;
    }
    const end = /^\s*#\+end_?(\S{1,40})/i.exec(words);
    if (end) {
      list.close();
      if (quoting.test(end[1] ?? '')) quotes = Math.max(0, quotes - 1);
      continue;
    }
    const keyword = /^\s*#\+([\w-]{1,40})(?:\[[^\]\n]{0,300}\])?:[ \t]*/.exec(words);
    if (keyword) {
      list.close();
      const name = (keyword[1] ?? '').toLowerCase();
      if (name === 'title') single('heading', keyword[0].length, 1);
      else if (name === 'subtitle') single('heading', keyword[0].length, 2);
      else if (name === 'caption') single('caption', keyword[0].length);
      else if (name === 'author' || name === 'date') single('boilerplate', keyword[0].length);
      continue;
    }
    if (/^\s*#(?:\s|$)/.test(words) || /^\s*-{5,}\s*$/.test(words) || /^\s*:(?:\s|$)/.test(words)) {
      list.close();
      continue;
    }
    if (/^\s*:[\w-]{1,40}:\s*$/.test(words)) {
      if (opaqueDrawer.test(words) && closing('end', index + 1) !== undefined) skipTo('end');
      else list.close();
      continue;
    }
    if (/^\s*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):/.test(words)) continue;
    const latex = /^\s*\\begin\{([a-z*]{1,40})\}/i.exec(words);
    if (latex) {
      skipTo(latex[1] ?? '');
      continue;
    }
    if (/^\s*\|/.test(words)) {
      list.close();
      if (!/^\s*\|[-+]/.test(words))
        for (const cell of words.matchAll(/[^|]+/g))
          if (cell.index > 0 && !alignment.test(cell[0])) {
            list.open('table-cell', { start: line.start + cell.index, end: line.start + cell.index + cell[0].length });
            list.close();
          }
      continue;
    }
    const mark = /^\[fn:([\w-]{1,100})\]/.exec(words);
    if (mark) {
      note = mark[1] ?? '';
      list.open('boilerplate', rest(0), 0, { kind: 'footnote', label: note, start, end: start + mark[0].length });
      continue;
    }
    const item = listMarker.exec(words);
    if (item) {
      list.open(kind('list-item'), rest(item[0].length));
      const defined = /[ \t]::(?:[ \t]|$)/.exec(words);
      if (defined) list.hide({ start: line.start + defined.index, end: line.start + defined.index + 3, reads: ':' });
      continue;
    }
    if (list.isOpen()) list.add(line);
    else {
      const where = rest(indentOf(line) > 0 ? words.search(/\S/) : 0);
      // A note goes on up to two empty lines.
      if (note === null) list.open(kind('paragraph'), where);
      else {
        const { start: at } = where;
        list.open('boilerplate', where, 0, { kind: 'footnote', label: note, start: at, end: at, continues: true });
      }
    }
  }
  list.close();
  return list.blocks;
};

export const rereadOrg = rereading(readOrg, /#\+end|:end:|\\end\{/i);
