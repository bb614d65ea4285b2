import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-trend',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a rise, a fall or another change that nothing backs.',
    why: 'A trend needs a start, an end and a count; without them it is an impression.',
    advice: 'Give the figure at both ends and its source.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” is a trend without a source: from what to what?' },
  examples: {
    flags: [
      'Support for the government has [[fallen]] in the northern towns.',
      'Crime has [[risen]] in the districts that lost their police stations.',
    ],
    passes: ['According to the Interior Ministry, crime has risen since 2019.', 'I hope that trust will grow.'],
  },
  check({ block, report }) {
    reportUnsourced(block, ['trend'], report);
  },
});
