import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'collective-source',
  family: 'attribution',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a place or a whole people that thinks, wants or speaks as one.',
    why: 'A capital does not speak and a people does not think; somebody did, and others did not.',
    advice: 'Name the speaker or the office, or cite the poll.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
      'https://www.reuters.com/info-pages/standards-and-values/',
    ],
  },
  messages: { found: '“{phrase}” cannot be asked: who said or thinks so?' },
  examples: {
    flags: [
      '[[Brussels]] believes that the treaty will fail.',
      { text: '[[Europeans]] want a deal.', fixed: 'Europeans [who?] want a deal.' },
    ],
    passes: ['The mayor of Brussels believes that the treaty will fail.', 'In Brussels, the treaty failed.'],
  },
  check({ block, report }) {
    reportGaps(block, 'collective', 'who', report);
  },
});
