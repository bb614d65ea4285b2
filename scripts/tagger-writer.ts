import { partsOfSpeech } from '../server/core/model/pos.ts';
import { pairOf } from '../server/core/models/sparse-model.ts';
import { alwaysPair, type TaggerFile, taggerFormat } from '../server/core/models/tagger-model.ts';
import { featureVersion } from '../server/core/text/tag-features.ts';
import { noTag } from '../server/core/text/unit-forms.ts';
import { type DenseRows, packSparse } from './fit/pack-sparse.ts';

const tags = partsOfSpeech.length;
/** Weights are rounded to so many sizes on either side of nothing. */
const steps = 7;
/** The largest weight, as it is stored. */
const largest = 1 << 16;

export interface Provenance {
  readonly about: string;
  readonly licence: string;
  readonly fittedOn: readonly string[];
}

/** Packs weights with the known tags of words, keeping as many of the largest weights as fit into a number of bytes. */
export function packTagger(
  dense: DenseRows,
  knownTags: ReadonlyMap<number, number>,
  provenance: Provenance,
  budget: number,
): Provenance & TaggerFile & { readonly deflated: number } {
  const listed = (key: number): number[] | undefined => {
    const known = knownTags.get(key);
    if (known === undefined) return undefined;
    const pairs: number[] = [];
    for (let tag = 0; tag < tags; tag++) if (known & (1 << tag)) pairs.push(pairOf(tag, -1, 2 * steps, tags));
    if (known & (1 << noTag)) pairs.push(alwaysPair);
    return pairs;
  };
  return {
    ...provenance,
    format: taggerFormat,
    features: featureVersion,
    ...packSparse(dense, tags, listed, budget, largest, steps),
  };
}
