import { acronymConflicts } from '../../consistency/acronyms.ts';
import { whereIs } from '../../consistency/where.ts';
import { shift } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'conflicting-acronym',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an acronym that is introduced twice, for two names, and a name that gets two acronyms.',
    why: 'Either a name is wrong, or two bodies are taken for one.',
    advice: 'Look up what the body is called; introduce the acronym once.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: { acronym: '“{here}” here, but “{there}” in {where}.' },
  examples: {
    flags: [
      'The Harbour Safety Authority (HSA) closed the quay.\n\nA spokesman of the [[Harbour Safety Agency (HSA)]] said why.',
      'The Harbour Safety Authority (HSA) closed the quay.\n\nA spokesman of the [[Harbour Safety Authority (HAS)]] said why.',
    ],
    passes: [
      'The Harbour Safety Authority (HSA) closed the quay.\n\nA spokesman of the Harbour Safety Authority (HSA) said why.',
      'The Harbour Safety Authority (HSA) closed the quay.\n\nA spokesman of the Harbour Workers Union (HWU) said why.',
    ],
  },
  check({ article, report }) {
    for (const { here, placed, there, otherPlaced } of acronymConflicts(article)) {
      const other = textIn(otherPlaced.block, there);
      const filling = { here: textIn(placed.block, here), there: other, where: whereIs(article, otherPlaced, placed) };
      const related = [{ ...shift(there, otherPlaced.start), message: `“${other}” stands here.` }];
      report(shift(here, placed.start), 'acronym', filling, { related });
    }
  },
});
