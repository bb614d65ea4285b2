import * as vscode from 'vscode';
import type { Command } from '../../app.ts';
import { type Grouping, groupings } from '../../outline/arrangement.ts';

const groupBy = (grouping: Grouping): Command => ({
  id: `sayswho.groupBy.${grouping}`,
  run: ({ preferences }) => preferences.groupBy(grouping),
});

/** What decides how the claims are put together and which are shown. */
export const arrangeCommands: readonly Command[] = [
  ...groupings.map(groupBy),
  {
    id: 'sayswho.filterClaims',
    run: async ({ preferences }) => {
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Claims'),
        prompt: vscode.l10n.t('Words in the claim, its note, its sources or the checker’s name. Empty shows all.'),
        value: preferences.current.filter.text,
      });
      if (text !== undefined) preferences.filter({ text: text.trim() });
    },
  },
  {
    id: 'sayswho.clearFilter',
    run: ({ preferences }) => preferences.filter({ text: '', hideSettled: false, hideMinor: false }),
  },
  { id: 'sayswho.hideSettled', run: ({ preferences }) => preferences.filter({ hideSettled: true }) },
  { id: 'sayswho.showSettled', run: ({ preferences }) => preferences.filter({ hideSettled: false }) },
  { id: 'sayswho.hideMinor', run: ({ preferences }) => preferences.filter({ hideMinor: true }) },
  { id: 'sayswho.showMinor', run: ({ preferences }) => preferences.filter({ hideMinor: false }) },
];
