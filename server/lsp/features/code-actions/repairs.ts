import { type FixContext, fixesFor } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import type { Action, ActionProvider } from './action.ts';

/** More findings than this are not reworded, since each change of words is tried by reading the draft again. */
const mostReworded = 3;

/** What mends a finding: a placeholder, fewer words, or other words. Offered once where several findings ask for it. */
export const repairs: ActionProvider = {
  kinds: [
    actionKinds.placeholder,
    actionKinds.drop,
    actionKinds.replace,
    actionKinds.attribute,
    actionKinds.agent,
    actionKinds.date,
    actionKinds.opinion,
  ],
  actions({ reading, findings, placer }) {
    const { article, settings, today } = reading;
    const context: FixContext = { article, settings, today, placer };
    const offered = new Map<string, Action>();
    for (const finding of findings)
      fixesFor(context, finding, findings.length <= mostReworded).forEach(
        ({ kind, title, edits, isVariant = false }, index) => {
          const key = JSON.stringify([title, edits]);
          const same = offered.get(key);
          offered.set(key, {
            title,
            kind: actionKinds[kind],
            edits,
            isVariant,
            findings: [...(same?.findings ?? []), finding],
            ...(index === 0 || same?.isPreferred ? { isPreferred: true } : {}),
          });
        },
      );
    return [...offered.values()];
  },
};
