import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-history',
  family: 'claim',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags an event of history that nothing backs.',
    why: 'History is quoted from memory and from other op-eds; a parallel is only as good as its facts.',
    advice: 'Name the historian, the archive or the document.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” rests on history without a source: whose account?' },
  examples: {
    flags: [
      'In [[1931]] the company secretly sold the wells to its rivals, and thousands of families lost their land.',
    ],
    passes: [
      'In her 2019 history of the valley, Anna Lind writes that the company sold the wells in 1931.',
      'Was it better in 1931?',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['history'], report);
  },
});
