import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../server/core/bibliography/entry.ts';
import { readBibliography } from '../../server/core/bibliography/read-bibliography.ts';
import { claimsOf, read } from '../../server/core/index.ts';
import { newRecord } from '../../server/ledger/print.ts';
import { viewOf } from '../../server/ledger/view.ts';
import { sheetWriters } from '../../server/report/formats.ts';
import { sheetOf } from '../../server/report/sheet.ts';
import { changed, viewOfText } from '../ledger/draft.ts';

const draft =
  '# 😀 <b>\n\nLandings fell by 40 per cent in 2015 & <script>alert(1)</script>. The council sold 12 boats in 2019.\n\n```\n````\n';
const ids = viewOfText(undefined, draft).claims.map(({ id }) => id);
const { record } = changed(
  newRecord('a"<.md'),
  draft,
  { kind: 'status', ids, status: 'verified' },
  { kind: 'add-source', ids, source: { url: 'https://a.example/?a=1&b="<i>', accessed: '2026-05-11' } },
  {
    kind: 'add-source',
    ids: ids.slice(0, 1),
    source: { url: 'javascript:alert(1)', person: '<img src=x onerror=alert(1)>' },
  },
  { kind: 'note', ids, note: '</td><script>alert(2)</script> [x](y) *z*' },
);
const edited = draft.replace('12 boats', '13 boats');
const article = read(edited, 'markdown');
const sheet = sheetOf(article, viewOf(record, article, claimsOf(article)), 'a"<.md', '2026-05-12');

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}
const nodesOf = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(nodesOf)];

test('the page runs nothing, loads nothing, and links only to the web and to itself', () => {
  const html = sheetWriters.html.write(sheet);
  const nodes = nodesOf(parse(html) as Node);
  const names = new Set(nodes.map(({ nodeName }) => nodeName));
  for (const name of ['script', 'img', 'link', 'iframe', 'b', 'i']) expect(names).not.toContain(name);
  const attributes = nodes.flatMap(({ attrs = [] }) => attrs);
  expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'src')).toEqual([]);
  const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
  for (const link of links) expect(link).toMatch(/^(?:#|https:\/\/a\.example\/)/);
  expect(links).toContain('https://a.example/?a=1&b="<i>');
  // Every number of the copy leads to its row and back.
  const targets = attributes.filter(({ name }) => name === 'id').map(({ value }) => `#${value}`);
  for (const link of links.filter(each => each.startsWith('#'))) expect(targets).toContain(link);
  expect(html).toContain('<del>12</del><ins>13</ins>');
  expect(html).toContain('<td>Ana Ruiz, <span class="day">2026-05-12</span></td>');
});

test('a claim with two words exchanged may be another one, and the sheet says so', () => {
  const other = read(draft.replace('sold 12 boats', 'lost 13 boats'), 'markdown');
  const doubtful = sheetOf(other, viewOf(record, other, claimsOf(other)), 'a.md', '2026-05-12');
  const markdown = sheetWriters.markdown.write(doubtful);
  expect(markdown).toMatch(/Status: verified, but changed since and maybe of another claim \(Ana Ruiz, 2026-05-12\)/);
});

test('the Markdown shows the copy as it stands, with its facts numbered', () => {
  const markdown = sheetWriters.markdown.write(sheet);
  expect(markdown).toContain('`````text\n# 😀 <b>');
  expect(markdown).toContain('sold 13 boats in 2019.[');
  expect(markdown).toContain('Note: \\</td\\>\\<script\\>');
  expect(markdown).toMatch(/Status: verified, but changed since \(Ana Ruiz, 2026-05-12\)/);
});

test('the sources are CSL, each once', () => {
  expect(JSON.parse(sheetWriters['csl-json'].write(sheet))).toEqual([
    {
      id: 'https://a.example/?a=1&b="<i>',
      type: 'webpage',
      URL: 'https://a.example/?a=1&b="<i>',
      accessed: { 'date-parts': [[2026, 5, 11]] },
    },
    expect.objectContaining({ id: 'javascript:alert(1)', author: [{ literal: '<img src=x onerror=alert(1)>' }] }),
  ]);
});

describe('a key among the sources', () => {
  const key = 'lind2019';
  const { record: cited } = changed(record, draft, { kind: 'add-source', ids: ids.slice(1), source: { key } });
  const { entries } = readBibliography(
    '@techreport{lind2019, author={Lind, Karin and {Harbour Trust}}, title={When the Quay Goes}, institution={Island Press}, year=2019}',
    'bibtex',
  );
  const withWork = (works: readonly Entry[]) =>
    sheetOf(article, viewOf(cited, article, claimsOf(article)), 'a.md', '2026-05-12', {
      entries: new Map(works.map(work => [work.key, work])),
    });

  test('is written out as the bibliography has it', () => {
    const known = withWork(entries);
    const words = 'Karin Lind, Harbour Trust (2019). When the Quay Goes. Island Press (@lind2019)';
    expect(sheetWriters.html.write(known)).toContain(`<li>${words}</li>`);
    expect(sheetWriters.markdown.write(known)).toContain(`Source: ${words}`);
    expect(JSON.parse(sheetWriters['csl-json'].write(known))).toContainEqual({
      id: key,
      type: 'report',
      author: [{ family: 'Lind', given: 'Karin' }, { literal: 'Harbour Trust' }],
      issued: { 'date-parts': [[2019]] },
      title: 'When the Quay Goes',
      publisher: 'Island Press',
    });
  });

  test('stands for itself where no bibliography has it', () => {
    expect(sheetWriters.html.write(withWork([]))).toContain('<li>@lind2019</li>');
    expect(JSON.parse(sheetWriters['csl-json'].write(withWork([])))).toContainEqual({ id: key, type: 'document' });
  });
});

test('an archived copy is a link of its own', () => {
  const archive = 'https://archive.example/1/https://a.example/2';
  const { record: archived } = changed(record, draft, {
    kind: 'add-source',
    ids: ids.slice(1),
    source: { url: 'https://a.example/2', archive },
  });
  const html = sheetWriters.html.write(
    sheetOf(article, viewOf(archived, article, claimsOf(article)), 'a.md', '2026-05-12'),
  );
  expect(html).toContain('<a href="https://a.example/2" rel="noreferrer">https://a.example/2</a>, archived at <a');
  expect(html).toContain(`<a href="${archive}" rel="noreferrer">${archive}</a>, accessed 2026-05-12</li>`);
});

describe('the annotations', () => {
  const { items } = JSON.parse(sheetWriters.annotations.write(sheet)).first;
  const points = [...edited];

  test.each(
    items as {
      target: { selector: { exact: string; start: number; end: number; prefix: string; suffix: string }[] };
    }[],
  )('quote the source to the letter, by code points', ({ target }) => {
    const [quote, position] = target.selector as [(typeof target.selector)[0], (typeof target.selector)[0]];
    expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    expect(edited).toContain(quote.prefix + quote.exact + quote.suffix);
  });
});
