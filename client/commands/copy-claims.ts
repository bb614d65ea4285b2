import * as vscode from 'vscode';
import type { ClaimItem, ClaimsResult } from '../../server/protocol/messages.ts';
import type { Command } from '../app.ts';
import { requestClaims } from '../claims-loader.ts';
import { claimLabel, kindNames, stateLook } from '../claims-wording.ts';
import { notice } from '../notice.ts';

/** Copies the claims of the document in front as a Markdown check list under its headings. */
export const copyClaims: Command = {
  id: 'sayswho.copyClaims',
  run: async ({ server, shown }) => {
    const result = shown.current && (await requestClaims(server, shown.current));
    const count = result?.sections.reduce((sum, { claims }) => sum + claims.length, 0) ?? 0;
    if (!result || count === 0) return notice(vscode.l10n.t('There are no claims to copy.'));
    await vscode.env.clipboard.writeText(claimsAsMarkdown(result));
    notice(count === 1 ? vscode.l10n.t('1 claim copied') : vscode.l10n.t('{0} claims copied', count));
  },
};

const claimsAsMarkdown = ({ sections }: ClaimsResult): string =>
  `${sections
    .map(({ title, claims }) => {
      const list = claims.map(claimAsMarkdown).join('\n');
      return title === undefined ? list : `## ${title}\n\n${list}`;
    })
    .join('\n\n')}\n`;

/** A box to tick; it is ticked where the text backs the claim already. */
function claimAsMarkdown(claim: ClaimItem): string {
  const box = claim.state === 'sourced' ? '[x]' : '[ ]';
  const line = vscode.l10n.t('line {0}', claim.range.start.line + 1);
  const details = [stateLook(claim.state).name, kindNames(claim), line].filter(Boolean).join('; ');
  return `- ${box} ${claimLabel(claim)} (${details})`;
}
