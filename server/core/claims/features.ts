import { add, type Bag, empty, newBag } from './bag.ts';
import { addContext, addReading, registerOf, type Summary, summaryOf } from './context-features.ts';
import { type SentenceSignals, signalsOf, type Understood } from './signals.ts';
import { addWording, describeWords, newWording, type Wording } from './wording-features.ts';

/** What a sentence was found to be, for the claim models. */
export interface Described {
  readonly signals: SentenceSignals;
  readonly features: Bag;
}

const bag = newBag();
const wording = newWording();

/**
 * Hands the features of every sentence of a block to a reader, in order, and returns the words of the whole block. All claim models
 * share them. Bag and wording are scratch space: what they hold is gone with the next sentence and the next block.
 */
export function forEachSentence(block: Understood, read: (described: Described, index: number) => void): Wording {
  const { sentences, tokens } = block;
  describeWords(wording, tokens);
  const summaries = sentences.map((sentence, index) =>
    summaryOf(block, wording, sentence, signalsOf(block, wording.words, sentence, index)),
  );
  const register = registerOf(block, wording);
  sentences.forEach((sentence, index) => {
    const own = summaries[index] as Summary;
    empty(bag);
    for (const feature of register) add(bag, feature);
    addWording(bag, wording, block, sentence);
    addReading(bag, block, index, own);
    addContext(bag, block, wording, index, summaries);
    read({ signals: own.read, features: bag }, index);
  });
  return wording;
}
