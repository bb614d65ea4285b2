import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import taggerFile from '../models/tagger.json' with { type: 'json' };
import { rowOf, type TaggerModel, unpackTagger } from '../models/tagger-model.ts';
import { describe, newDescription, noTag, tagFeatures, tagKeys, wordFeatures, wordKeys } from './tag-features.ts';
import { cutUnits, isHyphen, maxTokens, newUnits, type Units } from './units.ts';

const tags = partsOfSpeech.length;
const codeOf = (pos: Pos): number => partsOfSpeech.indexOf(pos);
const punct = codeOf('punct');
const verb = codeOf('verb');
const adj = codeOf('adj');
const adp = codeOf('adp');
const noun = codeOf('noun');

/** Marks that are punctuation wherever they stand. A hyphen may be a minus, an apostrophe a possessive. */
const plainMarks = new Set([...',.;:?!()[]{}"“”„«»…—'].map(mark => mark.charCodeAt(0)));

/** True for a token that is punctuation wherever it stands, which the tagger need not weigh. */
export const isPlainMark = ({ text }: Token): boolean => text.length === 1 && plainMarks.has(text.charCodeAt(0));

/** Unpacked when it is first needed, once. */
let unpacked: TaggerModel | string | undefined;
function model(): TaggerModel | string {
  unpacked ??= unpackTagger(taggerFile, 'server/core/models/tagger.json');
  return unpacked;
}

/** Why there are no tags, as whole sentences; absent where the tagger works. */
export function taggerProblem(): string | undefined {
  const problem = model();
  return typeof problem === 'string'
    ? `${problem} The draft was read without parts of speech, so findings are less exact. Install Says Who again.`
    : undefined;
}

/**
 * Writes the part of speech of every token, from left to right, sentence by sentence, by a greedy averaged perceptron
 * (Collins 2002). The tokens must be new, that is, not yet part of a block. Without a usable model they keep the `x` they have.
 */
export function tagTokens(tokens: readonly Token[], sentences: readonly Sentence[]): void {
  const weights = model();
  if (typeof weights === 'string') return;
  for (const { firstToken, endToken } of sentences)
    for (let first = firstToken; first < endToken; first += maxTokens) {
      cutUnits(units, tokens, first, Math.min(endToken, first + maxTokens));
      tagUnits(weights, tokens, units, unitTags);
      for (let i = 0; i < units.count; ) {
        const token = units.token[i] as number;
        let end = i + 1;
        while (end < units.count && units.token[end] === token) end++;
        const text = tokens[token] as { pos: Pos } & Token;
        text.pos = partsOfSpeech[tagOfToken(text.text, i, end)] as Pos;
        i = end;
      }
    }
}

/**
 * The tag of a token of one or more units. A contraction is what its first part is ("don't" an auxiliary). A compound is what its
 * last part is, but a participle makes an adjective of it ("state-owned") and a particle a noun ("run-up").
 */
function tagOfToken(text: string, first: number, end: number): number {
  const opening = unitTags[first] as number;
  if (end - first === 1 || !isHyphen(text.charCodeAt(units.end[first] as number))) return opening;
  const closing = unitTags[end - 1] as number;
  if (closing === verb) return /(?:ed|en|ing|wn|ne|de|ght|lt|pt|ld|nt|ound|ung)$/i.test(text) ? adj : verb;
  return closing === adp ? noun : closing;
}

const units = newUnits();
const unitTags = new Uint8Array(units.token.length);
const rows = newDescription();
const keys = new Int32Array(wordFeatures + tagFeatures);
const scores = new Int32Array(tags);

/** Tags the units of one sentence. Exported for the script that measures the tagger by the words of the treebanks. */
export function tagUnits(weights: TaggerModel, tokens: readonly Token[], units: Units, out: Uint8Array): void {
  describe(rows, tokens, units, key => knownTags(weights, rowOf(weights, key)));
  let tag1 = noTag;
  let tag2 = noTag;
  for (let i = 0; i < units.count; i++) {
    let tag = punct;
    if (!isPlainMark(tokens[units.token[i] as number] as Token)) {
      wordKeys(keys, 0, rows, i);
      tagKeys(keys, wordFeatures, rows, i, tag1, tag2);
      tag = bestTag(weights);
    }
    out[i] = tag;
    tag2 = tag1;
    tag1 = tag;
  }
}

/** The tag with the highest sum of weights over the keys; the first of several. */
function bestTag(weights: TaggerModel): number {
  const { buckets, low, rows, pairs, tagOfPair, weightOfPair } = weights;
  scores.fill(0);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] as number;
    const lastRow = buckets[(key >>> 8) + 1] as number;
    for (let row = buckets[key >>> 8] as number; row < lastRow; row++) {
      if (low[row] !== (key & 0xff)) continue;
      const end = rows[row + 1] as number;
      for (let i = rows[row] as number; i < end; i++) {
        const pair = pairs[i] as number;
        const tag = tagOfPair[pair] as number;
        scores[tag] = (scores[tag] as number) + (weightOfPair[pair] as number);
      }
      break;
    }
  }
  let best = 0;
  for (let tag = 1; tag < tags; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag;
  return best;
}

/** The tags that a word had in the treebanks, one bit each; 0 for one that they do not often have. */
function knownTags({ rows, pairs, tagOfPair }: TaggerModel, row: number): number {
  if (row < 0) return 0;
  let tags = 0;
  for (let i = rows[row] as number; i < (rows[row + 1] as number); i++)
    tags |= 1 << (tagOfPair[pairs[i] as number] as number);
  return tags;
}
