import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-motive',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an intention ascribed to somebody that nothing backs.',
    why: 'Nobody can look into a head: a motive is known by what somebody said, wrote or did.',
    advice: 'Quote the words or the document that show the intention, or say that it is your reading.',
    references: [
      'https://www.reuters.com/info-pages/standards-and-values/',
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
    ],
  },
  messages: { unsourced: '“{phrase}” ascribes an intention: how is it known?' },
  examples: {
    flags: ['The general [[wanted to]] humiliate his rivals before the election.'],
    passes: ['The general wrote in his 2019 memoir that he wanted to humiliate his rivals.'],
  },
  check({ block, report }) {
    reportUnsourced(block, ['motive'], report);
  },
});
