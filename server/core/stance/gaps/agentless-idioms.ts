import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';

/** A half-open range of tokens. */
export type Range = readonly [first: number, end: number];

/** "by the ministry" behind the participle, before the clause ends. */
export function hasAgent(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 10); i++) {
    const { text, normal } = tokens[i] as Token;
    if (normal === 'by') return !/ing$/.test(tokens[i + 1]?.normal ?? '');
    if (/^[,;:–—]$/.test(text) || /^(?:that|because|while|when|if|although)$/.test(normal)) return false;
  }
  return false;
}

/** Words at which an idiom is looked for. */
const idiomWords = wordSet(
  'goes questions fingers eyebrows explanations promises reasons claims allegations accusations suggestions arguments concerns doubts fears objections comparisons parallels criticisms hear commonplace fashionable customary tempting one oft-cited oft-quoted oft-repeated often-cited often-quoted widely-held much-touted much-vaunted much-hyped',
);
const tellings = wordSet('story narrative logic argument theory thinking saying reasoning rumour rumor');

/** "the story goes", "questions are being asked", "it is commonplace to say": fixed ways of naming nobody. */
export function idiomAt(tokens: readonly Token[], i: number, { firstToken, endToken }: Sentence): Range | undefined {
  if (!idiomWords.has((tokens[i] as Token).normal)) return undefined;
  const word = (offset: number) =>
    i + offset < endToken && i + offset >= firstToken ? (tokens[i + offset] as Token).normal : '';
  if (word(0) === 'goes' && tellings.has(word(-1))) return [i - 2 >= firstToken ? i - 2 : i - 1, i + 1];
  if (/^(?:questions|fingers|eyebrows)$/.test(word(0)) && /^(?:are|were|have|is)$/.test(word(1))) {
    for (let k = 2; k < 5; k++) if (/^(?:asked|raised|pointed)$/.test(word(k))) return [i, i + k + 1];
  }
  if (
    /^(?:explanations|promises|reasons|claims|allegations|accusations|suggestions|arguments|concerns|doubts|questions|fears|objections|comparisons|parallels|criticisms)$/.test(
      word(0),
    ) &&
    /^(?:are|were|have|has|is)$/.test(word(1))
  ) {
    for (let k = 2; k < 5; k++)
      if (/^(?:given|made|offered|advanced|raised|voiced|expressed|levelled|leveled|aired|drawn)$/.test(word(k)))
        return hasAgent(tokens, i + k + 1, endToken) ? undefined : [i, i + k + 1];
  }
  if (word(0) === 'hear' && /^(?:we|you|one)$/.test(word(-1)))
    for (let k = 1; k < 6; k++) if (word(k) === 'that') return [i - 1, i + 1];
  if (/^(?:commonplace|fashionable|customary|tempting)$/.test(word(0)) && (word(1) === 'to' || word(1) === ',')) {
    const it = [-1, -2, -3].find(offset => word(offset) === 'it');
    return it === undefined ? undefined : [i + it, i + 1];
  }
  if (word(0) === 'one' && word(1) === 'gets' && word(2) === 'the' && word(3) === 'impression') return [i, i + 4];
  if (
    /^oft-?(?:cited|quoted|repeated)|^often-(?:cited|quoted)$|^widely-held$|^much-(?:touted|vaunted|hyped)$/.test(
      word(0),
    )
  )
    return [i, i + 1];
  return undefined;
}
