import type { LedgerConflictSide } from '../../server/protocol/ledger.ts';

/** Lines of an entry that say where the claim stands or seal it, and that nobody decides about. */
const ofPlace = /^(?:- )?(?:id|exact|prefix|suffix|start|end|kind|seal|signed):/;

/** What one side of a conflict says of a claim and the other does not, line by line; where it says the same, all that it says. */
export function ownWords(side: LedgerConflictSide, other: LedgerConflictSide | undefined): readonly string[] {
  const said = wordsOf(side.entry);
  const others = other ? wordsOf(other.entry) : [];
  const own = said.filter(line => !others.includes(line));
  return own.length > 0 ? own : said;
}

const wordsOf = (entry: string): readonly string[] =>
  entry
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !ofPlace.test(line));
