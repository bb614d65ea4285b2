import type { Claim } from '../core/index.ts';
import type { AnchorState, LedgerProgress, LedgerStatus } from '../protocol/ledger.ts';
import type { LedgerEntry } from './record.ts';
import { sameWords } from './words.ts';

/** Statuses that somebody gives to a sentence as it stands; the others say what is still to be done. */
export const isSignedOff = (status: LedgerStatus): boolean => status !== 'unchecked' && status !== 'needs-source';

/** Statuses after which nothing is left to do. A claim to be cut is done with when it is gone from the draft. */
const final: readonly LedgerStatus[] = ['verified', 'opinion', 'let-stand'];

/** True where the words or figures of a claim are not those that were signed off. */
export const isStale = ({ status, signed }: LedgerEntry, text: string): boolean =>
  isSignedOff(status) && status !== 'cut' && signed !== undefined && !sameWords(signed, text);

/** True where nothing is left to do about a claim. */
export function isSettled(entry: LedgerEntry | undefined, anchor: AnchorState, stale: boolean): boolean {
  if (!entry || entry.brokenSeal !== undefined) return false;
  if (anchor === 'orphaned') return final.includes(entry.status) || entry.status === 'cut';
  return final.includes(entry.status) && !stale && anchor !== 'uncertain';
}

/** A newsroom would check it first, or an editor insist on a source: sign-off waits for it. */
const mustFrom = 0.5;

/** Whether sign-off waits for a claim: by what it says, or because somebody has put it on the list of things to do. */
export const isMustCheck = (claim: Claim | undefined, entry: LedgerEntry | undefined): boolean =>
  (claim !== undefined && (claim.mustSource >= mustFrom || claim.checkWorthy >= mustFrom)) ||
  (entry !== undefined && (entry.status !== 'unchecked' || entry.listed === true));

export const progressOf = (claims: readonly { readonly settled: boolean }[]): LedgerProgress => ({
  settled: claims.filter(({ settled }) => settled).length,
  total: claims.length,
});
