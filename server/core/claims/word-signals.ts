import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Signal } from './signal-names.ts';
import type { Word } from './words.ts';

/** What single words signal; the first line that has a word tells. */
const wordsOfSignals: readonly (readonly [signal: Signal, words: string])[] = [
  ['firstPerson', "i my me myself i'm i've"],
  ['firstPlural', 'we our us'],
  ['secondPerson', 'you your'],
  ['advice', "should must ought need needs let let's shall"],
  ['prediction', "will won't shall going 'll"],
  ['condition', "if unless would wouldn't wish imagine suppose"],
  [
    'judgement',
    'good bad wrong right better best worse worst great terrible shameful disgraceful beautiful ugly stupid absurd ridiculous important unacceptable deserve deserves hope love hate tragic tragedy shame noble cynical hypocrisy hypocritical moral immoral justice unjust fair unfair sad sadly dangerous foolish wise welcome vital essential crucial',
  ],
  ['negation', 'not no nor neither cannot'],
];
const signalsOfWords: ReadonlyMap<string, Signal> = new Map(
  wordsOfSignals.toReversed().flatMap(([signal, words]) => words.split(' ').map(word => [word, signal] as const)),
);
/** Past forms that no ending shows. */
export const irregularPast = wordSet(
  'was were had did went came took made gave became began brought built bought fell felt found fought got grew held kept knew led left lost met paid put ran rose said saw sent set shot spent spoke stood struck thought told won wrote broke chose drove threw wore',
);
const copula = wordSet('is are remain remains has have lack lacks');
const imperativeOpeners = wordSet(
  "consider imagine think remember look take ask forget stop start let let's don't do make note see read listen try call give tell say suppose just please",
);

/** What a word form shows by itself, worked out once for each. */
export interface WordSignals {
  /** What it signals wherever it stands. */
  readonly signal: Signal | undefined;
  readonly isCopula: boolean;
  readonly isIrregularPast: boolean;
  /** It ends like a regular past form, which tells something only of a word that is in lower case and does not open its sentence. */
  readonly endsInEd: boolean;
  readonly isHave: boolean;
  /** It ends as a participle may, which tells something only behind "have". */
  readonly endsAsParticiple: boolean;
}

export function signalsOfWord(normal: string): WordSignals {
  return {
    signal: signalsOfWords.get(normal) ?? (/^\p{L}+n't$/u.test(normal) ? 'negation' : undefined),
    isCopula: copula.has(normal),
    isIrregularPast: irregularPast.has(normal),
    endsInEd: /^\p{Ll}+ed$/u.test(normal),
    isHave: normal === 'has' || normal === 'have',
    endsAsParticiple: /(?:ed|en|wn|ne|me|lt|ght|ost|ade|un|ut|et|een)$/.test(normal),
  };
}

/** Adds the signals of single words: tense, mood and person. `words` says what is known of each token. */
export function addWordSignals(
  tokens: readonly Token[],
  words: readonly Word[],
  first: number,
  end: number,
  signals: Set<Signal>,
): void {
  let count = 0;
  for (let i = first; i < end; i++) if ((words[i] as Word).isWord) count++;
  const stop = lastStop(tokens, first, end);
  if (stop === '?') signals.add('question');
  if (stop === '!') signals.add('exclamation');
  if (count < 7) signals.add('short');
  if (count > 28) signals.add('long');
  let opening: Token | undefined;
  let before: WordSignals | undefined;
  for (let i = first; i < end; i++) {
    const word = words[i] as Word;
    if (!word.isWord) continue;
    const token = tokens[i] as Token;
    const shows = word.shows;
    if (before?.isHave && shows.endsAsParticiple) signals.add('perfect');
    if (shows.signal) signals.add(shows.signal);
    if (shows.isCopula) signals.add('copula');
    if (shows.isIrregularPast || (opening && shows.endsInEd && token.text === token.normal)) signals.add('past');
    opening ??= token;
    before = shows;
  }
  const opens = opening?.normal ?? '';
  if (imperativeOpeners.has(opens)) signals.add('imperative');
  if (/^(?:this|that|these|those|it|he|she|they|such)$/.test(opens)) signals.add('anaphora');
}

/** The last mark that can end a sentence. */
function lastStop(tokens: readonly Token[], first: number, end: number): string | undefined {
  for (let i = end - 1; i >= first; i--) {
    const { text } = tokens[i] as Token;
    if (text === '.' || text === '?' || text === '!' || text === '…') return text;
  }
  return undefined;
}
