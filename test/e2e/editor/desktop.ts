import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheFolder } from './cache.ts';
import { startGroup } from './cleanup.ts';
import { isProgram, onPath, runCommand, tellingLine } from './commands.ts';
import { editorSettings } from './settings.ts';
import { Unavailable } from './unavailable.ts';

/** The same VS Code that code-server carries, so that a result does not depend on where it was had. */
const VERSION = '1.139.1';

const DOWNLOAD_IDLE_LIMIT_MS = 15_000;

/** A desktop VS Code, and what must stand before its command for it to have a display. */
export interface Desktop {
  readonly program: string;
  readonly displayFrom: readonly string[];
}

/** What a desktop VS Code is asked to run. */
export interface DesktopRequest {
  /** An empty folder for its settings and extensions. */
  readonly folder: string;
  readonly workspace: string;
  readonly extension: string;
  readonly suites: string;
}

/** The VS Code that someone asks for by its path. */
export function namedDesktop(): string | undefined {
  return process.env['VSCODE_PATH'] || process.env['VSCODE_EXECUTABLE_PATH'];
}

/** Gives the VS Code that was named, or the one in the cache, or downloads it. */
export async function provideDesktop(): Promise<Desktop> {
  const named = namedDesktop();
  const displayFrom = display();
  const program = named ? behindLauncher(named) : await downloaded();
  // Its libraries are Debian packages that a bare machine lacks; as plain Node it starts without a display.
  const probe = await runCommand(program, ['-e', '0'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    limitMs: 60_000,
  });
  if (!probe.ok) throw new Unavailable(`VS Code at ${program} does not start: ${tellingLine(probe.output)}`);
  return { program, displayFrom };
}

function display(): string[] {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return [];
  const xvfb = onPath('xvfb-run');
  if (!xvfb) throw new Unavailable('it needs a display: set DISPLAY, or install the Debian package xvfb');
  return [xvfb, '-a'];
}

/** `code` on the PATH is a script that leaves VS Code alone in the background; the tests need VS Code itself. */
function behindLauncher(named: string): string {
  if (!isProgram(named))
    throw new Error(`VSCODE_PATH names ${named}, which is no program: name the VS Code executable.`);
  const real = realpathSync(named);
  const behind = join(dirname(dirname(real)), basename(real));
  return basename(dirname(real)) === 'bin' && isProgram(behind) ? behind : named;
}

async function downloaded(): Promise<string> {
  const cachePath = join(cacheFolder(), 'desktop');
  mkdirSync(cachePath, { recursive: true });
  try {
    return await downloadAndUnzipVSCode({
      version: VERSION,
      cachePath,
      timeout: DOWNLOAD_IDLE_LIMIT_MS,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(
      `VS Code ${VERSION} cannot be downloaded: ${tellingLine(reason)}; install it and set VSCODE_PATH to it`,
    );
  }
}

/** Runs the suites in the extension host of a desktop VS Code and gives its exit code. */
export function runInDesktop(desktop: Desktop, request: DesktopRequest, hear: (text: string) => void): Promise<number> {
  const userData = join(request.folder, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(editorSettings, null, 2));

  const child = join(dirname(fileURLToPath(import.meta.url)), 'desktop-child.ts');
  const options = {
    vscodeExecutablePath: desktop.program,
    extensionDevelopmentPath: request.extension,
    extensionTestsPath: request.suites,
    launchArgs: [
      request.workspace,
      '--user-data-dir',
      userData,
      '--extensions-dir',
      join(request.folder, 'extensions'),
    ],
  };
  const command = [...desktop.displayFrom, process.execPath, '--import', 'tsx', child, JSON.stringify(options)];
  return listenTo(command, request.extension, hear);
}

function listenTo(
  [program = '', ...args]: readonly string[],
  cwd: string,
  hear: (text: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { process: child, end } = startGroup(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    child.on('error', reject);
    child.on('close', code => {
      hear(rest);
      end();
      resolve(code ?? 1);
    });
  });
}
