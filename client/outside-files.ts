import * as vscode from 'vscode';
import {
  type MayReadOutsideParams,
  type MayReadOutsideResult,
  mayReadOutsideRequest,
  trustGrantedNotification,
} from '../server/protocol/bibliography.ts';
import type { Server } from './language-client.ts';

/** What the user said of each file, kept with the workspace. */
const memory = 'outsideFiles';
type Answers = Readonly<Record<string, boolean>>;

/** Asks, once for each file, whether the server may read one outside the folders that are open. In a restricted workspace nobody is asked. */
export function guardOutsideFiles({ client }: Server, { workspaceState }: vscode.ExtensionContext): vscode.Disposable {
  async function mayRead({ uri, draft }: MayReadOutsideParams): Promise<MayReadOutsideResult> {
    if (!vscode.workspace.isTrusted) return { answer: 'untrusted' };
    const known = workspaceState.get<Answers>(memory, {})[uri];
    if (known !== undefined) return { answer: known ? 'yes' : 'no' };
    const read = vscode.l10n.t('Read It');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} names the bibliography {1}, which lies outside the folder that is open. Read it?',
        vscode.workspace.asRelativePath(vscode.Uri.parse(draft)),
        vscode.Uri.parse(uri).fsPath,
      ),
      read,
      vscode.l10n.t('Leave It'),
    );
    // Who closes the question is asked again another day.
    if (answer !== undefined)
      await workspaceState.update(memory, { ...workspaceState.get<Answers>(memory, {}), [uri]: answer === read });
    return { answer: answer === read ? 'yes' : 'no' };
  }

  return vscode.Disposable.from(
    client.onRequest<MayReadOutsideResult, void>(mayReadOutsideRequest, mayRead),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      // A server that is not running asks when it is started.
      client.sendNotification(trustGrantedNotification).catch(() => undefined);
    }),
  );
}
