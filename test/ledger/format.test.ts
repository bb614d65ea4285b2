import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseRecord } from '../../server/ledger/parse.ts';
import { newRecord, printRecord } from '../../server/ledger/print.ts';
import type { LedgerEntry, LedgerRecord } from '../../server/ledger/record.ts';
import { ledgerStatuses, letStandReasons } from '../../server/protocol/ledger.ts';
import { changed, draft, recorded } from './draft.ts';

function parsed(text: string): LedgerRecord {
  const result = parseRecord(text);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.record;
}

const text = fc.string({ unit: 'binary', maxLength: 40 });
const day = fc.constantFrom('2026-05-12', '1999-12-31');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const entries: fc.Arbitrary<LedgerEntry> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9~-]{1,16}$/),
    exact: text,
    prefix: text,
    suffix: text,
    start: fc.nat(),
    end: fc.nat(),
    kind: fc.constantFrom('quantity', 'law'),
    status: fc.constantFrom(...ledgerStatuses),
    reason: optional(fc.constantFrom(...letStandReasons)),
    checker: optional(text),
    date: optional(day),
    signed: optional(text),
    note: optional(text),
    sources: fc.array(fc.record({ url: text, accessed: day, further: fc.nat() }, { requiredKeys: ['url'] }), {
      maxLength: 3,
    }),
    kept: fc.constantFrom([], ['  # by hand'], ['  mood: "calm"', '    deeper: 1', '  - {"a": 1}']),
  })
  .map(
    entry =>
      Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as LedgerEntry,
  );

test('what is written is read the same, by us and by any reader of YAML', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 5 }), fc.boolean(), (list, isCrlf) => {
      const record = { ...newRecord('a: “b”.md'), entries: list, lineBreak: isCrlf ? '\r\n' : '\n' } as const;
      const written = printRecord(record);
      expect(parsed(written).entries).toEqual(list);
      expect(printRecord(parsed(written))).toBe(written);
      if (list.some(({ kept }) => kept.length > 1)) return;
      const yaml = parseYaml(written, { uniqueKeys: true });
      expect(yaml.schema).toBe(1);
      expect((yaml.claims ?? []).map(({ seal: _, ...entry }: { seal: string }) => entry)).toEqual(
        list.map(({ kept: _, sources, ...entry }) => (sources.length > 0 ? { ...entry, sources } : entry)),
      );
    }),
  );
});

test('a record reads like this', () => {
  const { record, ids } = recorded();
  const { record: sourced } = changed(
    record,
    draft,
    { kind: 'add-source', ids: ids.slice(0, 1), source: { url: 'https://a.example/landings', person: 'Jo Pell' } },
    { kind: 'status', ids: ids.slice(1, 2), status: 'let-stand', reason: 'common-knowledge' },
    { kind: 'note', ids: ids.slice(1, 2), note: 'Ask the “Courier”.\nTwice.' },
  );
  expect(printRecord(sourced).split('\n\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "# The record of checking of op-ed.md, kept by Says Who: one entry for each claim of the draft.
    schema: 1
    draft: "op-ed.md"
    claims:",
      "- id: "0g1hvqa06754hg"
      exact: "Landings at Ostrey have fallen by 40 per cent since 2015."
      prefix: "The quay "
      suffix: " The council sold 12 boats in 20"
      start: 12
      end: 69
      kind: quantity
      status: verified
      checker: "Ana Ruiz"
      date: 2026-05-12
      signed: "Landings at Ostrey have fallen by 40 per cent since 2015."
      sources:
      - {"url": "https://a.example/landings", "person": "Jo Pell", "accessed": "2026-05-12"}
      seal: "1lx1pzs"",
      "- id: "1kxgmbq1m1uegk"
      exact: "The council sold 12 boats in 2019."
      prefix: "llen by 40 per cent since 2015. "
      suffix: " The ice house burnt down in 198"
      start: 70
      end: 104
      kind: quantity
      status: let-stand
      reason: common-knowledge
      checker: "Ana Ruiz"
      date: 2026-05-12
      signed: "The council sold 12 boats in 2019."
      note: "Ask the “Courier”.\\nTwice."
      seal: "0n9ec9h"",
    ]
  `);
});

test('what is not known is kept, by hand or by later tools, and an entry that did not change stands as it stood', () => {
  const { record, ids } = recorded();
  const written = printRecord(record)
    .replace('claims:\n', 'desk: "Foreign"\nclaims:\n')
    .replace('  status: unchecked\n', '  mood: calm\n  status: unchecked\n  # ask again\n')
    .replace('  kind: quantity', '  kind:    quantity');
  const read = parsed(written);
  expect(printRecord(read)).toBe(written);
  const { record: next } = changed(read, draft, { kind: 'note', ids: [ids[1] as string], note: 'x' });
  const lines = printRecord(next).split('\n');
  for (const line of ['desk: "Foreign"', '  mood: calm', '  # ask again', '  kind:    quantity'])
    expect(lines).toContain(line);
});

test('an entry that was changed outside is told by its seal; a comment changes nothing', () => {
  const { record } = recorded();
  const written = printRecord(record);
  expect(
    parsed(written.replace('40 per cent', '41 per cent')).entries.map(({ brokenSeal }) => brokenSeal !== undefined),
  ).toContain(true);
  const commented = parsed(written.replace('  status: verified', '  # seen\n  status: verified'));
  expect(commented.entries.every(({ brokenSeal }) => brokenSeal === undefined)).toBe(true);
});

describe('what cannot be read is told with its line', () => {
  const written = printRecord(recorded().record);
  test.each([
    [
      'a status that there is none',
      written.replace('verified', 'verifed'),
      /“status” must be one of unchecked, .* not “verifed”/,
    ],
    [
      'text without an end',
      written.replace(/exact: "(.*)"/, 'exact: "$1'),
      /“exact” must be text in double quotation marks/,
    ],
    ['a day that is none', written.replace('2026-05-12', '12 May'), /“date” must be a day such as 2026-05-12/],
    ['a line that is none of ours', written.replace('  start: ', 'start= '), /is not understood/],
    ['a missing end', written.replace(/\.\.\.\n$/, ''), /ends too early/],
    ['another file', 'hello\n', /no record of Says Who/],
    ['nothing', '', /no record of Says Who/],
  ])('%s', (_, text, message) => {
    const result = parseRecord(text);
    expect(result.kind).toBe('damaged');
    expect(result).toHaveProperty(
      'problems',
      expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(message) })]),
    );
  });

  test('a newer schema is no damage', () => {
    expect(parseRecord(written.replace('schema: 1', 'schema: 2'))).toEqual({ kind: 'newer', schema: 2 });
  });
});

test('cut off or with a flipped bit anywhere, a record is either read as damaged, or the entry in question has a broken seal', () => {
  const { record, ids } = recorded();
  const whole = printRecord(
    changed(record, draft, { kind: 'status', ids: ids.slice(0, 2), status: 'verified' }).record,
  );
  const bytes = new TextEncoder().encode(whole);
  const said = (read: LedgerRecord) =>
    JSON.stringify(
      read.entries.filter(({ brokenSeal }) => brokenSeal === undefined).map(({ kept: _, ...entry }) => entry),
    );
  const sound = parsed(whole).entries.map(({ kept: _, ...entry }) => JSON.stringify(entry));
  for (let at = 0; at < bytes.length - 1; at++) {
    const cut = parseRecord(new TextDecoder().decode(bytes.subarray(0, at)));
    expect(cut.kind).toBe('damaged');
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] as number) ^ (1 << (at % 7));
    const result = parseRecord(new TextDecoder().decode(flipped));
    if (result.kind !== 'ok') continue;
    // Whatever is not marked says what was written.
    for (const entry of JSON.parse(said(result.record))) expect(sound).toContain(JSON.stringify(entry));
  }
});
