import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';
import { lemmaOf } from '../text/lemma.ts';

/** A word of a sentence that says what the sentence is about. */
export interface ContentWord {
  /** Index of its token in the block. */
  readonly token: number;
  /** A number that equal lemmas share, and other ones hardly ever. */
  readonly stem: number;
  readonly isName: boolean;
}

/** Words that stand in sentences about anything: units, light verbs, and what points at something said before. */
const light = wordSet(
  'be have do go get make take give say tell note point think know see look come put let use call mean remember recall mention repeat ' +
    'fact figure number total amount thing way year month week day time per cent percent percentage million billion trillion thousand hundred dozen ' +
    'share part rate level course case kind lot short word story matter such own same other many much more most few less least very so only just even',
);

/** The content words of a half-open range of tokens: nouns, names, verbs and adjectives that are not light. */
export function contentWords({ tokens }: Pick<Block, 'tokens'>, first: number, end: number): ContentWord[] {
  const words: ContentWord[] = [];
  for (let i = first; i < end; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.text.length < 3) continue;
    if (token.pos !== 'noun' && token.pos !== 'propn' && token.pos !== 'verb' && token.pos !== 'adj') continue;
    const lemma = lemmaOf(token).toLowerCase();
    if (!light.has(lemma)) words.push({ token: i, stem: stemOf(lemma), isName: token.pos === 'propn' });
  }
  return words;
}

/**
 * The number of a lemma (FNV-1a). The endings that one word has as noun, verb and adjective are left out, because the tagger takes
 * the same words differently in different company.
 */
export function stemOf(lemma: string): number {
  let hash = 0x811c9dc5;
  const end = lemma.length > 5 ? lemma.replace(/(?:ing|ed|es|s|e)$/, '').length : lemma.length;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ lemma.charCodeAt(i), 0x01000193);
  return hash;
}
