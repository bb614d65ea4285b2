import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGroup } from './cleanup.ts';
import { provideCodeServer } from './code-server-install.ts';
import { runCommand, tellingLine } from './commands.ts';
import { editorSettings } from './settings.ts';

const START_LIMIT_MS = 60_000;

/** A running code-server that has nothing of this machine's user in it. */
export interface CodeServer {
  readonly port: number;
  readonly end: () => void;
}

/**
 * Starts code-server with its settings, extensions and home in `folder`.
 *
 * @param vsix An extension to install first, as a reader of the marketplace page would have it.
 */
export async function startCodeServer(folder: string, vsix?: string): Promise<CodeServer> {
  const { node, entry } = await provideCodeServer();
  const port = await freePort();
  const env = isolatedEnvironment(folder);
  const places = placesIn(folder);
  if (vsix) await installExtension(node, [entry, ...places, '--install-extension', vsix], env);

  let output = '';
  const server = startGroup(node, [entry, ...places, ...serverOptions(port)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keepTail = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8_000);
  };
  server.process.stdout?.on('data', keepTail);
  server.process.stderr?.on('data', keepTail);
  await untilHealthy(
    port,
    () => output,
    () => server.process.exitCode !== null,
  );
  return { port, end: server.end };
}

/** An address on this machine that nobody listens on; the kernel hands out a fresh one each time. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The user's own settings, extensions and language must neither change the tests nor be changed by them. */
function isolatedEnvironment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|CODE_SERVER_|npm_|NODE_OPTIONS$|PORT$|(HASHED_)?PASSWORD$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    // The server leaves its sockets behind; here they are removed with everything else.
    TMPDIR: join(folder, 'tmp'),
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home', 'config'),
    XDG_DATA_HOME: join(folder, 'home', 'data'),
    XDG_CACHE_HOME: join(folder, 'home', 'cache'),
    // Without an address there is no gallery, so nothing is looked up or updated during a test.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

function placesIn(folder: string): string[] {
  const userData = join(folder, 'user-data');
  for (const name of ['home', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(editorSettings, null, 2));
  writeFileSync(join(folder, 'code-server.yaml'), '');
  return [
    '--config',
    join(folder, 'code-server.yaml'),
    '--user-data-dir',
    userData,
    '--extensions-dir',
    join(folder, 'extensions'),
  ];
}

function serverOptions(port: number): string[] {
  return [
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    // Without this the workbench takes no notice of the tests it is given, and says nothing about it.
    '--vscode-option',
    'enable-smoke-test-driver',
  ];
}

async function installExtension(node: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { ok, output } = await runCommand(node, args, { env, limitMs: 60_000 });
  if (!ok || !/successfully installed/i.test(output))
    throw new Error(`The extension could not be installed: ${tellingLine(output)}`);
}

async function untilHealthy(port: number, output: () => string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && !hasEnded()) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`code-server did not start within ${START_LIMIT_MS / 1000} s: ${tellingLine(output())}`);
}
