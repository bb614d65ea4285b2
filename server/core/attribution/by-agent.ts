import type { Sentence, Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import { asideEnd, contentEnd, nounPhraseEnd } from './noun-phrase.ts';
import { findSayings } from './sayings.ts';

/** Furthest that the auxiliaries and adverbs reach before the participle, in tokens. */
const longest = 5;

/** "It had been suggested by the commissioner, for example, that …", "As was reported by Ms Lind, …": a passive that says by whom. */
export const findByAgent: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  // Most sentences have no agent, and no verb is looked for in them.
  if (!hasBy(tokens, sentence.firstToken, end)) return found;
  for (const { first, end: behind } of findSayings(tokens, sentence.firstToken, end)) {
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

function hasBy(tokens: readonly Token[], first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (tokens[i]?.normal === 'by') return true;
  return false;
}

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
  const that = asideEnd(tokens, at);
  return tokens[that]?.normal === 'that' ? that : undefined;
}
