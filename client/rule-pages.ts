import * as vscode from 'vscode';

/**
 * The scheme under which rule pages are opened: read-only, and never checked themselves. The manifest's
 * `configurationDefaults` has VS Code show its documents in the Markdown preview.
 */
const scheme = 'sayswho-rule';

/** The address of a rule's page. */
export const rulePage = (ruleId: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${ruleId}.md` });

/** Serves the rule pages that come with the extension, so that they open offline and in the browser alike. */
export function serveRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'docs/rules', path));
        return new TextDecoder().decode(bytes);
      } catch {
        return vscode.l10n.t('There is no page “{0}” in this version of Says Who.', path.slice(1));
      }
    },
  });
}

/** Shows a rule's page: rendered, or as text where the Markdown preview is not available. */
export async function openRulePage(ruleId: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', rulePage(ruleId));
}

/** The rules that have a page, with a sentence about each, as the manifest's settings list them. */
export function ruleItems({ packageJSON }: vscode.Extension<unknown>): vscode.QuickPickItem[] {
  const rules: Record<string, { markdownDescription?: string }> =
    packageJSON.contributes?.configuration?.properties?.['sayswho.rules']?.properties ?? {};
  return Object.entries(rules)
    .filter(([key]) => !key.endsWith('.*'))
    .map(([label, { markdownDescription = '' }]) => ({ label, detail: markdownDescription.replaceAll('`', '') }));
}
