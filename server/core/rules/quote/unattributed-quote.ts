import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'unattributed-quote',
  family: 'quote',
  severity: 'off',
  since: '0.1.0',
  docs: {
    summary: 'Flags quoted words with no speaker in reach.',
    why: 'A quotation without a speaker cannot be checked, and a reader cannot weigh it.',
    advice: 'Say who spoke or wrote the words, when and where.',
    references: ['https://aclanthology.org/L18-1524/', 'https://www.reuters.com/info-pages/standards-and-values/'],
  },
  messages: { found: 'Nobody says this: {phrase}' },
  examples: {
    flags: ['The plan was dead by noon. [[“We will never sell a single acre of it.”]] The hall fell silent.'],
    passes: [
      '“We will never sell a single acre of it,” the owner said.',
      'They called it “the long goodbye to the old mill”.',
    ],
  },
  check({ block, report }) {
    reportGaps(block, 'unattributed-quote', 'who', report);
  },
});
