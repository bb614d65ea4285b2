import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { vi } from 'vitest';
import { bundle } from './bundle.ts';

// On a machine that does much else, starting a process may take a second.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The command line, bundled as it ships, to be run as a process. */
export interface BuiltCli {
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Promise<CliRun>;
  remove(): Promise<void>;
}

export interface RunOptions {
  readonly cwd?: string;
  /** What it reads from standard input; nothing if absent. */
  readonly input?: string | Uint8Array;
  /** Added to an environment that asks for no colours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Bundles the command line into a folder of its own, so that tests need no build before them.
 *
 * @param plugins Change what is bundled, for tests of what a broken part does to the rest.
 */
export async function buildCli(...plugins: Plugin[]): Promise<BuiltCli> {
  const folder = await mkdtemp(join(tmpdir(), 'sayswho-cli-'));
  const path = join(folder, 'cli.cjs');
  await bundle('server/cli/main.ts', path, plugins);
  return {
    path,
    run: (args, options) => run(path, args, options),
    remove: () => rm(folder, { recursive: true }),
  };
}

function run(
  path: string,
  args: readonly string[],
  { cwd, input = '', env = {}, node = [] }: RunOptions = {},
): Promise<CliRun> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...node, path, ...args], { cwd, env: { ...inherited, ...env } });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (piece: string) => {
      output[name] += piece;
    });
  // A command that does not read its input may end before it was all written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', exitCode => resolve({ exitCode, ...output }));
  });
}
