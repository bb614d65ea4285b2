import type { Sentence, Token } from '../../model/sentence.ts';
import { ofSentence, startingIn } from '../../model/span.ts';
import type { Quantity } from '../../model/value.ts';
import { inOthersWords } from '../../text/quoted.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'missing-base',
  family: 'precision',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a rise or fall in per cent that does not say from what or since when.',
    why: '“Up 30 per cent” is a few or a flood, depending on what it was and when.',
    advice: 'Give the figures at both ends, or the period.',
    references: [
      'https://press.uchicago.edu/ucp/books/book/chicago/C/bo24298932.html',
      'https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics',
    ],
  },
  messages: { found: '“{phrase}”: from what, or since when?' },
  examples: {
    flags: ['Rents rose by [[30 per cent]].', 'Crime fell [[12%]], and nobody noticed.'],
    passes: [
      'Rents rose by 30 per cent between 2015 and 2020.',
      'Rents rose by 30 per cent last year.',
      'Rents rose to 30 per cent of income.',
      'Some 30 per cent of voters stayed at home.',
      'Rents rose by 30 per cent, from 400 to 520 euros.',
      'Rents rose by 30 per cent a year.',
      '“Rents rose by 30 per cent,” she said.',
      'Rents may rise by 30 per cent.',
    ],
  },
  check({ block, report }) {
    for (const [index, sentence] of block.sentences.entries()) {
      if (block.kind === 'heading' || ofSentence(block.hedges, index).length > 0) continue;
      const values = startingIn(block.values, sentence);
      // A period anywhere in the sentence is one that the change may be meant to have happened in.
      if (values.some(value => value.kind === 'date' || value.kind === 'time')) continue;
      for (const value of values)
        if (value.kind === 'quantity' && isChange(block.tokens, sentence, value) && !inOthersWords(block, value))
          report(value, 'found', { phrase: textIn(block, value) });
    }
  },
});

const changes =
  /^(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|declined|increased|decreased|shrank|shrunk|jumped|plunged|soared|surged|tumbled|slumped)$/;

/** A change by a share, with nothing in its sentence to count from. */
function isChange(
  tokens: readonly Token[],
  { firstToken, endToken }: Sentence,
  { measure, base, start }: Quantity,
): boolean {
  if (measure !== 'percent' || base) return false;
  let at = firstToken;
  while (at < endToken && (tokens[at] as Token).start < start) at++;
  const before = tokens[at - 1]?.normal === 'by' ? tokens[at - 2] : tokens[at - 1];
  if (!before || !changes.test(before.normal)) return false;
  return !tokens
    .slice(firstToken, endToken)
    .some(({ normal }) =>
      /^(?:since|from|between|compared|than|during|over|when|under|until|within|year|years|month|annually|yearly|that)$/.test(
        normal,
      ),
    );
}
