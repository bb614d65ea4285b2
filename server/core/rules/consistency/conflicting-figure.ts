import { figureConflicts, type PlacedFigure } from '../../consistency/figure-conflicts.ts';
import { headlineFigures } from '../../consistency/headline.ts';
import { whereIs } from '../../consistency/where.ts';
import { shift } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'conflicting-figure',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a figure or a date that the draft gives differently elsewhere for the same thing.',
    why: 'At least one of the two is wrong, and a reader who notices will trust neither.',
    advice:
      'Look the figure up and give the same one in both places, or say what sets the two apart: the year, the place, who counted.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: {
    figure: '“{here}” here, but “{there}” in {where}: which is right?',
    date: '“{here}” here, but “{there}” in {where}: which date is right?',
  },
  examples: {
    flags: [
      {
        text: 'The flood drowned 5,200 sheep on the farms along the river.\n\nNobody has paid for the [[5,300 sheep]] that the flood drowned on those farms.',
        message: 'figure',
      },
      {
        text: 'The old harbour bridge collapsed on 3 May under a convoy of lorries.\n\nSince the harbour bridge collapsed on [[4 May]] under its convoy of lorries, ferries run.',
        message: 'date',
      },
    ],
    passes: [
      'The flood drowned 5,200 sheep on the farms along the river.\n\nNobody has paid for the 5,200 sheep that the flood drowned on those farms.',
      'In 2010 the flood drowned 5,200 sheep on the farms along the river. In 2015 the flood drowned 300 sheep on the farms along the river.',
      'In Halden, 40 per cent of the tenants own a car. In Osei, 55 per cent of the tenants own a car.',
      'The old weaver of Halden was born in 1944, moved to the mill and died there in 2014.\n\nThe old weaver of Halden was born in 1944, moved to the mill and died there in 2014, his sister said.',
      'More than 300 miners died in the shaft. The list of the 312 miners who died in the shaft hangs in the church.',
      '“We lost 400 sheep in the flood on our farms,” said the farmer. The flood drowned 500 sheep on the farms.',
    ],
  },
  check({ article, report }) {
    // What the headline gives differently has a rule of its own.
    const inHeadline = new Set(headlineFigures(article).map(({ figure, headline }) => headline.start + figure.start));
    const isInHeadline = ({ figure, placed }: PlacedFigure) => inHeadline.has(placed.start + figure.start);
    for (const { here, there } of figureConflicts(article)) {
      if (isInHeadline(here) || isInHeadline(there)) continue;
      const filling = {
        here: textIn(here.placed.block, here.figure),
        there: textIn(there.placed.block, there.figure),
        where: whereIs(article, there.placed, here.placed),
      };
      const related = [{ ...shift(there.figure, there.placed.start), message: `“${filling.there}” stands here.` }];
      const messageId = here.figure.value.kind === 'date' ? 'date' : 'figure';
      report(shift(here.figure, here.placed.start), messageId, filling, { related });
    }
  },
});
