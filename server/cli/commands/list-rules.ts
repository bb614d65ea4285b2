import { rules } from '../../core/index.ts';
import { type ExitCode, write } from '../output.ts';

/** `sayswho check --list-rules`: one rule a line, with its own severity. */
export async function listRules(): Promise<ExitCode> {
  const rows = rules
    .toSorted((a, b) => a.family.localeCompare(b.family) || a.id.localeCompare(b.id))
    .map(({ id, family, severity, docs }) => [id, family, severity, docs.summary] as const);
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column as 0 | 1 | 2].length)));
  const lines = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  await write(process.stdout, `${lines.join('\n')}\n`);
  return 0;
}
