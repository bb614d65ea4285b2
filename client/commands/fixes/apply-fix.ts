import * as vscode from 'vscode';
import { type ActionKind, actionKinds } from '../../../server/protocol/action-kinds.ts';
import type { App, Command } from '../../app.ts';
import { findingsAt, findingsFrom, goTo } from '../../findings.ts';
import { notice } from '../../notice.ts';
import { bringToFront } from '../../shown-document.ts';

/** Findings from the cursor on that are asked whether they can be mended so; each is a request. */
const mostAsked = 40;

/** Applies the fix of a kind at the finding under the cursor, or at the next one that has it; asks which where there are several. */
const apply =
  (kind: ActionKind) =>
  async ({ shown }: App): Promise<void> => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to fix its findings.'));
    const { document, selection } = editor;
    const cursor = selection.active;
    const here = findingsAt(document, cursor);
    if (here.length > 0 && (await offers(document, cursor, kind))) return void (await applyKind(kind));
    // Whoever stands on a finding means that one.
    for (const finding of here.length > 0 ? [] : findingsFrom(document, cursor).slice(0, mostAsked)) {
      if (!(await offers(document, finding.range.start, kind))) continue;
      goTo(editor, finding);
      return void (await applyKind(kind));
    }
    notice(
      here.length > 0
        ? vscode.l10n.t('This finding has no such fix. Quick Fix shows those that it has.')
        : vscode.l10n.t('No finding from here on has such a fix.'),
    );
  };

/** True where a fix of a kind is offered at a place. */
async function offers(document: vscode.TextDocument, at: vscode.Position, kind: ActionKind): Promise<boolean> {
  const range = new vscode.Range(at, at);
  const actions = await vscode.commands.executeCommand<readonly unknown[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
  );
  return actions.length > 0;
}

/** Applies the fix of a kind where the cursor is, whatever was found there. */
const applyHere =
  (kind: ActionKind) =>
  async ({ shown }: App): Promise<void> => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to fix its findings.'));
    await applyKind(kind);
  };

/** The editor applies its own way, with tab stops and previews, and says where there is nothing of that kind. */
const applyKind = (kind: ActionKind): Thenable<unknown> =>
  vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' });

/** One command for each thing that can be done about a finding. */
export const fixCommands: readonly Command[] = [
  { id: 'sayswho.insertPlaceholder', run: apply(actionKinds.placeholder) },
  { id: 'sayswho.attributeTo', run: apply(actionKinds.attribute) },
  { id: 'sayswho.nameAgent', run: apply(actionKinds.agent) },
  { id: 'sayswho.giveDate', run: apply(actionKinds.date) },
  { id: 'sayswho.dropWords', run: apply(actionKinds.drop) },
  { id: 'sayswho.replaceWords', run: apply(actionKinds.replace) },
  { id: 'sayswho.markAsOpinion', run: apply(actionKinds.opinion) },
  { id: 'sayswho.letStand', run: apply(actionKinds.letStand) },
  { id: 'sayswho.turnIntoCitation', run: applyHere(actionKinds.citation) },
  { id: 'sayswho.removeComment', run: applyHere(actionKinds.removeComment) },
  { id: 'sayswho.fillRule', run: apply(actionKinds.fillRule) },
  { id: 'sayswho.fillSection', run: apply(actionKinds.fillSection) },
  { id: 'sayswho.fillDraft', run: applyHere(actionKinds.fillAll) },
];
