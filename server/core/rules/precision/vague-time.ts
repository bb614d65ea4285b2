import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'vague-time',
  family: 'precision',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a time from which no reader can tell when.',
    why: '“Recently” is wrong the day after it is printed, and cannot be checked on any.',
    advice: 'Give the date, the year or the period.',
    references: ['https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Relative_time_references'],
  },
  messages: { found: '“{phrase}”: since when, exactly?' },
  examples: {
    flags: [
      'The mill closed [[recently]].',
      { text: 'The mill has lost money [[for years]].', fixed: 'The mill has lost money for years [when?].' },
    ],
    passes: ['Two years ago the mill closed.', 'The mill closed recently, on 12 May 2024.', 'The mill closed in 2024.'],
  },
  check({ block, report }) {
    reportGaps(block, 'vague-time', 'when', report);
  },
});
