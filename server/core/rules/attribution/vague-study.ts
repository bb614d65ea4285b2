import { reportGaps } from '../gaps.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'vague-study',
  family: 'attribution',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags studies, polls and figures that are credited and not identified.',
    why: 'A study that cannot be found cannot be checked.',
    advice: 'Give the title or the authors, the publisher and the date, or link it.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
      'https://arxiv.org/abs/1809.08193',
    ],
  },
  messages: { found: '“{phrase}”: which?' },
  examples: {
    flags: [
      '[[Studies]] show rents fell.',
      '[[Polls]] show 60 per cent support it.',
      '[[Studies]] show that the road is safe.',
      {
        text: '[[Recent research]] suggests that the road is safe.',
        fixed: 'Recent research [which?] suggests that the road is safe.',
      },
    ],
    passes: [
      'Studies have shown (Smith 2019) that rents rose.',
      'NASA data show that the ice has shrunk.',
      'According to a study published in Nature in 2023, the road is safe.',
      'The 2024 study by the Road Institute shows that the road is safe.',
      { text: 'A [study](https://example.org/road) shows that the road is safe.', languageId: 'markdown' },
    ],
  },
  check({ block, report }) {
    reportGaps(block, 'vague-study', 'which', report);
  },
});
