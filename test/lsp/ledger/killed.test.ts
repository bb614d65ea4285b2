import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { openRecord } from '../../../server/ledger/merge.ts';
import {
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerResult,
  ledgerRequest,
} from '../../../server/protocol/ledger.ts';
import { type BuiltCli, buildCli } from '../../support/build-cli.ts';
import { type BuiltServer, buildServer } from '../../support/build-server.ts';
import { chance } from '../../support/random-edits.ts';

const draft =
  'Landings have fallen by 40 per cent since 2015. The council sold 12 boats in 2019. The ice house burnt down in 1987.\n';

let server: BuiltServer;
let cli: BuiltCli;
beforeAll(async () => {
  [server, cli] = await Promise.all([buildServer(), buildCli()]);
});
afterAll(() => Promise.all([server.remove(), cli.remove()]));

async function folderWithDraft() {
  const folder = await mkdtemp(join(tmpdir(), 'sayswho killed '));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'op-ed.md');
  await writeFile(path, draft);
  return { folder, path, uri: pathToFileURL(path).href };
}

/** What the notes in the record say, by the claims' identifiers; fails where the record is not whole. */
async function notesIn(path: string): Promise<ReadonlyMap<string, number>> {
  const opened = openRecord(await readFile(`${path}.claims.yaml`, 'utf8'));
  if (opened.kind !== 'ok') throw new Error(`The record is ${opened.kind}: ${JSON.stringify(opened)}`);
  return new Map(opened.record.entries.map(({ id, note }) => [id, Number(note ?? -1)]));
}

/** A server process with the draft open. */
async function editing(uri: string) {
  const child = spawn(process.execPath, [server.path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // It is killed while it is written to.
  child.stdin.on('error', () => undefined);
  connection.onError(() => undefined);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: draft },
  });
  const { items } = await connection.sendRequest<LedgerResult>(ledgerRequest, { textDocument: { uri } });
  const note = (id: string, words: string) =>
    connection.sendRequest<ChangeLedgerResult>(changeLedgerRequest, {
      textDocument: { uri },
      changes: [{ kind: 'note', ids: [id], note: words }],
    });
  return { child, connection, ids: items.map(({ id }) => id), note };
}

test('a server that is killed at random points in 500 changes loses nothing that it confirmed', async () => {
  const { folder, path, uri } = await folderWithDraft();
  const upTo = chance(11);
  const confirmed = new Map<string, number>();
  for (let sent = 0; sent < 500; ) {
    const { child, connection, ids, note } = await editing(uri);
    const last = sent + 40 + upTo(80);
    const isLastRound = last >= 500;
    const killAt = sent + upTo(last - sent);
    // Many are under way at once, as when a group of claims is gone through quickly.
    const answers: Promise<void>[] = [];
    for (; sent < Math.min(last, 500); sent++) {
      const number = sent;
      const id = ids[number % ids.length] as string;
      answers.push(
        note(id, `${number}`).then(
          answer => {
            if (answer.kind === 'ok') confirmed.set(id, Math.max(number, confirmed.get(id) ?? -1));
            if (number === killAt && !isLastRound) child.kill('SIGKILL');
          },
          () => undefined,
        ),
      );
    }
    const closed = once(child, 'close');
    if (isLastRound) {
      await Promise.all(answers);
      child.kill('SIGKILL');
    }
    await closed;
    connection.dispose();
    const notes = await notesIn(path);
    for (const [id, number] of confirmed) expect(notes.get(id)).toBeGreaterThanOrEqual(number);
    for (const number of notes.values()) expect(number).toBeLessThan(sent);
  }
  // What the dead left behind is cleared away by the next who writes.
  const { note, ids } = await editing(uri);
  expect(await note(ids[0] as string, '1000')).toMatchObject({ kind: 'ok' });
  expect((await readdir(folder)).toSorted()).toEqual(['op-ed.md', 'op-ed.md.claims.yaml']);
});

test('commands that are killed at random leave the record whole, with all that others confirmed', async () => {
  const { path } = await folderWithDraft();
  const listed = await cli.run(['ledger', 'list', path, '--format', 'json']);
  const ids: readonly string[] = JSON.parse(listed.stdout).claims.map(({ id }: { id: string }) => id);
  const set = (number: number) => ['ledger', 'set', path, ids[number % 2] as string, '--note', `${number}`];
  const started = performance.now();
  expect(await cli.run(set(0))).toMatchObject({ exitCode: 0 });
  const whole = performance.now() - started;

  const upTo = chance(12);
  const confirmed = new Map<string, number>();
  for (let number = 1; number <= 16; number++) {
    const child = spawn(process.execPath, [cli.path, ...set(number)], { stdio: 'ignore' });
    const killer = setTimeout(() => child.kill('SIGKILL'), whole * (0.5 + upTo(100) / 100));
    const [exitCode] = await once(child, 'close');
    clearTimeout(killer);
    if (exitCode === 0) confirmed.set(ids[number % 2] as string, number);
    const notes = await notesIn(path);
    for (const [id, least] of confirmed) expect(notes.get(id)).toBeGreaterThanOrEqual(least);
  }
  expect(await cli.run(set(100))).toMatchObject({ exitCode: 0 });
  expect((await notesIn(path)).get(ids[0] as string)).toBe(100);
});
