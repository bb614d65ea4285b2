import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-poll',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an opinion ascribed to a share of people without the poll.',
    why: '“Most voters” is a result; a reader needs the pollster, the date and the sample.',
    advice: 'Name the pollster, the date, the question and the sample.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://www.apstylebook.com/',
    ],
  },
  messages: { unsourced: '“{phrase}” reports what people think: which poll, when, how many asked?' },
  examples: {
    flags: ['[[Most voters]] opposed the war from its first week.'],
    passes: ['According to a Gallup poll of 12 May 2024, most voters oppose the war.'],
  },
  check({ block, report }) {
    reportUnsourced(block, ['poll'], report);
  },
});
