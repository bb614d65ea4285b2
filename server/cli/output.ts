import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { printable } from './terminal/cells.ts';

/** 0: nothing to complain of; 1: findings, or a line of input that is not valid; 2: usage, or something could not be read. */
export type ExitCode = 0 | 1 | 2;

/** Writes and, where the reader is slower than the writer, waits until it has caught up. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** A complaint on standard error, that starts with the program's name. It is one line whatever it quotes. */
export function complain(message: string): void {
  process.stderr.write(`sayswho: ${printable(message)}\n`);
}

/** Ends the process when standard output takes no more: quietly when its reader has left, as `head` does, else with a message. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    complain(
      `the output cannot be written (${error.code ?? error.message}). Check where it goes, and whether the disk is full.`,
    );
    process.exit(2);
  });
  process.stderr.on('error', () => process.exit(2));
}
