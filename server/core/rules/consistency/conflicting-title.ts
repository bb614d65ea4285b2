import { titleConflicts } from '../../consistency/titles.ts';
import { whereIs } from '../../consistency/where.ts';
import { shift } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'conflicting-title',
  family: 'consistency',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags somebody who is given two titles.',
    why: 'A wrong rank or office is a wrong fact; and a reader who meets two titles looks for two people.',
    advice: 'Give the title that was right at the time, or say “then” or “former”.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: { title: '“{here}” here, but “{there}” in {where}: is it one person, and which title is right?' },
  examples: {
    flags: [
      'Senator Osei opened the bridge.\n\nNobody had asked [[Governor Osei]] to speak.',
      'Mr Dahl opened the bridge.\n\nNobody had asked [[Mrs Dahl]] to speak.',
    ],
    passes: [
      'Senator Osei opened the bridge.\n\nNobody had asked Sen. Miriam Osei to speak.',
      'Senator Osei opened the bridge.\n\nNobody had asked former Governor Osei to speak.',
      'Senator Miriam Osei opened the bridge.\n\nNobody had asked Governor Peter Osei to speak.',
      'Dr. Osei opened the bridge.\n\nNobody had asked Senator Osei to speak.',
    ],
  },
  check({ article, report }) {
    for (const { here, placed, there, otherPlaced } of titleConflicts(article)) {
      const other = textIn(otherPlaced.block, there);
      const filling = { here: textIn(placed.block, here), there: other, where: whereIs(article, otherPlaced, placed) };
      const related = [{ ...shift(there, otherPlaced.start), message: `“${other}” stands here.` }];
      report(shift(here, placed.start), 'title', filling, { related });
    }
  },
});
