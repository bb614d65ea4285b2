import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { contains, ofSentence, type Span } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import { lemmaOf } from '../../text/lemma.ts';
import { spanOfTokens, textIn } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import { hasAgent, idiomAt, type Range } from './agentless-idioms.ts';

/** In the passive these pass on a saying, a belief or a judgement, whatever follows them. */
const judging = wordSet(
  'accuse acclaim allege assume believe berate bill brand castigate commend condemn criticise criticize decry deem demonise demonize denounce deride describe doubt dub estimate fear hail hope label lambast lambaste laud mock perceive praise predict presume project reckon regard repute ridicule rumour rumor scorn slam speculate suspect think tout trash vilify vaunt view',
);
/** These do so with what follows. */
const judgingWith: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    accept: 'that as',
    argue: 'that',
    assert: 'that',
    announce: 'that',
    acknowledge: 'that as to',
    agree: 'that',
    blame: 'for',
    celebrate: 'as',
    characterise: 'as',
    characterize: 'as',
    cite: 'as',
    claim: 'that',
    clear: 'of',
    concede: 'that',
    consider: 'a an the one to adj',
    contend: 'that',
    credit: 'with',
    depict: 'as',
    dismiss: 'as',
    establish: 'that',
    expect: 'to that',
    feel: 'that',
    find: 'to that',
    forecast: 'to that',
    give: 'as',
    know: 'for to that',
    link: 'to with',
    note: 'that',
    observe: 'that',
    portray: 'as',
    present: 'as',
    project: 'to',
    prove: 'to that',
    recognise: 'as that for adv',
    recognize: 'as that for adv',
    report: 'that',
    reveal: 'that',
    say: 'that to of',
    see: 'as',
    suggest: 'that',
    tell: 'that , .',
    treat: 'as',
    understand: 'that to',
    warn: 'that of against about ,',
  }).map(([verb, links]) => [verb, wordSet(links)]),
);
const be = wordSet("is are was were be been being isn't aren't wasn't weren't it's i'm we're that's 's");
/** An adverb that spreads a judgement over everybody in general. */
const spreading = wordSet(
  'widely generally commonly universally often frequently popularly usually typically internationally well broadly variously',
);
/** What hangs in the air when nobody is named whose it is. */
const opinions = wordSet(
  'accusation allegation apprehension assumption belief call claim complaint concern consensus controversy criticism debate disquiet doubt expectation fear feeling hope impression misgiving outcry perception question rumor rumour scepticism skepticism speculation suspicion talk unease uproar worry',
);
/** The same by every form. */
const opinionForms: ReadonlyMap<string, string> = new Map(
  [...opinions].flatMap(noun => [noun, `${noun}s`, noun.replace(/y$/, 'ies')].map(form => [form, noun] as const)),
);
/** Of these a bare noun in the plural or without a number is enough; the others may be the writer's own. */
const hanging = wordSet('accusation allegation speculation suspicion rumor rumour talk');
const growing = wordSet(
  'widespread growing mounting rising increasing persistent long-standing longstanding deepening early renewed',
);

/** "It is believed", "was accused of", "there are fears that": a saying or a judgement with nobody behind it. */
export function agentlessReports(block: Attributed): Gap[] {
  const { tokens } = block;
  const gaps: Gap[] = [];
  block.sentences.forEach((sentence, index) => {
    if (tokens[sentence.endToken - 1]?.text === '?') return;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const range = passive(tokens, i, sentence) ?? opinionAt(tokens, i, sentence) ?? idiomAt(tokens, i, sentence);
      if (!range || isFound(block, index, spanOfTokens(block, ...range))) continue;
      gaps.push({ kind: 'agentless', ...spanOfTokens(block, ...range), sentence: index });
      i = Math.max(i, range[1] - 1);
    }
  });
  return gaps;
}

/** "The study held that the vaccine was linked to autism": whoever is credited with it says so. */
const isFound = (block: Attributed, index: number, where: Span): boolean =>
  /\blinked\b/i.test(textIn(block, where)) &&
  ofSentence(block.attributions, index).some(
    ({ source, content }) => source.length > 0 && content.some(part => contains(part, where)),
  );

/** A judging participle behind a form of "be", or behind a noun ("cartoons deemed offensive"). */
function passive(tokens: readonly Token[], i: number, { firstToken, endToken }: Sentence): Range | undefined {
  const token = tokens[i] as Token;
  if (
    (token.pos !== 'verb' && token.pos !== 'adj') ||
    !/(?:[^e]ed|eed|called|said|told|seen|known|found|felt|thought|given|understood|proven|forecast)$/.test(
      token.normal,
    )
  )
    return undefined;
  const lemma = lemmaOf({ ...token, pos: 'verb' });
  const next = tokens[i + 1];
  const follows = i + 1 < endToken ? (next as Token) : undefined;
  // "Was accepted that day"
  const links = isWhen(tokens, i + 1) ? undefined : judgingWith.get(lemma);
  const linked =
    (links !== undefined &&
      (isSpread(tokens, i) ||
        (lemma === 'tell' && follows?.kind === 'quote') ||
        (follows !== undefined && (links.has(follows.normal) || links.has(follows.pos))))) ||
    (lemma === 'call' && (spreading.has(tokens[i - 1]?.normal ?? '') || follows?.normal === 'out')) ||
    (lemma === 'report' && follows?.normal === 'to' && /^(?:verb|aux)$/.test(tokens[i + 2]?.pos ?? ''));
  if (!linked && !judging.has(lemma)) return undefined;
  let at = i - 1;
  while (at >= firstToken && (tokens[at] as Token).pos === 'adv') at--;
  const before = at >= firstToken ? (tokens[at] as Token) : undefined;
  // "We've known for years": active, and the writer's own.
  if (before && /(?:^|['’])(?:have|has|had|ve)$/.test(before.normal)) return undefined;
  if (hasAgent(tokens, i + 1, endToken) || isCharged(tokens, i, firstToken, lemma)) return undefined;
  // "Are condemned to work": a fate, and no judgement.
  if (lemma === 'condemn' && follows?.normal === 'to') return undefined;
  if (lemma === 'dub' && isNaming(tokens, i + 1)) return undefined;
  const end = follows && /^(?:to|as|of|for)$/.test(follows.normal) ? i + 2 : i + 1;
  if (before && be.has(before.normal)) {
    let first = at;
    while (first > firstToken && /^(?:aux|adv|part)$/.test((tokens[first - 1] as Token).pos)) first--;
    for (let k = first; k < i; k++)
      if (
        /^(?:should|shouldn't|must|can|can't|cannot|may|might|would|let|never|not|isn't|aren't|wasn't|weren't)$/.test(
          (tokens[k] as Token).normal,
        )
      )
        return undefined;
    if (first > firstToken && /^(?:it|what)$/.test((tokens[first - 1] as Token).normal)) first--;
    // "If the report is to be believed", "has to be seen as": what ought to be, and nothing that anybody says.
    for (let k = first; k < i; k++)
      if (
        (tokens[k] as Token).normal === 'to' &&
        /^(?:is|are|was|were|has|have|had)$/.test(tokens[k - 1]?.normal ?? '')
      )
        return undefined;
    // "If claims were linked to our system, …": supposed, and not reported.
    if (/^(?:was|were)$/.test(before.normal) && isSupposed(tokens, first, firstToken)) return undefined;
    // "I'm told" and "we are told", but no "I was told" of one's own life.
    if (
      lemma === 'tell' &&
      !/^(?:i|we|i'm|we're)$/.test((tokens[first - 1] ?? token).normal) &&
      !/^(?:i'm|we're)$/.test(before.normal)
    )
      return undefined;
    return [first, end];
  }
  // "…, believed to be the owner": a belief is somebody's wherever the participle hangs.
  if (
    follows?.normal === 'to' &&
    /^(?:be|have)$/.test(tokens[i + 2]?.normal ?? '') &&
    /^(?:believed|said|thought|reported|alleged|rumoured|rumored|known|considered|expected|estimated|assumed|presumed|suspected|feared|claimed|reputed)$/.test(
      token.normal,
    ) &&
    before?.pos !== 'aux' &&
    !isSubject(tokens, i, firstToken)
  )
    return [i, i + 3];
  // "works deemed offensive", "those thought to be supporters"
  if (
    at === i - 1 &&
    before &&
    /^(?:noun|propn|pron)$/.test(before.pos) &&
    /^(?:deemed|perceived|thought|known|believed|seen|considered|accused|hailed|billed|touted|dubbed|alleged|regarded|viewed)$/.test(
      token.normal,
    )
  )
    return /^(?:deem|perceive|regard|view)$/.test(lemma) ||
      (linked && /^(?:to|as|of|for)$/.test(follows?.normal ?? '')) ||
      (judging.has(lemma) && /^(?:to|as|of)$/.test(follows?.normal ?? ''))
      ? [i, end]
      : undefined;
  // "the perceived need", "an estimated 4,000"
  if (token.normal === 'perceived' && follows && /^(?:noun|adj)$/.test(follows.pos)) return [i, i + 1];
  if (token.normal === 'estimated' && follows && before?.normal === 'an') return [i - 1, i + 1];
  return undefined;
}

/** "The regulator settled charges against two firms that were accused of fraud": by whoever brought the charges. */
function isCharged(tokens: readonly Token[], i: number, floor: number, lemma: string): boolean {
  if (!/^(?:accuse|allege|suspect)$/.test(lemma)) return false;
  for (let at = floor + 1; at < i - 1; at++)
    if (
      tokens[at + 1]?.normal === 'against' &&
      /^(?:charges?|complaints?|lawsuits?|suits?|proceedings|indictments?|case|cases)$/.test(
        (tokens[at] as Token).normal,
      )
    )
      return true;
  return false;
}

/** "Dubbed the Affordable Housing Scheme": it is called so, whoever thought of the name. */
const isNaming = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}/u.test(tokens[tokens[i]?.normal === 'the' ? i + 1 : i]?.text ?? '');

/** "If", but not "even if" and "as if", opens the clause of the verb at `i`. */
function isSupposed(tokens: readonly Token[], i: number, floor: number): boolean {
  for (let at = i - 1; at >= floor; at--) {
    const { kind, normal } = tokens[at] as Token;
    if (kind !== 'word') return false;
    if (normal === 'if') return !/^(?:even|as|only)$/.test(tokens[at - 1]?.normal ?? '');
  }
  return false;
}

/** "that day", "that summer": when it was, and not what was said. */
const isWhen = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.normal === 'that' &&
  /^(?:day|night|morning|afternoon|evening|week|weekend|month|year|season|spring|summer|autumn|fall|winter|way|time)$/.test(
    tokens[i + 1]?.normal ?? '',
  );

/** "is widely known", "has long been known" */
const isSpread = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]?.normal ?? '';
  const adverb = before === 'been' ? (tokens[i - 2]?.normal ?? '') : before;
  return spreading.has(adverb) || (before === 'been' && adverb === 'long');
};

/** "he expected to be", "the elders claimed to have": the word is a finite verb, with a subject right before it. */
const isSubject = (tokens: readonly Token[], i: number, floor: number): boolean => {
  const before = i > floor ? (tokens[i - 1] as Token) : undefined;
  return (
    before !== undefined &&
    /^(?:pron|propn|noun)$/.test(before.pos) &&
    !/^(?:people|those|men|women)$/.test(before.normal)
  );
};

/** "there is widespread suspicion that", "amid fears", "Allegations of": an opinion that nobody holds. */
function opinionAt(tokens: readonly Token[], i: number, { firstToken, endToken }: Sentence): Range | undefined {
  const token = tokens[i] as Token;
  if (token.pos !== 'noun') return undefined;
  const lemma = opinionForms.get(token.normal);
  const floating = floatingAt(tokens, i, firstToken);
  if (floating || lemma === undefined) return floating;
  const next = tokens[i + 1]?.normal ?? '';
  let first = i;
  while (
    first > firstToken &&
    /^(?:adj|adv|noun|det|verb)$/.test((tokens[first - 1] as Token).pos) &&
    !/^(?:there|not|no|any)$/.test((tokens[first - 1] as Token).normal) &&
    !be.has((tokens[first - 1] as Token).normal)
  ) {
    const { pos, normal } = tokens[first - 1] as Token;
    if (pos === 'verb' && !/(?:ing|ed)$/.test(normal)) break;
    first--;
    if (pos === 'det') break;
  }
  const before = first > firstToken ? (tokens[first - 1] as Token) : undefined;
  if (hasAgent(tokens, i + 1, endToken) || /^(?:by|among|from)$/.test(next)) return undefined;
  // "there is", "there has been"
  if (before && (be.has(before.normal) || before.normal === 'still')) {
    let at = first - 1;
    while (
      at > firstToken &&
      (be.has((tokens[at] as Token).normal) || /^(?:aux|adv)$/.test((tokens[at] as Token).pos)) &&
      (tokens[at] as Token).normal !== 'there'
    )
      at--;
    if ((tokens[at] as Token).normal === 'there' && !/^(?:question|doubt|call|hope)$/.test(lemma)) return [at, i + 1];
  }
  for (let k = first; k < i; k++)
    if (growing.has((tokens[k] as Token).normal)) return isVented(tokens, first, firstToken) ? undefined : [k, i + 1];
  // "leading to the suspicion that"
  if (
    next === 'that' &&
    (tokens[first] as Token).normal === 'the' &&
    before &&
    /^(?:to|with|under|amid|despite|by)$/.test(before.normal) &&
    /^(?:impression|perception|suspicion|feeling|belief|assumption|expectation|fear)$/.test(lemma)
  )
    return [first, i + 1];
  const bare =
    first === i ||
    !/^(?:the|a|an|his|her|its|their|our|my|your|this|these|that|those|no|any|such)$/.test(
      (tokens[first] as Token).normal,
    );
  if (!bare || before?.pos === 'part' || /['’]s?$/.test(before?.text ?? '')) return undefined;
  if (before && /^(?:amid|amidst)$/.test(before.normal)) return [first, i + 1];
  const follows = /^(?:of|that|about|over|as|are|were|is|was|has|have)$/.test(next);
  return hanging.has(lemma) &&
    follows &&
    (!before || /^(?:[,;]|and|but|while|to|of|by|with|despite)$/.test(before.normal))
    ? [first, i + 1]
    : undefined;
}

const venting = wordSet('vent voice express share air');

/** "Three senators vented their frustration and a growing unease": it is theirs. */
function isVented(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let i = first - 1; i >= Math.max(floor, first - 10); i--) {
    const { text, pos, normal } = tokens[i] as Token;
    if (/^[,;:–—]$/.test(text)) return false;
    if (pos === 'verb' && venting.has(lemmaOf({ text: normal, normal, pos }))) return true;
  }
  return false;
}

/** "a reputation for", "the thinking was that": what everybody holds and nobody in particular. */
function floatingAt(tokens: readonly Token[], i: number, firstToken: number): Range | undefined {
  const { normal } = tokens[i] as Token;
  const next = tokens[i + 1]?.normal ?? '';
  if (normal === 'reputation' && /^(?:for|as|of|among)$/.test(next)) {
    let first = i;
    while (first > firstToken && /^(?:adj|adv)$/.test((tokens[first - 1] as Token).pos)) first--;
    // "The reputation of this great nation" is somebody's own, and says nothing of what it is known for.
    const article = tokens[first - 1]?.normal ?? '';
    return /^an?$/.test(article) || (article === 'the' && next !== 'of') ? [first - 1, i + 1] : undefined;
  }
  return /^(?:thinking|logic|theory|wisdom|idea|consensus|assumption|perception)$/.test(normal) &&
    tokens[i - 1]?.normal === 'the' &&
    /^(?:is|was|goes|went)$/.test(next) &&
    tokens[i + 2]?.normal === 'that'
    ? [i - 1, i + 2]
    : undefined;
}
