import type { LedgerDelta, LedgerItem, LedgerResult, LedgerSection, LedgerSpeaker } from './ledger.ts';
import { runsBetween, withRuns } from './runs.ts';

/** What one answer about a record says otherwise than an earlier one of the number `since`. */
export const ledgerDelta = (before: LedgerResult, after: LedgerResult, since: number): LedgerDelta => ({
  ...after,
  since,
  items: runsBetween(before.items, after.items, idOf),
  orphans: runsBetween(before.orphans, after.orphans, idOf),
  sections: runsBetween(before.sections, after.sections, titleOf),
  speakers: runsBetween(before.speakers, after.speakers, keyOf),
});

/**
 * The answer of which a delta tells, from the one that the client holds. Claims that nothing has changed about are the same objects.
 *
 * @throws RangeError where the delta speaks of another answer.
 */
export function withLedgerDelta(before: LedgerResult, { since: _, ...delta }: LedgerDelta): LedgerResult {
  return {
    ...delta,
    items: withRuns(before.items, delta.items),
    orphans: withRuns(before.orphans, delta.orphans),
    sections: withRuns(before.sections, delta.sections),
    speakers: withRuns(before.speakers, delta.speakers),
  };
}

const idOf = ({ id }: LedgerItem): string => id;
const keyOf = ({ key }: LedgerSpeaker): string => key;
const titleOf = ({ title = '' }: LedgerSection): string => title;
