import * as vscode from 'vscode';
import type { App, Command } from '../app.ts';
import { findingsAt, ruleOf } from '../findings.ts';
import { openRuleCommand } from '../rule-links.ts';
import { openRulePage, ruleItems } from '../rule-pages.ts';

/** Opens the page of the rule that is given, or else of the rule under the cursor, or else of one that the user picks. */
export const openRule: Command = {
  id: openRuleCommand,
  run: async (app, given) => {
    const ruleId = typeof given === 'string' ? given : await chooseRule(app);
    if (ruleId !== undefined) await openRulePage(ruleId);
  },
};

async function chooseRule({ context }: App): Promise<string | undefined> {
  const here = rulesUnderCursor();
  if (here.size === 1) return [...here][0];
  const rules = ruleItems(context.extension);
  const picked = await vscode.window.showQuickPick(
    [
      ...underTitle(
        vscode.l10n.t('under the cursor'),
        rules.filter(({ label }) => here.has(label)),
      ),
      ...underTitle(
        vscode.l10n.t('all rules'),
        rules.filter(({ label }) => !here.has(label)),
      ),
    ],
    { placeHolder: vscode.l10n.t('Which rule do you want to read about?'), matchOnDetail: true },
  );
  return picked?.label;
}

const underTitle = (label: string, items: readonly vscode.QuickPickItem[]): vscode.QuickPickItem[] =>
  items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];

function rulesUnderCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  return new Set(
    findingsAt(editor.document, editor.selection.active)
      .map(ruleOf)
      .filter(id => id !== undefined),
  );
}
