import { wordSet } from '../lexicon/word-set.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Token } from '../model/sentence.ts';
import { isSupposedAt } from './imagined.ts';

/** A cue as a half-open range of tokens. */
interface Cue {
  readonly first: number;
  readonly end: number;
}

/** Wordings that look like cues of a kind, and show none. */
const misleading: Partial<
  Record<ClaimKind, readonly ((tokens: readonly Token[], cue: Cue, floor: number) => boolean)[]>
> = {
  comparison: [isFigureOfSpeech, isLength, isMatterOfTaste, isOfMind, isVerdict],
  trend: [isOtherFall],
  law: [isAccount, isKept],
  causal: [isLeader],
  absolute: [isInSequence],
  motive: [(tokens, { first }, floor) => isSupposedAt(tokens, first, floor)],
  accusation: [isFieldOf, isDenied],
  event: [isAttributive],
};

/**
 * Whether the words around a cue show that it means something else than its kind.
 *
 * @param floor The first token of its sentence.
 */
export function isMisleading(kind: ClaimKind, tokens: readonly Token[], cue: Cue, floor: number): boolean {
  return isOtherThan(tokens, cue) || (misleading[kind]?.some(tells => tells(tokens, cue, floor)) ?? false);
}

/** "Rather than" and "other than" compare nothing. */
function isOtherThan(tokens: readonly Token[], { first }: Cue): boolean {
  return (
    tokens[first]?.normal === 'than' && /^(?:rather|other|different|more|less)$/.test(tokens[first - 1]?.normal ?? '')
  );
}

/** "More than a line on a map" compares nothing that could be measured; "more than a third" does. */
function isFigureOfSpeech(tokens: readonly Token[], { end: after }: Cue): boolean {
  return (
    /^(?:an?|just|mere|merely|ever|enough|welcome|happy)$/.test(tokens[after]?.normal ?? '') &&
    !/^(?:third|half|quarter|fifth|dozen|hundred|thousand|million|billion|decade|century|year)$/.test(
      tokens[after + 1]?.normal ?? '',
    )
  );
}

/** "More than four years after the war": how long, and not which is more. */
function isLength(tokens: readonly Token[], { end: after }: Cue): boolean {
  return (
    tokens[after - 1]?.normal === 'than' &&
    /^(?:num|det)$/.test(tokens[after]?.pos ?? '') &&
    /^(?:years?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies))$/.test(tokens[after + 1]?.normal ?? '') &&
    tokens[after + 2]?.normal !== 'of'
  );
}

/** "More than distracting", "more important than": how strongly it is put, or what counts for more. */
function isMatterOfTaste(tokens: readonly Token[], { end: after }: Cue): boolean {
  return (
    tokens[after - 1]?.normal === 'than' &&
    ((tokens[after - 2]?.normal === 'more' &&
      /^(?:adj|verb)$/.test(tokens[after]?.pos ?? '') &&
      !/^(?:doubled|tripled|trebled|quadrupled|halved|half|double|twice)$|er$/.test(tokens[after]?.normal ?? '') &&
      /^(?:punct|conj|cconj|adp|adv)?$/.test(tokens[after + 1]?.pos ?? '')) ||
      /^(?:important|interesting|precious|valuable|worthy)$/.test(tokens[after - 2]?.normal ?? ''))
  );
}

/** "The highest respect", "the deepest sympathy": how much is felt, which nothing measures. */
function isOfMind(tokens: readonly Token[], { end }: Cue): boolean {
  return /^(?:the|our|my)$/.test(tokens[end - 2]?.normal ?? '') && feelings.has(tokens[end]?.normal ?? '');
}

const feelings = wordSet(
  'respect regard esteem admiration sympathy sympathies condolences gratitude thanks affection hope hopes honour honor praise',
);

/** "Even the most modest bill", "the most astonishing aspect": how it strikes somebody. */
function isVerdict(tokens: readonly Token[], { first, end }: Cue): boolean {
  return (
    tokens[end - 1]?.normal === 'most' &&
    (tokens[first - 1]?.normal === 'even' || (tokens[end]?.pos !== 'propn' && /ing$/.test(tokens[end]?.normal ?? '')))
  );
}

/** A burden falls on, a year falls into, a plan falls short and an office declines to answer: no trend. */
function isOtherFall(tokens: readonly Token[], { first, end }: Cue): boolean {
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

/** A bill that is paid is no law. */
function isAccount(tokens: readonly Token[], { first, end }: Cue): boolean {
  return (
    /^bills?$/.test(tokens[end - 1]?.normal ?? '') &&
    tokens
      .slice(Math.max(0, first - 2), first)
      .some(({ normal }) => /^(?:pay|pays|paid|paying|foot|foots|footed|footing|split|settled?|up)$/.test(normal))
  );
}

/** "Breaking the law", "above the law": what somebody does about it, and not what it says. */
function isKept(tokens: readonly Token[], { first, end }: Cue): boolean {
  return (
    tokens[end - 1]?.normal === 'law' &&
    tokens[end - 2]?.normal === 'the' &&
    /^(?:above|outside|within|obey\p{L}*|br[eo]ak\p{L}*|broke|flout\p{L}*|defy\p{L}*|defied)$/u.test(
      tokens[(first === end - 1 ? first - 1 : first) - 1]?.normal ?? '',
    )
  );
}

/** "Led this nation to war", "an initiative led by the bank", "goods produced in Halden": who was at the head, or where it was made; no cause. */
function isLeader(tokens: readonly Token[], { first }: Cue): boolean {
  const { normal } = tokens[first] as Token;
  const next = tokens[first + 1];
  if (normal === 'produced') return /^(?:in|at|here|there|abroad|locally)$/.test(next?.normal ?? '');
  if (!/^leads?$|^led$/.test(normal)) return false;
  return next?.normal === 'by' || (/^(?:det|propn)$/.test(next?.pos ?? '') && isHuman(tokens[first - 1]));
}

function isHuman(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    ((token.pos === 'propn' && /^\p{Lu}/u.test(token.text)) || /^(?:he|she|who|i|we)$/.test(token.normal))
  );
}

/** "In the first place", "in the first half of the year": in what order, and nothing that never was before. */
function isInSequence(tokens: readonly Token[], { first, end }: Cue): boolean {
  return (
    tokens[end - 1]?.normal === 'first' &&
    /^(?:in|at|during|for|from|since|within|over)$/.test(tokens[first - 1]?.normal ?? '') &&
    /^(?:place|instance|half|quarter|third|days?|weeks?|months?|years?|hours?|decades?|part|round|stage|few|two|three|four|five|six|ten)$/.test(
      tokens[end]?.normal ?? '',
    )
  );
}

/** "The corruption perception index", "the Fraud Office": what a body or a document is for, and no charge. */
function isFieldOf(tokens: readonly Token[], { end }: Cue): boolean {
  let at = end;
  while (/^(?:noun|propn)$/.test(tokens[at]?.pos ?? '') && at < end + 3)
    if (fields.has((tokens[at++] as Token).normal)) return true;
  return false;
}

const fields = wordSet(
  'index ranking act law bill code convention commission committee bureau agency agencies unit office court squad watchdog tsar czar prevention legislation laws policy statistics awareness hotline',
);

/** "Aren't being accused of", "never lied to": what is denied is no charge. */
function isDenied(tokens: readonly Token[], { first }: Cue, floor: number): boolean {
  for (let i = first - 1; i >= Math.max(floor, first - 4); i--) {
    const { normal, pos } = tokens[i] as Token;
    if (/^(?:not|never|nobody|none)$/.test(normal) || normal.endsWith("n't")) return true;
    if (pos !== 'aux' && pos !== 'adv' && pos !== 'verb') return false;
  }
  return false;
}

/** "Behind closed doors", "the adopted child": a participle before its noun says what the thing is like, and not what happened. */
function isAttributive(tokens: readonly Token[], { first, end }: Cue): boolean {
  return (
    end === first + 1 &&
    /^(?:adp|det|adj)$/.test(tokens[first - 1]?.pos ?? '') &&
    /^(?:noun|adj)$/.test(tokens[end]?.pos ?? '')
  );
}
