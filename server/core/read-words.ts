import type { Block, RawBlock } from './model/block.ts';
import { detached } from './text/detached.ts';
import { languageOf } from './text/language.ts';
import { splitSentences } from './text/sentences.ts';
import { tagTokens } from './text/tagger.ts';
import { tokenize } from './text/tokens.ts';
import { readQuotations } from './values/quotations.ts';
import { readSpeech } from './values/speech.ts';
import { readValues } from './values/values.ts';

/**
 * Reads what blocks say: their tokens with their tags, their sentences, values and quotations. What they assert, and who is credited
 * with it, is read from what this returns. Each pass goes over all blocks before the next one begins.
 */
export function readWords(raws: readonly RawBlock[]) {
  const texts = raws.map(textOf);
  for (const { tokens, sentences, language } of texts) if (language !== 'other') tagTokens(tokens, sentences);
  return texts.map(withValues);
}

function textOf(raw: RawBlock) {
  const prose = { text: detached(raw.prose.text), runs: raw.prose.runs };
  const tokens = tokenize(prose);
  return {
    kind: raw.kind,
    level: raw.level,
    prose,
    length: raw.span.end - raw.span.start,
    tokens,
    sentences: splitSentences(tokens),
    language: languageOf(tokens),
    evidence: raw.evidence.map(mark => ({
      ...mark,
      target: detached(mark.target),
      ...(mark.note !== undefined && { note: detached(mark.note) }),
    })),
    defines: raw.defines.map(one => ({
      ...one,
      label: detached(one.label),
      ...(one.address !== undefined && { address: detached(one.address) }),
    })),
  };
}

function withValues(text: ReturnType<typeof textOf>) {
  const quoted = readQuotations(text);
  const speech = readSpeech(text, quoted.quotations);
  return { ...text, values: readValues(text), ...quoted, speech };
}

/** What a block says, before it is read what it asserts. */
export type Words = Omit<Block, 'attributions' | 'hedges' | 'boosters' | 'gaps' | 'claims' | 'uncertain'>;

/** A block of which nothing is judged. */
export const unjudged = (words: Words): Block => ({
  ...words,
  attributions: [],
  hedges: [],
  boosters: [],
  gaps: [],
  claims: [],
  uncertain: words.sentences.map(() => 0),
});
