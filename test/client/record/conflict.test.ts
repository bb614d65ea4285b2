import { expect, it } from 'vitest';
import { ownWords } from '../../../client/record/conflict.ts';
import type { LedgerConflictSide } from '../../../server/protocol/ledger.ts';

const side = (label: string, ...lines: readonly string[]): LedgerConflictSide => ({
  label,
  status: 'sourced',
  entry: ['- id: "0a"', '  exact: "The quay is sinking."', '  start: 3', ...lines, '  seal: "x"'].join('\n'),
});

it('shows of two versions of an entry what only one of them says', () => {
  const ours = side('HEAD', '  status: sourced', '  checker: "Eva Stone"', '  note: "Ask again."');
  const theirs = side('desk', '  status: disputed', '  checker: "Per Lund"', '  note: "Ask again."');
  expect(ownWords(ours, theirs)).toEqual(['status: sourced', 'checker: "Eva Stone"']);
  expect(ownWords(theirs, ours)).toEqual(['status: disputed', 'checker: "Per Lund"']);
});

it('shows all of a version whose other says the same or is not there', () => {
  const ours = side('HEAD', '  status: sourced');
  expect(ownWords(ours, undefined)).toEqual(['status: sourced']);
  expect(ownWords(ours, ours)).toEqual(['status: sourced']);
});
