import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'agentless-report',
  family: 'attribution',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a report or a judgement in the passive with nobody behind it.',
    why: '“It is believed” hides who believes, often because nobody was asked.',
    advice: 'Name who says, believes or judges it; use the active voice.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
      'https://aclanthology.org/W10-3001/',
    ],
  },
  messages: { found: '“{phrase}”: by whom?' },
  examples: {
    flags: [
      '[[It is widely believed]] that the bank knew.',
      'The mayor [[is said to]] own the land.',
      { text: 'The firm [[has been accused of]] fraud.', fixed: 'The firm has been accused [by whom?] of fraud.' },
    ],
    passes: [
      'The firm has been accused of fraud by the state prosecutor.',
      'The prosecutor accused the firm of fraud.',
      'The work was finished in May.',
      { text: 'The plan saved an estimated 4,000 crowns in rent [@lind2019].', languageId: 'markdown' },
    ],
  },
  check({ block, report }) {
    reportGaps(block, 'agentless', 'by-whom', report);
  },
});
