import * as vscode from 'vscode';
import { assert, eventually } from './assert.ts';

/** A text in which one thing is wrong: nobody knows which experts. */
export const ONE_FINDING = 'Experts say the dam will hold.';

/** A claim with nothing to back it, in line 2 and under a heading. */
export const CLAIM = {
  text: '# The dam\n\nThe repair cost 12 million euros in 2019.\n',
  words: '12 million euros',
  line: 2,
};

/** One row of the Claims view, as the extension gives it to tests. */
export interface ClaimRow {
  readonly label: string;
  readonly state: string;
  readonly line: number;
}

/** A claim as the record of checking has it, as the extension gives it to tests. */
export interface RecordedClaim {
  readonly label: string;
  readonly status: string;
  readonly stale: boolean;
  readonly settled: boolean;
}

/** What the extension's `activate` returns. */
export interface ExtensionApi {
  readonly whenReady: Promise<void>;
  readonly claims: () => Promise<readonly ClaimRow[]>;
  readonly record: () => Promise<readonly RecordedClaim[]>;
}

/** The extension under test, whether it is active or not. */
export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>('sayswho.sayswho');
  assert(found, 'the extension sayswho.sayswho is not there');
  return found;
}

/** Opens the bundled sample from the workspace and shows it. */
export async function showSample(): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'no workspace folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, 'samples', 'op-ed.md');
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/**
 * Shows an unsaved text. Its language follows from the ending of its name.
 *
 * Each has a name of its own: into a new text, VS Code may put the backup of a closed one that had the same name.
 */
export async function showText(content: string, ending: 'md' | 'txt' | 'json' = 'md'): Promise<vscode.TextEditor> {
  drafts += 1;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `draft-${drafts}.${ending}` });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  assert(await editor.edit(edit => edit.insert(new vscode.Position(0, 0), content)), 'the text cannot be written');
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

let drafts = 0;

/** Our diagnostics on a document; others, such as those on Markdown links, do not count. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Says Who');
}

/** The rule behind a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits for a finding of a rule and gives it. */
export function findingOf(rule: string, document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return eventually(`a finding of ${rule}`, () => findings(document).find(finding => ruleOf(finding) === rule));
}

/** Waits until no finding is left. */
export async function noFindings(document: vscode.TextDocument): Promise<void> {
  await eventually('no finding is left', () => findings(document).length === 0);
}

/** Closes every editor without asking whether to save, so that no test sees what another one opened. */
export async function closeEditors(): Promise<void> {
  await eventually('all editors are closed', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return vscode.window.tabGroups.all.every(group => group.tabs.length === 0);
  });
}
