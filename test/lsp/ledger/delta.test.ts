import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdAnswers } from '../../../client/held-answers.ts';
import { createNodeFiles } from '../../../server/files/node.ts';
import {
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerChange,
  type LedgerDelta,
  type LedgerResult,
  ledgerRequest,
  ledgerStatuses,
} from '../../../server/protocol/ledger.ts';
import { withLedgerDelta } from '../../../server/protocol/ledger-delta.ts';
import { chance, versionsOf } from '../../support/random-edits.ts';
import { startTestServer } from '../../support/start-test-server.ts';

const draft = `Rents in Vell rose by 7 per cent in 2019, Ada Fenn said. Nobody was asked.

# The quay

Landings have fallen by 40 per cent since 2015. The council sold 12 boats in 2019. “Half of them were ours,” Joris Pell said.

# Rents

According to the ministry, 300 families moved away in 2020. Ada Fenn said that 40 of them came back.

# The quay

The port authority closed 3 depots in 2018. It lost 2.4 million euros by that.
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sayswho delta '));
});
afterAll(() => rm(folder, { recursive: true }));

/** A draft that is open at the server, and the record as a client holds it and as the server says it in one piece. */
async function opened(name: string) {
  const uri = pathToFileURL(join(folder, name)).href;
  const about = { textDocument: { uri } };
  const server = await startTestServer({
    settings: () => ({ ledger: { checker: 'Ana Ruiz' } }),
    environment: { files: createNodeFiles(), today: () => ({ year: 2026, month: 5, day: 12 }) },
  });
  const { connection } = server;
  const answers = holdAnswers<LedgerResult, LedgerDelta>(withLedgerDelta);
  const sent: (LedgerResult | LedgerDelta | null)[] = [];
  server.open(draft, { uri });
  return {
    uri,
    server,
    sent,
    held: () =>
      answers.ask(uri, async held => {
        const answer = await connection.sendRequest<LedgerResult | LedgerDelta | null>(ledgerRequest, {
          ...about,
          ...held,
        });
        sent.push(answer);
        return answer;
      }),
    whole: () => connection.sendRequest<LedgerResult>(ledgerRequest, about),
    change: (change: LedgerChange) =>
      connection.sendRequest<ChangeLedgerResult>(changeLedgerRequest, { ...about, changes: [change] }),
  };
}

test('what a client makes of changes is what the server says in one piece, whatever is edited and settled', async () => {
  const { uri, server, held, whole, change, sent } = await opened('random.md');
  const upTo = chance(6);
  let version = 1;
  for (const text of versionsOf(draft, 6)) {
    if (version > 1) server.change(uri, version, { text });
    const { items } = (await held()) as LedgerResult;
    const ids = items.filter(() => upTo(4) === 0).map(({ id }) => id);
    const status = ledgerStatuses[upTo(7)] as (typeof ledgerStatuses)[number];
    if (ids.length > 0) {
      expect(await change({ kind: 'status', ids, status })).toMatchObject({ kind: 'ok' });
      // Sometimes the client does not ask before the next edit.
      if (upTo(3) > 0) expect(await held()).toEqual(await whole());
    } else expect(await held()).toEqual(await whole());
    if (++version > 60) break;
  }
  expect(sent.filter(answer => answer && 'since' in answer).length).toBe(sent.length - 1);
});

test('a status is told in one item, and a line above in none', async () => {
  const { uri, server, held, change, sent } = await opened('few.md');
  const all = (await held()) as LedgerResult;
  await change({ kind: 'status', ids: all.items.map(({ id }) => id), status: 'verified' });
  await held();
  await change({ kind: 'status', ids: [all.items[2]?.id as string], status: 'disputed' });
  await held();
  const count = all.items.length;
  expect(sent[2]).toMatchObject({
    items: [{ from: 0, count: 2 }, { items: [{ status: 'disputed' }] }, { from: 3, count: count - 3 }],
    sections: [{ from: 0, count: 1 }, { items: [{ title: 'The quay' }] }, { from: 2, count: 2 }],
  });
  server.change(uri, 2, { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '\n\n' });
  const { items } = (await held()) as LedgerResult;
  expect(sent[3]).toMatchObject({
    items: [
      { from: 0, count: 2 },
      { from: 2, count: count - 2, lines: 2 },
    ],
  });
  expect(items.at(-1)?.range?.start.line).toBe((all.items.at(-1)?.range?.start.line as number) + 2);
});

test('a draft that is closed is said in one piece when it is opened again, and so is what nobody remembers', async () => {
  const { uri, server, held, whole, sent } = await opened('closed.md');
  await held();
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  server.open(draft, { uri });
  expect(await held()).toEqual(await whole());
  expect(sent[1]).not.toHaveProperty('since');
  const about = { textDocument: { uri }, keepAs: 9_000, since: 8_999 };
  expect(await server.connection.sendRequest(ledgerRequest, about)).toEqual(await whole());
});

test('whoever withdraws a question goes on from what he holds', async () => {
  const { uri, server, whole } = await opened('withdrawn.md');
  const ask = <Answer>(numbers: object) =>
    server.connection.sendRequest<Answer>(ledgerRequest, { textDocument: { uri }, ...numbers });
  const first = await ask<LedgerResult>({ keepAs: 1 });
  await ask({ keepAs: 2, since: 1 });
  server.change(uri, 2, { text: `Some 40 people live there.\n\n${draft}` });
  const delta = await ask<LedgerDelta>({ keepAs: 3, since: 1 });
  expect(delta.since).toBe(1);
  expect(withLedgerDelta(first, delta)).toEqual(await whole());
});
