import { farthestOf, isCrowded } from '../../citation/far-evidence.ts';
import { backingsOf } from '../../claims/backed.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'one-citation-paragraph',
  family: 'citation',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a citation at the end of a paragraph that carries many claims before it.',
    why: 'The reader cannot tell which of them the source says, and neither can the checker.',
    advice: 'Say in the text what comes from the source, or repeat the citation behind each claim that does.',
    references: ['https://en.wikipedia.org/wiki/Wikipedia:Citing_sources#Text–source_integrity'],
  },
  messages: { crowded: 'This one citation carries {count} claims.' },
  examples: {
    flags: [
      {
        text: 'Rents in Halden rose by 40 per cent. Wages fell by 3 per cent. In 2019 the city closed four schools. Two thousand homes stood empty in May. The mayor sold 12 houses to the bank.[[[^1]]]\n\n[^1]: Lind, Rents, 2020.',
        languageId: 'markdown',
      },
    ],
    passes: [
      {
        text: 'Rents in Halden rose by 40 per cent. Wages fell by 3 per cent.[^1]\n\n[^1]: Lind, Rents, 2020.',
        languageId: 'markdown',
      },
      {
        text: 'Rents in Halden rose by 40 per cent.[^1] Wages fell by 3 per cent.[^1] In 2019 the city closed four schools.[^1] Two thousand homes stood empty in May.[^1]\n\n[^1]: Lind, Rents, 2020.',
        languageId: 'markdown',
      },
    ],
  },
  check({ article, report }) {
    farthestOf(backingsOf(article)).forEach((far, index) => {
      const [mark] = far?.reach.evidence ?? [];
      if (far && mark && isCrowded(far))
        report(shift(mark, article.blocks[index]?.start ?? 0), 'crowded', { count: String(far.claims + 1) });
    });
  },
});
