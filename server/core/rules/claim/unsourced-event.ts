import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-event',
  family: 'claim',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags an event told as fact that nothing backs.',
    why: 'Dates, places and who did what are the facts that a reader can check, and the ones most often misremembered.',
    advice: 'Link the report, the record or the announcement, or name who was there.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” tells what happened without a source: who reported it?' },
  examples: {
    flags: [
      'The council [[signed]] a secret contract with the Halden company in March and hid it from the public for two years.',
    ],
    passes: [
      'According to the minutes of 12 March 2024, the council signed the contract.',
      'Will the council sign the contract?',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['event'], report);
  },
});
