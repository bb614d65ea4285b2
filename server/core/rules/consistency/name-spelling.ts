import { misspellings } from '../../consistency/spellings.ts';
import { whereIs } from '../../consistency/where.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'name-spelling',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a name that is spelt in another way than elsewhere in the draft.',
    why: 'A misspelt name is the error that its bearer notices first, and the one that corrections columns are made of.',
    advice: 'Look the name up and spell it in one way.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://doi.org/10.1145/363958.363994',
    ],
  },
  messages: { spelling: '“{here}” here, but “{there}” in {where}{times}: which spelling is right?' },
  examples: {
    flags: [
      'Miriam Feldstone opened the hall. Later Feldstone spoke.\n\nNobody had asked [[Feldstoen]] to speak.',
      'Miriam Feldstone opened the hall. Later Feldstone spoke.\n\nThe crowd applauded Miriam [[Feldstonne]] at last.',
    ],
    passes: [
      'Miriam Feldstone opened the hall. Later Feldstone spoke.\n\nNobody had asked Feldstone to speak.',
      'The ministers of Slovakia met. Slovakia pays half.\n\nThe ministers of Slovenia stayed away.',
      'Miriam Hansen opened the hall. Later Hansen spoke.\n\nThe crowd applauded Peter Hanson at last.',
      'They all know Marisol. Everybody likes Marisol.\n\nThe crowd applauded Marysol da Ponte at last.',
      'The Koreans came by sea. The Koreans stayed.\n\nThe Korean delegation left.',
    ],
  },
  check({ article, report }) {
    for (const { here, placed, there, otherPlaced, times } of misspellings(article)) {
      const filling = {
        here: here.word,
        there: there.word,
        where: whereIs(article, otherPlaced, placed),
        times: times > 2 ? ` and ${times - 1} more times` : '',
      };
      const related = [{ ...shift(there, otherPlaced.start), message: `“${there.word}” stands here.` }];
      const fixes = [
        {
          kind: 'replace',
          span: shift(here, placed.start),
          text: there.word,
          title: `Change to “${there.word}”`,
        } as const,
      ];
      report(shift(here, placed.start), 'spelling', filling, { related, fixes });
    }
  },
});
