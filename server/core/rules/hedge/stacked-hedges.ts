import type { Block } from '../../model/block.ts';
import type { Fix } from '../../model/finding.ts';
import { cover } from '../../model/span.ts';
import type { Hedge } from '../../model/stance.ts';
import { textIn } from '../../text/text-of.ts';
import { adverbDeletion } from '../deletion.ts';
import { defineRule } from '../rule.ts';

/** Two hedges farther apart than this, in UTF-16 code units, act on different propositions. */
const reach = 40;

export default defineRule({
  id: 'stacked-hedges',
  family: 'hedge',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags two or more hedges on one proposition.',
    why: 'Each hedge halves what is said; two leave nothing that could be wrong, or right.',
    advice: 'Keep the one that says how sure you are, and drop the others.',
    references: ['Hyland, K. (2005), Metadiscourse: Exploring Interaction in Writing, chapter 3'],
  },
  messages: { stacked: '“{phrase}” hedges one thing {count}.' },
  examples: {
    flags: [
      { text: 'The reform [[may perhaps]] help.', fixed: 'The reform may help.' },
      { text: 'The reform [[may perhaps possibly]] help.', fixed: 'The reform may help.' },
      { text: '[[It seems possibly]] too late.', fixed: 'It seems too late.' },
      { text: '[[Perhaps the reform might]] help.', fixed: 'The reform might help.' },
      '[[It seems that the reform may]] help.',
      '[[I think that the reform might]] help.',
      { text: 'The reform [[may possibly, perhaps]], help.', fixed: 'The reform may help.' },
      { text: 'The reform [[may, perhaps]], help.', fixed: 'The reform may help.' },
    ],
    passes: [
      'The reform may help.',
      'Could this possibly be true?',
      'The tunnel may or may not be finished by then.',
      'Perhaps you might call me.',
      'I think that a bridge at Halden could be a fine thing.',
      'The firm allegedly paid a bribe and perhaps moved the money.',
      'The reform may help, and then again, as the mayor never tires of saying, perhaps not.',
    ],
  },
  check({ block, report }) {
    for (let i = 0; i < block.hedges.length; i++) {
      let last = i;
      while (follows(block, last)) last++;
      if (last === i) continue;
      const stack = block.hedges.slice(i, last + 1);
      const first = stack[0];
      const end = stack.at(-1);
      if (first && end && isAsserted(block, first.sentence)) {
        const where = cover(first, end);
        const fixes = withoutWeakest(block, stack);
        report(where, 'stacked', { phrase: textIn(block, where), count: times(stack.length) }, { fixes });
      }
      i = last;
    }
  },
});

/** Whether the hedge after this one acts on the same proposition: near, in one sentence, no words set apart between them. */
function follows(
  block: Parameters<typeof textIn>[0] & {
    hedges: readonly { start: number; end: number; sentence: number; kind: string }[];
  },
  index: number,
): boolean {
  const here = block.hedges[index];
  const next = block.hedges[index + 1];
  if (!here || !next || here.sentence !== next.sentence || next.start - here.end > reach) return false;
  if (here.kind === 'approximator' || next.kind === 'approximator') return false;
  // "I think that a bridge could be built": what could be is the very opinion, which "I think" calls one.
  if (/^(?:i|we)\s/i.test(textIn(block, here)) && /^(?:could|would)\b/i.test(textIn(block, next))) return false;
  const between = textIn(block, { start: here.end, end: next.start });
  // "May or may not" leaves one question open; "may close and might move" hedges two things.
  if (/(?:^|\s)(?:or|and|but)(?:\s|$)/.test(between)) return false;
  // "May possibly, perhaps, be": an adverb set off by commas right behind a hedge doubts the same thing once more.
  if (between === ',') return next.kind === 'adverb';
  return !/[,;:—–]/.test(textIn(block, { start: here.start, end: next.end }));
}

/**
 * Drops adverbs until one hedge is left: they say less of the source of the doubt than a verb, and the sentence stands without them.
 * Where either of two may go, the later one first.
 */
function withoutWeakest(block: Block, stack: readonly Hedge[]): Fix[] {
  const adverbs = stack.filter(({ kind }) => kind === 'adverb');
  const [first, ...others] = adverbs;
  if (!first) return [];
  if (stack.length === 2) return [...others, first].flatMap(adverb => adverbDeletion(block, adverb) ?? []);
  const dropped = adverbs.length === stack.length ? others : adverbs;
  const [from = first] = dropped;
  const fix = dropped.length === stack.length - 1 && adverbDeletion(block, { ...from, ...dropped.reduce(cover, from) });
  return fix ? [fix] : [];
}

/** "twice", "three times". */
const times = (count: number): string => ['', 'once', 'twice', 'three times', 'four times'][count] ?? `${count} times`;

/** A question and a courtesy to the reader ("Perhaps you might …") assert nothing. */
function isAsserted({ tokens, sentences }: Pick<Block, 'tokens' | 'sentences'>, index: number): boolean {
  const sentence = sentences[index];
  const words = sentence ? tokens.slice(sentence.firstToken, sentence.endToken) : [];
  return !words.some(token => token.text === '?' || token.normal === 'you');
}
