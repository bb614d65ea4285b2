import { entries } from '../generated/boosters.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import type { Booster } from '../model/stance.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Attributed } from './stance.ts';

const findEntries = phraseMatcher(entries);

/** Boosters, apart from the adverb of manner ("speak clearly") and from a doubt that is denied ("not certainly"). */
export function findBoosters(block: Attributed): Booster[] {
  const { tokens } = block;
  return block.sentences.flatMap((sentence, index) =>
    findEntries(tokens, sentence.firstToken, sentence.endToken)
      .filter(match => {
        const before = tokens[match.first - 1]?.normal ?? '';
        const next = tokens[match.end];
        const manner =
          match.entry.term === 'clearly' &&
          match.first > sentence.firstToken &&
          (!next || /^[.,;!?]$/.test(next.text) || /^(?:and|enough|in|to|about|on)$/.test(next.normal));
        // "clearly visible", "clearly marked exits", "it was clear to everyone": what can be seen, not what is claimed.
        const perceived =
          (match.entry.term === 'clearly' && /(?:ed|ble)$/.test(next?.normal ?? '')) ||
          (match.entry.term === 'it is clear that' && next?.normal === 'to');
        return !manner && !perceived && !/^(?:not|almost|nearly|very|more|less|so|quite|too|as|how)$/.test(before);
      })
      .map(
        (match): Booster => ({
          kind: match.entry.kind,
          ...spanOfTokens(block, match.first, match.end),
          sentence: index,
        }),
      ),
  );
}
