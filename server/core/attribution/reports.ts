import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { type Match, phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Parts, Pattern, Valued } from './attributions.ts';
import { asideEnd, contentEnd, nounPhraseEnd, nounPhraseStart } from './noun-phrase.ts';
import { findPlaces, headOf, isSourceNoun, isVagueHead, sourceNounKind } from './nouns.ts';

type Verb = (typeof verbEntries)[number];
const findVerbs = phraseMatcher(verbEntries);

const auxiliaries =
  /^(?:has|have|had|do|does|did|will|would|can|could|may|might|must|should|also|once|now|still|then|long|often|never|always|not|\p{L}+ly)$/u;
/** Nouns before which "states" is a noun too. */
const stateNouns = wordSet(
  'united member nation gulf swing baltic city arab island failed welfare southern northern papal',
);
/** Finite verbs of the closed classes, and the commonest irregular pasts. */
const finite = wordSet(
  "is are was were am be isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't will would won't wouldn't can could cannot can't couldn't may might must should shall fell rose grew went came took made gave became began lost won left held kept led paid ran said saw sent stood told knew met built bought brought spent rise rises fall falls need needs want wants support supports work works",
);
const subjects = wordSet('he she they i we you it some many others who critics');

/** "The mayor has repeatedly said that …", "…, said Ms Lind", "The dam, experts say, will hold". */
export const findReports: Pattern = (block, sentence) => {
  const found: Parts[] = [];
  const { tokens } = block;
  const end = contentEnd(tokens, sentence);
  const clauseEnd = clauseEnds(tokens, end);
  for (const match of findVerbs(tokens, sentence.firstToken, end)) {
    if (/ing$/.test(tokens[match.first]?.normal ?? '')) continue;
    const parts = invertedReport(block, sentence, match, end) ?? plainReport(block, sentence, match, end, clauseEnd);
    if (parts) found.push(parts);
  }
  return found;
};

/** "… ," said Ms Lind: the verb follows the quotation or the comma, and the source follows the verb. */
function invertedReport({ tokens }: Valued, sentence: Sentence, match: Match<Verb>, end: number): Parts | undefined {
  const before = tokens[match.first - 1];
  if (!before || match.first === sentence.firstToken) return undefined;
  if (
    before.kind !== 'quote' &&
    !(
      before.text === ',' &&
      /^(?:said|says|wrote|writes|argued|argues|added|adds|warned|warns|explained|explains)$/.test(
        tokens[match.first]?.normal ?? '',
      )
    )
  )
    return undefined;
  if (match.entry.kind !== 'speech') return undefined;
  const sourceEnd = nounPhraseEnd(tokens, match.end, end);
  if (sourceEnd === match.end || tokens[match.end]?.normal === 'that') return undefined;
  const comma = before.text === ',' ? 1 : 0;
  return {
    source: [match.end, sourceEnd],
    cue: [match.first, match.end],
    content: [[sentence.firstToken, match.first - comma]],
  };
}

function plainReport(
  block: Valued,
  sentence: Sentence,
  match: Match<Verb>,
  end: number,
  clauseEnd: (from: number) => number,
): Parts | undefined {
  const { tokens } = block;
  const first = firstOfCue(tokens, match.first, sentence);
  // "Several known hazards": without an auxiliary, such a form is no verb of a clause.
  if (first === match.first && /^(?:known|shown|written)$/.test(tokens[first]?.normal ?? '')) return undefined;
  const sourceEnd = tokens[first - 1]?.normal === 'who' ? first - 1 : first;
  const start = nounPhraseStart(tokens, sourceEnd, sentence.firstToken);
  if (start >= sourceEnd || /^(?:nobody|no|none|neither|nothing)$/.test(tokens[start]?.normal ?? '')) return undefined;
  const next = tokens[match.end];
  const before = tokens[start - 1];
  // "(the ministry's figures show)" has nothing else to do there.
  const isBracketed = before?.text === '(' && next?.text === ')' && /^(?:speech|finding)$/.test(match.entry.kind);
  if (before?.text === ',' && reportsBackwards(block, sentence, match, [start, sourceEnd], end))
    return {
      source: [start, sourceEnd],
      cue: [first, match.end],
      content: [[sentence.firstToken, start - 1]],
      isFirm: true,
    };
  // "…, its annual report shows." and "The city, its annual report shows, …" can be nothing else.
  const isShown =
    before?.text === ',' && isBare(next) && match.entry.kind === 'finding' && isDocument(tokens[sourceEnd - 1]);
  if (!isBracketed && !isShown && !governs(block, match, [start, sourceEnd], next)) return undefined;
  const parenthetical = before?.text === ',' || before?.kind === 'quote' || isBracketed;
  const closes = match.end >= end || isBracketed;
  if (closes && !parenthetical) return undefined;
  const left: readonly [number, number] = [
    sentence.firstToken,
    before?.text === ',' || isBracketed ? start - 1 : start,
  ];
  const right: readonly [number, number] = [
    next?.text === ',' || next?.text === ':' ? match.end + 1 : match.end,
    clauseEnd(match.end),
  ];
  const content = closes ? [left] : parenthetical && next?.text === ',' ? [left, right] : [right];
  return {
    source: [start, sourceEnd],
    cue: [first, match.end],
    content,
    isFirm:
      isBracketed ||
      isShown ||
      (asideEnd(tokens, match.end) > match.end && /^(?:speech|finding)$/.test(match.entry.kind)),
  };
}

const isDocument = (token: Token | undefined): boolean => sourceNounKind(token?.normal ?? '') === 'document';

/** "Rents have doubled, the council said in March.": a clause stands before the comma, and behind the verb no more than where or when. */
function reportsBackwards(
  { tokens }: Valued,
  { firstToken }: Sentence,
  { entry, first, end: verbEnd }: Match<Verb>,
  [start, sourceEnd]: readonly [number, number],
  end: number,
): boolean {
  if (entry.kind !== 'speech' || entry.weak || !frame.test(tokens[verbEnd]?.normal ?? '')) return false;
  const subject = tokens[sourceEnd - 1];
  if (!subject || !(/^\p{Lu}/u.test(subject.text) || isSourceNoun(subject.normal) || subjects.has(subject.normal)))
    return false;
  if (opensClause.test(tokens[firstToken]?.normal ?? '') || (tokens[first] as Token).pos !== 'verb') return false;
  const behind = tokens.slice(verbEnd, end);
  if (
    behind.length > longestFrame ||
    behind.some(({ pos, kind, normal }) => pos === 'verb' || kind === 'punctuation' || normal === 'that')
  )
    return false;
  return tokens.slice(firstToken, start - 1).some(({ pos, normal }) => pos === 'verb' || finite.has(normal));
}

/** What opens the words that say where or when somebody spoke. */
const frame = /^(?:in|on|at|to|during|last|this|yesterday|today|earlier)$/;
/** Longest such words, in tokens: "in a letter to the governors of the schools". */
const longestFrame = 9;
/** What stands before the comma is said of when or why somebody spoke, not what. */
const opensClause =
  /^(?:when|if|as|although|though|while|whereas|because|since|after|before|once|until|unless|in|on|at|to|having|asked)$/;

/** What is reported ends at a semicolon. Asked from left to right, so that no stretch of a long sentence is gone through twice. */
function clauseEnds(tokens: readonly Token[], end: number): (from: number) => number {
  let known = 0;
  return from => {
    if (known < from) known = from;
    while (known < end && tokens[known]?.text !== ';') known++;
    return known;
  };
}

/** Auxiliaries and adverbs belong to the cue: "has repeatedly said". */
export function firstOfCue(tokens: readonly Token[], verb: number, sentence: Sentence): number {
  let first = verb;
  while (first > sentence.firstToken && auxiliaries.test(tokens[first - 1]?.normal ?? '')) first--;
  return first;
}

/** Whether the word is a verb here, and one that reports: told from the noun of the same form by what stands around it. */
function governs(
  { tokens }: Valued,
  match: Match<Verb>,
  [start, sourceEnd]: readonly [number, number],
  next: Token | undefined,
): boolean {
  const form = tokens[match.first]?.normal ?? '';
  const subject = tokens[sourceEnd - 1];
  if (!subject) return false;
  const that = thatAfter(tokens, match.end);
  const quotes =
    next?.kind === 'quote' || ((next?.text === ',' || next?.text === ':') && tokens[match.end + 1]?.kind === 'quote');
  const credited =
    subjects.has(subject.normal) ||
    isSourceNoun(subject.normal) ||
    /^\p{Lu}/u.test(subject.text) ||
    findPlaces(tokens, sourceEnd - 1, sourceEnd).length > 0;
  // "Some feel betrayed": a view needs no "that" where its holders are nobody in particular.
  const verb = tokens[match.first] as Token;
  // "The United States", "member states": a name or a noun, unless something that can only be reported follows.
  if (match.entry.noun && !that && !quotes && (/^\p{Lu}/u.test(verb.text) || stateNouns.has(subject.normal)))
    return false;
  if (match.entry.kind === 'stance')
    return sourceNounKind(subject.normal) === 'vague' && tokens[sourceEnd]?.normal !== 'who';
  // "Studies show rents fell", "Figures from the ministry show rents fell": a document needs no "that" where a clause follows.
  if (
    match.entry.kind === 'finding' &&
    isDocument(tokens[headOf(tokens, start, sourceEnd)]) &&
    isClause(tokens, match.end)
  )
    return true;
  if (match.entry.weak) return that || quotes || (match.entry.kind === 'thought' && isVagueHead(subject.normal));
  if (match.entry.noun && !/ed$/.test(form))
    return (
      that || quotes || subjects.has(subject.normal) || /^\p{Lu}/u.test(subject.text) || isSourceNoun(subject.normal)
    );
  // "The books said" reports, "as the books told" does not: an uncredited subject needs "that", a quotation or a clause.
  return (
    that || quotes || ((credited || match.entry.kind === 'speech') && (isBare(next) || isClause(tokens, match.end)))
  );
}

/** "that" follows at once, behind an aside, or behind where or when it was said: "found in its 2021 ruling that". */
function thatAfter(tokens: readonly Token[], first: number): boolean {
  const from = asideEnd(tokens, first);
  if (tokens[from]?.normal === 'that') return true;
  if (!/^(?:in|on|at|to|during|after|before|by|last|this|yesterday|today|again)$/.test(tokens[from]?.normal ?? ''))
    return false;
  for (let i = from + 1; i < from + 8; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punctuation') return false;
    if (token.normal === 'that') return true;
  }
  return false;
}

/** Nothing follows the verb but a mark: "The dam, experts say, will hold". */
const isBare = (next: Token | undefined): boolean => next === undefined || next.kind === 'punctuation';

/**
 * A subject and a finite verb follow, before the clause ends. "The mayor said taxes would rise" reports;
 * "Boeing claims the market" and "she wrote forty plays" have an object only.
 */
function isClause(tokens: readonly Token[], from: number): boolean {
  // Only a subject has the form "they".
  if (/^(?:he|she|they|we|i|there)$/.test(tokens[from]?.normal ?? '')) return true;
  for (let i = from; i < from + 14; i++) {
    const token = tokens[i];
    if (!token || /^(?:[.,;:!?]|and|or|but)$/.test(token.normal)) return false;
    if (i > from && (finite.has(token.normal) || /^\p{Ll}{2,}ed$/u.test(token.text))) return true;
    // "shows the plan works": a plain verb behind a noun, at the clause's end.
    if (i > from && /^\p{Ll}{3,}[^s]s$/u.test(token.text) && /^[.,;]$/.test(tokens[i + 1]?.text ?? '')) return true;
  }
  return false;
}
