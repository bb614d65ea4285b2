import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import taggerFile from '../models/tagger.json' with { type: 'json' };
import { bestTag, sumLength, type TaggerModel, unpackTagger } from '../models/tagger-model.ts';
import { usable } from '../models/usable.ts';
import { forget, newTagMemory, recallTags, rememberTags, type TagMemory } from './tag-memory.ts';
import { makeRoom, newTagSums, readVariants, sumWeights, type TagSums } from './tag-sums.ts';
import { describe, newDescription, noTag, onlyTag, rowAt } from './unit-forms.ts';
import { cutUnits, isHyphen, maxTokens, newUnits, type Units } from './units.ts';

const codeOf = (pos: Pos): number => partsOfSpeech.indexOf(pos);
const verb = codeOf('verb');
const adj = codeOf('adj');
const adp = codeOf('adp');
const noun = codeOf('noun');

const fileName = 'server/core/models/tagger.json';

/** Unpacked when it is first needed, once. */
let unpacked: TaggerModel | string | undefined;
function model(): TaggerModel | string {
  unpacked ??= usable(fileName, () => unpackTagger(taggerFile, fileName));
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
export function tagTokens(tokens: readonly Token[], sentences: readonly Sentence[], memory: TagMemory = lately): void {
  const weights = model();
  if (typeof weights === 'string') return;
  for (const { firstToken, endToken } of sentences) {
    if (recallTags(memory, tokens, firstToken, endToken)) continue;
    for (let first = firstToken; first < endToken; first += maxTokens)
      tagStretch(weights, tokens, first, Math.min(endToken, first + maxTokens));
    rememberTags(memory, tokens, firstToken, endToken);
  }
}

const lately = newTagMemory();

/** Forgets the sentences that were tagged lately, for whoever measures work. */
export const forgetTags = (): void => forget(lately);

function tagStretch(weights: TaggerModel, tokens: readonly Token[], first: number, end: number): void {
  cutUnits(units, tokens, first, end);
  tagUnits(weights, tokens, units, unitTags);
  for (let i = 0; i < units.count; ) {
    const token = units.token[i] as number;
    let next = i + 1;
    while (next < units.count && units.token[next] === token) next++;
    const text = tokens[token] as { pos: Pos } & Token;
    text.pos = partsOfSpeech[tagOfToken(text.text, i, next)] as Pos;
    i = next;
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
const formIds = new Int32Array(units.token.length);
const sum = new Float64Array(sumLength);
let sums: TagSums | undefined;

/** Tags the units of one sentence. Exported for the script that measures the tagger by the words of the treebanks. */
export function tagUnits(weights: TaggerModel, tokens: readonly Token[], units: Units, out: Uint8Array): void {
  if (sums?.weights !== weights) sums = newTagSums(weights);
  makeRoom(sums, units.count);
  describe(rows, sums.forms, formIds, tokens, units);
  readVariants(sums, rows, formIds, units.count);
  let tag1 = noTag;
  let tag2 = noTag;
  for (let i = 0; i < units.count; i++) {
    let tag = onlyTag(rows, rowAt(i));
    if (tag === noTag) {
      sumWeights(sums, rows, i, tag1, tag2, sum);
      tag = bestTag(sum);
    }
    out[i] = tag;
    tag2 = tag1;
    tag1 = tag;
  }
}
