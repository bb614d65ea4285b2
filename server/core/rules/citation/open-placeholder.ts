import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'open-placeholder',
  family: 'citation',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Lists the placeholders that still ask for a source.',
    why: 'A placeholder is a promise to the desk; it must not reach the reader.',
    advice: 'Put the source in its place, or cut the claim.',
    references: ['https://en.wikipedia.org/wiki/Template:Citation_needed'],
  },
  messages: { open: 'Still open: {placeholder}' },
  examples: {
    flags: [
      'The dam will hold. [[[citation needed]]]',
      'Experts [[[who?]]] say so.',
      'The toll rose by [[TK]] per cent.',
      'The toll rose in May. [[[NOTE TO ED: experts say this is libel]]]',
    ],
    passes: ['“He [the mayor] said so.”', 'The dam held.', 'A tk of the clock.', 'A note to the editor: the dam held.'],
  },
  check({ block, report }) {
    for (const mark of block.evidence)
      if (mark.kind === 'placeholder') report(mark, 'open', { placeholder: mark.target });
  },
});
