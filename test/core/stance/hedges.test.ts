import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';

/** Hedges stand between double square brackets; the sentences are written for this test. */
test.each(['They [[may]] leave in May.', 'Anna May Holm said so.', 'The dam [[might]] hold.'])('%s', marked => {
  const text = marked.replace(/\[\[|\]\]/g, '');
  const hedges = read(text, 'plaintext').blocks.flatMap(({ block }) => block.hedges);
  expect(hedges.map(({ start, end }) => text.slice(start, end))).toEqual(
    [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, hedge]) => hedge),
  );
});
