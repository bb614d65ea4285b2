import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Patch, Reader } from '../../../server/core/formats/incremental.ts';
import { formatOf, formatOfFile, languages } from '../../../server/core/index.ts';
import type { RawBlock } from '../../../server/core/model/block.ts';
import { changeBetween } from '../../../server/core/model/change.ts';
import { shift } from '../../../server/core/model/span.ts';
import { versionsOf } from '../../support/random-edits.ts';

interface Version {
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly state: unknown;
}

/** The patch from one version to the next text, and the blocks that it makes. */
function patched(reread: Reader, text: string, last: Version): { readonly patch: Patch; readonly version: Version } {
  const change = changeBetween(last.text, text);
  const outline = { ...last, blocks: last.blocks.map(({ span }) => ({ start: span.start })) };
  const patch = reread(text, { outline, change });
  const moved = last.blocks
    .slice(last.blocks.length - patch.after)
    .map(block => ({ ...block, span: shift(block.span, text.length - last.text.length) }));
  const blocks = [...last.blocks.slice(0, patch.before), ...patch.blocks, ...moved];
  return { patch, version: { text, blocks, state: patch.state } };
}

const first = (reread: Reader, text: string): Version => ({ text, ...reread(text) });

const folder = join(import.meta.dirname, 'drafts');
const drafts = readdirSync(folder)
  .filter(name => !name.endsWith('.blocks.txt'))
  .map(name => [formatOfFile(name.replace(/\.draft$/, '')).id, readFileSync(join(folder, name), 'utf8')] as const);

test('every language reads an edit in proportion to it', () => {
  expect(languages.filter(({ reread }) => !reread)).toEqual([]);
});

describe.each(drafts)('%s', (id, draft) => {
  const { blocks: fresh, reread } = formatOf(id);

  test.each([
    ['as it is', draft],
    ['twice over', `${draft}\n\n${draft}`],
    ['with line breaks of Windows', draft.replaceAll('\n', '\r\n')],
  ])('the blocks after each of hundreds of edits are those of a fresh reading, %s', (_, start) => {
    let last: Version | undefined;
    let count = 0;
    let kept = 0;
    for (const text of versionsOf(start, 7)) {
      const next = last && patched(reread, text, last);
      const now: Version = next?.version ?? first(reread, text);
      const expected = fresh(text);
      if (!isDeepStrictEqual(now.blocks, expected))
        expect(now.blocks, `after ${JSON.stringify(last?.text)}`).toEqual(expected);
      if (next) kept += (next.patch.before + next.patch.after) / Math.max(1, expected.length);
      last = now;
      if (++count > 333) break;
    }
    expect(kept / count).toBeGreaterThan(0.4);
  });
});

const paragraphs = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} says that the dam will hold for ${i} years.`);
const asTyped = paragraphs.join('\n\n');
const asMarkup: Readonly<Record<string, string>> = {
  html: paragraphs.map(words => `<p>${words}</p>`).join('\n'),
  latex: `\\documentclass{article}\n\\begin{document}\n\n${asTyped}\n\n\\end{document}\n`,
};

test.each(languages)('$id: for one typed character the format looks at its neighbours at most', ({ id, reread }) => {
  const text = asMarkup[id] ?? asTyped;
  const before = first(reread, text);
  for (const place of ['Paragraph 0 ', 'Paragraph 123 ', 'Paragraph 280 ', 'Paragraph 399 ']) {
    const at = text.indexOf(place) + place.length;
    const { patch } = patched(reread, `${text.slice(0, at)}x${text.slice(at)}`, before);
    expect(patch.blocks.length).toBeLessThanOrEqual(3);
    expect(patch.before + patch.blocks.length + patch.after).toBe(before.blocks.length);
  }
});

test.each([
  [
    'what a caption names comes or goes',
    'It rained.\n\nTable: Tolls.\n\n| a |\n|---|\n\nIt snowed.\n\nFigure: Locks.\n\n![](d.png)\n\nWe left.',
    ['|---|', '|', '![', 'png', '| a |\n'],
  ],
  [
    'a mark between which nothing is read comes or goes',
    'It rained.\n\n%%\nWe left.\n\n- They stayed. %%\n\nIt snowed.\n\n<del>\n\nThey fell.\n\nIt froze.</del> It blew.\n\nThe end.',
    ['%%', '%%\nWe', ' %%', '<del>', '</del>', 'del'],
  ],
])('no block differs when %s', (_, text, marks) => {
  const { blocks, reread } = formatOf('markdown');
  for (const mark of marks) {
    const without = text.replace(mark, '');
    for (const [from, to] of [
      [text, without],
      [without, text],
    ] as const)
      expect(patched(reread, to, first(reread, from)).version.blocks, mark).toEqual(blocks(to));
  }
});
