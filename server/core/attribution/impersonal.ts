import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseEnd } from './noun-phrase.ts';

/** In the passive these have a hearer or an author for their subject, not a content ("was told", "was written to"). */
const notReports = /^(?:admit|advise|announce|inform|recommend|remark|remember|reply|tell|testify|tweet|write)$/;

/** Participles of reporting verbs, and those passives that pass a judgement on without saying whose. */
const participles = new Set([
  ...verbEntries
    .filter(entry => !entry.weak && entry.kind !== 'stance' && !notReports.test(entry.term))
    .flatMap(entry => entry.phrases.filter(form => /(?:ed|id|own|ught)$/.test(form))),
  'seen',
  'deemed',
  'perceived',
  'regarded',
  'viewed',
  'considered',
  'rumoured',
  'rumored',
  'hoped',
  'feared',
  'expected',
  'accused',
  'criticised',
  'criticized',
  'labelled',
  'hailed',
]);
/** After these a judgement follows; after a plain "is described" anything may. */
const needsLink = wordSet(
  'seen regarded viewed described known criticised criticized accused labelled hailed reported considered',
);
const be = wordSet("is are was were be been being it's");
const adverb =
  /^(?:also|widely|often|generally|commonly|now|still|usually|increasingly|frequently|long|variously|largely|universally|not|never|sometimes|rightly|wrongly|\p{L}+ly)$/u;

/** "It is widely believed that …", "is said to be", "has been accused of": a report with nobody behind it, unless "by" names one. */
export const findImpersonal: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (let i = sentence.firstToken; i < end; i++) {
    const verb = participleAfter(tokens, i, end);
    if (verb < 0) continue;
    const agent = agentAfter(tokens, verb + 1, end);
    const first = auxiliariesBefore(tokens, i, sentence);
    const link = tokens[verb + 1]?.normal ?? '';
    const isReport = link === 'that' || /^(?:to|as|of|for)$/.test(link) || isItSubject(tokens, first, sentence);
    if (!isReport || (needsLink.has(tokens[verb]?.normal ?? '') && !/^(?:that|to|as|of|for)$/.test(link))) continue;
    if (!agent && isOtherwiseMeant(tokens, first, verb, end)) continue;
    const from = isItSubject(tokens, first, sentence) ? first - 1 : first;
    found.push({
      ...(agent ? { source: agent } : {}),
      cue: [from, verb + 1 + (link === 'to' || link === 'as' || link === 'of' ? 1 : 0)],
      content: [[agent ? agent[1] : verb + 1, end]],
    });
    i = verb;
  }
  return found;
};

/** Index of a participle that a form of "be" at `i` governs, adverbs between, or -1. */
function participleAfter(tokens: readonly Token[], i: number, end: number): number {
  if (!be.has((tokens[i] as Token).normal)) return -1;
  for (let next = i + 1; next < end && next <= i + 3; next++) {
    const word = (tokens[next] as Token).normal;
    if (participles.has(word)) return next;
    if (!adverb.test(word) && !be.has(word)) return -1;
  }
  return -1;
}

/** "by the ministry" behind the participle: the passive has an agent after all. */
function agentAfter(tokens: readonly Token[], from: number, end: number): readonly [number, number] | undefined {
  for (let i = from; i < end && i < from + 12; i++) {
    const token = tokens[i] as Token;
    if (token.normal === 'by') {
      const last = nounPhraseEnd(tokens, i + 1, end);
      return last > i + 1 ? [i + 1, last] : undefined;
    }
    if (token.text === ',' || token.text === ';') return undefined;
  }
  return undefined;
}

function auxiliariesBefore(tokens: readonly Token[], i: number, sentence: Sentence): number {
  let first = i;
  while (
    first > sentence.firstToken &&
    /^(?:has|have|had|having|can|could|may|might|will|would|must|should|to|long|often|also)$/.test(
      tokens[first - 1]?.normal ?? '',
    )
  )
    first--;
  return first;
}

const isItSubject = (tokens: readonly Token[], first: number, sentence: Sentence): boolean =>
  first > sentence.firstToken && tokens[first - 1]?.normal === 'it';

/** Advice ("should be seen as"), an aside ("it must be noted"), a name ("is known as") and "reported to the police" report nothing. */
function isOtherwiseMeant(tokens: readonly Token[], first: number, verb: number, end: number): boolean {
  const word = (i: number) => (i < end ? (tokens[i]?.normal ?? '') : '');
  for (let i = first; i < verb; i++)
    if (/^(?:should|must|can|could|may|might|never|not)$/.test(word(i)) && word(verb) !== 'argued') return true;
  if (word(verb) === 'known') return word(verb + 1) === 'as';
  return word(verb) === 'reported' && word(verb + 1) === 'to' && !/^(?:have|be)$/.test(word(verb + 2));
}
