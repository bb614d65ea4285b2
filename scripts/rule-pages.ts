import { families, type Rule } from '../server/core/index.ts';

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

/** The table of all rules, by family. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = ['<!-- Made by `npm run generate` from the rule files. -->', '# Rules', ''];
  for (const family of families) {
    const own = rules.filter(rule => rule.family === family);
    if (own.length === 0) continue;
    lines.push(`## ${family}`, '', '| rule | severity | what it flags |', '| --- | --- | --- |');
    for (const rule of own) lines.push(`| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.docs.summary} |`);
    lines.push('');
  }
  return lines.join('\n');
}
