import { entries as cueEntries } from '../generated/claim-cues.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import { type ClaimKind, claimKinds } from '../model/claim.ts';
import type { EvidenceStrength } from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, ofSentence, overlapping, type Span, startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { spanOfTokens, textIn } from '../text/text-of.ts';
import { evidenceFor, isFirstPerson } from './evidence-reach.ts';
import type { Signal } from './signal-names.ts';
import { addWordSignals, irregularPast } from './word-signals.ts';
import type { Word } from './words.ts';

/** Everything of a block that claims are read from. */
export type Understood = Omit<Block, 'claims'>;

const findCues = phraseMatcher(cueEntries);

export interface SentenceSignals {
  readonly signals: ReadonlySet<Signal>;
  readonly kinds: readonly ClaimKind[];
  /** The wording that shows the first kind; the whole sentence where no wording does. */
  readonly cue: Span;
  readonly evidence: EvidenceStrength;
}

/**
 * Reads the signals of one sentence, with the kinds of claim it may make and the evidence that reaches it.
 *
 * @param words What is known of each of the block's tokens.
 */
export function signalsOf(
  block: Understood,
  words: readonly Word[],
  sentence: Sentence,
  index: number,
): SentenceSignals {
  const signals = new Set<Signal>();
  const tokens = block.tokens.slice(sentence.firstToken, sentence.endToken);
  const values = startingIn(block.values, sentence);
  const kinds = new Map<ClaimKind, Span>();
  /** A length of time, which shows a figure only where nothing else was counted: "in the first 47 days, 18 schools". */
  let length: Quantity | undefined;
  const show = (kind: ClaimKind, cue: Span) => {
    if (!kinds.has(kind)) kinds.set(kind, { start: cue.start, end: cue.end });
  };

  for (const value of values) {
    // "Thousands of families" is no figure that a source could be held to.
    if (value.kind === 'quantity' && value.amount === undefined) continue;
    if (value.kind === 'quantity' && value.measure !== 'ordinal') {
      signals.add('quantity');
      // "A 91-page report" counts nothing that it is about.
      const counts =
        !isAge(block.tokens, value) && !isManifold(block.tokens, value) && !isNumbered(block.tokens, value);
      if (counts && value.unit !== 'page') {
        if (isOfTime(value.unit)) length ??= value;
        else show('quantity', value);
      }
      if (value.measure === 'percent' || value.measure === 'percentage-points') signals.add('percent');
      if (value.measure === 'money') signals.add('money');
    } else if (value.kind === 'date') {
      signals.add(value.year === undefined ? 'date' : 'year');
      if (value.year !== undefined && value.year < 1990 && !isOfLaw(block.tokens, value)) {
        signals.add('history');
        show('history', value);
      }
    }
  }
  if (length) show('quantity', length);
  if (overlapping(block.quotations, sentence).some(quotation => quotation.words >= 3)) signals.add('quotation');
  const names = values.filter(value => value.kind === 'name').length;
  if (names > 0) signals.add('name');
  if (names > 2) signals.add('names');

  for (const match of findCues(block.tokens, sentence.firstToken, sentence.endToken)) {
    if (match.entry.kind === 'comparison' && isFigureOfSpeech(block.tokens, match.end)) continue;
    if (match.entry.kind === 'trend' && isOtherFall(block.tokens, match)) continue;
    if (match.entry.kind === 'law' && (isAccount(block.tokens, match) || isKept(block.tokens, match))) continue;
    if (isOtherThan(block.tokens, match)) continue;
    if (match.entry.kind === 'causal' && isLeader(block.tokens, match.first)) continue;
    if (match.entry.kind === 'absolute' && isInSequence(block.tokens, match)) continue;
    if (
      match.entry.kind === 'motive' &&
      isSupposed(block.tokens, spanOfTokens(block, match.first, match.end), sentence.firstToken)
    )
      continue;
    if (match.entry.kind === 'comparison' && (isOfMind(block.tokens, match.end) || isVerdict(block.tokens, match)))
      continue;
    if (match.entry.kind === 'accusation' && isFieldOf(block.tokens, match.end)) continue;
    if (match.entry.kind === 'accusation' && isDenied(block.tokens, match.first, sentence.firstToken)) continue;
    if (match.entry.kind === 'event' && isAttributive(block.tokens, match)) continue;
    signals.add(match.entry.kind);
    const first =
      match.entry.term === 'than' ? comparativeBefore(block.tokens, match.first, sentence.firstToken) : match.first;
    show(match.entry.kind, spanOfTokens(block, first, match.end));
  }
  for (const gap of ofSentence(block.gaps, index)) {
    if (gap.kind === 'vague-source' || gap.kind === 'vague-study') signals.add('vagueSource');
    if (gap.kind === 'agentless' || gap.kind === 'hearsay') signals.add('agentless');
    if (gap.kind === 'vague-quantity') signals.add('vagueQuantity');
    if (gap.kind === 'vague-time') signals.add('vagueTime');
    if (gap.kind === 'collective') {
      signals.add('motive');
      show('motive', gap);
    }
  }
  for (const { sense, cue, source } of ofSentence(block.attributions, index)) {
    const said = sense === 'said' || sense === 'found' || sense === 'other';
    // A belief or an intention of somebody else's is a motive; the writer's own is none.
    const kind = said ? 'statement' : source.some(part => isFirstPerson(block, part)) ? undefined : 'motive';
    if (!kind) continue;
    // "They can only hope to", "might want to": nobody is said to do so.
    // Who attacks a town has no view of it, and what seems so intends nothing.
    if (kind === 'motive' && cue.some(part => hasNoMind(block, part))) continue;
    if (kind === 'motive' && cue.some(part => isSupposed(block.tokens, part, sentence.firstToken))) continue;
    signals.add(kind);
    show(kind, cue[0] ?? sentence);
  }
  if (ofSentence(block.hedges, index).length > 0) signals.add('hedge');
  if (ofSentence(block.boosters, index).length > 0) signals.add('booster');

  addWordSignals(block.tokens, words, sentence.firstToken, sentence.endToken, signals);
  if (sentence.firstToken === 0) signals.add('first');
  if (index === block.sentences.length - 1) signals.add('last');

  // What shows no other kind and is told in the past is told as something that happened.
  if (kinds.size === 0) {
    const told = pastVerb(tokens);
    if (told) show('event', told);
  }
  const ordered = claimKinds.filter(kind => kinds.has(kind));
  const cue = kinds.get(ordered[0] ?? 'condition') ?? { start: sentence.start, end: sentence.end };
  if (signals.has('trend') && signals.has('quantity')) signals.add('measuredTrend');
  if (isImagined(tokens, cue)) signals.add('imagined');
  const evidence = evidenceFor(block, index, cue);
  if (evidence === 'cited') signals.add('evidenceCited');
  if (evidence === 'named') signals.add('evidenceNamed');
  if (evidence === 'vague') signals.add('evidenceVague');
  if (evidence === 'nearby') signals.add('evidenceNearby');
  if (evidence === 'own') signals.add('evidenceOwn');

  return { signals, kinds: ordered.length > 0 ? ordered : ['condition'], cue, evidence };
}

/** Words before which a past form is a participle of a present state: "are paid", "has risen", "to be told". */
const presents = wordSet(
  "is are am isn't aren't be being been has have hasn't haven't will can may must should would could to",
);

/** The first full verb in the past, as far as its form tells; none where the sentence speaks in the present before it. */
function pastVerb(tokens: readonly Token[]): Token | undefined {
  let first: Token | undefined;
  for (const token of tokens) {
    if (presents.has(token.normal)) return undefined;
    if (token.pos !== 'verb' || token.normal.endsWith('ing')) continue;
    first ??= token;
    // "Met behind closed doors": the form of a participle may tell that it is the past, and an earlier verb what happened.
    if (/[^e]ed$/.test(token.normal) || irregularPast.has(token.normal)) return first;
  }
  return undefined;
}

/** "More than a line on a map" compares nothing that could be measured; "more than a third" does. */
const isFigureOfSpeech = (tokens: readonly Token[], after: number): boolean =>
  isLength(tokens, after) ||
  isMatterOfTaste(tokens, after) ||
  (/^(?:an?|just|mere|merely|ever|enough|welcome|happy)$/.test(tokens[after]?.normal ?? '') &&
    !/^(?:third|half|quarter|fifth|dozen|hundred|thousand|million|billion|decade|century|year)$/.test(
      tokens[after + 1]?.normal ?? '',
    ));

/** "Far more refugees than": what is compared opens with the comparative, which may be a few words before "than". */
function comparativeBefore(tokens: readonly Token[], than: number, floor: number): number {
  for (let i = than - 1; i >= Math.max(floor, than - 6); i--) {
    const { normal, pos, kind } = tokens[i] as Token;
    if (kind !== 'word') break;
    if (/^(?:more|less|fewer|better|worse|further)$/.test(normal) || (/.er$/.test(normal) && pos === 'adj')) return i;
  }
  return than;
}

/** "More than distracting", "more important than": how strongly it is put, or what counts for more. */
const isMatterOfTaste = (tokens: readonly Token[], after: number): boolean =>
  tokens[after - 1]?.normal === 'than' &&
  ((tokens[after - 2]?.normal === 'more' &&
    /^(?:adj|verb)$/.test(tokens[after]?.pos ?? '') &&
    !/^(?:doubled|tripled|trebled|quadrupled|halved|half|double|twice)$|er$/.test(tokens[after]?.normal ?? '') &&
    /^(?:punct|conj|cconj|adp|adv)?$/.test(tokens[after + 1]?.pos ?? '')) ||
    /^(?:important|interesting|precious|valuable|worthy)$/.test(tokens[after - 2]?.normal ?? ''));

/** "More than four years after the war": how long, and not which is more. */
const isLength = (tokens: readonly Token[], after: number): boolean =>
  tokens[after - 1]?.normal === 'than' &&
  /^(?:num|det)$/.test(tokens[after]?.pos ?? '') &&
  /^(?:years?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies))$/.test(tokens[after + 1]?.normal ?? '') &&
  tokens[after + 2]?.normal !== 'of';

/** "Rather than" and "other than" compare nothing. */
const isOtherThan = (tokens: readonly Token[], { first }: { readonly first: number }): boolean =>
  tokens[first]?.normal === 'than' && /^(?:rather|other|different|more|less)$/.test(tokens[first - 1]?.normal ?? '');

const isOfTime = (unit: string | undefined): boolean =>
  /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)s?$/.test(unit ?? '');

/** "Stage 6 blackouts", "platform 4": which one of several, and not how many. */
const isNumbered = (tokens: readonly Token[], { start }: Span): boolean =>
  /^(?:stage|phase|level|tier|category|grade|chapter|article|section|room|route|platform|gate|terminal|flight|formula|type|step)$/.test(
    tokens[firstWhere(tokens, token => token.start >= start) - 1]?.normal ?? '',
  );

/** "A thousand cuts", "a million miles away": so many that nobody counted. */
function isManifold(tokens: readonly Token[], { start, end }: Span): boolean {
  const first = firstWhere(tokens, token => token.start >= start);
  const last = firstWhere(tokens, token => token.start >= end) - 1;
  return (
    tokens[first]?.normal === 'a' &&
    /^(?:hundred|thousand|million|billion)$/.test(tokens[first + 1]?.normal ?? '') &&
    /^(?:cuts|times|ways|words|pieces|miles|reasons|things)$/.test(tokens[last]?.normal ?? '')
  );
}

/** "Attacked a fort", "seems likelier", "there is no question that": a deed, a look and the writer's own certainty, and no view of anybody's. */
function hasNoMind(block: Pick<Block, 'prose' | 'tokens'>, cue: Span): boolean {
  const word = textIn(block, cue).toLowerCase();
  if (/^attack(?:s|ed)?$|^there (?:is|can be|was) (?:no|little) (?:question|doubt)/.test(word)) return true;
  return (
    /^seem(?:s|ed)?$/.test(word) &&
    block.tokens[firstWhere(block.tokens, token => token.start >= cue.end)]?.normal !== 'to'
  );
}

/** True behind "can", "may" and their like. */
function isSupposed(tokens: readonly Token[], { start }: Span, floor: number): boolean {
  for (let i = firstWhere(tokens, token => token.start >= start); i >= floor; i--) {
    const { normal, pos, start: at } = tokens[i] as Token;
    if (/^(?:can|could|may|might|should|must|cannot|can't|couldn't|shouldn't)$/.test(normal)) return true;
    if (pos !== 'aux' && pos !== 'adv' && at < start) return false;
  }
  return false;
}

/** "Led this nation to war", "an initiative led by the bank", "goods produced in Halden": who was at the head, or where it was made; no cause. */
function isLeader(tokens: readonly Token[], first: number): boolean {
  const { normal } = tokens[first] as Token;
  const next = tokens[first + 1];
  if (normal === 'produced') return /^(?:in|at|here|there|abroad|locally)$/.test(next?.normal ?? '');
  if (!/^leads?$|^led$/.test(normal)) return false;
  return next?.normal === 'by' || (/^(?:det|propn)$/.test(next?.pos ?? '') && isHuman(tokens[first - 1]));
}

const isHuman = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.pos === 'propn' && /^\p{Lu}/u.test(token.text)) || /^(?:he|she|who|i|we)$/.test(token.normal));

/** "In the first place", "in the first half of the year": in what order, and nothing that never was before. */
const isInSequence = (
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean =>
  tokens[end - 1]?.normal === 'first' &&
  /^(?:in|at|during|for|from|since|within|over)$/.test(tokens[first - 1]?.normal ?? '') &&
  /^(?:place|instance|half|quarter|third|days?|weeks?|months?|years?|hours?|decades?|part|round|stage|few|two|three|four|five|six|ten)$/.test(
    tokens[end]?.normal ?? '',
  );

const ends = /^(?:[.,;]|and|when|at|)$/;

/** "The victim", "she": whoever is of an age. */
const isSomebody = (tokens: readonly Token[], i: number): boolean =>
  /^(?:he|she|who|victim|man|woman|boy|girl|driver|suspect|defendant|pupil|student|patient|mother|father|son|daughter|brother|sister|wife|husband)$/.test(
    tokens[i]?.normal ?? '',
  ) ||
  (tokens[i]?.pos === 'propn' && /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? ''));

/** "Under ten years old", "ages 25 to 54", "those under 35": who is meant, and nothing that anybody counted. */
function isAge(tokens: readonly Token[], { start, end }: Span): boolean {
  const first = firstWhere(tokens, token => token.start >= start);
  const after = firstWhere(tokens, token => token.start >= end);
  const word = (i: number) => tokens[i]?.normal ?? '';
  if (/^years?$/.test(word(after - 1)))
    return word(after) === 'old' || (word(after) === 'of' && word(after + 1) === 'age');
  if (/^(?:aged?|ages)$/.test(word(first - 1))) return true;
  // "A 20-year-old", "20 year-old"
  if (/(?:^|-)years?-olds?$/.test(word(after - 1)) || (word(after) === '-' && word(after + 1) === 'old')) return true;
  // "The victim was 27."
  if (
    after === first + 1 &&
    /^(?:is|was)$/.test(word(first - 1)) &&
    ends.test(word(after)) &&
    isSomebody(tokens, first - 2)
  )
    return true;
  if ((word(first - 1) === 'of' && word(first - 2) === 'age') || word(after) === 'age') return true;
  return (
    after === first + 1 &&
    /^(?:under|over|below|above)$/.test(word(first - 1)) &&
    /^(?:those|people|children|anyone|everyone|adults|men|women|voters|workers)$/.test(word(first - 2))
  );
}

const fields = wordSet(
  'index ranking act law bill code convention commission committee bureau agency agencies unit office court squad watchdog tsar czar prevention legislation laws policy statistics awareness hotline',
);

/** "The corruption perception index", "the Fraud Office": what a body or a document is for, and no charge. */
function isFieldOf(tokens: readonly Token[], end: number): boolean {
  let at = end;
  while (/^(?:noun|propn)$/.test(tokens[at]?.pos ?? '') && at < end + 3)
    if (fields.has((tokens[at++] as Token).normal)) return true;
  return false;
}

/** "The highest respect", "the deepest sympathy": how much is felt, which nothing measures. */
const isOfMind = (tokens: readonly Token[], end: number): boolean =>
  /^(?:the|our|my)$/.test(tokens[end - 2]?.normal ?? '') && feelings.has(tokens[end]?.normal ?? '');
const feelings = wordSet(
  'respect regard esteem admiration sympathy sympathies condolences gratitude thanks affection hope hopes honour honor praise',
);

/** "Even the most modest bill", "the most astonishing aspect": how it strikes somebody. */
const isVerdict = (
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean =>
  tokens[end - 1]?.normal === 'most' &&
  (tokens[first - 1]?.normal === 'even' || (tokens[end]?.pos !== 'propn' && /ing$/.test(tokens[end]?.normal ?? '')));

/** "Aren't being accused of", "never lied to": what is denied is no charge. */
function isDenied(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let i = first - 1; i >= Math.max(floor, first - 4); i--) {
    const { normal, pos } = tokens[i] as Token;
    if (/^(?:not|never|nobody|none)$/.test(normal) || normal.endsWith("n't")) return true;
    if (pos !== 'aux' && pos !== 'adv' && pos !== 'verb') return false;
  }
  return false;
}
/** "Behind closed doors", "the adopted child": a participle before its noun says what the thing is like, and not what happened. */
const isAttributive = (
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean =>
  end === first + 1 &&
  /^(?:adp|det|adj)$/.test(tokens[first - 1]?.pos ?? '') &&
  /^(?:noun|adj)$/.test(tokens[end]?.pos ?? '');

/** "The Transport Act 1985": the year is part of the name. */
const isOfLaw = (tokens: readonly Token[], { start }: Span): boolean =>
  /^(?:Act|Bill|Code|Convention|Directive|Order|Regulations?|Statute)$/.test(
    tokens[firstWhere(tokens, token => token.start >= start) - 1]?.text ?? '',
  );

/** A bill that is paid is no law. */
const isAccount = (
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean =>
  /^bills?$/.test(tokens[end - 1]?.normal ?? '') &&
  tokens
    .slice(Math.max(0, first - 2), first)
    .some(({ normal }) => /^(?:pay|pays|paid|paying|foot|foots|footed|footing|split|settled?|up)$/.test(normal));

/** "Breaking the law", "above the law": what somebody does about it, and not what it says. */
const isKept = (tokens: readonly Token[], { first, end }: { readonly first: number; readonly end: number }): boolean =>
  tokens[end - 1]?.normal === 'law' &&
  tokens[end - 2]?.normal === 'the' &&
  /^(?:above|outside|within|obey\p{L}*|br[eo]ak\p{L}*|broke|flout\p{L}*|defy\p{L}*|defied)$/u.test(
    tokens[(first === end - 1 ? first - 1 : first) - 1]?.normal ?? '',
  );

/** A burden falls on, a year falls into, a plan falls short and an office declines to answer: no trend. */
function isOtherFall(
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean {
  const before = tokens[first - 1];
  // "Home-grown" says where somebody comes from, and "declined to prosecute" what somebody would not do.
  if (before?.text === '-' && !before.spaceBefore) return true;
  if (/^gr(?:ew|owing|own)$/.test(tokens[first]?.normal ?? '') && tokens[end]?.normal === 'up') return true;
  if (/^declin(?:ed|es|ing)$/.test(tokens[first]?.normal ?? '')) return tokens[end]?.normal === 'to';
  if (!/^f[ae]ll(?:en)?$/.test(tokens[first]?.normal ?? '')) return false;
  const next = /ly$/.test(tokens[end]?.normal ?? '') ? end + 1 : end;
  return /^(?:on|upon|to|into|for|short|apart|silent|ill|asleep|under|over|victim|through|out|prey|foul)$/.test(
    tokens[next]?.normal ?? '',
  );
}

const foretelling = wordSet(
  'knew said thought believed feared hoped expected assumed claimed promised warned told insisted argued predicted announced vowed pledged realised realized understood',
);

/** "Ministers knew it would happen": seen from the past, and no condition. */
function isForetold(tokens: readonly Token[], would: number): boolean {
  for (let i = would - 1; i >= Math.max(0, would - 5); i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (foretelling.has(tokens[i]?.normal ?? '')) return true;
  }
  return false;
}

const planned = wordSet('offer offers offered propose proposes proposed plan plans planned promise promises promised');
const owned = wordSet('have had own owned paid pay earn earned bought');

/** A condition, a proposal, or the writer's own affairs around the cue: nothing that a source could settle. */
function isImagined(tokens: readonly Token[], cue: Span): boolean {
  if (/^(?:if|unless|suppose|imagine)$/.test(openingOf(tokens)?.normal ?? '')) return true;
  const begins = firstWhere(tokens, ({ end }) => end > cue.start);
  const ends = firstWhere(tokens, ({ start }) => start >= cue.end);
  for (let i = 0; i < Math.min(tokens.length, ends + 6); i++)
    if ((i < begins || i >= ends) && tokens[i]?.normal === 'would' && !isForetold(tokens, i)) return true;
  for (let i = Math.max(1, begins - 7); i < begins; i++) {
    const before = (tokens[i - 1] as Token).normal;
    const { normal } = tokens[i] as Token;
    if ((normal === 'to' || normal === 'that') && planned.has(before)) return true;
    if (normal === 'to' && tokens[i + 1]?.pos === 'verb' && isPledgeOf(tokens, i))
      return !tokens.slice(i, begins).some(({ text }) => text === ',');
    if ((before === 'i' || before === 'we') && owned.has(normal)) return true;
  }
  return isGoal(tokens, begins);
}

/** The first word behind "and," or "but". */
function openingOf(tokens: readonly Token[]): Token | undefined {
  let at = 0;
  while (/^(?:and|but|so|or|yet|,)$/.test(tokens[at]?.normal ?? '')) at++;
  return tokens[at];
}

/** "A pledge made last year to raise the share": the noun stands before what tells of when and by whom. */
function isPledgeOf(tokens: readonly Token[], to: number): boolean {
  for (let i = to - 1; i >= Math.max(0, to - 6); i--) {
    const { normal, pos, kind } = tokens[i] as Token;
    if (kind === 'punctuation') return false;
    if (
      /^(?:pledges?|promises?|plans?|vows?|commitments?|proposals?|targets?|offers?|efforts?|bids?|campaigns?|attempts?)$/.test(
        normal,
      ) &&
      pos === 'noun'
    )
      return true;
  }
  return false;
}

const goals = wordSet('aim aims ambition ambitions goal goals objective objectives pillars target targets');

/** "Its goals are a dam and raising the wage to 40 crowns": what is to be. */
function isGoal(tokens: readonly Token[], cue: number): boolean {
  for (let i = 1; i < Math.min(cue, 8); i++)
    if (goals.has((tokens[i - 1] as Token).normal))
      return (
        /^(?:is|are|was|were)$/.test((tokens[i] as Token).normal) &&
        tokens
          .slice(i + 1, cue)
          .some(({ normal, pos }, at, rest) =>
            normal === 'to' ? rest[at + 1]?.pos === 'verb' : pos === 'verb' && normal.endsWith('ing'),
          )
      );
  return false;
}
