import { partsOfSpeech } from '../server/core/model/pos.ts';
import { plainProse } from '../server/core/model/prose.ts';
import type { Token } from '../server/core/model/sentence.ts';
import type { TaggerModel } from '../server/core/models/tagger-model.ts';
import { splitSentences } from '../server/core/text/sentences.ts';
import { tagUnits } from '../server/core/text/tagger.ts';
import { tokenize } from '../server/core/text/tokens.ts';
import { cutUnits, maxTokens, newUnits } from '../server/core/text/units.ts';
import { type GoldParagraph, wordsOf } from './conllu.ts';

export interface Scores {
  /** Words of the treebank that are no punctuation. */
  readonly words: number;
  /** Of these, those that are a unit of ours, and those whose unit has the right tag. */
  readonly found: number;
  readonly right: number;
  /** Wrong tags by how often they were given, as "right>given". */
  readonly confusions: ReadonlyMap<string, number>;
}

/**
 * Scores tags from raw text: paragraphs are cut into tokens and sentences by our own rules, and a word of the treebank counts as
 * right where a unit covers it exactly and has its tag. Punctuation is left out.
 */
export function scoreTagger(model: TaggerModel, paragraphs: readonly GoldParagraph[]): Scores {
  const units = newUnits();
  const tags = new Uint8Array(units.token.length);
  const confusions = new Map<string, number>();
  let words = 0;
  let found = 0;
  let right = 0;
  for (const paragraph of paragraphs) {
    const tokens = tokenize(plainProse(paragraph.text));
    const tagOfSpan = new Map<string, string>();
    for (const { firstToken, endToken } of splitSentences(tokens))
      for (let first = firstToken; first < endToken; first += maxTokens) {
        cutUnits(units, tokens, first, Math.min(endToken, first + maxTokens));
        tagUnits(model, tokens, units, tags);
        for (let i = 0; i < units.count; i++) {
          const { at } = tokens[units.token[i] as number] as Token;
          const pos = partsOfSpeech[tags[i] as number] as string;
          tagOfSpan.set(`${at + (units.start[i] as number)}-${at + (units.end[i] as number)}`, pos);
        }
      }
    for (const { pos, start, end } of wordsOf(paragraph)) {
      if (pos === 'punct') continue;
      words++;
      const given = tagOfSpan.get(`${start}-${end}`);
      if (given === undefined) continue;
      found++;
      if (given === pos) right++;
      else confusions.set(`${pos}>${given}`, (confusions.get(`${pos}>${given}`) ?? 0) + 1);
    }
  }
  return { words, found, right, confusions };
}
