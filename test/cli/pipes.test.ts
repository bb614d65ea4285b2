import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeLines } from '../../server/cli/commands/analyze-lines.ts';
import { readLines } from '../../server/cli/input/lines.ts';
import { write } from '../../server/cli/output.ts';
import { defaultSettings } from '../../server/core/index.ts';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(join(tmpdir(), 'sayswho-pipes-'));
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

/** A reader that takes one piece at a time and the next one only when it is told to. */
function slowReader() {
  const taken: string[] = [];
  let takeNext: () => void = () => undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write(piece, _encoding, done) {
      taken.push(String(piece));
      takeNext = done;
    },
  });
  return { stream, taken, takeNext: () => takeNext() };
}

const oneTurn = () => new Promise<void>(resolve => setImmediate(resolve));

async function* chunks(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function linesOf(limit: number, ...texts: string[]) {
  const lines: (string | undefined)[] = [];
  for await (const line of readLines(chunks(...texts), limit)) lines.push(line?.toString());
  return lines;
}

describe('writing', () => {
  it('waits for a slow reader', async () => {
    const { stream, taken, takeNext } = slowReader();
    let isWritten = false;
    const written = write(stream, 'one').then(() => {
      isWritten = true;
    });
    await oneTurn();
    expect({ taken, isWritten }).toEqual({ taken: ['one'], isWritten: false });
    takeNext();
    await written;
  });

  it('reads no further line while the last analysis waits for its reader', async () => {
    const { stream, taken, takeNext } = slowReader();
    let read = 0;
    async function* input() {
      for (const id of ['a', 'b', 'c']) {
        read++;
        yield Buffer.from(`{"id":"${id}","text":""}\n`);
      }
    }
    const done = analyzeLines(input(), stream, 'plaintext', defaultSettings);
    await oneTurn();
    expect({ read, taken: taken.length }).toEqual({ read: 1, taken: 1 });
    for (const expected of [2, 3]) {
      takeNext();
      await oneTurn();
      expect({ read, taken: taken.length }).toEqual({ read: expected, taken: expected });
    }
    takeNext();
    expect(await done).toBe(0);
    expect(taken.map(line => JSON.parse(line).id)).toEqual(['a', 'b', 'c']);
  });

  it('ends quietly when the reader leaves', async () => {
    const draft = join(folder, 'long.txt');
    await writeFile(draft, 'Experts say that the dam will hold.\n\n'.repeat(5000));
    const child = spawn(process.execPath, [cli.path, 'check', draft, '--format', 'json']);
    let stderr = '';
    child.stderr.on('data', piece => {
      stderr += piece;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise(resolve => child.on('close', resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('says when the output cannot be written', async () => {
    const closed = openSync(cli.path, 'r');
    const child = spawn(process.execPath, [cli.path, 'check', '--list-rules'], { stdio: ['ignore', closed, 'pipe'] });
    let stderr = '';
    child.stderr?.on('data', piece => {
      stderr += piece;
    });
    const exitCode = await new Promise(resolve => child.on('close', resolve));
    closeSync(closed);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^sayswho: the output cannot be written \(\w+\)\. Check where it goes, and whether the disk is full\.\n$/,
    );
  });
});

describe('reading lines', () => {
  it('puts pieces together', async () => {
    expect(await linesOf(100, 'on', 'e\ntwo\n\nfo', 'ur')).toEqual(['one', 'two', '', 'four']);
    expect(await linesOf(100, 'one\n')).toEqual(['one']);
    expect(await linesOf(100)).toEqual([]);
  });

  it('keeps no line that is too long, and goes on behind it', async () => {
    expect(await linesOf(5, '12345\n123456\n12', '3456', '789\n1234')).toEqual(['12345', undefined, undefined, '1234']);
  });

  it('holds one line at a time, however many there are', async () => {
    // Five times as much input as the heap may hold; the padding is read, parsed and dropped.
    const line = `{"id":"a","text":"","padding":"${'x'.repeat(1_000_000)}"}\n`;
    const { exitCode, stdout } = await cli.run(['analyze', '--format', 'jsonl'], {
      input: line.repeat(150),
      node: ['--max-old-space-size=30'],
    });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toHaveLength(151);
  });
});
