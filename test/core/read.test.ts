import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../server/core/index.ts';
import { check, claimsOf, defaultSettings, read } from '../../server/core/index.ts';

const draft = [
  '# The bridge',
  '',
  'Experts say the dam will hold. Rents in Halden rose by 40 per cent, [the council](https://a.example) found.',
  '',
  '> We will never sell it.',
  '',
  'It is widely believed that the bank knew. “Nobody asked us,” Anna Lind said.[^1]',
  '',
  '- Many families left. <!-- sayswho-ignore -->',
  '',
  '[^1]: Halden Post, 4 May 2024.',
].join('\n');

describe('incremental reading', () => {
  test('an unchanged block is the same object, wherever it moved', () => {
    const before = read(draft, 'markdown');
    const after = read(`A new opening line.\n\n${draft}`, 'markdown', before);
    const known = new Set(before.blocks.map(({ block }) => block));
    expect(after.blocks.filter(({ block }) => known.has(block))).toHaveLength(before.blocks.length);
  });

  test('equals a reading from scratch after any edit', () => {
    const piece = fc.constantFrom(
      '*',
      '\n',
      '\n\n',
      '[',
      ']',
      '“',
      '”',
      '"',
      '# ',
      '> ',
      'experts say',
      ' 40%',
      '\r\n',
      '😀',
      '`',
      '<!--',
      '\u0000',
      '\ud800',
      '.',
    );
    const edit = fc.record({
      at: fc.nat(draft.length),
      length: fc.nat(12),
      insert: fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join('')),
    });
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('markdown', 'plaintext'),
        (edits, languageId) => {
          let text = draft;
          let article: Article = read(text, languageId);
          for (const { at, length, insert } of edits) {
            const start = Math.min(at, text.length);
            text = text.slice(0, start) + insert + text.slice(start + length);
            article = read(text, languageId, article);
          }
          const fresh = read(text, languageId);
          expect(article).toEqual(fresh);
          expect(check(article)).toEqual(check(fresh));
        },
      ),
      { numRuns: 150, seed: 20261123 },
    );
  });
});

test('every span of anything lies within the text, whatever the text is', () => {
  const anything = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Experts say ', '“', '”', '**', '[x](y)', '\n\n', '# ', '&amp;', 'TK ', '<!-- ', 'by 40% ', '. '),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anything, fc.constantFrom('markdown', 'plaintext'), (pieces, languageId) => {
      const text = pieces.join('');
      const article = read(text, languageId);
      let end = 0;
      for (const { start, block } of article.blocks) {
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + block.length;
        for (const found of [
          ...block.tokens,
          ...block.sentences,
          ...block.values,
          ...block.quotations.flatMap(quotation => [quotation, quotation.inner, ...quotation.nested]),
          ...block.speech.flatMap(speech => [speech, ...speech.tags]),
          ...block.evidence,
          ...block.hedges,
          ...block.gaps,
          ...block.claims,
        ]) {
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThanOrEqual(found.start);
          expect(found.end).toBeLessThanOrEqual(block.length);
        }
      }
      expect(end).toBeLessThanOrEqual(text.length);
      const { findings, failures } = check(article);
      expect(failures).toEqual([]);
      for (const { start, end: last } of findings) expect(start < last && last <= text.length).toBe(true);
    }),
    { numRuns: 250, seed: 20261123 },
  );
});

test('a claim keeps its identifier when text elsewhere changes, and equal sentences have different ones', () => {
  const sentence = 'Rents in Halden rose by 40 per cent in 2019.';
  const ids = (text: string) => claimsOf(read(text, 'plaintext')).map(({ id }) => id);
  const [id] = ids(sentence);
  expect(ids(`Nobody knows why.\n\n${sentence}`)).toContain(id);
  const [first, second] = ids(`${sentence}\n\n${sentence}`);
  expect(first).toBe(id);
  expect(second).not.toBe(first);
});

test('front matter neither hides nor shifts a finding', () => {
  const body = 'Experts say the dam will hold.';
  const found = (text: string) =>
    check(read(text, 'markdown'), defaultSettings).findings.map(({ start, end }) => text.slice(start, end));
  expect(found(`---\ntitle: x\n---\n\n${body}`)).toEqual(found(body));
  expect(found(body)).toEqual(['Experts']);
});
