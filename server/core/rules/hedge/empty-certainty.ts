import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'empty-certainty',
  family: 'hedge',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags certainty asserted in the place of evidence.',
    why: '“Clearly” and “of course” ask the reader to agree before a reason is given.',
    advice: 'Give the evidence, or cut the word: what is clear needs no announcement.',
    references: [
      'Hyland, K. (2005), Metadiscourse: Exploring Interaction in Writing, chapter 3',
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Editorializing',
    ],
  },
  messages: { certain: '“{phrase}” asserts certainty; the evidence would do it better.' },
  examples: {
    flags: [
      '[[Clearly]], the bank knew.',
      'The bank [[undoubtedly]] knew of the losses.',
      '[[There is no doubt]] that the bank knew.',
    ],
    passes: [
      'She speaks clearly.',
      'It is not clearly marked.',
      'Clearly marked exits save lives.',
      'It was clear to everyone in the room.',
      '“Clearly, the bank knew,” she said.',
    ],
  },
  check({ block, report }) {
    for (const booster of block.boosters) report(booster, 'certain', { phrase: textIn(block, booster) });
  },
});
