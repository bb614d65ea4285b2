import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'vague-quantity',
  family: 'precision',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a quantity without a figure where a fact is asserted.',
    why: '“Many” may be three or three million.',
    advice: 'Give the figure, or a range, and its source.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
      'https://aclanthology.org/W10-3001/',
    ],
  },
  messages: { found: '“{phrase}”: how many?' },
  examples: {
    flags: ['[[Countless]] families left the valley after the mines closed.', '[[A number of]] banks failed in 2009.'],
    passes: ['Some 1,200 families left the valley.', 'The most beautiful valley is empty.'],
  },
  check({ block, report }) {
    reportGaps(block, 'vague-quantity', 'how-many', report);
  },
});
