import { expect, test } from 'vitest';
import type { PlaceholderChoicesResult } from '../../../server/protocol/messages.ts';
import { startTestServer } from '../../support/start-test-server.ts';

const text = 'The dam cost $4 million in 2018. [citation needed]\n\nIt holds. Experts [who?] say so.\n';

test('tells where the placeholders of a draft are', async () => {
  const server = await startTestServer();
  const uri = server.open(text);
  expect(await server.connection.sendRequest('sayswho/placeholders', { textDocument: { uri } })).toEqual({
    version: 1,
    ranges: [
      { start: { line: 0, character: 33 }, end: { line: 0, character: 50 } },
      { start: { line: 2, character: 18 }, end: { line: 2, character: 24 } },
    ],
  });
});

const citing = async (position: { line: number; character: number }, url: string) => {
  const server = await startTestServer();
  const uri = server.open(text);
  return server.connection.sendRequest('sayswho/citeUrl', { textDocument: { uri }, position, url });
};

test('cites an address in the place of a placeholder, or behind the sentence', async () => {
  expect(await citing({ line: 0, character: 40 }, 'https://www.example.org/dam')).toMatchObject({
    version: 1,
    edit: { documentChanges: [{ edits: [{ newText: '([example.org](https://www.example.org/dam))' }] }] },
  });
  expect(await citing({ line: 2, character: 3 }, ' https://example.org/a_(b)\n')).toMatchObject({
    edit: {
      documentChanges: [
        { edits: [{ range: { start: { character: 8 } }, newText: ' ([example.org](https://example.org/a_%28b%29))' }] },
      ],
    },
  });
});

test.each([
  ['', 'There is nothing to cite: copy the address of a page first.'],
  ['a note to myself', '“a note to myself” is no web address. One starts with https:// and has no spaces.'],
  [
    `https://example.org/${'x'.repeat(2000)}`,
    'This address is 2020 characters long; the longest that can be cited has 2000.',
  ],
])('says why %j cannot be cited', async (url, problem) => {
  expect(await citing({ line: 0, character: 40 }, url)).toEqual({ version: 1, problem });
});

test('offers what a placeholder could ask for, and writes the one that is chosen', async () => {
  const server = await startTestServer();
  const uri = server.open(text);
  const where = { textDocument: { uri }, position: { line: 0, character: 40 } };
  const offered = await server.connection.sendRequest<PlaceholderChoicesResult>('sayswho/placeholderChoices', where);
  expect(offered.version).toBe(1);
  expect(offered.needs.map(({ need, choices: [first, second] }) => [need, first, second])).toEqual(
    expect.arrayContaining([
      ['source', { text: '[citation needed]' }, { style: 'tk', text: '[TK: source]' }],
      ['page', { text: '[page needed]' }, { style: 'tk', text: '[TK: page]' }],
    ]),
  );
  const asked = { ...where, need: 'page', style: 'tk' };
  expect(await server.connection.sendRequest('sayswho/insertPlaceholder', asked)).toMatchObject({
    version: 1,
    edit: {
      documentChanges: [
        { edits: [{ range: { start: { character: 33 }, end: { character: 50 } }, newText: '[TK: page]' }] },
      ],
    },
  });
  expect(await server.connection.sendRequest('sayswho/insertPlaceholder', { ...where, need: 'nothing' })).toBeNull();
});
