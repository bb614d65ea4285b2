import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseStart } from './noun-phrase.ts';
import { firstOfCue } from './reports.ts';
import { sayings } from './sayings.ts';

/** Verbs that report here and hardly anywhere else. */
const afterAs = ['reminds', 'reminded', 'records', 'recorded', 'documents', 'documented'];
const findVerbs = phraseMatcher([...sayings, { phrases: afterAs }]);
/** Furthest that the verb stands behind "as", and the comma behind the verb, in tokens. */
const longest = 12;

/** "As the historian Anna Lind has written, Rome had 28 aqueducts.": what follows the comma is hers. */
export const findAsSaid: Pattern = ({ tokens }, sentence) => {
  const end = contentEnd(tokens, sentence);
  for (let as = sentence.firstToken; as < end; as++) {
    if (tokens[as]?.normal !== 'as' || (as > sentence.firstToken && tokens[as - 1]?.text !== ',')) continue;
    const parts = saidBehind(tokens, as, end, sentence);
    if (parts) return [parts];
  }
  return [];
};

function saidBehind(tokens: readonly Token[], as: number, end: number, sentence: Sentence): Parts | undefined {
  for (const { first: verb, end: behind } of findVerbs(tokens, as + 2, Math.min(end, as + longest))) {
    if (/ing$/.test((tokens[verb] as Token).normal)) continue;
    const comma = commaBehind(tokens, behind, end);
    const cue = firstOfCue(tokens, verb, sentence);
    const source = nounPhraseStart(tokens, cue, as + 1);
    // The phrase has to fill the place between the two: "as prices in the shops that she shows rose".
    if (comma === undefined || source !== as + 1 || source >= cue) return undefined;
    // "Because, as she has written, …": the conjunction belongs to what follows.
    const joined = tokens[as - 2]?.pos === 'sconj' ? [[as - 2, as - 1] as const] : [];
    return {
      source: [source, cue],
      cue: [cue, behind],
      content: [...joined, [comma + 1, end]],
      isFirm: true,
      isWhole: true,
    };
  }
  return undefined;
}

/** The comma behind the verb and whoever was told, where and when; absent where something is said before it: "As she said this, …". */
function commaBehind(tokens: readonly Token[], behind: number, end: number): number | undefined {
  let at = behind;
  if (/^(?:me|us)$/.test(tokens[at]?.normal ?? '')) at++;
  if (/^(?:in|on|at|to|during|for|last|before)$/.test(tokens[at]?.normal ?? ''))
    while (at < end && at < behind + longest && /^(?:word|number)$/.test((tokens[at] as Token).kind)) {
      if (/^(?:verb|aux)$/.test((tokens[at] as Token).pos)) return undefined;
      at++;
    }
  return tokens[at]?.text === ',' && at + 1 < end ? at : undefined;
}
