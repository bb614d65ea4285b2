import { overallOf, readTreeInputs, treeInputs } from '../../server/core/claims/tree-inputs.ts';
import { wordOf } from '../../server/core/claims/words.ts';
import { type WeighedInArticles, weighed, weighedInArticles } from '../../server/core/models/weighed.ts';
import { type Boosting, boostedLogit, fitTrees, type Trees } from './boost.ts';
import type { Labelled } from './claim-data.ts';
import { type Example, foldsOf } from './examples.ts';

const boosting: Boosting = { trees: 300, depth: 3, rate: 0.07, ridge: 40, thresholds: 31, parts: 4, scale: 1 / 256 };

/**
 * What the trees look at, for each sentence.
 *
 * @param logits What models that have not seen the sentence's document weigh it at.
 */
export function inputsOf(
  sentences: readonly Labelled<unknown>[],
  logits: Readonly<Record<WeighedInArticles, ArrayLike<number>>>,
): Int16Array[] {
  const found: Int16Array[] = [];
  let from = 0;
  // The sentences of a block stand together, all of them.
  while (from < sentences.length) {
    const { block } = sentences[from] as Labelled<unknown>;
    const count = block.sentences.length;
    const own = new Float64Array(count * weighed.length);
    for (let i = 0; i < count; i++)
      weighedInArticles.forEach((name, which) => {
        own[i * weighed.length + which] = logits[name][from + i] as number;
      });
    const weights = overallOf(own, count);
    const words = block.tokens.map(wordOf);
    for (const { index, read } of sentences.slice(from, from + count)) {
      const inputs = new Int16Array(treeInputs);
      readTreeInputs(inputs, block, words, index, read, weights);
      found.push(inputs);
    }
    from += count;
  }
  return found;
}

/** Trees for one decision, and the logit of every example by trees that have not seen its group. */
export function fitClaimTrees(
  examples: readonly Example[],
  inputs: readonly Int16Array[],
): { readonly trees: Trees; readonly heldOut: Float64Array } {
  const folds = 5;
  const foldOf = foldsOf(examples, folds);
  const samples = examples.map(({ yes, readings }, i) => ({ yes, readings, inputs: inputs[i] as Int16Array }));
  const read = (isKept: (at: number) => boolean) => samples.filter(({ readings }, i) => readings !== 0 && isKept(i));
  const heldOut = new Float64Array(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const trees = fitTrees(
      read(i => foldOf[i] !== fold),
      boosting,
    );
    samples.forEach((sample, i) => {
      if (foldOf[i] === fold) heldOut[i] = boostedLogit(trees, sample.inputs);
    });
  }
  return {
    trees: fitTrees(
      read(() => true),
      boosting,
    ),
    heldOut,
  };
}
