import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from '../editor/browser.ts';
import { startCodeServer } from '../editor/code-server.ts';
import { serveFolders } from '../editor/static-server.ts';
import { runTestsInWorkbench } from './automation.ts';
import { type Context, makeWorkplace } from './context.ts';
import { runSuitesIn } from './suite-run.ts';
import type { Tally } from './tally.ts';

/**
 * Runs the suites in the extension host that runs in a web worker.
 *
 * An extension that the workbench loads from its server cannot start workers of its own, which ours must. So
 * it is served over plain HTTP, and reached through code-server's proxy, because the page lets in its own origin only.
 */
export async function runWebHost(context: Context, tally: Tally): Promise<void> {
  const { folder, workspace } = makeWorkplace(context);
  const server = await startCodeServer(folder);
  // The workbench runs tests in the host of the extension that their address lies in, so they must seem to be part of it.
  const files = await serveFolders({ extension: context.root, 'extension/suites': dirname(context.bundles.web) });
  const browser = await startBrowser();
  const served = (path: string) => ({
    scheme: 'http',
    authority: `127.0.0.1:${server.port}`,
    path: `/proxy/${files.port}/${path}`,
  });
  const developmentOptions = {
    extensions: [served('extension')],
    extensionTestsPath: served('extension/suites/index.web.cjs'),
  };
  const url = `http://127.0.0.1:${server.port}/?${new URLSearchParams({ folder: workspace })}`;
  try {
    await runSuitesIn(tally, hear =>
      runTestsInWorkbench(browser, url, hear, page => develop(page, developmentOptions)),
    );
  } finally {
    await browser.close();
    files.end();
    server.end();
  }
}

/** Adds to the configuration that the workbench reads from an attribute in its page; the server offers no other way. */
async function develop(page: Page, options: object): Promise<void> {
  await page.addInitScript(added => {
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (this: Element, name: string) {
      const value = original.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || value === null) return value;
      const configuration = JSON.parse(value);
      return JSON.stringify({
        ...configuration,
        developmentOptions: { ...configuration.developmentOptions, ...added },
      });
    };
  }, options);
}
