import * as vscode from 'vscode';
import type { App, Command } from '../app.ts';
import { findingsAt, ruleOf } from '../findings.ts';
import { openRuleCommand } from '../rule-links.ts';
import { openRulePage, ruleIds } from '../rule-pages.ts';

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
  if (here.length === 1) return here[0];
  const others = ruleIds(context.extension).filter(id => !here.includes(id));
  const label = (kind: string): vscode.QuickPickItem => ({ label: kind, kind: vscode.QuickPickItemKind.Separator });
  const items = [
    ...(here.length > 0 ? [label(vscode.l10n.t('under the cursor'))] : []),
    ...here.map(id => ({ label: id })),
    ...(here.length > 0 ? [label(vscode.l10n.t('all others'))] : []),
    ...others.map(id => ({ label: id })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which rule do you want to read about?'),
  });
  return picked?.label;
}

function rulesUnderCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const ids = findingsAt(editor.document, editor.selection.active).map(ruleOf);
  return [...new Set(ids.filter(id => id !== undefined))];
}
