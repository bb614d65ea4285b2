import type { Claim } from '../../model/claim.ts';
import { defineRule } from '../rule.ts';
import { reportUnsourced } from '../unsourced.ts';

export default defineRule({
  id: 'unsourced-motive',
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an intention or a belief ascribed to somebody that nothing backs.',
    why: 'Nobody can look into a head: a motive is known by what somebody said, wrote or did.',
    advice: 'Quote the words or the document that show the intention, or say that it is your reading.',
    references: [
      'https://www.reuters.com/info-pages/standards-and-values/',
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
    ],
  },
  messages: {
    unsourced: '“{phrase}” tells what is in somebody’s mind: how is it known?',
    collective: '“{phrase}” cannot be asked: who said or thinks so?',
  },
  examples: {
    flags: [
      { text: 'The general [[wanted to]] humiliate his rivals before the election.', message: 'unsourced' },
      {
        text: 'The harbour was closed after a raid that [[Moscow]] blames on the fishermen of three villages.',
        message: 'collective',
      },
    ],
    passes: ['The general wrote in his 2019 memoir that he wanted to humiliate his rivals.'],
  },
  check({ block, report }) {
    const isCollective = ({ cue }: Claim) =>
      block.gaps.some(({ kind, start, end }) => kind === 'collective' && start === cue.start && end === cue.end);
    reportUnsourced<'unsourced' | 'collective'>(block, ['motive'], report, claim =>
      isCollective(claim) ? 'collective' : 'unsourced',
    );
  },
});
