import { families, type Rule } from '../server/core/index.ts';
import { type Measured, type Measurement, measuredOf } from '../server/core/rules/confidence.ts';

const link = (reference: string): string => (/^https?:/.test(reference) ? `<${reference}>` : reference);

/** `[[Experts]] say so.` with the marked words in bold. */
const bold = (text: string): string => text.replace(/\[\[(.*?\]?)\]\]/g, '**$1**').replace(/\s*\n\s*/g, ' ⏎ ');

/** The page of a rule, from its own file. */
export function rulePage(rule: Rule): string {
  const flags = rule.examples.flags.map(example => (typeof example === 'string' ? example : example.text));
  const fixed = rule.examples.flags.flatMap(example =>
    typeof example !== 'string' && example.fixed !== undefined ? [{ text: example.text, fixed: example.fixed }] : [],
  );
  const passes = rule.examples.passes.map(example => (typeof example === 'string' ? example : example.text));
  const misses = rule.examples.knownMisses ?? [];
  return [
    `<!-- Made by \`npm run generate\` from the rule's own file. -->`,
    `# ${rule.id}`,
    '',
    rule.docs.summary,
    '',
    `Family \`${rule.family}\`, severity \`${rule.severity}\`, since ${rule.since}.`,
    '',
    '## Why it matters',
    '',
    rule.docs.why,
    '',
    '## What would satisfy it',
    '',
    rule.docs.advice,
    '',
    '## Flagged',
    '',
    ...flags.map(text => `- ${bold(text)}`),
    ...(fixed.length > 0 ? ['', 'After the quick fix:', '', ...fixed.map(({ fixed }) => `- ${fixed}`)] : []),
    '',
    '## Left alone',
    '',
    ...passes.map(text => `- ${text}`),
    ...(misses.length > 0 ? ['', '## Known misses', '', ...misses.map(text => `- ${text}`)] : []),
    '',
    ...measurement(measuredOf(rule.id), rule),
    '## Change its severity',
    '',
    '```json',
    `"sayswho.rules": { "${rule.id}": "off" }`,
    '```',
    '',
    `To let one finding stand in Markdown, put \`<!-- sayswho-ignore-next ${rule.id} -- your reason -->\` on the line before it.`,
    '',
    '## References',
    '',
    ...rule.docs.references.map(reference => `- ${link(reference)}`),
    '',
  ].join('\n');
}

/** What was measured, as a section of the page. */
function measurement(measured: Measured | undefined, { family }: Rule): string[] {
  if (!measured) return [];
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${Math.round((100 * part) / whole)} % (${part} of ${whole})`;
  const row = (name: string, { found, right, marked = 0, met = 0 }: Measurement) =>
    `| ${name} | ${share(right, found)} | ${share(met, marked)} |`;
  const recall =
    family === 'claim'
      ? 'sentences that must have a source and that this rule alone flags'
      : 'places marked as this that it flags';
  return [
    '## Measured',
    '',
    'On op-eds that careful readers marked by one guideline, at the default threshold.',
    '',
    `| op-eds | findings that are right | ${recall} |`,
    '| --- | --- | --- |',
    row('105 that rules and models were made on', measured.train),
    row('15 others, marked twice', measured.dev),
    '',
  ];
}

/** The table of all rules, by family. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = ['<!-- Made by `npm run generate` from the rule files. -->', '# Rules', ''];
  for (const family of families) {
    const own = rules.filter(rule => rule.family === family);
    if (own.length === 0) continue;
    lines.push(`## ${family}`, '', '| rule | severity | right | what it flags |', '| --- | --- | --- | --- |');
    for (const rule of own)
      lines.push(`| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rightShare(rule)} | ${rule.docs.summary} |`);
    lines.push('');
  }
  return lines.join('\n');
}

/** How many of a rule's findings were right on all op-eds together. */
function rightShare({ id }: Rule): string {
  const measured = measuredOf(id);
  const found = measured ? measured.train.found + measured.dev.found : 0;
  return measured && found > 0 ? `${Math.round((100 * (measured.train.right + measured.dev.right)) / found)} %` : '–';
}
