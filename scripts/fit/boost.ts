/** The answers to its questions, as bits, tell which of its answers a tree gives. */
export interface Tree {
  readonly questions: readonly { readonly input: number; readonly above: number }[];
  readonly answers: readonly number[];
}

/** What trees are fitted to: the inputs of each example as whole numbers, and what is to be said of it. */
export interface Sample {
  readonly inputs: Int16Array;
  /** The share of readings that say yes, 0 to 1. */
  readonly yes: number;
}

export interface Trees {
  /** How many inputs they were fitted to. */
  readonly inputs: number;
  /** The logit before any tree has answered. */
  readonly bias: number;
  /** What an answer of one stands for. */
  readonly scale: number;
  readonly depth: number;
  readonly trees: readonly Tree[];
}

export interface Boosting {
  readonly trees: number;
  /** How many questions a tree asks. */
  readonly depth: number;
  /** The part of its best answer that each tree gives. */
  readonly rate: number;
  /** The penalty on the answers, as a number of examples that are even. */
  readonly ridge: number;
  /** No input is asked more thresholds than these. */
  readonly thresholds: number;
  /** A tree is offered one input in so many, another part each time, so that no two trees say quite the same. */
  readonly parts: number;
  /** What an answer of one stands for. */
  readonly scale: number;
}

/**
 * Boosted trees (Friedman 2001) in which all nodes of a level ask the same question, which keeps them from learning by heart and makes
 * them small and quick (Kohavi 1994; Prokhorenkova et al. 2018). Answers are Newton steps for the logistic loss, in whole numbers.
 * There is no chance in it: the same trees every time.
 */
export function fitTrees(samples: readonly Sample[], boosting: Boosting): Trees {
  const { depth, rate, ridge, scale } = boosting;
  const questions = questionsOf(samples, boosting.thresholds);
  const share = samples.reduce((sum, { yes }) => sum + yes, 0) / samples.length;
  const bias = Math.log(share / (1 - share));
  const logits = new Float64Array(samples.length).fill(bias);
  const pull = new Float64Array(samples.length);
  const curve = new Float64Array(samples.length);
  const trees: Tree[] = [];
  while (trees.length < boosting.trees) {
    const offered = questions.filter((_, at) => at % boosting.parts === trees.length % boosting.parts);
    samples.forEach(({ yes }, i) => {
      const probability = 1 / (1 + Math.exp(-(logits[i] as number)));
      pull[i] = yes - probability;
      curve[i] = probability * (1 - probability);
    });
    const leafOf = new Uint8Array(samples.length);
    const asked = Array.from({ length: depth }, (_, level) => {
      const best = bestQuestion(offered, leafOf, 1 << level, pull, curve, ridge);
      for (let i = 0; i < leafOf.length; i++)
        if ((best.ranks[i] as number) > best.rank) leafOf[i] = (leafOf[i] as number) | (1 << level);
      return { input: best.input, above: best.above };
    });
    const sums = new Float64Array(2 << depth);
    leafOf.forEach((leaf, i) => {
      sums[2 * leaf] = (sums[2 * leaf] as number) + (pull[i] as number);
      sums[2 * leaf + 1] = (sums[2 * leaf + 1] as number) + (curve[i] as number);
    });
    const answers = Array.from({ length: 1 << depth }, (_, leaf) =>
      Math.round((rate * (sums[2 * leaf] as number)) / ((sums[2 * leaf + 1] as number) + ridge / 4) / scale),
    );
    leafOf.forEach((leaf, i) => {
      logits[i] = (logits[i] as number) + (answers[leaf] as number) * scale;
    });
    trees.push({ questions: asked, answers });
  }
  return { inputs: samples[0]?.inputs.length ?? 0, bias, scale, depth, trees };
}

/** The logit of what has these inputs. */
export const boostedLogit = ({ bias, scale, trees }: Trees, inputs: Int16Array): number =>
  trees.reduce((sum, { questions, answers }) => {
    const leaf = questions.reduce(
      (bits, { input, above }, bit) => bits | (Number((inputs[input] as number) > above) << bit),
      0,
    );
    return sum + scale * (answers[leaf] as number);
  }, bias);

/** One input with the thresholds that it may be asked, and between which of them each example lies. */
interface Question {
  readonly input: number;
  readonly thresholds: readonly number[];
  readonly ranks: Uint8Array;
}

function questionsOf(samples: readonly Sample[], most: number): Question[] {
  const width = samples[0]?.inputs.length ?? 0;
  return Array.from({ length: width }, (_, input) => {
    const sorted = Int16Array.from(samples, ({ inputs }) => inputs[input] as number).sort();
    const cuts = new Set<number>();
    for (let cut = 1; cut <= most; cut++) {
      const value = sorted[Math.floor((cut * sorted.length) / (most + 1))] as number;
      if (value < (sorted.at(-1) as number)) cuts.add(value);
    }
    // What most examples have in common is told from all above it.
    const lowest = sorted[0] ?? 0;
    if (lowest < (sorted.at(-1) ?? 0)) cuts.add(lowest);
    const thresholds = [...cuts].sort((a, b) => a - b);
    const ranks = Uint8Array.from(samples, ({ inputs }) => {
      const value = inputs[input] as number;
      let rank = 0;
      while (rank < thresholds.length && value > (thresholds[rank] as number)) rank++;
      return rank;
    });
    return { input, thresholds, ranks };
  }).filter(({ thresholds }) => thresholds.length > 0);
}

/** The question that parts all leaves best, by how much the second-order loss falls. Of equals the first. */
function bestQuestion(
  questions: readonly Question[],
  leafOf: Uint8Array,
  leaves: number,
  pull: Float64Array,
  curve: Float64Array,
  ridge: number,
) {
  let best = { gain: Number.NEGATIVE_INFINITY, input: 0, above: 0, rank: 0, ranks: leafOf };
  for (const { input, thresholds, ranks } of questions) {
    const count = thresholds.length + 1;
    const sums = new Float64Array(2 * leaves * count);
    for (let i = 0; i < ranks.length; i++) {
      const at = 2 * ((leafOf[i] as number) * count + (ranks[i] as number));
      sums[at] = (sums[at] as number) + (pull[i] as number);
      sums[at + 1] = (sums[at + 1] as number) + (curve[i] as number);
    }
    const gains = new Float64Array(thresholds.length);
    for (let leaf = 0; leaf < leaves; leaf++)
      addGains(gains, sums.subarray(2 * leaf * count, 2 * (leaf + 1) * count), ridge / 4);
    gains.forEach((gain, rank) => {
      if (gain > best.gain) best = { gain, input, above: thresholds[rank] as number, rank, ranks };
    });
  }
  return best;
}

/** Adds, for each threshold, how well it parts the examples of one leaf, of which pull and curve are summed by rank. */
function addGains(gains: Float64Array, sums: Float64Array, ridge: number): void {
  let [pulls, curves] = [0, 0];
  for (let i = 0; i < sums.length; i += 2) {
    pulls += sums[i] as number;
    curves += sums[i + 1] as number;
  }
  let [below, curvesBelow] = [0, 0];
  for (let rank = 0; rank < gains.length; rank++) {
    below += sums[2 * rank] as number;
    curvesBelow += sums[2 * rank + 1] as number;
    const above = pulls - below;
    gains[rank] =
      (gains[rank] as number) + below ** 2 / (curvesBelow + ridge) + above ** 2 / (curves - curvesBelow + ridge);
  }
}
