import { claimsOf } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import { markLetStandCommand } from '../../../protocol/ledger.ts';
import type { ActionProvider } from './action.ts';

const title = 'Let it stand in the record of checking…';

/** For a claim with a finding: the record lets it stand, with a reason that the client asks for, and the draft stays as it is. */
export const recordActions: ActionProvider = {
  kinds: [actionKinds.letStand],
  actions({ reading: { article }, findings, canCommand }) {
    // The client keeps the record.
    if (!canCommand || findings.length === 0) return [];
    return claimsOf(article).flatMap(({ id, start, end }) => {
      const about = findings.filter(finding => finding.start < end && start < finding.end);
      if (about.length === 0) return [];
      const command = { title, command: markLetStandCommand, arguments: [id] };
      return [{ title, kind: actionKinds.letStand, command, findings: about }];
    });
  },
};
