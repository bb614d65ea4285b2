import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUpOnExit, temporaryFolder } from '../test/e2e/editor/cleanup.ts';
import { startCodeServer } from '../test/e2e/editor/code-server.ts';
import { onPath } from '../test/e2e/editor/commands.ts';
import { Unavailable } from '../test/e2e/editor/unavailable.ts';
import { run } from './steps.ts';

const help = `npm run demo          prints the report on samples/op-ed.md
npm run demo editor   opens a copy of it in VS Code with the extension:
                      the VS Code that VSCODE_PATH names, or else \`code\`, or else, on Linux, code-server in a browser`;

const root = fileURLToPath(new URL('../', import.meta.url));
const sample = join(root, 'samples', 'op-ed.md');
const [mode, ...rest] = process.argv.slice(2);

if (mode === undefined) process.exitCode = (await build()) ? printReport() : 1;
else if (mode === 'editor' && rest.length === 0) process.exitCode = (await build()) ? await openEditor() : 1;
else {
  console.log(help);
  process.exitCode = mode === '--help' || mode === '-h' ? 0 : 2;
}

function build(): Promise<boolean> {
  return run('npm', ['run', '--silent', 'build']);
}

/** Showing findings is what the demonstration is for, so that they are no failure here. */
function printReport(): number {
  const { status } = spawnSync(process.execPath, ['dist/cli.cjs', 'check', 'samples/op-ed.md'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0 && status !== 1) return 1;
  console.log('\nTo open the same in VS Code: npm run demo editor');
  return 0;
}

async function openEditor(): Promise<number> {
  const desktop = process.env['VSCODE_PATH'] || desktopCommand();
  if (desktop) return openDesktop(desktop);
  if (process.platform === 'linux') return openInBrowser();
  console.error(
    'VS Code was not found: install it from https://code.visualstudio.com, or set VSCODE_PATH to its program.',
  );
  return 1;
}

/** The command that opens VS Code's window; absent where there is none, or no screen to open it on. */
function desktopCommand(): string | undefined {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
  if (process.platform === 'win32') return onPath('code.cmd', 'code-insiders.cmd');
  const inApplications = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  return onPath('code', 'code-insiders', 'codium') ?? (existsSync(inApplications) ? inApplications : undefined);
}

function openDesktop(program: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'sayswho-demo-'));
  const draft = copySample(folder);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, draft];
  console.log(`Opening ${draft}, a copy of the sample, in ${program}`);
  // A .cmd file runs in a shell only, which has to be told where a path with spaces ends.
  const isBatch = program.endsWith('.cmd');
  const { error, status } = isBatch
    ? spawnSync(
        `"${program}"`,
        args.map(arg => `"${arg}"`),
        { stdio: 'inherit', shell: true },
      )
    : spawnSync(program, args, { stdio: 'inherit' });
  if (!error && status === 0) return 0;
  console.error(
    `VS Code did not start (${error?.message ?? `exit code ${status}`}): check the program that VSCODE_PATH or PATH names, ${program}.`,
  );
  return 1;
}

async function openInBrowser(): Promise<number> {
  cleanUpOnExit();
  const folder = temporaryFolder(false);
  const draft = copySample(join(folder, 'drafts'));
  try {
    const { port } = await startCodeServer(folder);
    const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
    const query = new URLSearchParams({
      folder: join(folder, 'drafts'),
      payload: JSON.stringify([
        ['extensionDevelopmentPath', remote(root)],
        ['openFile', remote(draft)],
      ]),
    });
    console.log(`No desktop VS Code here; the same editor runs in a browser. Open this address:\n\n  http://127.0.0.1:${port}/?${query}\n
It opens a copy of the sample. It has no password, so that every user of this machine can reach it. Ctrl+C ends it.`);
    return 0;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.error(
      `No desktop VS Code was found, and ${error.message} Or install VS Code and set VSCODE_PATH to its program.`,
    );
    return 1;
  }
}

/** Quick fixes may be tried on a copy without a change to the checkout. */
function copySample(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'op-ed.md');
  copyFileSync(sample, copy);
  return copy;
}
