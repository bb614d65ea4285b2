import { headlineFigures } from '../../consistency/headline.ts';
import { whereIs } from '../../consistency/where.ts';
import { shift } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'headline-figure',
  family: 'consistency',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary:
      'Flags a figure in the headline, or in the title of front matter, that the body does not give, or gives differently.',
    why: 'The headline is what most people read, and it is written last, often by somebody else.',
    advice: 'Give the figure of the body in the headline, or the one of the headline in the body, with its source.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: {
    differs: 'The headline says “{here}”, but {where} says “{there}”.',
    opening: 'The opening says “{here}”, but {where} says “{there}”.',
    missing: 'The headline says “{here}”, which nothing in the text repeats.',
  },
  examples: {
    flags: [
      {
        text: 'The flood drowned [[6,200 sheep]].\n\nThe river rose in the night.\n\nIt drowned 5,200 sheep on the farms.\n\nNobody has paid.',
        message: 'opening',
      },
      {
        text: '---\ntitle: Flood drowns [[6,200 sheep]]\n---\n\nIt drowned 5,200 sheep on the farms.',
        message: 'differs',
        languageId: 'markdown',
      },
      {
        text: '# Flood drowns [[6,200 sheep]]\n\nThe river rose in the night.\n\nIt drowned 5,200 sheep on the farms.\n\nNobody has paid.',
        message: 'differs',
        languageId: 'markdown',
      },
      {
        text: '# Flood costs farmers [[$4 million]]\n\nThe river rose in the night.\n\nIt drowned 5,200 sheep on the farms.\n\nNobody has paid.',
        message: 'missing',
        languageId: 'markdown',
      },
    ],
    passes: [
      { text: '# Flood costs farmers $4 million\n\nThe river rose in the night.', languageId: 'markdown' },
      {
        text: '---\ntitle: Flood drowns 5,200 sheep\n---\n\nIt drowned 5,200 sheep on the farms.',
        languageId: 'markdown',
      },
      {
        text: '# Flood drowns 5,200 sheep\n\nThe river rose in the night.\n\nIt drowned 5,217 sheep on the farms.\n\nNobody has paid.',
        languageId: 'markdown',
      },
      {
        text: '# 12 reasons to move to the hills\n\nThe river rose in the night.\n\nIt drowned 5,200 sheep on the farms.\n\nNobody has paid.',
        languageId: 'markdown',
      },
    ],
  },
  check({ article, report }) {
    for (const { figure, headline, instead } of headlineFigures(article)) {
      const here = textIn(headline.block, figure);
      const where = shift(figure, headline.start);
      if (!instead) {
        report(where, 'missing', { here });
        continue;
      }
      const there = textIn(instead.placed.block, instead.figure);
      const related = [{ ...shift(instead.figure, instead.placed.start), message: `“${there}” stands here.` }];
      // Without a heading, the first paragraph is what stands highest.
      const messageId = headline.block.kind === 'heading' ? 'differs' : 'opening';
      report(where, messageId, { here, there, where: whereIs(article, instead.placed, headline) }, { related });
    }
  },
});
