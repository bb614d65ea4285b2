import type { RawBlock } from './model/block.ts';
import { detached } from './text/detached.ts';
import { languageOf } from './text/language.ts';
import { splitSentences } from './text/sentences.ts';
import { tagTokens } from './text/tagger.ts';
import { tokenize } from './text/tokens.ts';
import { readQuotations } from './values/quotations.ts';
import { readSpeech } from './values/speech.ts';
import { readValues } from './values/values.ts';

/**
 * Reads what a block says: its tokens with their tags, its sentences, values and quotations. What it asserts, and who is credited
 * with it, is read from what this returns.
 */
export function readWords(raw: RawBlock) {
  const prose = { text: detached(raw.prose.text), runs: raw.prose.runs };
  const evidence = raw.evidence.map(mark => ({
    ...mark,
    target: detached(mark.target),
    ...(mark.note !== undefined && { note: detached(mark.note) }),
  }));
  const defines = raw.defines.map(one => ({
    ...one,
    label: detached(one.label),
    ...(one.address !== undefined && { address: detached(one.address) }),
  }));
  const tokens = tokenize(prose);
  const sentences = splitSentences(tokens);
  const language = languageOf(tokens);
  if (language !== 'other') tagTokens(tokens, sentences);
  const text = {
    kind: raw.kind,
    level: raw.level,
    prose,
    length: raw.span.end - raw.span.start,
    tokens,
    sentences,
  };
  const quoted = readQuotations(text);
  const speech = readSpeech(text, quoted.quotations);
  return { ...text, values: readValues(text), ...quoted, speech, language, evidence, defines };
}
