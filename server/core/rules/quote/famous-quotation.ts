import type { Token } from '../../model/sentence.ts';
import { startingIn } from '../../model/span.ts';
import { inOthersWords } from '../../text/quoted.ts';
import { spanOfTokens, textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'famous-quotation',
  family: 'quote',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a saying that is handed down under a famous name without a place to look it up.',
    why: 'Sayings drift to famous names; many of those that everybody knows were never said by them.',
    advice: 'Give the speech, letter or book and its date, or drop the name.',
    references: [
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
      'Keyes, R. (2006), The Quote Verifier',
    ],
  },
  messages: { found: '“{phrase}”: where?' },
  examples: {
    flags: [
      {
        text: '[[As Mark Twain once said]], a lie travels fast.',
        fixed: 'As Mark Twain once said, a lie travels fast. [citation needed]',
      },
      '[[As Churchill famously put it]], the end was near.',
      '“Never explain,” [[as Disraeli once remarked]].',
    ],
    passes: [
      'As Churchill said in the Commons on 4 June 1940, the end was near.',
      'As Anna Lind says, the ferry is old.',
      'As she once said, the ferry is old.',
      { text: 'As Churchill once said,[^1] the end was near.\n\n[^1]: Speech of 4 June 1940.', languageId: 'markdown' },
    ],
  },
  check({ block, report }) {
    const { tokens } = block;
    for (const sentence of block.sentences) {
      if (startingIn(block.evidence, { start: sentence.start, end: sentence.end + 2 }).length > 0) continue;
      if (startingIn(block.values, sentence).some(({ kind }) => kind === 'date')) continue;
      for (let i = sentence.firstToken; i < sentence.endToken; i++) {
        const end = handedDown(tokens, i, sentence.endToken);
        if (end === undefined) continue;
        const where = spanOfTokens(block, i, end);
        if (!inOthersWords(block, where))
          report(
            where,
            'found',
            { phrase: textIn(block, where) },
            { fixes: [{ kind: 'placeholder', need: 'source', at: sentence.end }] },
          );
      }
    }
  },
});

/** The end of "as NAME once said" or "as NAME famously put it" at `i`. */
function handedDown(tokens: readonly Token[], i: number, limit: number): number | undefined {
  if ((tokens[i] as Token).normal !== 'as') return undefined;
  let at = i + 1;
  while (at < limit && at < i + 5 && (tokens[at] as Token).pos === 'propn') at++;
  if (at === i + 1 || !/^(?:once|famously)$/.test(tokens[at]?.normal ?? '')) return undefined;
  if (!/^(?:said|wrote|put|remarked|observed|quipped|warned|noted)$/.test(tokens[at + 1]?.normal ?? ''))
    return undefined;
  return tokens[at + 1]?.normal === 'put' && tokens[at + 2]?.normal === 'it' ? at + 3 : at + 2;
}
