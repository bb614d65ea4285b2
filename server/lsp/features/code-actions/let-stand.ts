import { type Finding, letStand, type StandScope, standScopes, suppressionReasons } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import type { Action, ActionProvider, ActionRequest } from './action.ts';

const places: Readonly<Record<StandScope, string>> = {
  here: 'here',
  block: 'in this paragraph',
  file: 'in the whole draft',
};

/** A comment that lets a finding stand, here, in its paragraph or in the draft. The reason is chosen in the text where the client can. */
export const letStanding: ActionProvider = {
  kinds: [actionKinds.letStand],
  actions: request =>
    standScopes.flatMap(scope => {
      const seen = new Set<string>();
      return request.findings.flatMap(finding => {
        // One comment for the draft is enough for all findings of a rule.
        const key = scope === 'file' ? finding.ruleId : `${finding.ruleId} ${finding.start}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return forFinding(request, finding, scope);
      });
    }),
};

function forFinding({ reading: { article }, canChoose }: ActionRequest, finding: Finding, scope: StandScope): Action[] {
  const title = `Let it stand: ignore “${finding.ruleId}” ${places[scope]}`;
  const kind = actionKinds.letStand;
  // A client that offers no choice in the text is given one in the menu, where it matters most.
  if (canChoose || scope !== 'here') {
    const edits = letStand(article, finding, scope);
    return edits ? [{ title, kind, edits, findings: [finding] }] : [];
  }
  return suppressionReasons.flatMap((reason): Action[] => {
    const edits = letStand(article, finding, scope, reason);
    return edits ? [{ title: `${title} (${reason})`, kind, edits, findings: [finding] }] : [];
  });
}
