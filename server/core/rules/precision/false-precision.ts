import { overlapping } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'false-precision',
  family: 'precision',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a figure that is exact to the last digit and hedged at once.',
    why: '“About 12.37 per cent” says in one breath that the figure is rough and that it is exact; one of the two is wrong.',
    advice: 'Round the figure, or drop the “about”.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics',
    ],
  },
  messages: { found: '“{phrase}” is rough and exact at once.' },
  examples: {
    flags: [
      'Rents rose by [[about 12.37 per cent]].',
      'The dam holds [[roughly 41,283 tonnes]].',
      'The flood drowned [[nearly 5,217 sheep]].',
    ],
    passes: [
      'Rents rose by about 12 per cent.',
      'Rents rose by 12.37 per cent.',
      'The dam holds roughly 41,000 tonnes.',
      'The mill closed around 1987.',
      '“Rents rose by about 12.37 per cent,” she said.',
    ],
  },
  check({ block, report }) {
    const quantities = block.values.filter(value => value.kind === 'quantity');
    for (const { kind, start, end } of block.hedges) {
      if (kind !== 'approximator') continue;
      const figure = overlapping(quantities, { start: end, end: end + 2 })[0];
      if (!figure || !isExact(textIn(block, figure))) continue;
      const where = { start, end: figure.end };
      report(where, 'found', { phrase: textIn(block, where) });
    }
  },
});

/** Two decimals, or four digits and more of which the last is told. */
const isExact = (figure: string): boolean => /\d\.\d\d/.test(figure) || /\d[,.]?\d\d[1-9](?!\d|[,.]\d)/.test(figure);
