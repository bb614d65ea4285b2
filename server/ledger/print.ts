import { type LedgerEntry, type LedgerRecord, ledgerSchema } from './record.ts';
import { sealOf } from './seal.ts';

/** The last line of a whole record, YAML's own mark for the end of a document: where it is missing, the file was cut off. */
export const endMark = '...';

const titleOf = (draftName: string): string =>
  `# The record of checking of ${draftName.replace(/\s+/g, ' ')}, kept by Says Who: one entry for each claim of the draft.`;
const draftLineOf = (draftName: string): string => `draft: ${quoted(draftName)}`;

export function newRecord(draftName: string): LedgerRecord {
  const head = [titleOf(draftName), `schema: ${ledgerSchema}`, draftLineOf(draftName), 'claims:', '', ''];
  return { head: head.join('\n'), entries: [], tail: `${endMark}\n`, lineBreak: '\n' };
}

/** The record with the name that its draft has now; what else stands at its head stays as it is. */
export function renamed(record: LedgerRecord, draftName: string): LedgerRecord {
  const head = record.head
    .replace(/^# The record of checking of .*, kept by Says Who: .*$/m, () => titleOf(draftName))
    .replace(/^draft: .*$/m, () => draftLineOf(draftName));
  return head === record.head ? record : { ...record, head };
}

/** What an entry looks like in its file, remembered with it, so that a change to one of thousands writes one anew. */
const texts = new WeakMap<LedgerEntry, string>();

/** Says how an entry stands in the file that it was read from, which is how it will be written. */
export const rememberText = (entry: LedgerEntry, text: string): void => void texts.set(entry, text);

/** An entry as it stands in a file whose lines end in a line feed, its last one included. */
export function printEntry(entry: LedgerEntry): string {
  let text = texts.get(entry);
  if (text === undefined) texts.set(entry, (text = printed(entry)));
  return text;
}

/** The whole file. What has not changed since it was read stands as it stood. */
export function printRecord({ head, entries, tail, lineBreak }: LedgerRecord): string {
  const text = `${head}${entries.map(entry => `${printEntry(entry)}\n`).join('')}${tail}`;
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

function printed(entry: LedgerEntry): string {
  const { exact, prefix, suffix, reason, checker, date, signed, note, sources, listed, detached, kept, brokenSeal } =
    entry;
  const lines = [
    `- id: ${quoted(entry.id)}`,
    `  exact: ${quoted(exact)}`,
    `  prefix: ${quoted(prefix)}`,
    `  suffix: ${quoted(suffix)}`,
    `  start: ${entry.start}`,
    `  end: ${entry.end}`,
    `  kind: ${entry.kind}`,
    `  status: ${entry.status}`,
  ];
  if (reason !== undefined) lines.push(`  reason: ${reason}`);
  if (checker !== undefined) lines.push(`  checker: ${quoted(checker)}`);
  if (date !== undefined) lines.push(`  date: ${date}`);
  if (signed !== undefined) lines.push(`  signed: ${quoted(signed)}`);
  if (note !== undefined) lines.push(`  note: ${quoted(note)}`);
  if (sources.length > 0) lines.push('  sources:', ...sources.map(source => `  - ${flow(source)}`));
  if (listed) lines.push('  listed: true');
  if (detached) lines.push('  detached: true');
  lines.push(...kept);
  const seal = brokenSeal ?? sealOf(lines);
  return `${[...lines, ...(seal === '' ? [] : [`  seal: ${quoted(seal)}`])].join('\n')}\n`;
}

/** A string in JSON, which is YAML too, once what YAML takes for unprintable is escaped. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A flat object of strings in one line, with spaces between its parts as people write them. */
const flow = (members: object): string =>
  `{${Object.entries(members)
    .map(([key, value]) => `${quoted(key)}: ${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}`)
    .join(', ')}}`;
