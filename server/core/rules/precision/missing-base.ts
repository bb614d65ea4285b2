import type { Token } from '../../model/sentence.ts';
import { firstWhere, ofSentence, startingIn } from '../../model/span.ts';
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
      const tokens = block.tokens.slice(sentence.firstToken, sentence.endToken);
      const changed = values.filter(value => value.kind === 'quantity' && isChange(tokens, value));
      if (changed.length === 0 || tokens.some(({ normal }) => counted.test(normal))) continue;
      for (const value of changed)
        if (!inOthersWords(block, value)) report(value, 'found', { phrase: textIn(block, value) });
    }
  },
});

const changes =
  /^(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|declined|increased|decreased|shrank|shrunk|jumped|plunged|soared|surged|tumbled|slumped)$/;

/** What tells in a sentence from what a change is counted. */
const counted =
  /^(?:since|from|between|compared|than|during|over|when|under|until|within|year|years|month|annually|yearly|that)$/;

/** A change by a share. */
function isChange(sentence: readonly Token[], { measure, base, start }: Quantity): boolean {
  if (measure !== 'percent' || base) return false;
  const at = firstWhere(sentence, token => token.start >= start);
  const before = sentence[at - 1]?.normal === 'by' ? sentence[at - 2] : sentence[at - 1];
  return before !== undefined && changes.test(before.normal);
}
