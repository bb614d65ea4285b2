import { toUtf8 } from '../protocol/bytes.ts';
import { printEntry, printRecord } from './print.ts';
import type { LedgerRecord } from './record.ts';

/** A record as the bytes of its file. */
export interface Written {
  readonly record: LedgerRecord;
  readonly bytes: Uint8Array;
  /** Where each entry begins, and behind them where the last one ends; absent where lines do not end in a line feed alone. */
  readonly starts?: Uint32Array;
}

/**
 * The bytes of a record's file. From what was written last, everything before and behind the changed entries is taken as it
 * stands, so that a change to one of thousands prints one.
 */
export function written(record: LedgerRecord, last?: Written): Written {
  const { entries, head, lineBreak, tail } = record;
  if (lineBreak !== '\n') return { record, bytes: toUtf8(printRecord(record)) };
  const old = last?.starts && last.record.head === head ? { ...last, starts: last.starts } : undefined;
  const [front, back] = old ? commonEnds(entries, old.record.entries) : [0, 0];
  const changed = entries.slice(front, entries.length - back).map(entry => toUtf8(`${printEntry(entry)}\n`));
  const kept = (from: number, to: number) => old?.bytes.subarray(from, to) ?? new Uint8Array();
  const oldStart = (at: number) => old?.starts[at] ?? 0;
  const oldCount = old?.record.entries.length ?? 0;
  const before = old ? kept(0, oldStart(front)) : toUtf8(head);
  const behind = kept(oldStart(oldCount - back), oldStart(oldCount));

  const starts = new Uint32Array(entries.length + 1);
  if (old) starts.set(old.starts.subarray(0, front));
  let end = before.length;
  changed.forEach((bytes, at) => {
    starts[front + at] = end;
    end += bytes.length;
  });
  const shift = end - oldStart(oldCount - back);
  for (let at = entries.length - back; at <= entries.length; at++)
    starts[at] = old ? oldStart(at - entries.length + oldCount) + shift : end;
  return { record, bytes: joined([before, ...changed, behind, toUtf8(tail)]), starts };
}

/** How many items two lists have in common at their beginnings, and behind those at their ends. */
function commonEnds<T>(a: readonly T[], b: readonly T[]): readonly [front: number, back: number] {
  const most = Math.min(a.length, b.length);
  let front = 0;
  while (front < most && a[front] === b[front]) front++;
  let back = 0;
  while (back < most - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return [front, back];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
