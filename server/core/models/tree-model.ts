import { fromBase64, padded } from './base64.ts';

/** Boosted trees that ask all examples of a level the same question, as `scripts/fit/` writes them. */
export interface StoredTrees {
  /** How many inputs the trees were fitted to. */
  readonly inputs: number;
  /** How many questions each tree asks. */
  readonly depth: number;
  readonly trees: number;
  /** The logit before any tree has answered. */
  readonly bias: number;
  /** What a stored answer of one stands for. */
  readonly scale: number;
  /** FNV-1a over the bytes of `data`, in hexadecimal digits. */
  readonly checksum: string;
  /**
   * In base64 without padding; for each tree its questions, each as the input (one byte) and the whole number that it must be above
   * (two, the lower one first), and its answers (two bytes each). The answers to the questions are the bits of the answer's place.
   */
  readonly data: string;
}

/** Trees one behind the other. */
export interface TreeModel {
  readonly depth: number;
  readonly bias: number;
  readonly scale: number;
  /** For each question which input it looks at, and what that must be above. */
  readonly inputs: Uint8Array;
  readonly above: Int16Array;
  readonly answers: Int16Array;
}

/** The bytes of one tree of a depth. */
export const bytesOfTree = (depth: number): number => 3 * depth + (2 << depth);

/**
 * Unpacks trees, or says in a sentence what is wrong with them.
 *
 * @param width How many inputs the caller has for them.
 */
export function unpackTrees(
  stored: StoredTrees | undefined,
  name: string,
  key: string,
  width: number,
): TreeModel | string {
  if (!stored) return `${name} is damaged: it has no trees “${key}”.`;
  const { depth, trees, bias, scale, inputs: fittedTo } = stored;
  if (fittedTo !== width)
    return `${name} is damaged: its trees “${key}” were fitted to ${fittedTo} inputs, but this program has ${width}.`;
  const packed = fromBase64(stored.data);
  if (packed?.checksum !== stored.checksum)
    return `${name} is damaged: the checksum of its trees “${key}” is ${packed?.checksum ?? 'none'}, not ${stored.checksum}.`;
  const { bytes } = packed;
  if (bytes.length !== padded(trees * bytesOfTree(depth)))
    return `${name} is damaged: its trees “${key}” have ${bytes.length} bytes, not ${padded(trees * bytesOfTree(depth))}.`;
  const inputs = new Uint8Array(trees * depth);
  const above = new Int16Array(trees * depth);
  const answers = new Int16Array(trees << depth);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (let tree = 0; tree < trees; tree++) {
    for (let question = tree * depth; question < (tree + 1) * depth; question++, at += 3) {
      inputs[question] = bytes[at] as number;
      above[question] = view.getInt16(at + 1, true);
    }
    for (let leaf = tree << depth; leaf < (tree + 1) << depth; leaf++, at += 2) answers[leaf] = view.getInt16(at, true);
  }
  return { depth, bias, scale, inputs, above, answers };
}

/** The logit of what has these inputs. Whole numbers are compared and summed, so that it is the same on every machine. */
export function treesLogit({ depth, bias, scale, inputs, above, answers }: TreeModel, of: Int16Array): number {
  let sum = 0;
  for (let question = 0, tree = 0; question < inputs.length; tree++) {
    let leaf = tree << depth;
    // The sign of the difference is the answer: nobody could guess which way a branch would go.
    for (let bit = 0; bit < depth; bit++, question++)
      leaf |= (((above[question] as number) - (of[inputs[question] as number] as number)) >>> 31) << bit;
    sum += answers[leaf] as number;
  }
  return bias + sum * scale;
}
