import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-cause',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a cause and effect that nothing backs.',
    why: 'That one thing led to another is the hardest claim to prove and the easiest to write.',
    advice: 'Name the study or the person who found the link, or say that one followed the other.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” claims a cause without a source: who found the link?' },
  examples: {
    flags: [
      'Sanctions [[led to]] a shortage of medicines in the capital.',
      'The closure of the mill [[caused]] the decline of the valley.',
    ],
    passes: [
      'Would a toll have caused less anger?',
      'The inquiry concluded in 2022 that the closure caused the decline of the valley.',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['causal'], report);
  },
});
