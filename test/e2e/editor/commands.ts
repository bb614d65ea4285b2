import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { undoAtEnd } from './cleanup.ts';

/** How a command ended, with the end of what it printed for a message to quote. */
export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs a command to its end and never throws: a missing program, a failure and an exceeded time limit
 * all come back as `ok: false` with a reason in `output`.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly limitMs: number },
): Promise<Ended> {
  return new Promise(resolve => {
    const { limitMs, ...rest } = options;
    const child = spawn(command, args, {
      ...rest,
      timeout: limitMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const callOff = undoAtEnd(() => child.kill('SIGKILL'));
    let output = '';
    const keepTail = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on('data', keepTail);
    child.stderr.on('data', keepTail);
    child.on('error', error => resolve({ ok: false, output: error.message }));
    child.on('close', (code, signal) => {
      callOff();
      const reason = signal ? `\nended by ${signal} after ${limitMs / 1000} s` : '';
      resolve({ ok: code === 0, output: output + reason });
    });
  });
}

/** The first of these programs that is on the PATH, as an absolute path; undefined when none is. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram);
}

/** Whether the path is a file that may be executed. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The line of a command's output that says most about a failure, for a message of one line. */
export function tellingLine(output: string): string {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  return (
    lines.findLast(line => /\b(error|failed|ended by|E[A-Z]{4,})\b/i.test(line)) ?? lines.at(-1) ?? 'it printed nothing'
  );
}
