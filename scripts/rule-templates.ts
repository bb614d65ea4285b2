/** What a new rule's file starts with: everything that the contract asks for, with “…” where words are to be filled in. */
export interface NewRule {
  readonly id: string;
  readonly family: string;
  readonly version: string;
}

/** A rule as a list of phrases, in YAML. */
export const phraseTemplate = ({ id, family, version }: NewRule): string => `id: ${id}
family: ${family}
severity: off
since: ${version}
docs:
  summary: Flags …
  why: …
  advice: …
  references: []
message: “{phrase}” …
# Alternatives share one word's place (is|was); a question mark makes a word optional (widely?).
phrases:
  - …
examples:
  flags:
    - "[[…]]"
  passes:
    - "…"
`;

/** A rule in TypeScript that looks at one block at a time. */
export const codeTemplate = (rule: NewRule): string =>
  template(
    rule,
    'defineRule',
    `check({ block, report }) {
    for (const gap of block.gaps) report(gap, 'found', {});
  },`,
  );

/** A rule in TypeScript that compares blocks. */
export const articleTemplate = (rule: NewRule): string =>
  template(
    rule,
    'defineArticleRule',
    `check({ article, report }) {
    for (const { start, block } of article.blocks)
      for (const gap of block.gaps) report({ start: start + gap.start, end: start + gap.end }, 'found', {});
  },`,
  );

const template = (
  { id, family, version }: NewRule,
  define: string,
  check: string,
): string => `import { ${define} } from '../rule.ts';

export default ${define}({
  id: '${id}',
  family: '${family}',
  severity: 'off',
  since: '${version}',
  docs: {
    summary: 'Flags …',
    why: '…',
    advice: '…',
    references: [],
  },
  messages: { found: '…' },
  examples: {
    flags: ['[[…]]'],
    passes: ['…'],
  },
  ${check}
});
`;
