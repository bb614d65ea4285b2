import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-comparison',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a comparison or a ranking that nothing backs.',
    why: '“More than” and “the largest” need two figures, and the reader has neither.',
    advice: 'Give both figures and where they come from, or say that it is your impression.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” compares without a source: what are the figures?' },
  examples: {
    flags: [
      'Halden and Vesk take in far [[more boats than]] the other ports of the coast, but they get no more money.',
      'The council of Aldmoor has spent [[less than]] the councils of its neighbours on repairs to the schools that were damaged in the flood.',
      'The port of Halden has handled [[more than]] its old rival in Vesk, and the company paid its dockers better than the city did, in every year that the two competed for the grain of the Upper Valley.',
    ],
    passes: [
      'Kindness is better than money.',
      'The audit office found in its 2023 report that the city spends less than its neighbours.',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['comparison'], report);
  },
});
