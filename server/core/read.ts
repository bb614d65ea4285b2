import { readAttributions } from './attribution/attributions.ts';
import { readClaims } from './claims/claims.ts';
import { markdownBlocks } from './formats/markdown.ts';
import { plainTextBlocks } from './formats/plain-text.ts';
import type { Article, PlacedBlock } from './model/article.ts';
import type { Block, RawBlock } from './model/block.ts';
import type { Notice } from './model/notice.ts';
import { readStance } from './stance/stance.ts';
import { splitSentences } from './text/sentences.ts';
import { taggerProblem, tagTokens } from './text/tagger.ts';
import { tokenize } from './text/tokens.ts';
import { readQuotations } from './values/quotations.ts';
import { readValues } from './values/values.ts';

/** One reader for each language identifier that is served. */
const formats: Readonly<Record<string, (text: string) => RawBlock[]>> = {
  markdown: markdownBlocks,
  plaintext: plainTextBlocks,
};

/** The language identifiers that have a reader of their own. */
export const servedLanguages: readonly string[] = Object.keys(formats);

/**
 * Reads a draft. A language without a reader of its own is read as plain text.
 *
 * @param previous The last version of the same draft, if there is one: blocks that did not change are taken from it as they are.
 */
export function read(text: string, languageId: string, previous?: Article): Article {
  const format = formats[languageId] ?? plainTextBlocks;
  const known = new Map<string, Block>();
  if (previous?.languageId === languageId)
    for (const { start, block } of previous.blocks)
      known.set(keyOf(block, previous.text.slice(start, start + block.length)), block);

  const blocks = format(text).map((raw): PlacedBlock => {
    const key = keyOf(raw, text.slice(raw.span.start, raw.span.end));
    let block = known.get(key);
    if (!block) {
      block = readBlock(raw);
      known.set(key, block);
    }
    return { start: raw.span.start, block };
  });
  return { text, languageId, blocks, notices: notices(blocks) };
}

/** Asked only of an article with words, so that an empty one does not unpack the tagger. */
function notices(blocks: readonly PlacedBlock[]): Notice[] {
  const problem = blocks.length > 0 ? taggerProblem() : undefined;
  return problem === undefined ? [] : [{ kind: 'tagger', message: problem }];
}

/** Equal keys mean equal readings: everything that `readBlock` looks at is in the key. */
function keyOf(block: Pick<RawBlock, 'kind' | 'level' | 'prose' | 'evidence'>, source: string): string {
  const marks = block.evidence.map(mark => `${mark.kind}${mark.start}-${mark.end}${mark.target}`).join();
  return `${block.kind}${block.level}|${marks}|${block.prose.text.length}|${source}`;
}

/** The passes in order; each one reads only what the ones before it found. */
function readBlock(raw: RawBlock): Block {
  const tokens = tokenize(raw.prose);
  const sentences = splitSentences(tokens);
  tagTokens(tokens, sentences);
  const text = {
    kind: raw.kind,
    level: raw.level,
    prose: raw.prose,
    length: raw.span.end - raw.span.start,
    tokens,
    sentences,
  };
  const marked = { ...text, values: readValues(text), quotations: readQuotations(text), evidence: raw.evidence };
  const attributions = readAttributions(marked);
  const stance = readStance({ ...marked, attributions });
  const judged = readClaims({ ...marked, attributions, ...stance });
  return { ...marked, attributions, ...stance, ...judged };
}
