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

/** A rule in TypeScript. */
export const codeTemplate = ({ id, family, version }: NewRule): string => `import { defineRule } from '../rule.ts';

export default defineRule({
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
  check({ block, report }) {
    for (const gap of block.gaps) report(gap, 'found', {});
  },
});
`;
