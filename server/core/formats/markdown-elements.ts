import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../model/span.ts';

/** Elements of HTML that tell what the Markdown between their tags is; their tags may stand in blocks far apart. */
const around = /<(\/?)(blockquote|figcaption|caption|address|td|th|li|dt|dd|del|nav|template)(?![\w-])/gi;
/** What stands between two marks of Obsidian's comments, as if it were an element. */
const remark = 'remark';
/** Those between which nothing is read. */
const unread = ['del', 'nav', 'template', remark];

const none: readonly string[] = [];

/** Stand among the tags of a node that shows something, and of one that may be the caption of it. */
const shows = '=shows';
const mayName = '=may name';
const shown: readonly string[] = [shows];
const naming: readonly string[] = [mayName];

/** The element of HTML whose words are read as what names a table or figure in Markdown. */
const captionElement = 'caption';

const opensCaption = /^[ \t]*(?:[Tt]able|[Ff]igure):\s/;
const opensPicture = /^[ \t]*(?:\[?!\[|<(?:img|picture|svg|video|iframe)\b|<[A-Z][\w.]*\s[^<>]*\/>|\{\{)/i;
const holdsPicture = /<(?:table|img|picture|figure|svg|video|iframe|canvas|object|embed)\b/i;

/** True for words that would be a caption if they stood beside what they name: Pandoc has them above a table or below. */
export const opensLikeCaption = (source: string, from: number): boolean =>
  opensCaption.test(source.slice(from, from + 20));

/** True for a table, a picture, or code from which one may be drawn. */
export function isShown(source: string, { name, from, to }: SyntaxNode): boolean {
  if (name === 'Table' || name === 'FencedCode') return true;
  if (name === 'HTMLBlock') return holdsPicture.test(source.slice(from, to));
  return name === 'Paragraph' && opensPicture.test(source.slice(from, Math.min(to, from + 300)));
}

/** The tags of such elements in a top-level node of the document, in order; an end tag has its slash. */
export function tagsIn(source: string, top: SyntaxNode): readonly string[] {
  const words = source.slice(top.from, top.to);
  const own = isShown(source, top) ? shown : opensLikeCaption(source, top.from) ? naming : none;
  const edge = words.includes('%%') && top.name !== 'CodeBlock' ? edgeOfRemark(words.trim()) : undefined;
  if (!edge && words.search(around) < 0) return own;
  const tags: string[] = edge ? [...own, edge] : [...own];
  top.cursor().iterate(({ name, from, to }) => {
    if (name === 'HTMLBlock' || name === 'HTMLTag' || name === 'Hidden')
      for (const [, slash, element = ''] of source.slice(from, to).matchAll(around))
        tags.push(`${slash}${element.toLowerCase()}`);
    return true;
  });
  return tags;
}

/** What opens with the mark of a comment may start one, what ends with it may end one, where it is not closed by itself. */
function edgeOfRemark(words: string): string | undefined {
  if (words.split('%%').length % 2 === 1) return undefined;
  if (words === '%%') return eitherEdge;
  return words.startsWith('%%') ? remark : words.endsWith('%%') ? `/${remark}` : undefined;
}
const eitherEdge = '%%';

/** What of a node is read that stands between tags, or holds one of them. */
export function readPart(source: string, { from, to }: SyntaxNode, elements: readonly string[]): Span {
  let [start, end] = [from, to];
  for (const name of unread) {
    if (elements.includes(name)) return { start: to, end: to };
    const mark = name === remark ? /%%/g : new RegExp(`</?${name}(?![\\w-])[^<>]*>`, 'gi');
    const tags = (edge: string) => (elements.includes(edge) ? [...source.slice(from, to).matchAll(mark)] : []);
    const opening = tags(`<${name}`).findLast(([tag]) => !tag.startsWith('</'));
    if (opening) end = Math.min(end, from + opening.index);
    const closing = tags(`${name}>`).findLast(([tag]) => !/^<[^/]/.test(tag));
    if (closing) start = Math.max(start, from + closing.index + closing[0].length);
  }
  return { start, end: Math.max(start, end) };
}

/**
 * The elements that are open where each node starts, joined by spaces. One that nobody closed counts for nothing. Words that open
 * like a caption are one beside what they may name. Of an element in which nothing is read, the nodes that hold its tags are told
 * as its edges: `<del` and `del>`.
 *
 * @param nodes The tags of each node, in order.
 */
export function elementsAround(nodes: readonly (readonly string[])[]): string[] {
  const open = new Map<string, number[]>();
  /** What opens and what ends before each node. */
  const changes = new Map<number, [name: string, by: number][]>();
  const change = (index: number, name: string, by: number) => {
    const others = changes.get(index);
    if (others) others.push([name, by]);
    else changes.set(index, [[name, by]]);
  };
  for (const [index, tags] of nodes.entries())
    for (const tag of tags) {
      if (tag === shows) continue;
      if (tag === mayName) {
        if (![nodes[index - 1], nodes[index + 1]].some(beside => beside?.includes(shows))) continue;
        change(index, captionElement, 1);
        change(index + 1, captionElement, -1);
        continue;
      }
      const name = tag === eitherEdge ? remark : tag.replace('/', '');
      const opened = open.get(name) ?? [];
      open.set(name, opened);
      if (tag === eitherEdge ? opened.length === 0 : name === tag) opened.push(index);
      else {
        const from = opened.pop();
        if (from === undefined || from === index) continue;
        if (unread.includes(name)) {
          const edges = [
            [from, `<${name}`],
            [index, `${name}>`],
          ] as const;
          for (const [at, edge] of edges) {
            change(at, edge, 1);
            change(at + 1, edge, -1);
          }
          change(from + 1, name, 1);
          change(index, name, -1);
          continue;
        }
        change(from + 1, name, 1);
        change(index + 1, name, -1);
      }
    }
  const counts = new Map<string, number>();
  let names = '';
  return nodes.map((_, index) => {
    const here = changes.get(index);
    if (here) {
      for (const [name, by] of here) counts.set(name, (counts.get(name) ?? 0) + by);
      names = [...counts.keys()]
        .filter(name => (counts.get(name) ?? 0) > 0)
        .sort()
        .join(' ');
    }
    return names;
  });
}
