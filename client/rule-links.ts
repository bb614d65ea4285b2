import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

export const openRuleCommand = 'sayswho.openRule';

/** The folder of the rule pages in the extension, ending in a slash. */
export const rulesFolder = (extensionUri: vscode.Uri): string =>
  `${vscode.Uri.joinPath(extensionUri, 'docs/rules').toString()}/`;

/**
 * Makes links to rule pages open the rendered page: the server links the Markdown file, as any editor understands,
 * and VS Code would show its source. Diagnostics and hovers then run the command that opens the page instead.
 */
export function linkRules(docsUri: string): Middleware {
  const pageLink = new RegExp(`${escapeForRegExp(docsUri)}([a-z0-9-]+)\\.md`, 'g');
  const toCommands = (text: string) => text.replace(pageLink, (_, ruleId: string) => ruleCommand(ruleId).toString());

  const link = (diagnostic: vscode.Diagnostic) => {
    const { code } = diagnostic;
    if (typeof code !== 'object') return;
    const target = code.target.toString();
    const linked = toCommands(target);
    if (linked !== target) diagnostic.code = { value: code.value, target: vscode.Uri.parse(linked) };
  };

  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report && 'items' in report) report.items.forEach(link);
      return report;
    },
    // For the push model, which the server falls back to where a client cannot pull.
    handleDiagnostics: (uri, diagnostics, next) => {
      diagnostics.forEach(link);
      next(uri, diagnostics);
    },
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      for (const content of hover?.contents ?? []) {
        if (!(content instanceof vscode.MarkdownString)) continue;
        content.value = toCommands(content.value);
        // Hovers quote the document; no other command may be run from there.
        content.isTrusted = { enabledCommands: [openRuleCommand] };
      }
      return hover;
    },
  };
}

const ruleCommand = (ruleId: string): vscode.Uri =>
  vscode.Uri.parse(`command:${openRuleCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`);

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
