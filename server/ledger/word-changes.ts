import { diffWords } from 'diff';
import type { WordChange } from '../protocol/ledger.ts';

/** What a claim has become since it was signed off. */
export const changesSince = (signed: string, text: string): readonly WordChange[] =>
  diffWords(signed, text).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
