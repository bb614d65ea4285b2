import { type Fact, type Sheet, sourceLine } from './sheet.ts';

/** The sheet as Markdown: the copy as it stands, in a block that nothing in it can end, with its facts numbered, then the facts. */
export function markdownSheet(sheet: Sheet): string {
  const copy = numbered(sheet);
  const fence = '`'.repeat(Math.max(3, ...[...copy.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const lines = [
    `# Fact-check sheet: ${plain(sheet.draftName)}`,
    '',
    `${sheet.settled} of ${sheet.total} claims settled on ${sheet.date}.`,
    '',
    '## Annotated copy',
    '',
    `${fence}text`,
    copy.replace(/\n*$/, ''),
    fence,
    '',
    '## Facts',
    '',
    ...sheet.facts.flatMap(fact => factLines(fact, sheet)),
  ];
  return `${lines.join('\n').replace(/\n*$/, '')}\n`;
}

function numbered({ facts, text }: Sheet): string {
  const parts: string[] = [];
  let at = 0;
  for (const { number, span } of facts) {
    if (!span) break;
    parts.push(text.slice(at, Math.max(at, span.end)), `[${number}]`);
    at = Math.max(at, span.end);
  }
  return (parts.join('') + text.slice(at)).replaceAll('\r\n', '\n');
}

function factLines({ changes, claim, number, standing }: Fact, { works }: Sheet): readonly string[] {
  const { entry, text } = claim;
  const by = [entry?.checker, entry?.date].filter(Boolean).join(', ');
  const since = changes.map(({ kind, text: words }) =>
    kind === 'same' ? plain(words, false) : kind === 'removed' ? `~~${plain(words)}~~` : `**${plain(words)}**`,
  );
  return [
    `${number}. ${plain(text)}`,
    `   - Status: ${plain(standing)}${by ? ` (${plain(by)})` : ''}`,
    ...(since.length > 0 ? [`   - Since sign-off: ${since.join('')}`] : []),
    ...(entry?.sources ?? []).map(source => `   - Source: ${plain(sourceLine(source, works))}`),
    ...(entry?.note ? [`   - Note: ${plain(entry.note)}`] : []),
  ];
}

/** Text that Markdown shows as it stands, on one line. */
const plain = (text: string, trims = true): string => {
  const line = text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
  return trims ? line.trim() : line;
};
