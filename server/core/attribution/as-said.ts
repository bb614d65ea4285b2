import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Pattern } from './attributions.ts';
import { contentEnd, nounPhraseStart } from './noun-phrase.ts';
import { firstOfCue } from './reports.ts';

const verbs = wordSet(
  'writes wrote written argues argue argued notes note noted shows show showed shown says say said observes observed explains explained reports reported documents documented demonstrates demonstrated records recorded warns warned finds found reveals revealed reminds reminded told tells',
);
/** Furthest that the verb stands behind "as", and the comma behind the verb, in tokens. */
const longest = 12;

/** "As the historian Anna Lind has written, Rome had 28 aqueducts.": what follows the comma is hers. */
export const findAsSaid: Pattern = ({ tokens }, sentence) => {
  const opening = sentence.firstToken;
  if (tokens[opening]?.normal !== 'as') return [];
  const end = contentEnd(tokens, sentence);
  for (let verb = opening + 2; verb < Math.min(end, opening + longest); verb++) {
    if (!verbs.has((tokens[verb] as Token).normal)) continue;
    const comma = commaBehind(tokens, verb, end);
    const cue = firstOfCue(tokens, verb, sentence);
    const source = nounPhraseStart(tokens, cue, opening + 1);
    // The phrase has to fill the place between the two: "as prices in the shops that she shows rose".
    if (comma === undefined || source !== opening + 1 || source >= cue) return [];
    return [{ source: [source, cue], cue: [cue, verb + 1], content: [[comma + 1, end]], isFirm: true }];
  }
  return [];
};

/** The comma behind the verb and whoever was told, where and when; absent where something is said before it: "As she said this, …". */
function commaBehind(tokens: readonly Token[], verb: number, end: number): number | undefined {
  let at = verb + 1;
  if (/^(?:me|us|out)$/.test(tokens[at]?.normal ?? '')) at++;
  if (/^(?:in|on|at|to|during|for|last|before)$/.test(tokens[at]?.normal ?? ''))
    while (at < end && at < verb + longest && /^(?:word|number)$/.test((tokens[at] as Token).kind)) {
      if (/^(?:verb|aux)$/.test((tokens[at] as Token).pos)) return undefined;
      at++;
    }
  return tokens[at]?.text === ',' && at + 1 < end ? at : undefined;
}
