import { unexplainedAcronyms } from '../../consistency/unexplained.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'unexplained-acronym',
  family: 'consistency',
  severity: 'off',
  since: '0.1.0',
  docs: {
    summary: 'Flags an acronym that the draft never spells out.',
    why: 'A reader who does not know the body cannot look it up, and cannot weigh it as a source.',
    advice: 'Give the name in full where it stands first, with the acronym in brackets behind it.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Abbreviations#Acronyms',
      'https://www.apstylebook.com/',
    ],
  },
  messages: { acronym: '“{acronym}” is spelt out nowhere in the draft.' },
  examples: {
    flags: [
      'The engineers of the [[OBRA]] closed the quay.\n\nNobody at the OBRA said why.',
      'Two [[SWDs]] in the valley share one caseworker.',
    ],
    passes: [
      'The Harbour Safety Authority (HSA) closed the quay. Nobody at the HSA said why.',
      'The HSA closed the quay. The Harbour Safety Authority did not say why.',
      'The HSA (short for Harbour Safety Authority) closed the quay.',
      'The FBI came to the quay in its NATO boots.',
      '“The OBRA closed the quay,” she said.',
      'King Henry VIII closed the quay.',
    ],
  },
  check({ article, report }) {
    for (const { acronym, placed, here } of unexplainedAcronyms(article))
      report(shift(here, placed.start), 'acronym', { acronym });
  },
});
