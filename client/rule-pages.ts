import * as vscode from 'vscode';

/** The scheme under which rule pages are opened: read-only, and never checked themselves. */
export const rulePageScheme = 'sayswho-rule';

/** Serves the rule pages that come with the extension, so that they open offline and in the browser alike. */
export function serveRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
    provideTextDocumentContent: async ({ path }) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'docs/rules', path));
        return new TextDecoder().decode(bytes);
      } catch {
        return vscode.l10n.t('There is no page “{0}” in this version of Says Who.', path.replace(/^\//, ''));
      }
    },
  });
}

/** Shows a rule's page rendered, or as text where the Markdown preview is not available. */
export async function openRulePage(ruleId: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: rulePageScheme, path: `/${ruleId}.md` });
  const available = await vscode.commands.getCommands();
  if (available.includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', uri);
  else await vscode.window.showTextDocument(uri);
}

/** The rules that have a page, as the manifest's settings name them. */
export function ruleIds({ packageJSON }: vscode.Extension<unknown>): string[] {
  const properties = packageJSON.contributes?.configuration?.properties?.['sayswho.rules']?.properties ?? {};
  return Object.keys(properties).filter(key => !key.endsWith('.*'));
}
