import type { SyntaxNode } from '@lezer/common';

/** Elements of HTML that tell what the Markdown between their tags is; their tags may stand in blocks far apart. */
const around = /<(\/?)(blockquote|figcaption|caption|address|td|th|li|dt|dd)(?![\w-])/gi;

const none: readonly string[] = [];

/** The tags of such elements in a top-level node of the document, in order; an end tag has its slash. */
export function tagsIn(source: string, top: SyntaxNode): readonly string[] {
  if (source.slice(top.from, top.to).search(around) < 0) return none;
  const tags: string[] = [];
  top.cursor().iterate(({ name, from, to }) => {
    if (name === 'HTMLBlock' || name === 'HTMLTag' || name === 'Hidden')
      for (const [, slash, element = ''] of source.slice(from, to).matchAll(around))
        tags.push(`${slash}${element.toLowerCase()}`);
    return true;
  });
  return tags;
}

/**
 * The elements that are open where each node starts, joined by spaces. One that nobody closed counts for nothing.
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
