import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-law',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags what a law, a treaty or a constitution is said to say, without the place.',
    why: 'Law turns on its wording, and a paraphrase from memory is often of another law, or of an old one.',
    advice: 'Name the act and the section, or link the text.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” says what the law is without a source: which act, which section?' },
  examples: {
    flags: ['Under [[the law]], the company pays no tax on the profits that it makes abroad.'],
    passes: [
      'Section 4 of the Harbours Act 1964, [the law in force](https://example.org/act), forbids the sale.',
      'We need a better law.',
      'Pellow paid the bill at the marina.',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['law'], report);
  },
});
