import type { Block } from '../../model/block.ts';
import type { Fix } from '../../model/finding.ts';
import { cover, firstWhere } from '../../model/span.ts';
import type { Booster } from '../../model/stance.ts';
import { textIn } from '../../text/text-of.ts';
import { deletion } from '../deletion.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'empty-certainty',
  family: 'hedge',
  severity: 'information',
  since: '0.1.0',
  docs: {
    summary: 'Flags certainty asserted in the place of evidence.',
    why: '“Clearly” and “of course” ask the reader to agree before a reason is given.',
    advice: 'Give the evidence, or cut the word: what is clear needs no announcement.',
    references: [
      'Hyland, K. (2005), Metadiscourse: Exploring Interaction in Writing, chapter 3',
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Editorializing',
    ],
  },
  messages: { certain: '“{phrase}” asserts certainty; the evidence would do it better.' },
  examples: {
    flags: [
      { text: '[[Clearly]], the bank knew.', fixed: 'The bank knew.' },
      { text: 'The bank [[undoubtedly]] knew of the losses.', fixed: 'The bank knew of the losses.' },
      { text: 'The bank, [[of course]], knew.', fixed: 'The bank knew.' },
      { text: '[[There is no doubt]] that the bank knew.', fixed: 'The bank knew.' },
      'The council has [[never]] kept a promise.',
      '[[Everyone]] wants lower rents.',
      'The lesson of the crash [[is clear]]: lend less.',
      'The answer is [[obvious]].',
      { text: '[[Clearly, undoubtedly]], the bank knew.', fixed: 'The bank knew.' },
    ],
    passes: [
      'She speaks clearly.',
      'It is not clearly marked.',
      'Clearly marked exits save lives.',
      'It was clear to everyone in the room.',
      'We never met the mayor.',
      'Everyone left the room.',
      'Have prices always risen?',
      'The sky is not clear.',
      '“Clearly, the bank knew,” she said.',
    ],
  },
  check({ block, report }) {
    for (let i = 0; i < block.boosters.length; i++) {
      const booster = block.boosters[i] as Booster;
      let whole = booster;
      // "Clearly, undoubtedly, …" assures once, in two words.
      while (isCoupled(block, whole, block.boosters[i + 1]))
        whole = { ...whole, ...cover(whole, block.boosters[++i] as Booster) };
      const fix = cut(block, whole);
      report(whole, 'certain', { phrase: textIn(block, whole) }, { fixes: fix ? [fix] : [] });
    }
  },
});

/** Whether another booster follows right behind, or behind a comma. */
const isCoupled = (block: Block, here: Booster, next: Booster | undefined): boolean =>
  next !== undefined &&
  here.sentence === next.sentence &&
  /^,?$/.test(textIn(block, { start: here.end, end: next.start }));

/** Words that carry the sentence and cannot be cut out of it. */
const bearing = new Set(['verb', 'aux', 'pron', 'adj', 'noun']);

/**
 * Drops an adverb ("clearly", "of course"), or a clause that does nothing but assure ("There is no doubt that …").
 * What else asserts certainty is part of its sentence, and only the writer can put it another way.
 */
function cut(block: Block, booster: Booster): Fix | undefined {
  const { tokens } = block;
  const sentence = block.sentences[booster.sentence];
  if (!sentence || booster.kind === 'universal') return undefined;
  const first = firstWhere(tokens, token => token.start >= booster.start);
  const end = firstWhere(tokens, token => token.start >= booster.end);
  if (first === sentence.firstToken && end - first > 1 && tokens[end]?.normal === 'that')
    return deletion(block, sentence, first, end + 1);
  const phrase = tokens.slice(first, end);
  const adverbial = phrase.length === 2 && /^(?:of|in|no|without|beyond)$/.test(phrase[0]?.normal ?? '');
  if (!adverbial && phrase.some(token => bearing.has(token.pos))) return undefined;
  return tokens[end]?.normal === 'not' ? undefined : deletion(block, sentence, first, end);
}
