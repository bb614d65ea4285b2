import type { Token } from '../../model/sentence.ts';
import { inOthersWords } from '../../text/quoted.ts';
import { spanOfTokens, textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'second-hand-report',
  family: 'attribution',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a report that rests on somebody else’s report.',
    why: 'What a newspaper says that officials say has been through two hands, and errors are made by each.',
    advice: 'Go to the first source and name it, or say that you could not.',
    references: [
      'https://www.reuters.com/info-pages/code-of-conduct/',
      'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy',
    ],
  },
  messages: { found: '“{phrase}”: who has seen the first source?' },
  examples: {
    flags: [
      'According to the Tribune, [[citing officials]], the ferry is sold.',
      'The Tribune reported the sale, [[quoting two engineers]].',
      'A newspaper [[citing a leaked letter]] says that the ferry is sold.',
    ],
    passes: [
      'The Tribune reported that the ferry is sold.',
      'The mayor closed the bridge, citing safety.',
      'Citing officials is no proof.',
      '“The Tribune reported it, citing officials,” she said.',
    ],
  },
  check({ block, report }) {
    const { tokens } = block;
    for (const { firstToken, endToken } of block.sentences)
      for (let i = firstToken + 1; i < endToken; i++) {
        if (!/^(?:citing|quoting)$/.test((tokens[i] as Token).normal) || !isReported(tokens, firstToken, i)) continue;
        const end = sourceEnd(tokens, i + 1, endToken);
        const where = spanOfTokens(block, i, end);
        if (end > i + 1 && !inOthersWords(block, where)) report(where, 'found', { phrase: textIn(block, where) });
      }
  },
});

const media =
  /^(?:newspapers?|papers?|reports?|agency|agencies|media|press|magazine|website|broadcaster|channel|outlets?)$/;

/** Somebody's report stands before: "according to", "reported", or the newspaper itself. */
function isReported(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = Math.max(from, at - 12); i < at; i++)
    if (/^(?:according|reported|reports)$/.test((tokens[i] as Token).normal)) return true;
  return media.test(tokens[at - 1]?.normal ?? '');
}

/** The end of the phrase for people or papers, and not for a reason ("citing safety"). */
function sourceEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from;
  while (end < limit && /^(?:det|adj|num|noun|propn|verb)$/.test((tokens[end] as Token).pos)) {
    if ((tokens[end] as Token).pos === 'verb' && !/(?:ed|en)$/.test((tokens[end] as Token).normal)) break;
    end++;
  }
  return /^(?:officials?|sources?|diplomats?|aides?|experts?|analysts?|engineers?|documents?|letters?|memos?|emails?|records|data|figures|statements?|witnesses|ministers?|reports?|agency|media|study|studies)$/.test(
    tokens[end - 1]?.normal ?? '',
  )
    ? end
    : from;
}
