import type { Token } from '../../model/sentence.ts';
import { firstWhere } from '../../model/span.ts';
import { inOthersWords } from '../../text/quoted.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'open-range',
  family: 'precision',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a figure that is given by its upper end only.',
    why: '“Up to 90 per cent” is true of one per cent as well.',
    advice: 'Give both ends of the range, or the usual figure.',
    references: [
      'https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics',
      'https://osr.statisticsauthority.gov.uk/',
    ],
  },
  messages: { found: '“{phrase}”: and at least?' },
  examples: {
    flags: ['The dam could cost [[up to 40 million euros]].', '[[As many as 300 families]] left.'],
    passes: [
      'The dam cost 40 million euros.',
      'The dam will cost between 30 and 40 million euros.',
      'At least 300 families left.',
      '“As many as 300 families left,” she said.',
      'It takes up to two hours.',
      'The fine is up to 300 euros.',
    ],
  },
  check({ block, report }) {
    if (block.kind === 'heading') return;
    for (const value of block.values) {
      if (value.kind !== 'quantity') continue;
      const start = upperEndBefore(block.tokens, value.start);
      const where = { start: start ?? value.start, end: value.end };
      if (start !== undefined && !inOthersWords(block, where)) report(where, 'found', { phrase: textIn(block, where) });
    }
  },
});

/** Where "up to" or "as many as" starts that ends at a position. A limit that somebody set ("is up to", "a fine of up to") is no estimate. */
function upperEndBefore(tokens: readonly Token[], position: number): number | undefined {
  const at = firstWhere(tokens, token => token.start >= position);
  const word = (offset: number) => tokens[at + offset]?.normal ?? '';
  if (word(-1) === 'as' && /^(?:many|much)$/.test(word(-2)) && word(-3) === 'as') return tokens[at - 3]?.start;
  if (word(-1) !== 'to' || word(-2) !== 'up') return undefined;
  return /^(?:is|are|was|of|for|with|takes|lasts|set)$/.test(word(-3)) ? undefined : tokens[at - 2]?.start;
}
