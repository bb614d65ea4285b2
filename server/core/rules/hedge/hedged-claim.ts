import { ofSentence } from '../../model/span.ts';
import { textIn } from '../../text/text-of.ts';
import { adverbDeletion } from '../deletion.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'hedged-claim',
  family: 'hedge',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Points out the wording that hedges a claim.',
    why: 'A hedge is honest where the evidence is thin, and evasive where the writer could have looked.',
    advice: 'Say what is known and by whom; keep the hedge if the doubt is real.',
    references: [
      'Hyland, K. (2005), Metadiscourse: Exploring Interaction in Writing, chapter 3',
      'https://aclanthology.org/W10-3001/',
    ],
  },
  messages: { hedged: '“{phrase}” weakens this claim: is the doubt the world’s or the writer’s?' },
  examples: {
    flags: [
      { text: 'The bank [[probably]] knew of the losses in 2019.', fixed: 'The bank knew of the losses in 2019.' },
      'The fire [[may]] have started in the kitchen of the hotel.',
      '[[There is a good chance]] that the bank of Halden knew about the missing money in 2019.',
    ],
    passes: [
      'You may leave now.',
      'The bank could have been saved in 2008.',
      'Nobody could read the report of 2019.',
      'Voters were more likely than in 2015 to stay at home.',
      'In May 2019 the bank closed.',
      'The bank knew.',
    ],
    knownMisses: ['It is hard to say whether the bank knew.'],
  },
  check({ block, report }) {
    for (const hedge of block.hedges)
      if (hedge.kind !== 'approximator' && ofSentence(block.claims, hedge.sentence).length > 0) {
        const fix = adverbDeletion(block, hedge);
        report(hedge, 'hedged', { phrase: textIn(block, hedge) }, { fixes: fix ? [fix] : [] });
      }
  },
});
