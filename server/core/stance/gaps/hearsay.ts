import { wordSet } from '../../lexicon/word-set.ts';
import type { Token } from '../../model/sentence.ts';
import type { Gap } from '../../model/stance.ts';
import type { Attributed } from '../stance.ts';
import { isPerson } from './minds.ts';

/** Adverbs that pass on what somebody said, and adjectives that hold a thing at a distance. */
const adverbs = wordSet('reportedly allegedly supposedly purportedly ostensibly rumoured rumored so-called');
const rumours = wordSet('rumour rumor');
const adjectives = wordSet('alleged supposed purported reported rumoured rumored');

/** "Reportedly", "the alleged deal", "the so-called reform": somebody said so, and a reader is not told who. */
export function hearsayWords({ tokens, sentences }: Attributed): Gap[] {
  const gaps: Gap[] = [];
  sentences.forEach(({ firstToken, endToken }, sentence) => {
    for (let i = firstToken; i < endToken; i++) {
      const { normal, start, end } = tokens[i] as Token;
      if ((adverbs.has(normal) && !isTerm(tokens, i)) || (adjectives.has(normal) && isAdjective(tokens, i)))
        gaps.push({ kind: 'hearsay', start, end, sentence });
      // "rumour has it"
      else if (rumours.has(normal) && tokens[i + 1]?.normal === 'has')
        gaps.push({ kind: 'hearsay', start, end: (tokens[i + 1] as Token).end, sentence });
    }
  });
  return gaps;
}

/** "A so-called interface" teaches what a thing is called; "a so-called expert" and "the so-called reform" doubt. */
function isTerm(tokens: readonly Token[], i: number): boolean {
  if ((tokens[i] as Token).normal !== 'so-called' || !/^an?$/.test(tokens[i - 1]?.normal ?? '')) return false;
  let head = i + 1;
  while (/^(?:adj|noun)$/.test(tokens[head + 1]?.pos ?? '')) head++;
  const noun = tokens[head];
  return noun?.pos === 'noun' && !isPerson(noun);
}

/** The word stands before a noun and is no verb there. */
const isAdjective = (tokens: readonly Token[], i: number): boolean =>
  /^(?:noun|adj)$/.test(tokens[i + 1]?.pos ?? '') &&
  ((tokens[i] as Token).pos === 'adj' || /^(?:det|part|pron)$/.test(tokens[i - 1]?.pos ?? ''));
