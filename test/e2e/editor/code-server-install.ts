import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { provide } from './cache.ts';
import { runCommand, tellingLine } from './commands.ts';
import { Unavailable } from './unavailable.ts';

/** code-server 4.139.1 carries the workbench and the extension hosts of VS Code 1.139.1. */
const CODE_SERVER = '4.139.1';

/** code-server runs on Node 24 only, so it brings its own and any Node may run the tests. */
const NODE = '24.21.0';

const LIMIT_MS = 10 * 60 * 1000;

/** An installed code-server: the Node that runs it and the script to run. */
export interface CodeServerInstall {
  readonly node: string;
  readonly entry: string;
}

/**
 * Gives code-server, from the cache or from the npm registry.
 *
 * Install scripts stay off: they compile an authentication module that is not needed and often fails. What
 * is left uncompiled are a log writer and a watchdog, and the editor does without either of them.
 */
export async function provideCodeServer(): Promise<CodeServerInstall> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Unavailable(
      'code-server can be had on Linux (x64, arm64) only: run this part there, or in a Linux container.',
    );
  }
  const nodePackage = `node-linux-${process.arch}`;
  const versions = { 'code-server': CODE_SERVER, [nodePackage]: NODE };
  const folder = await provide(`code-server-${CODE_SERVER}`, versions, made => install(made, nodePackage));
  return {
    node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

async function install(folder: string, nodePackage: string): Promise<void> {
  console.log(`e2e: installing code-server ${CODE_SERVER} once (about 800 MB, a minute or two) into ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(
    folder,
    ['install', '--ignore-scripts', `${nodePackage}@${NODE}`, `code-server@${CODE_SERVER}`],
    process.env,
  );

  const nodeFolder = join(folder, 'node_modules', nodePackage, 'bin');
  const env = { ...process.env, PATH: nodeFolder + delimiter + (process.env['PATH'] ?? '') };
  await npm(
    join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
    ['install', '--ignore-scripts', '--omit=dev'],
    env,
  );
}

async function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { ok, output } = await runCommand('npm', [...args, '--no-audit', '--no-fund'], { cwd, env, limitMs: LIMIT_MS });
  if (ok) return;
  throw new Unavailable(
    `code-server cannot be installed (${tellingLine(output)}): it needs npm, the npm registry and 1 GB of disk; set SAYSWHO_TEST_CACHE to keep it elsewhere.`,
  );
}
