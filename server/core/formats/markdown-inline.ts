import type { SyntaxNode } from '@lezer/common';
import { decodeHTML } from 'entities';
import { type Span, shift } from '../model/span.ts';
import { detached } from '../text/detached.ts';
import { isNoteMark } from './html-elements.ts';
import { type InlineMarks, keysIn, readInline as readTex } from './inline-rules.ts';
import { latexInline } from './latex-inline.ts';

/** Tells whether a label has a definition anywhere in the document. */
export type Labels = Pick<ReadonlySet<string>, 'has'>;

/** Labels match without regard to case and to how white space is written (CommonMark 0.31, link label). */
export const normalLabel = (label: string): string => detached(label.toLowerCase().replace(/\s+/g, ' '));

/** A label without its brackets. */
export const plainLabel = (label: string): string =>
  normalLabel(label)
    .replace(/^\[|\]$/g, '')
    .trim();

/** Inline nodes that are never words. */
const never = new Set([
  'CodeMark',
  'EmphasisMark',
  'SubscriptMark',
  'SuperscriptMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'LinkTitle',
  'LinkLabel',
  'InlineCode',
  'Comment',
  'ProcessingInstruction',
  'Hidden',
  'Attributes',
]);

/** Pandoc's citation keys (manual, "Citation syntax"). */
const citationKeys =
  /(?<=(?<![\p{L}\p{N}_])@)[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,100}|(?<=(?<![\p{L}\p{N}_])@\{)[^{}\s]{1,200}(?=\})/gu;

/** Collects what readers do not read, and the links, in positions that count from the start of the block. */
export function readInline(
  text: string,
  block: SyntaxNode,
  base: number,
  labels: Labels,
  figure: boolean,
  marks: InlineMarks,
): void {
  const { masked, evidence } = marks;
  // Lezer reads any bracket as a link; the brackets of one without a target are words.
  const words = new Set<number>();
  const endTag = inlineTags(marks);
  block.cursor().iterate(node => {
    const at = { start: node.from - base, end: node.to - base };
    const source = () => text.slice(node.from, node.to);
    switch (node.name) {
      case 'Link':
      case 'Autolink': {
        const address = node.node.getChild('URL');
        const full = node.node.getChild('LinkLabel');
        // "[words][]" has its words for a label.
        const short = full && full.to - full.from <= 2 ? source().slice(0, full.from - node.from) : source();
        const label =
          full && full.to - full.from > 2 ? full : full || labels.has(normalLabel(short)) ? node : undefined;
        if (address) evidence.push({ kind: 'link', target: text.slice(address.from, address.to), ...at });
        else if (label) {
          const key = { start: label.from - base, end: (label === full || !full ? label.to : full.from) - base };
          const target = plainLabel(text.slice(key.start + base, key.end + base));
          evidence.push({ kind: 'link', target, byLabel: true, key, ...at });
          // Words with attributes are in brackets that nobody sees.
        } else if (node.node.nextSibling?.name !== 'Attributes' || node.node.nextSibling.from > node.to)
          words.add(node.from).add(node.to - 1);
        return true;
      }
      // What was deleted is not said any more.
      case 'Strikethrough':
        masked.push(at);
        return false;
      case 'Image':
        if (figure) return true;
        masked.push(at);
        return false;
      case 'URL': {
        masked.push(at);
        const parent = node.node.parent?.name;
        if (parent !== 'Link' && parent !== 'Autolink' && parent !== 'Image')
          evidence.push({ kind: 'link', target: source(), ...at });
        return true;
      }
      case 'LinkMark':
        if (!words.has(node.from)) masked.push(at);
        return true;
      case 'FootnoteMark': {
        const inText = source().startsWith('^');
        const words = source().slice(2, -1);
        const key = { start: at.start + 2, end: at.end - 1 };
        evidence.push({
          kind: 'footnote',
          target: inText ? '' : words,
          ...(inText ? { note: words } : { key }),
          ...at,
        });
        masked.push(at);
        return false;
      }
      case 'CitationMark':
        masked.push(at);
        // The number of an example that stands elsewhere.
        if (labels.has(`(${source()})`)) return false;
        for (const { text: target, key } of keysIn(text, { start: node.from, end: node.to }, citationKeys))
          evidence.push({ kind: 'citation', target, key: shift(key, -base), ...at });
        return false;
      case 'Tex': {
        const inside = readTex(source(), latexInline);
        const moved = <T extends Span>(one: T): T => ({ ...one, ...shift(one, at.start) });
        masked.push(...inside.masked.map(moved));
        for (const mark of inside.evidence)
          evidence.push({ ...moved(mark), ...(mark.key && { key: moved(mark.key) }) });
        return false;
      }
      case 'WikiLink':
        evidence.push({ kind: 'link', target: /[^[|\]]+/.exec(source())?.[0] ?? '', ...at });
        return true;
      case 'Entity':
        masked.push({ ...at, reads: decodeHTML(source()) });
        return true;
      case 'Escape':
        masked.push({ ...at, reads: source().slice(1) });
        return true;
      // A line break parts words; any other tag may stand inside one.
      case 'HardBreak':
        masked.push({ ...at, reads: ' ' });
        return true;
      case 'HTMLTag':
        masked.push(/^<br/i.test(source()) ? { ...at, reads: ' ' } : at);
        endTag(source(), at, start => text.slice(base + start, node.from));
        return true;
      default:
        if (never.has(node.name)) masked.push(at);
        return true;
    }
  });
}

/** Tags in a line that are evidence, and those between which no words stand. */
const telling = /^<(\/?)(a|cite|sup|code|kbd|samp|var|script|style|svg|math|del|s|strike|span)(?![\w-])/i;
/** An element in a line that is not shown. */
const unseen =
  /\s(?:hidden(?=[\s=>])|style\s{0,5}=\s{0,5}["'][^"']{0,200}?(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden))/i;

/** Takes the tags of a block one after the other, and marks what stands between two that belong together, as HTML would be read. */
function inlineTags({ masked, evidence }: InlineMarks) {
  const open = new Map<
    string,
    { readonly where: Span; readonly target: string | undefined; readonly isShown: boolean }[]
  >();
  return (tag: string, at: Span, textFrom: (start: number) => string): void => {
    const [, closes, written = ''] = telling.exec(tag) ?? [];
    const name = written.toLowerCase();
    if (name === '' || tag.endsWith('/>')) return;
    const others = open.get(name) ?? [];
    if (closes === '') {
      const href = /\shref\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
      others.push({
        where: at,
        target: href ? decodeHTML(href[1] ?? href[2] ?? href[3] ?? '') : undefined,
        isShown: name === 'span' && !unseen.test(tag),
      });
      open.set(name, others);
      return;
    }
    const opening = others.pop();
    if (!opening) return;
    if (opening.isShown) return;
    const whole = { start: opening.where.start, end: at.end };
    if (name === 'a') {
      if (opening.target !== undefined) evidence.push({ kind: 'link', target: opening.target, ...whole });
    } else if (name === 'cite') {
      const words = textFrom(opening.where.end)
        .replace(/<[^<>]*>/g, '')
        .trim();
      evidence.push({ kind: 'citation', target: words, ...whole });
    } else if (name !== 'sup') masked.push(whole);
    else if (whole.end - whole.start < 500) {
      const words = textFrom(opening.where.end)
        .replace(/<[^<>]*>/g, '')
        .trim()
        .replace(/^\[(.{1,7})\]\([^()\s]{0,300}\)$/, '$1')
        .replaceAll('\\', '');
      if (!isNoteMark(words, textFrom(opening.where.start - 4).slice(0, 4))) return;
      let target = words;
      for (let last = evidence.at(-1); last && last.start >= whole.start; last = evidence.at(-1)) {
        target = last.target;
        evidence.pop();
      }
      evidence.push({ kind: 'footnote', target, key: { ...whole }, ...whole });
      masked.push(whole);
    }
  };
}
