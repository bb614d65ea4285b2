import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { rulePage } from './rule-pages.ts';

export const openRuleCommand = 'sayswho.openRule';

/** The folder of the rule pages in the extension, ending in a slash. */
export const rulesFolder = (extensionUri: vscode.Uri): string =>
  `${vscode.Uri.joinPath(extensionUri, 'docs/rules').toString()}/`;

/**
 * Makes links to rule pages open the rendered page: the server links the Markdown file, as any editor understands,
 * and VS Code would show its source. A diagnostic links the page's own address, since VS Code lets it run no command;
 * a hover runs the command, since VS Code lets it link no address of ours.
 */
export function linkRules(docsUri: string): Middleware {
  const pageLink = new RegExp(`${escapeForRegExp(docsUri)}([a-z0-9-]+)\\.md`, 'g');

  const link = (diagnostic: vscode.Diagnostic) => {
    const { code } = diagnostic;
    if (typeof code !== 'object') return;
    const [, ruleId] = [...code.target.toString().matchAll(pageLink)][0] ?? [];
    if (ruleId !== undefined) diagnostic.code = { value: code.value, target: rulePage(ruleId) };
  };

  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report && 'items' in report) report.items.forEach(link);
      return report;
    },
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      for (const content of hover?.contents ?? []) {
        if (!(content instanceof vscode.MarkdownString)) continue;
        content.value = content.value.replace(pageLink, (_, ruleId: string) => ruleCommand(ruleId));
        // Hovers quote the document; no other command may be run from there.
        content.isTrusted = { enabledCommands: [openRuleCommand] };
      }
      return hover;
    },
  };
}

const ruleCommand = (ruleId: string): string =>
  `command:${openRuleCommand}?${encodeURIComponent(JSON.stringify([ruleId]))}`;

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
