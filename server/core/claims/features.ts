import { add, type Bag, empty, newBag } from './bag.ts';
import { addContext, addReading, registerOf, summaryOf } from './context-features.ts';
import { type SentenceSignals, signalsOf, type Understood } from './signals.ts';
import { addWording, describeWords, newWording } from './wording-features.ts';

const bag = newBag();
const wording = newWording();

/**
 * Hands the features of every sentence of a block to a reader, in order. All claim models share them. The bag is scratch space:
 * what it holds is gone with the next sentence.
 */
export function forEachSentence(
  block: Understood,
  read: (signals: SentenceSignals, features: Bag, index: number) => void,
): void {
  const { sentences, tokens } = block;
  describeWords(wording, tokens);
  const signals = sentences.map((sentence, index) => signalsOf(block, sentence, index));
  const summaries = sentences.map((sentence, index) =>
    summaryOf(block, wording, sentence, signals[index] as SentenceSignals),
  );
  const register = registerOf(block);
  sentences.forEach((sentence, index) => {
    const own = signals[index] as SentenceSignals;
    empty(bag);
    for (const feature of register) add(bag, feature);
    addWording(bag, wording, block, sentence);
    addReading(bag, block, sentence, index, own);
    addContext(bag, block, wording, index, summaries);
    read(own, bag, index);
  });
}
