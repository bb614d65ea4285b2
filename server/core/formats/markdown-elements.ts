import type { SyntaxNode } from '@lezer/common';

/** Elements of HTML that tell what the Markdown between their tags is; their tags may stand in blocks far apart. */
const around = /<(\/?)(blockquote|figcaption|caption|address|td|th|li|dt|dd)(?![\w-])/gi;

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
  const own = isShown(source, top) ? shown : opensLikeCaption(source, top.from) ? naming : none;
  if (source.slice(top.from, top.to).search(around) < 0) return own;
  const tags: string[] = [...own];
  top.cursor().iterate(({ name, from, to }) => {
    if (name === 'HTMLBlock' || name === 'HTMLTag' || name === 'Hidden')
      for (const [, slash, element = ''] of source.slice(from, to).matchAll(around))
        tags.push(`${slash}${element.toLowerCase()}`);
    return true;
  });
  return tags;
}

/**
 * The elements that are open where each node starts, joined by spaces. One that nobody closed counts for nothing. Words that open
 * like a caption are one beside what they may name.
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
      const name = tag.replace('/', '');
      const opened = open.get(name) ?? [];
      open.set(name, opened);
      if (name === tag) opened.push(index);
      else {
        const from = opened.pop();
        if (from === undefined || from === index) continue;
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
