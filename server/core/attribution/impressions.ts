import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import type { Range } from './linked-parts.ts';
import { contentEnd, nounPhraseStart } from './noun-phrase.ts';
import { firstOfCue } from './reports.ts';

const seem = wordSet('seem seems seemed');
const appear = wordSet('appear appears appeared');
const be = wordSet("is are was were been be 's isn't aren't wasn't weren't");
/** What follows "asked" when it is the question, and not somebody, that was put. */
const question = wordSet('about whether if how why what which who when where');
/** Participles of saying, judging and naming: in the passive somebody did it, and only "by" says who. */
const passives = wordSet(
  'accused alleged announced assumed believed billed blamed called charged condemned considered credited criticised criticized debated declared deemed denounced depicted described disclosed discussed estimated expected feared hailed hoped identified labeled labelled lauded listed mentioned mocked named portrayed praised predicted presumed projected questioned revealed ridiculed rumored rumoured thought touted warned',
);
/** Of these only what somebody is taken for is a judgement: "seen as a friend", and not "seen in Paris". */
const taken = wordSet('known perceived regarded seen treated viewed');

/**
 * "Rents seem to fall", "she is widely expected to win", "reportedly", "asked about the dam": what somebody thinks, says or asks,
 * and nobody says who.
 */
export const findImpressions: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (let i = sentence.firstToken; i < end; i++) {
    const word = wordAt(tokens, i);
    const next = wordAt(tokens, i + 1);
    if (seem.has(word) || (appear.has(word) && /^(?:to|that)$/.test(next)))
      found.push(impression([firstOfCue(tokens, i, sentence), i + 1], 'thought'));
    else if (word === 'reportedly') found.push(impression([i, i + 1], 'said'));
    else if (word === 'asked') {
      const first = passiveBefore(tokens, i, sentence.firstToken);
      const isPut = first < i || (question.has(next) && isOpening(tokens, i, sentence.firstToken));
      if (isPut && next !== 'by') found.push(impression([first, i + 1], 'other'));
    } else if (passives.has(word) || (taken.has(word) && next === 'as')) {
      const first = passiveBefore(tokens, i, sentence.firstToken);
      if (first < i && !hasAgent(tokens, i + 1, end)) found.push(impression([first, i + 1]));
    }
  }
  return found;

  function impression(cue: Range, sense?: NonNullable<Parts['sense']>): Parts {
    const start = nounPhraseStart(tokens, cue[0], sentence.firstToken);
    const isIt = cue[0] - start === 1 && /^(?:it|there)$/.test(wordAt(tokens, start));
    const subject: Range[] = sense === 'other' || isIt ? [] : [[start, cue[0]]];
    return { cue, content: [...subject, [cue[1], clauseEnd(cue[1])]], isFirm: true, ...(sense ? { sense } : {}) };
  }

  /** What seems ends at a comma. */
  function clauseEnd(from: number): number {
    let to = from;
    while (to < end && to < from + longestClause && !/^[,;—–]$/.test(tokens[to]?.text ?? '')) to++;
    return to;
  }
};

/** "by" names who did it. */
function hasAgent(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + furthestAgent) && tokens[i]?.text !== ','; i++)
    if (wordAt(tokens, i) === 'by') return true;
  return false;
}

/** In tokens. */
const furthestAgent = 12;
const longestClause = 60;

const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.normal ?? '';

/** Where the passive of a participle begins, adverbs included; the participle itself where none does. */
function passiveBefore(tokens: readonly Token[], participle: number, floor: number): number {
  for (let i = participle - 1; i >= floor && i >= participle - 3; i--) {
    const word = wordAt(tokens, i);
    if (be.has(word)) return word === 'been' && /^(?:has|have|had)$/.test(wordAt(tokens, i - 1)) ? i - 1 : i;
    if (tokens[i]?.pos !== 'adv' && word !== 'not') break;
  }
  return participle;
}

/** True at the start of a sentence or clause, "when" before it or not. */
function isOpening(tokens: readonly Token[], i: number, floor: number): boolean {
  const before = /^(?:when|if)$/.test(wordAt(tokens, i - 1)) ? i - 1 : i;
  return before <= floor || /^[,;“"]$/.test(tokens[before - 1]?.text ?? '') || before < i;
}
