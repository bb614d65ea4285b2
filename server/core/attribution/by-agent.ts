import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseEnd } from './noun-phrase.ts';

const findVerbs = phraseMatcher(verbEntries.filter(({ kind }) => kind === 'speech' || kind === 'finding'));
/** Furthest that the auxiliaries and adverbs reach before the participle, in tokens. */
const longest = 5;

/** "It had been suggested by the commissioner, for example, that …", "As was reported by Ms Lind, …": a passive that says by whom. */
export const findByAgent: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (const { first, end: behind } of findVerbs(tokens, sentence.firstToken, end)) {
    if (tokens[behind]?.normal !== 'by') continue;
    const opening = openingOf(tokens, first, sentence);
    const sourceEnd = nounPhraseEnd(tokens, behind + 1, end);
    if (opening === undefined || sourceEnd <= behind + 1) continue;
    const from = opening === 'as' ? commaEnd(tokens, sourceEnd) : thatEnd(tokens, sourceEnd);
    if (from === undefined || from >= end) continue;
    found.push({
      source: [behind + 1, sourceEnd],
      cue: [first, behind + 1],
      content: [[from, end]],
      isFirm: true,
      isWhole: true,
    });
  }
  return found;
};

/** What the passive hangs on: "it" with a form of "be", or an "as" that opens the sentence. */
function openingOf(tokens: readonly Token[], verb: number, { firstToken }: Sentence): 'it' | 'as' | undefined {
  let at = verb - 1;
  while (at >= firstToken && verb - at <= longest && /^(?:aux|adv)$/.test((tokens[at] as Token).pos)) at--;
  const word = at >= firstToken ? (tokens[at] as Token).normal : '';
  if (word === 'as' && at === firstToken) return 'as';
  return word === 'it' && at < verb - 1 ? 'it' : undefined;
}

/** Behind the comma that closes "as was reported by Ms Lind,". */
const commaEnd = (tokens: readonly Token[], at: number): number | undefined =>
  tokens[at]?.text === ',' ? at + 1 : undefined;

/** At "that", which may stand behind an aside: "by the commissioner, for example, that". */
function thatEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.normal === 'that') return at;
  if (tokens[at]?.text !== ',') return undefined;
  const comma = tokens.slice(at + 1, at + 6).findIndex(({ text }) => text === ',') + at + 1;
  return comma > at && tokens[comma + 1]?.normal === 'that' ? comma + 1 : undefined;
}
