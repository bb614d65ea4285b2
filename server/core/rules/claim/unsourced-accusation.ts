import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-accusation',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a charge against somebody that nothing backs.',
    why: 'A charge of crime, lies or cruelty can harm the person charged and cost the publisher dearly.',
    advice: 'Cite the judgment, the document or the named witness, and ask the person for an answer.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://www.reuters.com/info-pages/standards-and-values/',
    ],
  },
  messages: { unsourced: '“{phrase}” is a charge without a source: who established it?' },
  examples: {
    flags: [
      'The minister [[lied to]] parliament about the Halden contract, and his deputy knew it.',
      'The company [[bribed]] two inspectors at the Harbour Authority and paid their rent for a year.',
    ],
    passes: [
      'The court found in its 2021 ruling that the minister lied to parliament.',
      'Nobody should be accused of that.',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['accusation'], report);
  },
});
