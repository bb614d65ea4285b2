import type { Locator, Page } from 'playwright-core';

/** Long enough for a busy machine; every wait ends as soon as what it waits for is there. */
const LIMIT_MS = 90_000;

/**
 * The editor as a person meets it: what can be seen, and what the keyboard does.
 *
 * The names of the editor's own elements are all in this file, because they are what a new VS Code may change.
 */
export interface Editor {
  readonly page: Page;
  readonly workbench: Locator;
  readonly squiggles: Locator;
  readonly problems: Locator;
  readonly hover: Locator;
  readonly quickFixes: Locator;
  readonly activityItem: Locator;
  readonly claims: Locator;
  readonly chosenClaim: Locator;
  readonly selectedClaim: Locator;
  /** The list of claims while the keyboard is in it. */
  readonly focusedClaims: Locator;
  readonly claimsHeader: Locator;
  readonly codeLenses: Locator;
  /** What the editor asks, with its title, its field and its answers. */
  readonly question: Locator;
  /** What has to be answered before anything else can be done. */
  readonly dialog: Locator;
  readonly quickInput: Locator;
  readonly quickPicks: Locator;
  readonly languageStatus: Locator;
  readonly languageStatusDetails: Locator;
}

/** Names the parts of the editor in a page. */
export function editorIn(page: Page): Editor {
  page.setDefaultTimeout(LIMIT_MS);
  return {
    page,
    workbench: page.locator('.monaco-workbench'),
    squiggles: page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info'),
    problems: page.locator('.markers-panel .monaco-list-row'),
    hover: page.locator('.monaco-editor .monaco-hover:visible, .monaco-resizable-hover:visible').first(),
    quickFixes: page.locator('.action-widget .monaco-list-row.action'),
    activityItem: page.locator('.activitybar .action-item', { has: page.locator('a[aria-label^="Says Who"]') }),
    claims: page.locator('.sidebar .monaco-list-row'),
    chosenClaim: page.locator('.sidebar .monaco-list-row.focused .label-name'),
    selectedClaim: page.locator('.sidebar .monaco-list-row.selected .label-name'),
    focusedClaims: page.locator('.sidebar .monaco-list:focus, .sidebar .monaco-list:focus-within').first(),
    claimsHeader: page.locator('.sidebar .pane-header', { hasText: 'Claims' }).first(),
    codeLenses: page.locator('.monaco-editor .codelens-decoration a'),
    question: page.locator('.quick-input-widget:visible'),
    dialog: page.locator('.monaco-dialog-box'),
    quickInput: page.locator('.quick-input-widget:visible input:visible').first(),
    quickPicks: page.locator('.quick-input-widget .monaco-list-row'),
    languageStatus: page.locator('[id="status.languageStatus"] a'),
    languageStatusDetails: page.locator('.hover-language-status'),
  };
}

/** Opens a file by its name, as Ctrl+P does, and gives the moment at which it was chosen. */
export async function openFile({ page }: Editor, name: string): Promise<number> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input:visible').first();
  await input.waitFor();
  await input.pressSequentially(name);
  // The list still shows for a moment what stood there before.
  await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  return Date.now();
}

/** Runs a command by its title, as the palette does. */
export async function runCommand({ page, quickInput, quickPicks }: Editor, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await quickInput.waitFor();
  await page.keyboard.type(title);
  await quickPicks.filter({ hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/**
 * The text that the editor shows, as one line: where a line is wrapped depends on the width of the window, and a line
 * is drawn with non-breaking spaces, in no fixed order.
 */
export async function visibleText({ page }: Editor): Promise<string> {
  const lines = await page.locator('.editor-instance .view-line').evaluateAll(all =>
    all
      .map(line => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
  return lines.join(' ').replace(/\s+/g, ' ');
}

/** The line that the cursor is in, counted from 1 as the status bar does. */
export async function cursorLine({ page }: Editor): Promise<number> {
  const label = await page.locator('[id="status.editor.selection"]').textContent();
  return Number(/Ln (\d+)/.exec(label ?? '')?.[1]);
}

/** Asks until the answer is yes; for what cannot be waited for by looking at one element. */
export async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (Date.now() < deadline) {
    if (await ask()) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`This did not happen in ${LIMIT_MS / 1000} s: ${what}.`);
}
