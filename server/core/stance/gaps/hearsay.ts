import { wordSet } from '../../lexicon/word-set.ts';
import type { Gap } from '../../model/stance.ts';
import type { Attributed } from '../stance.ts';

/** Adverbs that pass on what somebody said, and adjectives that hold a thing at a distance. */
const adverbs = wordSet('reportedly allegedly supposedly purportedly ostensibly rumoured rumored so-called');
const adjectives = wordSet('alleged supposed purported reported rumoured rumored');

/** "Reportedly", "the alleged deal", "the so-called reform": somebody said so, and a reader is not told who. */
export const hearsayWords = ({ tokens, sentences }: Attributed): Gap[] =>
  sentences.flatMap((sentence, index) =>
    tokens.slice(sentence.firstToken, sentence.endToken).flatMap((token, offset): Gap[] => {
      const next = tokens[sentence.firstToken + offset + 1];
      const before = tokens[sentence.firstToken + offset - 1];
      const isAdjective =
        adjectives.has(token.normal) &&
        /^(?:noun|adj)$/.test(next?.pos ?? '') &&
        (token.pos === 'adj' || /^(?:det|part|pron)$/.test(before?.pos ?? ''));
      // "rumour has it"
      if (/^rumou?r$/.test(token.normal) && next?.normal === 'has')
        return [{ kind: 'hearsay', start: token.start, end: next.end, sentence: index }];
      return adverbs.has(token.normal) || isAdjective
        ? [{ kind: 'hearsay', start: token.start, end: token.end, sentence: index }]
        : [];
    }),
  );
