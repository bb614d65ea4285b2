import type { Browser, Page } from 'playwright-core';

const NO_HOST = 'No extension host found that can launch the test runner';

/**
 * Opens a workbench that was told to run tests, and gives the exit code that the tests ended with.
 *
 * @param prepare Changes the page before the workbench loads in it.
 */
export async function runTestsInWorkbench(
  browser: Browser,
  url: string,
  hear: (text: string) => void,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<number> {
  const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  let over = false;
  // What the workbench says while it is torn down is noise.
  const tell = (text: string) => {
    if (!over) hear(text);
  };
  const ended = new Promise<number>((resolve, reject) => {
    // The workbench looks for these two functions when its smoke-test driver is on.
    const ready = Promise.all([
      page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
        tell(args.map(String).join(' ')),
      ),
      page.exposeFunction('codeAutomationExit', (code: number) => {
        over = true;
        resolve(code);
      }),
    ]);
    page.on('crash', () => reject(new Error('The page of the editor crashed.')));
    // The workbench goes on for ever after this message, so it must be taken as the end.
    page.on('console', message => {
      if (message.type() === 'error') tell(message.text());
      if (message.text().includes(NO_HOST)) reject(new Error(message.text()));
    });
    ready
      .then(() => prepare(page))
      .then(() => page.goto(url))
      .catch(reject);
  });
  return ended.finally(() => page.close());
}
