import { read } from '../../server/core/index.ts';

/** The kind and the words of each block of a draft, white space read as one space. */
export const blocksOf = (text: string, languageId: string): string[] =>
  read(text, languageId).blocks.map(({ block }) => `${block.kind}: ${block.prose.text.replace(/\s+/g, ' ')}`);

/** The kind, the target and the source of all evidence of a draft. */
export const evidenceOf = (text: string, languageId: string): string[] =>
  read(text, languageId).blocks.flatMap(({ start, block }) =>
    block.evidence.map(mark => `${mark.kind} ${mark.target} | ${text.slice(start + mark.start, start + mark.end)}`),
  );
