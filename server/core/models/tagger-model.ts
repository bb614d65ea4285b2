import { partsOfSpeech } from '../model/pos.ts';
import { featureVersion } from '../text/tag-features.ts';
import { keyBits, noTag } from '../text/unit-forms.ts';
import {
  bestLabel,
  listedLabels,
  type SparseFile,
  type SparseModel,
  sparePair,
  sumLengthOf,
  unpackSparse,
} from './sparse-model.ts';

/** The weights of the part-of-speech tagger as they are stored. See models/tagger.md for their card. */
export type TaggerFile = SparseFile;

/** Weights for tags; pairs without a weight list the tags of a known word. */
export type TaggerModel = SparseModel;

export const taggerFormat = 2;
const tags = partsOfSpeech.length;

/** Numbers in a sum of weights. */
export const sumLength = sumLengthOf(tags);

/** Behind the one tag of a word: it has that tag nearly always. */
export const alwaysPair = sparePair;

/** Unpacks the tagger's weights, or says in a sentence what is wrong with the file. The name is for that sentence. */
export function unpackTagger(file: TaggerFile, name: string): TaggerModel | string {
  const model = unpackSparse(file, name, { format: taggerFormat, features: featureVersion, keyBits, labels: tags });
  if (typeof model !== 'string') model.labelOfPair[alwaysPair] = noTag;
  return model;
}

/** The tag with the highest sum; the first of several. */
export const bestTag = (sum: Float64Array): number => bestLabel(sum, tags);

/** The tags that a word had in the treebanks, as `KnownTags` has them; 0 for one that they do not often have. */
export const knownTags = listedLabels;
