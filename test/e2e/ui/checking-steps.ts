import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cursorLine, type Editor, openFile, runCommand, until, visibleText } from './editor.ts';
import type { Step } from './steps.ts';

const SAMPLE = 'op-ed.md';

/** How a checker works through the sample by keyboard alone, from the first status to the sheet that comes back. */
export const checkingSteps: readonly Step[] = [
  {
    title: 'a key goes to the first claim that is not settled',
    picture: 'checking-first-claim',
    async run(editor) {
      await openFile(editor, SAMPLE);
      await editor.page.keyboard.press('Control+S');
      await editor.page.keyboard.press('Control+Home');
      await editor.page.keyboard.press('Control+F7');
      await editor.selectedClaim.first().waitFor();
    },
  },
  {
    title: 'a key gives it a status, and the checker is asked for a name once',
    picture: 'checking-status',
    async run(editor, _measure, workspace) {
      await editor.page.keyboard.press('Control+F9');
      await answer(editor, 'Disputed', 'Verified');
      await answer(editor, 'Who Is Checking?', 'Eva Stone');
      await editor.claims.filter({ hasText: 'Verified' }).first().waitFor();
      await until('the record lies beside the draft', async () => recordOf(workspace) !== undefined);
    },
  },
  {
    title: 'the keys of the view are about the row that the keyboard is on, not the one that is selected',
    picture: 'checking-focused-row',
    async run(editor) {
      await editor.page.keyboard.press('Control+0');
      await editor.focusedClaims.waitFor();
      await editor.page.keyboard.press('End');
      const beginning = ((await editor.chosenClaim.textContent()) ?? '').slice(0, 40);
      await editor.page.keyboard.press('Control+F9');
      await editor.question.filter({ hasText: beginning }).waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.focusedClaims.waitFor();
    },
  },
  {
    title: 'the space bar shows the sentence of a row and leaves the keyboard in the view',
    picture: 'checking-peek',
    async run(editor) {
      await editor.page.keyboard.press('Home');
      // The heading, the claim that the cursor is in, and two more.
      for (let rows = 0; rows < 3; rows++) await editor.page.keyboard.press('ArrowDown');
      const beginning = ((await editor.chosenClaim.textContent()) ?? '').slice(0, 20);
      const before = await cursorLine(editor);
      await editor.page.keyboard.press('Space');
      await until('the cursor has gone to the sentence', async () => (await cursorLine(editor)) !== before);
      await until(`the editor shows “${beginning}”`, async () => (await visibleText(editor)).includes(beginning));
      await editor.focusedClaims.waitFor();
    },
  },
  {
    title: 'on a heading, nothing is changed before the checker has seen how many claims that would be',
    picture: 'checking-group',
    async run(editor, _measure, workspace) {
      const before = textOf(recordOf(workspace));
      await editor.page.keyboard.press('Home');
      await editor.page.keyboard.press('Control+Shift+F9');
      await editor.dialog.filter({ hasText: /Give \d+ claims of the group/ }).waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.dialog.waitFor({ state: 'hidden' });
      await editor.focusedClaims.waitFor();
      await editor.page.keyboard.press('Control+F10');
      await answer(editor, 'Archived Copy', 'Document…');
      await answer(editor, 'Which document?', 'Minutes of the council');
      await editor.dialog.filter({ hasText: /Minutes of the council” to \d+ claims of the group/ }).waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.dialog.waitFor({ state: 'hidden' });
      if (textOf(recordOf(workspace)) !== before)
        throw new Error('The record was changed before the question was answered.');
    },
  },
  {
    title: 'all claims are signed off at once, and every heading says so',
    picture: 'checking-signed-off',
    async run(editor) {
      await editor.page.keyboard.press('Control+0');
      await editor.focusedClaims.waitFor();
      // The first time selects what stands under the same heading.
      for (let times = 0; times < 3; times++) await editor.page.keyboard.press('Control+A');
      await editor.page.keyboard.press('Control+Shift+F9');
      await until('everything is settled', async () => /(?<!\d)(\d+) of \1 settled/.test(await progress(editor)));
      await editor.codeLenses
        .filter({ hasText: /^(\d+) of \1 settled/ })
        .first()
        .waitFor();
    },
  },
  {
    title: 'two sentences are changed, and exactly these go stale',
    picture: 'checking-stale',
    async run(editor) {
      await openFile(editor, SAMPLE);
      for (const [figure, other] of EDITS) await replaceFirst(editor, figure, other);
      await runCommand(editor, 'Says Who: Group Claims by Status');
      await editor.claims
        .filter({ hasText: /Stale.*2 claims/ })
        .first()
        .waitFor();
    },
  },
  {
    title: 'the sheet is exported',
    picture: 'checking-exported',
    async run(editor, _measure, workspace) {
      await editor.page.keyboard.press('Control+S');
      await runCommand(editor, 'Says Who: Export the Fact-Check Sheet');
      await answer(editor, 'Web Annotation', 'CSV');
      await editor.question.filter({ hasText: 'Export the Fact-Check Sheet' }).waitFor();
      await editor.page.keyboard.press('Enter');
      // The editor makes the file first and fills it afterwards.
      await until('the sheet is whole', async () => textOf(sheetOf(workspace)).includes(VERIFIED));
    },
  },
  {
    title: 'what another program changes in the sheet is taken over',
    picture: 'checking-imported',
    async run(editor, _measure, workspace) {
      const sheet = sheetOf(workspace);
      if (sheet === undefined) throw new Error('There is no sheet.');
      writeFileSync(sheet, textOf(sheet).replace(VERIFIED, ',verified,disputed,'));
      await runCommand(editor, 'Says Who: Import a Fact-Check Sheet');
      await giveFile(editor, 'Import a Fact-Check Sheet', sheet);
      await editor.quickPicks
        .filter({ hasText: /verified → disputed/ })
        .first()
        .waitFor();
      await editor.page.keyboard.press('Enter');
      await editor.claims.filter({ hasText: 'Disputed' }).first().waitFor();
    },
  },
];

/** Figures of the sample, each in a sentence of its own, and what a writer makes of them after the sign-off. */
const EDITS = [
  ['40 per cent', '45 per cent'],
  ['180 berths', '190 berths'],
] as const;

/** How a claim is written in the sheet: the column before the status says how it stands, and is not taken back. */
const VERIFIED = ',verified,verified,';

/** Waits for a question in which certain words are seen, and answers it by its first letters. */
async function answer({ page, question }: Editor, seen: string, words: string): Promise<void> {
  await question.filter({ hasText: seen }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/**
 * Writes the path of a file into the dialog that asks for one. While the dialog looks a path up it lets a key go by, and the folder
 * that it opens with may come late, in place of the path; so that both are tried again, and only while it is there.
 */
async function giveFile({ question }: Editor, title: string, path: string): Promise<void> {
  const dialog = question.filter({ hasText: title });
  await dialog.waitFor();
  const field = dialog.locator('input:visible').first();
  const patience = { timeout: 1_000 };
  await until('the dialog has taken the path', async () => {
    // Key by key, the dialog would complete the path before it is whole.
    if ((await field.inputValue(patience).catch(() => path)) !== path)
      await field.fill(path, patience).catch(() => undefined);
    await field.press('Enter', patience).catch(() => undefined);
    return dialog.waitFor({ state: 'hidden', ...patience }).then(
      () => true,
      () => false,
    );
  });
}

async function replaceFirst({ page }: Editor, words: string, others: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  await page.locator('.find-widget.visible').waitFor();
  await page.keyboard.type(words);
  await page.locator('.find-widget .matchesCount', { hasText: /^1 of/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  await page.keyboard.type(others);
}

const progress = async ({ claimsHeader }: Editor): Promise<string> => (await claimsHeader.textContent()) ?? '';

const files = (workspace: string): string[] =>
  readdirSync(join(workspace, 'samples')).map(name => join(workspace, 'samples', name));

const recordOf = (workspace: string): string | undefined =>
  files(workspace).find(file => file.includes(`${SAMPLE}.`) && !file.endsWith('.csv'));

const textOf = (file: string | undefined): string => (file === undefined ? '' : readFileSync(file, 'utf8'));

const sheetOf = (workspace: string): string | undefined => files(workspace).find(file => file.endsWith('.csv'));
