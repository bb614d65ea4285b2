import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';

/** Every quantity of a text: its words, measure, number, unit, bound and base, as far as it has them. */
const quantitiesIn = (text: string): string[] =>
  read(`${text} and so on it goes, as everybody in the hall knew.`, 'plaintext').blocks.flatMap(({ block }) =>
    block.values.flatMap(value => {
      if (value.kind !== 'quantity') return [];
      const { start, end, measure, amount, upTo, unit, bound, base } = value;
      const round = (number: number) => String(Math.round(number * 1000) / 1000);
      const number = amount === undefined ? '' : ` ${round(amount)}${upTo === undefined ? '' : `..${round(upTo)}`}`;
      return [
        `${text.slice(start, end)}: ${measure}${number}${unit ? ` ${unit}` : ''}${bound ? ` ${bound}` : ''}${base ? ` [${text.slice(base.start, base.end)}]` : ''}`,
      ];
    }),
  );

test.each<[string, ...string[]]>([
  // Counts
  ['They built 1,200 homes', '1,200 homes: count 1200 homes'],
  ['They built 1,200 new homes', '1,200 new homes: count 1200 homes'],
  ['Some 40 people left', '40 people: count 40 people about'],
  ['It took four hundred years', 'four hundred years: count 400 years'],
  ['It lost 1.2 million voters', '1.2 million voters: count 1200000 voters'],
  ['It sold 3bn shares', '3bn shares: count 3000000000 shares'],
  ['It sold three dozen boats', 'three dozen boats: count 36 boats'],
  ['At least 40 left', '40: count 40 at-least'],
  ['More than 40 left', '40: count 40 at-least'],
  ['No more than 40 left', '40: count 40 at-most'],
  ['No fewer than 40 left', '40: count 40 at-least'],
  ['Fewer than 40 left', '40: count 40 at-most'],
  ['Up to 40 left', '40: count 40 at-most'],
  [
    'About 12,500 of the 40,000 voters have left',
    '12,500: count 12500 about [of the 40,000 voters]',
    '40,000 voters: count 40000 voters',
  ],
  // Shares
  ['Rents rose 40% overall', '40%: percent 40'],
  ['Rents rose by 3.5 per cent', '3.5 per cent: percent 3.5'],
  ['Nearly 60 percent of voters agreed', '60 percent: percent 60 about [of voters]'],
  ['Two per cent of all homes stand empty', 'Two per cent: percent 2 [of all homes stand empty]'],
  ['It fell 2 percentage points', '2 percentage points: percentage-points 2'],
  ['It fell 50 basis points', '50 basis points: percentage-points 0.5'],
  ['It fell by one percentage point', 'one percentage point: percentage-points 1'],
  ['Rents rose 40% since 2015', '40%: percent 40 [since 2015]'],
  // Money
  ['It cost $3 million', '$3 million: money 3000000 $'],
  ['It cost £2bn', '£2bn: money 2000000000 £'],
  ['It cost US$5', 'US$5: money 5 US$'],
  ['It cost EUR 500 in all', 'EUR 500: money 500 EUR'],
  ['It cost 5 million dollars', '5 million dollars: money 5000000 dollars'],
  ['It cost twenty-five pence', 'twenty-five pence: money 25 pence'],
  ['It cost $10m to $15m', '$10m to $15m: money 10000000..15000000 $'],
  ['It cost $10 to $15 million', '$10 to $15 million: money 10000000..15000000 $'],
  ['It cost $3.5 million to $4bn', '$3.5 million to $4bn: money 3500000..4000000000 $'],
  // Ratios
  ['The ratio was 3:1', '3:1: ratio 3'],
  ['One in five children is poor', 'One in five: ratio 0.2'],
  ['It hit 1 in 4 homes', '1 in 4: ratio 0.25'],
  ['Three out of four agreed', 'Three out of four: ratio 0.75'],
  ['Two of every three agreed', 'Two of every three: ratio 0.667'],
  ['Two-thirds of voters agreed', 'Two-thirds: ratio 0.667 [of voters]'],
  ['Three quarters of them left', 'Three quarters: ratio 0.75 [of them left]'],
  ['A third of the homes are cold', 'A third: ratio 0.333 [of the homes]'],
  ['Half of the homes are cold', 'Half: ratio 0.5 [of the homes]'],
  ['They voted 3-to-1 against', '3-to-1: ratio 3'],
  ['They lost by 10 to 1', '10 to 1: ratio 10'],
  ['It is twice as dear', 'twice: ratio'],
  ['It lost ¾ of its weight', '¾: ratio 0.75 [of its weight]'],
  // Ranges
  ['It takes 10 to 15 years', '10 to 15 years: count 10..15 years'],
  ['It takes between 10 and 15 years', '10 and 15 years: count 10..15 years'],
  ['Rents rose 10–15 per cent', '10–15 per cent: percent 10..15'],
  ['Rents rose 10 per cent to 15 per cent', '10 per cent to 15 per cent: percent 10..15'],
  // Ordinals
  ['It came 3rd', '3rd: ordinal 3'],
  ['It is the fourth bridge', 'fourth: ordinal 4'],
  // None
  ['Two men left one of them'],
  ['It is Article 5 that matters'],
  ['It was 9/11 that changed it'],
  ['It is open 24/7 they say'],
  ['One in 2019 and one later'],
  ['It opened in 1999 already'],
  ['It fell two years ago'],
  ['It fell 20 years ago'],
  ['Nobody spoke'],
])('%s', (text, ...expected) => {
  expect(quantitiesIn(text)).toEqual(expected);
});
