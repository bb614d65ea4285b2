import { farthestOf, isCrowded, isDistant } from '../../citation/far-evidence.ts';
import { backingsOf } from '../../claims/backed.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'distant-evidence',
  family: 'citation',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a claim whose only source stands several sentences further on.',
    why: 'Whoever reads the claim does not know that a source is to come, and whoever meets the source does not know that it reaches back so far.',
    advice: 'Move the source to the claim, or name it there.',
    references: ['https://en.wikipedia.org/wiki/Wikipedia:Citing_sources#Text–source_integrity'],
  },
  messages: { distant: 'The source for this stands {count} sentences further on.' },
  examples: {
    flags: [
      {
        text: '[[Rents in Halden rose by 40 per cent between 2015 and 2023.]] What a place it could be! Who would have thought so? What a shame it is! Is that what we want? Wages fell by 3 per cent.[^1]\n\n[^1]: Lind, Rents, 2020.',
        languageId: 'markdown',
      },
    ],
    passes: [
      {
        text: 'Rents in Halden rose by 40 per cent between 2015 and 2023. Wages fell by 3 per cent.[^1]\n\n[^1]: Lind, Rents, 2020.',
        languageId: 'markdown',
      },
    ],
  },
  check({ article, report }) {
    farthestOf(backingsOf(article)).forEach((far, index) => {
      const [mark] = far?.reach.evidence ?? [];
      if (!far || !mark || isCrowded(far) || !isDistant(far)) return;
      const start = article.blocks[index]?.start ?? 0;
      const related = [{ ...shift(mark, start), message: 'The source stands here.' }];
      report(shift(far.sentence, start), 'distant', { count: String(far.sentences) }, { related });
    });
  },
});
