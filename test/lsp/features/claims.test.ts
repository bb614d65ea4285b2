import { expect, test } from 'vitest';
import { type ClaimsResult, claimsRequest } from '../../../server/protocol/messages.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

const claimsOf = (server: TestServer, uri: string): Promise<ClaimsResult | null> =>
  server.connection.sendRequest(claimsRequest, { textDocument: { uri } });

const draft =
  'Unemployment rose by 40 per cent last year.\n\n# Empty\n\n# *Housing*\n\nThe city built **1,200 homes** in 2019.\n';

test('gives the claims under their headings, with the version that was read', async () => {
  const server = await startTestServer();
  const result = await claimsOf(server, server.open(draft));
  expect(result).toMatchObject({
    version: 1,
    sections: [
      { claims: [{ text: 'Unemployment rose by 40 per cent last year.', state: 'open', evidence: 'none' }] },
      {
        title: 'Housing',
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 11 } },
        claims: [
          {
            text: 'The city built 1,200 homes in 2019.',
            range: { start: { line: 6, character: 0 }, end: { line: 6, character: 39 } },
          },
        ],
      },
    ],
  });
  expect(result?.sections[0]).not.toHaveProperty('title');
  const [claim] = result?.sections[0]?.claims ?? [];
  expect(claim?.kinds).toContain('quantity');
  expect(claim?.needsSource).toBeGreaterThan(0.5);
  expect(claim?.reasons).not.toEqual([]);
});

test('a claim keeps its identifier when text is added before it', async () => {
  const server = await startTestServer();
  const uri = server.open(draft);
  const before = await claimsOf(server, uri);
  server.change(uri, 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' });
  const after = await claimsOf(server, uri);
  const ids = (result: ClaimsResult | null) => result?.sections.flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(after?.version).toBe(2);
  expect(ids(after)).toEqual(ids(before));
  expect(new Set(ids(after)).size).toBe(2);
});

test('says null for a document that is not open, and has no sections where the checks are off', async () => {
  const server = await startTestServer({ settings: () => ({ enable: false }) });
  expect(await claimsOf(server, 'file:///elsewhere.md')).toBeNull();
  expect(await claimsOf(server, server.open(draft))).toEqual({ version: 1, sections: [] });
});
