import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-assertion',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a statement on how things are that nothing backs.',
    why: 'A general description can be argued against with evidence, so it wants some itself.',
    advice: 'Give an example with its source, or say that it is your view.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: {
    unsourced: 'This is asserted as fact without a source: what does it rest on?',
    vague: '“{phrase}” is all that this rests on: who said so?',
  },
  examples: {
    flags: [
      { text: '[[Teachers in the northern districts are paid late and housed badly.]]', message: 'unsourced' },
      { text: '[[It was reportedly the third flood in the northern districts in five years.]]', message: 'vague' },
    ],
    passes: [
      'Our children deserve better schools.',
      'The schools in the northern towns, the 2024 report of the Audit Office says, are in a desperate state.',
    ],
  },
  check({ block, report }) {
    reportUnsourced<'unsourced' | 'vague'>(block, ['condition', 'statement'], report, (_, leansOn) =>
      leansOn ? 'vague' : 'unsourced',
    );
  },
});
