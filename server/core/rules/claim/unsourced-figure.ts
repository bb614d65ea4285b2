import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-figure',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a figure that nothing backs.',
    why: 'A figure is the first thing a checker looks up, and the first thing a reader doubts.',
    advice: 'Say who counted and when, link the document, or give a footnote.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { unsourced: '“{phrase}” has no source: who counted, and when?' },
  examples: {
    flags: [
      'In the United States, [[40 per cent]] of the schools in the old towns have lost their libraries.',
      'The mayor explains nothing; rents in Halden have risen by [[40 per cent]] since 2015.',
      'The council has spent [[$4 million]] on the new bridge since 2019.',
      'The toll was announced in June, and rents have risen by [[40 per cent]] in the villages of the coast.',
      {
        text: 'Rents in the old town rose by [[40 per cent]] after the new law.',
        fixed: 'Rents in the old town rose by 40 per cent after the new law. [citation needed]',
      },
    ],
    passes: [
      'According to the 2024 annual report of the Harbour Authority, rents rose by 40 per cent.',
      { text: 'Rents rose by [40 per cent](https://example.org/rents).', languageId: 'markdown' },
      'I paid 40 pounds for it.',
      'Those under 35 in Halden are all but kept from owning a home.',
      'If taxes rose by 10 per cent, the shops of Halden would leave the town.',
      'The co-operative has offered to buy 40 per cent of the quay outright.',
      'In its 2021 report, the Weather Office said that warming had reached 1.1 degrees.',
      'A panel proposed 42 repairs, of which 17 have been made, according to the Audit Office.',
      'The trip takes 27 minutes on average, per the Census Bureau.',
    ],
  },
  check({ block, report }) {
    reportUnsourced(block, ['quantity'], report);
  },
});
