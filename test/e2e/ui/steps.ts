import { cursorLine, type Editor, openFile, runCommand, until, visibleText } from './editor.ts';

/** One thing that a person does, and what must then be seen. */
export interface Step {
  readonly title: string;
  /** The name of the screenshot that is taken when the step has ended. */
  readonly picture: string;
  /** `workspace` is the path of the folder that is open. */
  readonly run: (editor: Editor, measure: (name: string, ms: number) => void, workspace: string) => Promise<void>;
}

const SAMPLE = 'op-ed.md';

/** What a quick fix inserts: words in square brackets that are no link and no footnote. */
const PLACEHOLDER = /\[(?:[a-z ]+\?|citation needed|source needed|[a-z ]+ needed)\]/gi;

/** The way through the editor from an opened draft to a marked one; each step goes on from the one before. */
export const steps: readonly Step[] = [
  {
    title: 'the sample opens and its claims are underlined',
    picture: 'diagnostics',
    async run(editor, measure) {
      await editor.workbench.waitFor();
      const chosen = await openFile(editor, SAMPLE);
      await editor.squiggles.first().waitFor({ state: 'attached' });
      measure('in the interface: from choosing the sample to the first squiggle', Date.now() - chosen);
    },
  },
  {
    title: 'the Problems panel lists the findings',
    picture: 'problems',
    async run(editor) {
      await editor.page.keyboard.press('Control+Shift+M');
      await editor.problems.filter({ hasText: 'Says Who' }).first().waitFor();
    },
  },
  {
    title: 'F8 goes to a finding',
    picture: 'next-finding',
    async run(editor) {
      await editor.page.keyboard.press('Control+Shift+M');
      await editor.problems.first().waitFor({ state: 'hidden' });
      await editor.page.keyboard.press('F8');
      await editor.page.locator('.peekview-widget, .marker-widget').first().waitFor();
    },
  },
  {
    title: 'the hover tells what, why and what would help',
    picture: 'hover',
    async run(editor) {
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('Control+K');
      await editor.page.keyboard.press('Control+I');
      await editor.hover.filter({ hasText: 'Says Who' }).waitFor();
    },
  },
  {
    title: 'Quick Fix offers placeholders',
    picture: 'quick-fix',
    async run(editor) {
      await editor.page.keyboard.press('Escape');
      await until('the menu of quick fixes is open', () => openQuickFixes(editor));
    },
  },
  {
    title: 'the first quick fix puts a placeholder into the text',
    picture: 'applied',
    async run(editor) {
      const before = placeholders(await visibleText(editor));
      await editor.page.keyboard.press('Enter');
      await until(
        'one more placeholder stands in the text',
        async () => placeholders(await visibleText(editor)) === before + 1,
      );
    },
  },
  {
    title: 'the palette offers every placeholder in every style, and one undo takes it back',
    picture: 'chosen',
    async run(editor) {
      const { page, quickPicks } = editor;
      await page.keyboard.press('Escape');
      await runCommand(editor, 'Says Who: Insert Placeholder of Any Kind or Style');
      await quickPicks.filter({ hasText: '[page needed]' }).waitFor();
      await page.keyboard.type('page needed');
      await page.keyboard.press('Enter');
      await quickPicks.filter({ hasText: '[TK: page]' }).waitFor();
      await page.keyboard.type('TK:');
      await page.keyboard.press('Enter');
      await until('the placeholder is there', async () => (await visibleText(editor)).includes('[TK: page]'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Z');
      await until('the placeholder is gone', async () => !(await visibleText(editor)).includes('[TK: page]'));
    },
  },
  {
    title: 'the activity bar opens the Claims view, and it has rows',
    picture: 'claims',
    async run(editor) {
      await editor.activityItem.click();
      await editor.claims.first().waitFor();
    },
  },
  {
    title: 'choosing the last claim reveals its sentence',
    picture: 'revealed',
    async run(editor) {
      const before = await cursorLine(editor);
      await editor.page.keyboard.press('Control+0');
      await editor.page.keyboard.press('End');
      const sentence = (await editor.chosenClaim.textContent()) ?? '';
      await editor.page.keyboard.press('Enter');
      await until('the cursor has gone to another line', async () => (await cursorLine(editor)) !== before);
      const words = sentence.split(/\s+/).slice(0, 3).join(' ');
      await until(`the editor shows “${words}”`, async () => (await visibleText(editor)).includes(words));
    },
  },
  {
    title: 'the language status counts findings and claims',
    picture: 'language-status',
    async run(editor) {
      await editor.languageStatus.click();
      await editor.languageStatusDetails
        .filter({ hasText: /\d+ claims?/ })
        .first()
        .waitFor();
    },
  },
  {
    title: 'what is typed into a new file is underlined',
    picture: 'typed',
    async run(editor, measure) {
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('Control+Alt+N');
      await until('an empty editor is open', async () => (await visibleText(editor)).trim() === '');
      await editor.page.keyboard.type('Experts say that the dam will hold.');
      const typed = Date.now();
      await editor.squiggles.first().waitFor({ state: 'attached' });
      measure('in the interface: from the last key to the squiggle', Date.now() - typed);
    },
  },
];

/** The menu stays shut while the editor still asks its extensions, and then wants the keys again. */
async function openQuickFixes(editor: Editor): Promise<boolean> {
  await editor.page.keyboard.press('Control+.');
  const shown = editor.quickFixes.first().waitFor({ timeout: 2_000 });
  return shown.then(
    () => true,
    () => false,
  );
}

function placeholders(text: string): number {
  return text.match(PLACEHOLDER)?.length ?? 0;
}
