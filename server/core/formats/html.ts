import { Tokenizer } from 'htmlparser2';
import type { RawBlock } from '../model/block.ts';
import type { Definition, Evidence } from '../model/evidence.ts';
import { blockOf } from './block-of.ts';
import { editorialMarks } from './editorial-marks.ts';
import { endOfFrontMatter } from './front-matter.ts';
import {
  breaking,
  endedByNext,
  ending,
  isNoteMark,
  isNotes,
  isUnseen,
  kindWithin,
  marking,
  noteId,
  opaque,
  opaqueInLine,
  telling,
  voidElements,
} from './html-elements.ts';
import type { Mark, Notes, OpenBlock, Tag } from './html-state.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';

/** What opens a deletion right in front of a block: all blocks in it are deleted. */
const blockDeletion = /<(del|s|strike)(?:\s[^<>]{0,150})?>\s{0,50}$/i;

/**
 * HTML, read with the tokenizer of htmlparser2, which is exact to the character and takes time linear in the text.
 *
 * There is no tree: an element counts as open from its start to an end of the same name, so that no nesting is too deep and
 * what is left open hides nothing. An empty line parts paragraphs, as it does where drafts are typed without tags.
 */
export const htmlBlocks = (text: string): RawBlock[] => readWhole(readHtml, text);

/** The blocks of a piece of HTML in another text, which has no front matter. @param open The elements around it. */
export function htmlBlocksWithin(piece: string, open: readonly string[]): RawBlock[] {
  const notes: Notes = { open: open.map(name => [name, 1]), notes: null, unseen: null, label: null };
  return readHtml(piece, JSON.stringify(notes), () => false);
}

const readHtml: ResumableReader = (text, notesThere, pause) => {
  const blocks: RawBlock[] = [];
  const before = notesThere === undefined ? undefined : (JSON.parse(notesThere) as Notes);
  const body = before ? 0 : endOfFrontMatter(text);
  const open = new Map<string, number>();
  const marks: Mark[] = [];
  let block: OpenBlock | undefined;
  let tag: Tag | undefined;
  let attribute = '';
  /** How many elements without words are open. */
  let hidden = 0;
  let breaks = 0;
  let entityEnd = 0;
  let isPaused = false;
  let notes = before?.notes ?? undefined;
  let unseen = before?.unseen ?? undefined;
  let label = before?.label ?? undefined;

  const setOpen = (name: string, count: number) => {
    if (opaque.has(name)) hidden += count - (open.get(name) ?? 0);
    // What an element that is open makes of its words is all that it is kept for.
    if (count > 0 && telling.has(name)) open.set(name, count);
    else open.delete(name);
  };
  for (const [name, count] of before?.open ?? []) setOpen(name, count);

  const close = () => {
    const made = block && blockOf(text.slice(block.start, block.end), block.start, block, block);
    if (made) blocks.push(made);
    block = undefined;
    breaks = 0;
    marks.length = 0;
  };

  const openBlock = (start: number): OpenBlock => {
    const defines: Definition[] = label === undefined ? [] : [{ kind: 'footnote', label, start: 0, end: 0 }];
    label = undefined;
    const made = { start, end: start, masked: [], evidence: [], defines };
    if (notes) return { ...made, kind: 'boilerplate', level: 0 };
    const { kind, name } = kindWithin(name => (open.get(name) ?? 0) > 0) ?? { kind: 'paragraph', name: '' };
    return { ...made, kind, level: kind === 'heading' ? Number(name.charAt(1)) : 0 };
  };

  /** Adds words; what stands between them and the words before is markup. Positions in a block count from its start. */
  const addWords = (start: number, end: number, reads?: string) => {
    const blank = !/\S/.test(reads ?? text.slice(start, end));
    if (hidden > 0 || unseen || start < body || (!block && blank)) return;
    const from = block || reads !== undefined ? start : start + text.slice(start, end).search(/\S/);
    block ??= openBlock(from);
    const base = block.start;
    if (from > block.end) {
      const mask = { start: block.end - base, end: from - base };
      block.masked.push(breaks > 0 ? { ...mask, reads: ' ' } : mask);
    }
    if (reads !== undefined) block.masked.push({ start: from - base, end: end - base, reads });
    block.end = Math.max(block.end, end);
    if (!blank) breaks = 0;
  };

  const addText = (start: number, end: number) => {
    let at = start;
    for (const { index, 0: gap } of text.slice(start, end).matchAll(/\n[ \t]*\r?\n\s*/g)) {
      addWords(at, start + index);
      close();
      at = start + index + gap.length;
    }
    if (at < end) addWords(at, end);
  };

  /** A comment is no words, but one that asks for a source belongs to the block that it ends. */
  const addComment = (inside: number) => {
    const start = inside - '<!--'.length;
    const close = text.indexOf('-->', inside);
    if (!block || close < 0 || close - start > 300 || start < block.end) return;
    const end = close + '-->'.length;
    if (!editorialMarks(text.slice(start, end)).some(({ kind }) => kind === 'placeholder')) return;
    const base = block.start;
    if (start > block.end) block.masked.push({ start: block.end - base, end: start - base });
    block.end = end;
  };

  const endMark = (name: string, end: number) => {
    const at = marks.findLastIndex(mark => mark.name === name);
    const mark = marks[at];
    if (!mark) return;
    marks.length = at;
    if (!block || hidden > 0 || unseen) return;
    const { evidence, masked, start: base } = block;
    if (mark.start < base) {
      // A paragraph that opens with a raised number is the note of that number.
      const number = text.slice(base, block.end).trim();
      if (name !== 'sup' || base < mark.inside || block.defines.length > 0 || !isNoteMark(number)) return;
      const where = { start: 0, end: block.end - base };
      block.defines = [{ kind: 'footnote', label: number.replace(/[[\]]/g, ''), ...where }];
      masked.push(where);
      return;
    }
    const where = { start: mark.start - base, end: end - base };
    const inner = text.slice(mark.inside, Math.min(end, mark.inside + 500));
    const words = inner.replace(/<[^<>]*>?/g, '').trim();
    const href = mark.attributes.get('href');
    const role = `${mark.attributes.get('role') ?? ''} ${mark.attributes.get('class') ?? ''}`;
    const backwards = /backlink|backref/.test(role);
    // A raised number that leads to another place in the text is no power, whatever unit stands before it.
    const before = /<a\s[^<>]*href\s{0,5}=\s{0,5}["']?#/i.test(inner)
      ? ''
      : text.slice(Math.max(0, mark.start - 4), mark.start);
    const raised = name === 'sup' && isNoteMark(words, before);
    if (raised || backwards || /noteref|footnote-ref/.test(role)) {
      let target = href ?? words;
      for (let last = evidence.at(-1); last && last.start >= where.start; last = evidence.at(-1)) {
        target = last.target;
        evidence.pop();
      }
      if (!backwards) evidence.push({ kind: 'footnote', target, key: { ...where }, ...where });
      masked.push(where);
    } else if (name === 'cite') evidence.push({ kind: 'citation', target: words, ...where });
    else if (
      href !== undefined &&
      !(evidence.at(-1)?.kind === 'footnote' && (evidence.at(-1) as Evidence).start >= where.start)
    )
      evidence.push({ kind: 'link', target: href, ...where });
    if (end <= block.end) return;
    masked.push({ start: block.end - base, end: where.end });
    block.end = end;
  };

  /** What is not shown in a line ends with the block at the latest. */
  const endUnseenLine = () => {
    if (unseen && !breaking.has(unseen.name) && !unseen.aroundBlocks) unseen = undefined;
  };

  const startElement = (end: number) => {
    if (!tag) return;
    const { name, start, attributes } = tag;
    tag = undefined;
    const deleted = !unseen && breaking.has(name) && blockDeletion.exec(text.slice(Math.max(0, start - 250), start));
    if (deleted) unseen = { name: (deleted[1] as string).toLowerCase(), depth: 1, aroundBlocks: true };
    if (name === 'br') {
      if (++breaks > 1) close();
      return;
    }
    if (name === 'q') addWords(start, end, '“');
    if (breaking.has(name)) {
      close();
      const id = attributes.get('id');
      if (id !== undefined && (notes || isNotes(name, attributes) || noteId.test(id))) label = id;
      for (const left of opaqueInLine) setOpen(left, 0);
      for (let level = 1; level <= 6; level++) setOpen(`h${level}`, 0);
      if (/^(?:body|main|article)$/.test(name)) setOpen('nav', 0);
    }
    if (unseen && endedByNext.has(unseen.name) && (unseen.name === name || (unseen.name === 'p' && breaking.has(name))))
      unseen = undefined;
    if (breaking.has(name)) endUnseenLine();
    if (unseen?.name === name) unseen.depth++;
    else if (!unseen && isUnseen(attributes) && !voidElements.has(name)) unseen = { name, depth: 1 };
    if (notes?.name === name) notes.depth++;
    else if (!notes && isNotes(name, attributes)) notes = { name, depth: 1 };
    if (voidElements.has(name)) return;
    setOpen(name, (open.get(name) ?? 0) + 1);
    if (marking.has(name)) marks.push({ name, start, attributes, inside: end });
    if (breaking.has(name)) mayPause(end);
  };

  const endElement = (name: string, start: number, end: number) => {
    if (marking.has(name)) endMark(name, end);
    if (name === 'q') addWords(start, end, '”');
    if (breaking.has(name)) {
      close();
      endUnseenLine();
    }
    setOpen(name, Math.max(0, (open.get(name) ?? 0) - 1));
    if ((open.get(name) ?? 0) === 0) for (const left of ending.get(name) ?? []) setOpen(left, 0);
    if (notes?.name === name && --notes.depth === 0) notes = undefined;
    if (unseen?.name === name && --unseen.depth === 0) unseen = undefined;
    if (breaking.has(name)) mayPause(end);
  };

  /** Between a breaking tag and what follows it, no block is open and the tokenizer expects nothing. */
  const mayPause = (at: number) => {
    const notesHere: Notes = {
      open: [...open].sort(),
      notes: notes ?? null,
      unseen: unseen ?? null,
      label: label ?? null,
    };
    isPaused = pause(at, JSON.stringify(notesHere), blocks.length, 0);
    if (isPaused) tokenizer.pause();
  };

  const endOfTag = (from: number) => {
    const end = text.indexOf('>', from);
    return end < 0 ? text.length : end + 1;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: addText,
      ontextentity: (code, end) => {
        // A reference that stands for two characters comes twice.
        if (end > entityEnd) addWords(text.lastIndexOf('&', end - 1), end, String.fromCodePoint(code));
        entityEnd = end;
      },
      onopentagname: (start, end) => {
        tag = { name: text.slice(start, end).toLowerCase(), start: start - 1, attributes: new Map() };
      },
      onattribname: (start, end) => {
        attribute = text.slice(start, end).toLowerCase();
        tag?.attributes.set(attribute, '');
      },
      onattribdata: (start, end) => {
        tag?.attributes.set(attribute, (tag.attributes.get(attribute) ?? '') + text.slice(start, end));
      },
      onattribentity: code => {
        tag?.attributes.set(attribute, (tag.attributes.get(attribute) ?? '') + String.fromCodePoint(code));
      },
      onattribend: () => {},
      onopentagend: end => startElement(end + 1),
      onselfclosingtag: end => startElement(end + 1),
      onclosetag: (start, end) => endElement(text.slice(start, end).trim().toLowerCase(), start - 2, endOfTag(end)),
      oncdata: () => {},
      oncomment: addComment,
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(text);
  if (isPaused) return blocks;
  tokenizer.end();
  close();
  return blocks;
};

/** The tokenizer never looks ahead. */
export const rereadHtml = rereading(readHtml, /(?!)/);
