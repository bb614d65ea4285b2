import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-absolute',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an all, a never or a first that nothing backs.',
    why: 'One counter-example refutes an absolute, and readers enjoy finding it.',
    advice: 'Say who established it, or write what you know: “few”, “the first that we found”.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Puffery',
    ],
  },
  messages: { unsourced: '“{phrase}” admits no exception and has no source.' },
  examples: {
    flags: [
      'Halden was [[the first]] port in the country that handled grain by machine, and its rivals in Aldmoor and Vesk copied the design for years.',
    ],
    passes: ['Every child is a gift.', 'Will it always be like this?'],
  },
  check({ block, report }) {
    reportUnsourced(block, ['absolute'], report);
  },
});
