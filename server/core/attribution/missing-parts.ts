import type { Block } from '../model/block.ts';
import type { Finder, Range } from './linked-parts.ts';
import { nounPhraseEnd, nounPhraseStart } from './noun-phrase.ts';
import { firstOfCue } from './reports.ts';

/** The least confidence in a cue without which what is marked as content would belong to nobody. */
const leastOfNeededCue = 0.1;
/** In tokens; what is longer is no subject. */
const longestSubject = 12;
const longestOpening = 40;

/** Finds by grammar, and by the model's second thoughts, what its labels leave out. */
export function missingParts(
  { tokens, sentences }: Pick<Block, 'tokens' | 'sentences'>,
  confidence: (first: number, end: number) => number,
): Finder {
  /** The noun phrase before the cue, else the subject: "Recalling the flood, the council …", "The council fell silent, denying that …". */
  function source([first]: Range, index: number): Range | undefined {
    const sentence = sentences[index];
    if (!sentence) return undefined;
    const start = nounPhraseStart(tokens, first, sentence.firstToken);
    if (start < first) return [start, first];
    const opening = first > sentence.firstToken ? sentence.firstToken : afterComma(first, sentence.endToken);
    const most = nounPhraseEnd(tokens, opening, Math.min(sentence.endToken, opening + longestSubject));
    let end = opening;
    while (end < most && tokens[end]?.pos !== 'verb') end++;
    return end > opening ? [opening, end] : undefined;
  }

  /** Index behind the comma that ends what opens a sentence; `end` where none does. */
  function afterComma(from: number, end: number): number {
    for (let i = from; i < Math.min(end, from + longestOpening); i++) if (tokens[i]?.text === ',') return i + 1;
    return end;
  }

  /** The likeliest cue of the sentence outside the content. */
  function cue([from, to]: Range, index: number): Range | undefined {
    const sentence = sentences[index];
    if (!sentence) return undefined;
    let best = -1;
    let most = leastOfNeededCue;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const sure = i < from || i >= to ? confidence(i, i + 1) : 0;
      if (sure > most) {
        best = i;
        most = sure;
      }
    }
    return best < 0 ? undefined : [firstOfCue(tokens, best, sentence), best + 1];
  }

  return { source, cue };
}
