import { classCount, labelCount, mayFollow } from '../../server/core/attribution/span-labels.ts';
import { numbers, shuffle } from './chance.ts';

const L = labelCount;

/** A sequence to learn from. */
export interface SequenceExample {
  readonly length: number;
  /** Rows of weights, `width` of them for each token; -1 for a feature that is not used. */
  readonly rows: Int32Array;
  readonly width: number;
  /** The class of each token, which chooses its table of transitions. */
  readonly classes: Uint8Array;
  readonly gold: Uint8Array;
}

export interface Crf {
  /** A row of weights, one for each label, for every feature. */
  readonly emissions: Float32Array;
  /** For each class of token a table of labels by labels. */
  readonly transitions: Float32Array;
}

export interface CrfTraining {
  readonly rate: number;
  /** Passes over the examples, each with the number of weights that are kept after it. */
  readonly passes: readonly number[];
  /** Squared gradients that every weight starts with: the more, the less a rare feature weighs. */
  readonly caution: number;
}

const allowed: readonly boolean[] = Array.from({ length: L * L }, (_, i) => mayFollow(Math.floor(i / L), i % L));

/**
 * Fits a conditional random field over a chain (Lafferty, McCallum and Pereira 2001) by stochastic gradients with a rate for each weight
 * (AdaGrad, Duchi et al. 2011), and prunes it on the way, so that the weights that are left learn to do without the others. Deterministic.
 */
export function fitCrf(
  examples: readonly SequenceExample[],
  rowCount: number,
  { passes, rate, caution }: CrfTraining,
  log: (line: string) => void,
): Crf {
  const emissions = new Float32Array(rowCount * L);
  const squares = new Float32Array(rowCount * L).fill(caution);
  const transitions = new Float32Array(classCount * L * L);
  const transitionSquares = new Float32Array(transitions.length).fill(1e-2);
  const longest = examples.reduce((most, { length }) => Math.max(most, length), 0);
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const emit = new Float64Array(longest * L);
  const factor = new Float64Array(L * L * classCount);
  const order = examples.map((_, i) => i);
  const chance = numbers(7);
  for (const [pass, kept] of passes.entries()) {
    shuffle(order, chance);
    let loss = 0;
    let tokens = 0;
    for (const which of order) {
      const { length, rows, width, classes, gold } = examples[which] as SequenceExample;
      if (length === 0) continue;
      tokens += length;
      for (let i = 0; i < factor.length; i++) factor[i] = allowed[i % (L * L)] ? Math.exp(transitions[i] as number) : 0;
      for (let t = 0; t < length; t++) {
        const at = t * L;
        for (let y = 0; y < L; y++) emit[at + y] = 0;
        for (let k = 0; k < width; k++) {
          const row = rows[t * width + k] as number;
          if (row < 0) continue;
          const from = row * L;
          for (let y = 0; y < L; y++) emit[at + y] = (emit[at + y] as number) + (emissions[from + y] as number);
        }
        let most = Number.NEGATIVE_INFINITY;
        for (let y = 0; y < L; y++) most = Math.max(most, emit[at + y] as number);
        for (let y = 0; y < L; y++) emit[at + y] = Math.exp((emit[at + y] as number) - most);
      }
      for (let t = 0; t < length; t++) {
        const at = t * L;
        const table = (classes[t] as number) * L * L;
        let sum = 0;
        for (let y = 0; y < L; y++) {
          let a = 0;
          if (t === 0) a = factor[table + y] as number;
          else for (let x = 0; x < L; x++) a += (alpha[at - L + x] as number) * (factor[table + x * L + y] as number);
          a *= emit[at + y] as number;
          alpha[at + y] = a;
          sum += a;
        }
        for (let y = 0; y < L; y++) alpha[at + y] = (alpha[at + y] as number) / sum;
        const g = gold[t] as number;
        loss -= Math.log(Math.max(1e-30, alpha[at + g] as number));
      }
      for (let y = 0; y < L; y++) beta[(length - 1) * L + y] = 1;
      for (let t = length - 2; t >= 0; t--) {
        const at = t * L;
        const table = (classes[t + 1] as number) * L * L;
        let sum = 0;
        for (let x = 0; x < L; x++) {
          let b = 0;
          for (let y = 0; y < L; y++)
            b += (factor[table + x * L + y] as number) * (emit[at + L + y] as number) * (beta[at + L + y] as number);
          beta[at + x] = b;
          sum += b;
        }
        for (let x = 0; x < L; x++) beta[at + x] = (beta[at + x] as number) / sum;
      }
      for (let t = 0; t < length; t++) {
        const at = t * L;
        const g = gold[t] as number;
        let z = 0;
        for (let y = 0; y < L; y++) z += (alpha[at + y] as number) * (beta[at + y] as number);
        // Emissions.
        for (let y = 0; y < L; y++) {
          const grad = (y === g ? 1 : 0) - ((alpha[at + y] as number) * (beta[at + y] as number)) / z;
          if (Math.abs(grad) < 1e-3) continue;
          const grad2 = grad * grad;
          for (let k = 0; k < width; k++) {
            const row = rows[t * width + k] as number;
            if (row < 0) continue;
            const i = row * L + y;
            if ((squares[i] as number) < 0) continue;
            const s = (squares[i] as number) + grad2;
            squares[i] = s;
            emissions[i] = (emissions[i] as number) + (rate * grad) / Math.sqrt(s);
          }
        }
        // Transitions.
        const table = (classes[t] as number) * L * L;
        let zz = 0;
        if (t > 0)
          for (let x = 0; x < L; x++)
            for (let y = 0; y < L; y++)
              zz +=
                (alpha[at - L + x] as number) *
                (factor[table + x * L + y] as number) *
                (emit[at + y] as number) *
                (beta[at + y] as number);
        const before = t > 0 ? (gold[t - 1] as number) : 0;
        for (let x = 0; x < (t > 0 ? L : 1); x++)
          for (let y = 0; y < L; y++) {
            const i = table + x * L + y;
            if ((factor[i] as number) === 0) continue;
            const expected =
              t > 0
                ? ((alpha[at - L + x] as number) *
                    (factor[i] as number) *
                    (emit[at + y] as number) *
                    (beta[at + y] as number)) /
                  zz
                : ((alpha[at + y] as number) * (beta[at + y] as number)) / z;
            const grad = (x === before && y === g ? 1 : 0) - expected;
            if (Math.abs(grad) < 1e-3) continue;
            const s = (transitionSquares[i] as number) + grad * grad;
            transitionSquares[i] = s;
            transitions[i] = (transitions[i] as number) + (rate * grad) / Math.sqrt(s);
          }
      }
    }
    if (Number.isFinite(kept)) prune(emissions, squares, kept);
    log(`pass ${pass + 1}: loss ${(loss / tokens).toFixed(4)}`);
  }
  return { emissions, transitions };
}

/**
 * Leaves the weights that matter most and sets the others to nothing for good: what a weight is worth is its square times the
 * squared gradients seen, which stand for the curvature of the loss (Le Cun, Denker and Solla 1990).
 */
function prune(weights: Float32Array, squares: Float32Array, kept: number): void {
  const worth = weights.map((weight, i) => ((squares[i] as number) < 0 ? 0 : weight * weight * (squares[i] as number)));
  const least = Float32Array.from(worth).sort()[Math.max(0, worth.length - kept)] as number;
  for (let i = 0; i < weights.length; i++)
    if ((worth[i] as number) < least || worth[i] === 0) {
      weights[i] = 0;
      squares[i] = -1;
    }
}
