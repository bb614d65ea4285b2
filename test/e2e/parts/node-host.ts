import { startBrowser } from '../editor/browser.ts';
import { startCodeServer } from '../editor/code-server.ts';
import { namedDesktop, provideDesktop, runInDesktop } from '../editor/desktop.ts';
import { Unavailable } from '../editor/unavailable.ts';
import { runTestsInWorkbench } from './automation.ts';
import { type Context, makeWorkplace } from './context.ts';
import { runSuitesIn } from './suite-run.ts';
import type { Tally } from './tally.ts';

/** Runs the suites in the extension host that runs in Node: that of a desktop VS Code, or else of code-server. */
export async function runNodeHost(context: Context, tally: Tally): Promise<void> {
  const desktop = await desktopOrReason();
  if (typeof desktop !== 'string') return runSuitesIn(tally, hear => runInDesktop(desktop, request(context), hear));
  console.log(`e2e: the Node extension host of code-server is used, not a desktop VS Code (${desktop})`);
  return runInCodeServer(context, tally);
}

/**
 * Turns only the lack of an editor into a reason to take another. Anything else that goes wrong is a failure of the
 * run, and so is an editor that somebody asked for and did not get.
 */
async function desktopOrReason() {
  try {
    return await provideDesktop();
  } catch (error) {
    if (error instanceof Unavailable && !namedDesktop() && process.platform === 'linux') return error.message;
    throw error;
  }
}

function request(context: Context) {
  const { folder, workspace } = makeWorkplace(context);
  return { folder, workspace, extension: context.root, suites: context.bundles.node };
}

async function runInCodeServer(context: Context, tally: Tally): Promise<void> {
  const { folder, workspace } = makeWorkplace(context);
  const server = await startCodeServer(folder);
  const browser = await startBrowser();
  const remote = (path: string) =>
    `vscode-remote://127.0.0.1:${server.port}${path.split('/').map(encodeURIComponent).join('/')}`;
  const payload = [
    ['extensionDevelopmentPath', remote(context.root)],
    ['extensionTestsPath', remote(context.bundles.node)],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  try {
    await runSuitesIn(tally, hear => runTestsInWorkbench(browser, `http://127.0.0.1:${server.port}/?${query}`, hear));
  } finally {
    await browser.close();
    server.end();
  }
}
