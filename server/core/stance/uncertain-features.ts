import type { Block } from '../model/block.ts';
import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, type Span, startingIn } from '../model/span.ts';
import { combined, hashOf } from '../models/features.ts';
import { before, behind, type Wording, wordingOf } from './wording.ts';

/** Version of the features; a file of weights says which it was fitted on. */
export const uncertainFeatures = 1;

/** What the features look at. */
export type Hedged = Pick<Block, 'tokens' | 'sentences' | 'quotations' | 'hedges' | 'boosters' | 'gaps'>;

/** The features of a sentence, word by word: those of word `i` stand from `ends[i - 1]` (0 for the first) up to `ends[i]`. */
export interface WordFeatures {
  features: Int32Array;
  ends: Int32Array;
  /** Number of words. */
  words: number;
}

export const newWordFeatures = (): WordFeatures => ({
  features: new Int32Array(4096),
  ends: new Int32Array(256),
  words: 0,
});

/** No word has more features than this, but for what was read at it. */
const mostOfWord = 24;

const skipped = new Set((['punct', 'num', 'sym'] satisfies Pos[]).map(pos => partsOfSpeech.indexOf(pos)));
const propn = partsOfSpeech.indexOf('propn');
const noun = partsOfSpeech.indexOf('noun');
const by = hashOf('by');
/** The names of the features: what is looked at. */
const names = {
  word: hashOf('word'),
  lemma: hashOf('lemma'),
  lemmaPos: hashOf('lemma, part of speech'),
  wordBefore: hashOf('word before, word'),
  wordBehind: hashOf('word, word behind'),
  skeletonBefore: hashOf('skeleton before, lemma'),
  skeletonBehind: hashOf('lemma, skeleton behind'),
  suffix: hashOf('suffix'),
  sort: hashOf('class'),
  sortPos: hashOf('class, part of speech'),
  sortBehind: hashOf('class, skeleton behind'),
  sortBefore: hashOf('skeleton before, class'),
  sortBetween: hashOf('skeletons on either side of class'),
  sortTwoBefore: hashOf('two skeletons before, class'),
  opinionBy: hashOf('verb of opinion and by'),
  pos: hashOf('part of speech'),
  quoted: hashOf('quoted'),
  quotedLemma: hashOf('quoted lemma'),
  place: hashOf('place'),
  read: hashOf('what was read'),
  readLemma: hashOf('what was read, lemma'),
} as const;

/** Writes the features of a sentence into `out`. Marks and figures have none, but their neighbours look at them. */
export function readWordFeatures(block: Hedged, sentence: Sentence, out: WordFeatures): void {
  const { tokens } = block;
  const { firstToken, endToken } = sentence;
  const read = marksIn(block, sentence);
  const most = (endToken - firstToken) * mostOfWord + read.length * 2;
  if (out.features.length < most) out.features = new Int32Array(most * 2);
  if (out.ends.length < endToken - firstToken) out.ends = new Int32Array((endToken - firstToken) * 2);
  const words: Wording[] = [before, before];
  let byAgent = false;
  for (let i = firstToken; i < endToken; i++) {
    const wording = wordingOf(tokens[i] as Token);
    if (wording.word === by) byAgent = true;
    words.push(wording);
  }
  words.push(behind);
  const { features, ends } = out;
  let at = 0;
  let count = 0;
  let nextRead = 0;
  let quotation = firstWhere(block.quotations, ({ end }) => end > sentence.start);
  for (let i = firstToken; i < endToken; i++) {
    const token = tokens[i] as Token;
    const here = words[i - firstToken + 2] as Wording;
    const last = words[i - firstToken + 1] as Wording;
    const next = words[i - firstToken + 3] as Wording;
    const { pos, lemma, sort } = here;
    while ((read[nextRead]?.start ?? Number.POSITIVE_INFINITY) < token.start) nextRead++;
    if (skipped.has(pos)) continue;
    if (pos !== propn) {
      features[at++] = combined(names.word, here.word);
      features[at++] = combined(names.lemma, lemma);
      features[at++] = combined(combined(names.lemmaPos, lemma), pos);
      features[at++] = combined(combined(names.wordBefore, last.word), here.word);
      features[at++] = combined(combined(names.wordBehind, here.word), next.word);
      features[at++] = combined(combined(names.skeletonBefore, last.skeleton), lemma);
      features[at++] = combined(combined(names.skeletonBehind, lemma), next.skeleton);
      if (pos !== noun) features[at++] = combined(names.suffix, here.suffix);
    }
    if (sort !== 0) {
      const tagged = combined(sort, pos);
      const framed = combined(combined(names.sortBehind, tagged), next.skeleton);
      const led = combined(combined(names.sortBefore, last.skeleton), tagged);
      features[at++] = combined(names.sort, sort);
      features[at++] = combined(names.sortPos, tagged);
      features[at++] = framed;
      features[at++] = led;
      features[at++] = combined(combined(names.sortBetween, framed), led);
      features[at++] = combined(combined(names.sortTwoBefore, (words[i - firstToken] as Wording).skeleton), led);
      if (here.opinion) features[at++] = combined(combined(names.opinionBy, tagged), byAgent ? 1 : 2);
    }
    features[at++] = combined(names.pos, pos);
    while ((block.quotations[quotation]?.end ?? Number.POSITIVE_INFINITY) <= token.start) quotation++;
    if ((block.quotations[quotation]?.start ?? Number.POSITIVE_INFINITY) <= token.start) {
      features[at++] = names.quoted;
      features[at++] = combined(names.quotedLemma, lemma);
    }
    if (i - firstToken < 15) features[at++] = combined(names.place, Math.trunc((i - firstToken) / 3));
    for (; read[nextRead]?.start === token.start; nextRead++) {
      const { kind } = read[nextRead] as Mark;
      features[at++] = combined(names.read, kind);
      features[at++] = combined(combined(names.readLemma, kind), lemma);
    }
    ends[count++] = at;
  }
  out.words = count;
}

interface Mark extends Pick<Span, 'start'> {
  readonly kind: number;
}

/** What stance read in a sentence, each by where it starts. */
function marksIn({ hedges, boosters, gaps }: Hedged, sentence: Sentence): Mark[] {
  const marks: Mark[] = [];
  for (const { start, kind } of startingIn(hedges, sentence)) marks.push({ start, kind: hashOf(`hedge ${kind}`) });
  for (const { start, kind } of startingIn(boosters, sentence)) marks.push({ start, kind: hashOf(`booster ${kind}`) });
  for (const { start, kind } of startingIn(gaps, sentence)) marks.push({ start, kind: hashOf(`gap ${kind}`) });
  if (marks.length < 2) return marks;
  return marks.sort((a, b) => a.start - b.start || a.kind - b.kind);
}
