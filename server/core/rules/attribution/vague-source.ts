import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'vague-source',
  family: 'attribution',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a claim or a view credited to people nobody can name.',
    why: 'Readers cannot weigh a source that they cannot identify.',
    advice: 'Name the person, the office or the organisation, or say how many you asked.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
      'https://www.apstylebook.com/',
    ],
  },
  messages: {
    found: '“{phrase}” names no one who can be asked.',
    majority: '“{phrase}”: which poll says so, or who counted them?',
  },
  examples: {
    flags: [
      'In 2012 [[experts]] said the dam would hold.',
      { text: '[[Experts]] say the dam will hold.', message: 'found' },
      { text: '[[Most residents]] oppose the dam.', message: 'majority' },
      { text: 'The dam, [[critics]] argue, was built too fast.', message: 'found' },
      {
        message: 'found',
        text: '[[Some observers]] believe that the dam will hold.',
        fixed: 'Some observers [who?] believe that the dam will hold.',
      },
    ],
    passes: [
      { text: 'Critics [argue](https://example.org/quay) that the plan will fail.', languageId: 'markdown' },
      { text: 'Experts say that the wall leaks [@lind2019].', languageId: 'markdown' },
      { text: 'Some say that the quay was burnt, while others speak of chance [@lind2019].', languageId: 'markdown' },
      'Anna Lind, who inspected it in 2023, says the dam will hold.',
      '“Experts say so,” the mayor told the council.',
      'Experts built the dam.',
    ],
  },
  check({ block, report }) {
    reportGaps<'found' | 'majority'>(block, 'vague-source', 'who', report, phrase =>
      /^(?:(?:the\s(?:vast\s)?|a\s(?:\p{L}+\s)?)?majority\sof|most)\s/iu.test(phrase) ? 'majority' : 'found',
    );
  },
});
