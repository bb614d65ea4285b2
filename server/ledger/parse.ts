import { type LedgerSource, type LedgerStatus, ledgerStatuses, letStandReasons } from '../protocol/ledger.ts';
import { endMark, newRecord, rememberText } from './print.ts';
import { type LedgerEntry, type LedgerRecord, ledgerSchema } from './record.ts';
import { sealOf } from './seal.ts';

/** What is wrong in a line of the file. */
export interface ParseProblem {
  /** Counts from 1. */
  readonly line: number;
  /** To stand behind "line 12: ". */
  readonly message: string;
}

export type Parsed =
  | { readonly kind: 'ok'; readonly record: LedgerRecord }
  /** Written by a later version, whose meaning is not known here. */
  | { readonly kind: 'newer'; readonly schema: number }
  | {
      readonly kind: 'damaged';
      readonly problems: readonly ParseProblem[];
      /** The entries that can be read all the same. */
      readonly salvaged: LedgerRecord;
    };

/**
 * Reads a record. The file is YAML of a narrow kind, so that it can be read in one pass: one key a line, and values that are plain
 * words or JSON. `print.ts` writes it. Entries that share an identifier are left to the caller.
 */
export function parseRecord(text: string): Parsed {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const problems: ParseProblem[] = [];
  const problem = (line: number, message: string): void => void problems.push({ line: line + 1, message });

  let first = lines.findIndex(line => line.startsWith('- '));
  const end = lines.lastIndexOf(endMark);
  if (first < 0) first = end < 0 ? lines.length : end;
  const schema = readHead(lines.slice(0, first), problem);
  if (schema !== undefined && schema > ledgerSchema) return { kind: 'newer', schema };
  if (end < first) problem(lines.length - 1, `the file ends too early: its last line, “${endMark}”, is missing`);

  const entries: LedgerEntry[] = [];
  const until = end < first ? lines.length : end;
  for (let from = first; from < until; ) {
    let next = from + 1;
    while (next < until && !(lines[next] as string).startsWith('- ')) next++;
    const entry = readEntry(lines, from, next, problem);
    if (entry) entries.push(entry);
    from = next;
  }
  if (problems.length > 0) return { kind: 'damaged', problems, salvaged: { ...newRecord(''), entries } };
  const head = lines.slice(0, first).map(line => `${line}\n`);
  return {
    kind: 'ok',
    record: { head: head.join(''), entries, tail: lines.slice(end).join('\n'), lineBreak },
  };
}

/** One entry as `printEntry` writes it; undefined where it cannot be read. */
export const parseEntry = (text: string): LedgerEntry | undefined => {
  const lines = text.split('\n');
  return readEntry(lines, 0, lines.length, () => undefined);
};

type Report = (line: number, message: string) => void;

/** The schema of the file; undefined where the head does not say, which is reported. */
function readHead(lines: readonly string[], problem: Report): number | undefined {
  let schema: number | undefined;
  let hasClaims = false;
  lines.forEach((line, at) => {
    const [, key, value] = /^([\w-]+):(?: (.*))?$/.exec(line) ?? [];
    if (key === 'schema') {
      if (/^[1-9]\d{0,8}$/.test(value ?? '')) schema = Number(value);
      else problem(at, `“schema” must be a whole number, not “${value ?? ''}”`);
    } else if (key === 'claims') hasClaims = true;
    // Anything else that is a key, a comment or deeper belongs to a tool of the future.
    else if (key === undefined && !/^(?:\s*#|\s|$)/.test(line)) problem(at, notUnderstood(line));
  });
  if (schema === undefined && lines.every(line => !line.startsWith('schema:')))
    problem(0, 'there is no line “schema: 1”, so this is no record of Says Who');
  if (!hasClaims) problem(Math.max(0, lines.length - 1), 'there is no line “claims:”');
  return schema;
}

/** What is read of an entry while its lines are gone through. */
type Draft = { -readonly [Key in keyof LedgerEntry]?: LedgerEntry[Key] } & { seal?: string };

/** An entry from its lines; undefined where one of them cannot be understood, which is reported. */
function readEntry(lines: readonly string[], from: number, until: number, problem: Report): LedgerEntry | undefined {
  const draft: Draft = {};
  const kept: string[] = [];
  const sources: LedgerSource[] = [];
  const sealed: string[] = [];
  let isSound = true;
  let keeps = false;
  const fail = (at: number, message: string): void => {
    isSound = false;
    problem(at, message);
  };
  let last = until;
  while (last > from && lines[last - 1] === '') last--;
  for (let at = from; at < last; at++) {
    const line = lines[at] as string;
    if (at > from && (line.startsWith('   ') || line.startsWith('  #') || line.startsWith('#') || line === '')) {
      // A comment, or what belongs to a key that is not known.
      if (keeps || !line.startsWith('   ')) kept.push(line);
      else fail(at, notUnderstood(line));
      sealed.push(line);
      continue;
    }
    const colon = line.indexOf(':');
    if (at > from && line.startsWith('  - ')) {
      if (keeps) kept.push(line);
      else readSource(line.slice(4), sources, message => fail(at, message));
      sealed.push(line);
      continue;
    }
    if (colon < 3 || !(at === from || line.startsWith('  '))) {
      fail(at, notUnderstood(line));
      continue;
    }
    const key = line.slice(2, colon);
    const value = line.slice(colon + 1).trim();
    keeps = !(key in readers);
    if (key in draft || (key === 'sources' && sources.length > 0)) fail(at, `“${key}” is given twice in one entry`);
    if (key === 'seal') {
      draft.seal = textOf(value) ?? value;
      continue;
    }
    sealed.push(line);
    if (keeps) {
      if (/^[\w-]+$/.test(key)) kept.push(line);
      else fail(at, notUnderstood(line));
      continue;
    }
    const complaint = (readers[key] as Reader)(draft, value);
    if (complaint !== undefined) fail(at, `“${key}” ${complaint}`);
  }
  const { id, exact, status, seal, ...rest } = draft;
  for (const [key, value] of Object.entries({ id, exact, status }))
    if (value === undefined && isSound) fail(from, `this entry has no “${key}”`);
  if (!isSound || id === undefined || exact === undefined || status === undefined) return undefined;
  const entry: LedgerEntry = {
    prefix: '',
    suffix: '',
    start: 0,
    end: 0,
    kind: 'statement',
    ...rest,
    id,
    exact,
    status,
    sources,
    kept,
    ...(seal === sealOf(sealed) ? {} : { brokenSeal: seal ?? '' }),
  };
  rememberText(entry, `${lines.slice(from, last).join('\n')}\n`);
  return entry;
}

/** Takes the value of a key over, or says what is wrong with it, to stand behind the key. */
type Reader = (draft: Draft, value: string) => string | undefined;

const text =
  (key: 'id' | 'exact' | 'prefix' | 'suffix' | 'kind' | 'checker' | 'signed' | 'note'): Reader =>
  (draft, value) => {
    const read = textOf(value);
    if (read === undefined) return `must be text in double quotation marks, as in JSON, not ${value}`;
    draft[key] = read;
    return undefined;
  };
const whole =
  (key: 'start' | 'end'): Reader =>
  (draft, value) => {
    if (!/^\d{1,15}$/.test(value)) return `must be a whole number, not “${value}”`;
    draft[key] = Number(value);
    return undefined;
  };
const word =
  <Key extends 'status' | 'reason'>(key: Key, words: readonly NonNullable<Draft[Key]>[]): Reader =>
  (draft, value) => {
    const read = textOf(value);
    const known = words.find(each => each === read);
    if (known === undefined) return `must be one of ${words.join(', ')}, not “${value}”`;
    draft[key] = known as Draft[Key];
    return undefined;
  };

const yes =
  (key: 'listed' | 'detached'): Reader =>
  (draft, value) => {
    if (value !== 'true') return `must be true, or the line be left out, not “${value}”`;
    draft[key] = true;
    return undefined;
  };

/** Without a prototype, so that a key such as `constructor` is not known. */
const readers: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null), {
  id: text('id'),
  exact: text('exact'),
  prefix: text('prefix'),
  suffix: text('suffix'),
  start: whole('start'),
  end: whole('end'),
  kind: text('kind'),
  status: word<'status'>('status', ledgerStatuses satisfies readonly LedgerStatus[]),
  reason: word<'reason'>('reason', letStandReasons),
  checker: text('checker'),
  date: (draft, value) => {
    const read = textOf(value);
    if (read === undefined || !/^\d{4}-\d\d-\d\d$/.test(read))
      return `must be a day such as 2026-05-12, not “${value}”`;
    draft.date = read;
    return undefined;
  },
  signed: text('signed'),
  note: text('note'),
  listed: yes('listed'),
  detached: yes('detached'),
  sources: (_, value) => (value === '' ? undefined : 'must be followed by lines that start with “  - {”'),
  seal: () => undefined,
} satisfies Record<string, Reader>);

function readSource(value: string, sources: LedgerSource[], fail: (message: string) => void): void {
  const source = parsed(value);
  if (typeof source !== 'object' || source === null || Array.isArray(source))
    fail(`a source must be a JSON object such as {"url": "https://example.org"}, not ${value}`);
  else sources.push(source as LedgerSource);
}

/** A JSON string, or plain words as people write them; undefined where YAML would not take it for text as it stands. */
function textOf(value: string): string | undefined {
  if (value.startsWith('"')) {
    const read = parsed(value);
    return typeof read === 'string' ? read : undefined;
  }
  return /^[\p{L}\p{N}]/u.test(value) && !/: | #|:$/.test(value) ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const notUnderstood = (line: string): string =>
  `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}” is not understood; every line of an entry is “  key: value”`;
