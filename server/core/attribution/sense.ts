import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { AttributionSense, CueForm } from '../model/attribution.ts';
import type { Token } from '../model/sentence.ts';
import { lemmaOf } from '../text/lemma.ts';
import type { Range } from './linked-parts.ts';

const senseOfKind = { speech: 'said', finding: 'found', thought: 'thought', stance: 'judged' } as const;
const senses = new Map<string, AttributionSense>(
  verbEntries.flatMap(({ kind, phrases }) => phrases.map(phrase => [phrase, senseOfKind[kind]] as const)),
);
/** "Points out", in two words. */
const isSaidInTwo = (first: string, second: string): boolean => senses.get(`${first} ${second}`) === 'said';
/** Nouns of saying that no verb shares its form with. */
const sayings = wordSet(
  'according per words statement statements allegation allegations assertion announcement accusation accusations testimony remarks comments declaration assurance suggestion explanation',
);
const thoughts = wordSet('belief view opinion impression mind understanding expectation conviction');
/** Of these the lexicon says that they are thoughts; what is wished is not held true. */
const wishes = wordSet('want hope plan intend seek wish aim prefer need refuse threaten try');
/** In the passive these have a hearer for their subject. */
const hearers = wordSet('tell ask urge advise inform warn remind recommend promise demand propose');

/**
 * In what sense the content is credited: whether somebody said it, found it, holds it, judges it so, or wants it. An infinitive
 * ("refused to pay", "is expected to rise") is nothing that somebody reported.
 */
export function senseOf(
  tokens: readonly Token[],
  cue: Range,
  content: readonly Range[],
  quotes: boolean,
): AttributionSense {
  const word = (i: number): string => tokens[i]?.normal ?? '';
  const [first, end] = cue;
  const opening = content.find(([from]) => from >= end)?.[0] ?? -1;
  const infinitive = word(opening) === 'to' ? opening + 1 : opening === end && word(end - 1) === 'to' ? end : -1;
  const means = infinitive >= 0 && /^(?:verb|aux)$/.test(tokens[infinitive]?.pos ?? '');
  // "Is expected to rise" reports what "expects to rise" intends; but who "was told to pay" is the hearer.
  const isRaised = means && formOfCue(tokens, cue) === 'passive';
  if (means && !isRaised) return 'intended';
  let found: AttributionSense | undefined;
  for (let i = first; i < end; i++) {
    const token = tokens[i] as Token;
    if (sayings.has(token.normal)) return 'said';
    if (thoughts.has(token.normal)) found = 'thought';
    if (token.pos === 'verb' && (isRaised ? hearers : wishes).has(lemmaOf(token))) return 'intended';
    // The last verb of a cue is its head: "was asked to explain".
    const sense = senses.get(token.normal) ?? (isSaidInTwo(token.normal, word(i + 1)) ? 'said' : undefined);
    if (sense && (token.pos === 'verb' || !found)) found = sense;
  }
  if (quotes && found !== 'found') return 'said';
  return found ?? (isRaised ? 'intended' : 'other');
}

const be = wordSet("be is are was were been being 's 're get gets got getting isn't aren't wasn't weren't it's");

/** What does the crediting in a cue. */
export function formOfCue(tokens: readonly Token[], [first, end]: Range): CueForm {
  // "According to", "per" and "in the words of", whatever the tagger makes of the first word.
  const opening = tokens[first];
  if (opening && (opening.pos === 'adp' || opening.normal === 'according' || opening.normal === 'per'))
    return 'preposition';
  let isPassive = false;
  let form: CueForm = 'preposition';
  for (let i = first; i < end; i++) {
    const { normal, pos } = tokens[i] as Token;
    if (be.has(normal)) isPassive = true;
    else if (pos === 'verb') return isPassive && !normal.endsWith('ing') ? 'passive' : 'verb';
    else if (pos === 'noun') form = 'noun';
  }
  return form;
}
