import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecord, printRecord } from '../../server/ledger/print.ts';
import { type LedgerEntry, type LedgerRecord, newEntry } from '../../server/ledger/record.ts';
import { type Written, written } from '../../server/ledger/written.ts';

let count = 0;
const entry = (exact: string): LedgerEntry =>
  newEntry(`c${count++}`, 'event', { exact, prefix: 'é', suffix: '🙂', start: 0, end: exact.length });

/** Puts some entries in the place of others, and perhaps changes the head, the tail or the line breaks. */
const change = fc.record({
  at: fc.nat(12),
  removed: fc.nat(3),
  added: fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 3 }),
  other: fc.constantFrom<Partial<LedgerRecord>[]>({}, {}, {}, { tail: '...\n# ¶\n' }, { lineBreak: '\r\n' }),
  head: fc.constantFrom('', '', '# §\n'),
});

test('what is taken from the last writing makes the same bytes as printing all anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), changes => {
      let record: LedgerRecord = newRecord('draft.md');
      let last: Written | undefined;
      for (const { added, at, head, other, removed } of changes) {
        const entries = record.entries.toSpliced(at, removed, ...added.map(entry));
        record = { ...record, lineBreak: '\n', ...other, entries, head: `${head}${record.head}` };
        last = written(record, last);
        expect(new TextDecoder().decode(last.bytes)).toBe(printRecord(record));
      }
    }),
  );
});
