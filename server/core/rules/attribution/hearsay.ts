import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'hearsay',
  family: 'attribution',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags hearsay that does not say who was heard.',
    why: '“Reportedly” tells a reader that somebody reported it and keeps back who; “so-called” that somebody calls it so.',
    advice: 'Name who reported, alleged or calls it so, and where.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Expressions_of_doubt',
      'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
    ],
  },
  messages: { found: '“{phrase}” keeps back who said so.' },
  examples: {
    flags: [
      'The minister [[reportedly]] met the owner twice.',
      { text: 'The minister [[allegedly]] met the owner.', fixed: 'The minister allegedly [by whom?] met the owner.' },
      'The [[alleged]] meeting was never proved.',
      'The [[so-called]] reform failed.',
    ],
    passes: [
      'The Tribune reported on 4 May that the minister met the owner.',
      '“He reportedly met the owner,” she said.',
      'They supposed that the owner knew.',
    ],
  },
  check({ block, report }) {
    reportGaps(block, 'hearsay', 'by-whom', report);
  },
});
