import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startBrowser } from '../editor/browser.ts';
import { startCodeServer } from '../editor/code-server.ts';
import { checkingSteps } from '../ui/checking-steps.ts';
import { type Editor, editorIn } from '../ui/editor.ts';
import { steps } from '../ui/steps.ts';
import { type Context, makeWorkplace } from './context.ts';
import type { Tally } from './tally.ts';

/**
 * Goes through the interface as a person would, with the extension installed from the very package that is published.
 *
 * Each step counts as a test and leaves a picture. The steps build on each other, so after one that failed the
 * others are not tried: they count as failed.
 */
export async function runInterface(context: Context, tally: Tally): Promise<void> {
  // Pictures of an earlier run must not pass for those of this one.
  rmSync(context.artefacts, { recursive: true, force: true });
  mkdirSync(context.artefacts, { recursive: true });
  const { folder, workspace } = makeWorkplace(context);
  const server = await startCodeServer(folder, join(context.root, 'dist', 'sayswho.vsix'));
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const editor = editorIn(page);
    await page.goto(`http://127.0.0.1:${server.port}/?${new URLSearchParams({ folder: workspace })}`);
    await takeSteps(editor, context.artefacts, tally, workspace);
  } finally {
    await browser.close();
    server.end();
  }
}

async function takeSteps(editor: Editor, artefacts: string, tally: Tally, workspace: string): Promise<void> {
  let broken: string | undefined;
  for (const [index, { title, picture, run }] of [...steps, ...checkingSteps].entries()) {
    const began = Date.now();
    if (broken !== undefined) {
      tally.take(title, 0, `Not tried, because this failed before: ${broken}`);
      continue;
    }
    const error = await run(editor, tally.measure, workspace).then(() => undefined, messageOf);
    const name = `${String(index + 1).padStart(2, '0')}-${picture}.png`;
    await editor.page.screenshot({ path: join(artefacts, name), animations: 'disabled' });
    tally.take(title, Date.now() - began, error);
    if (error !== undefined) broken = title;
  }
}

function messageOf(error: unknown): string {
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error)).trim();
}
