import { entries } from '../../generated/vague-quantities.ts';
import { phraseMatcher } from '../../lexicon/phrase-matcher.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Gap } from '../../model/stance.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';

const findQuantities = phraseMatcher(entries);
/** What nobody would count: ways and means, and stretches of time. */
const uncounted = wordSet(
  'ways respects regards cases things times reasons questions accounts measures standards estimates factors issues problems aspects kinds types forms sorts days weeks months years hours minutes moments examples exceptions points words occasions instances angles levels senses thanks pitfalls lessons',
);

/** Quantifiers where a figure would be expected. "Most" of a superlative, "how many", "as many as 40" and "many a" count nothing vaguely. */
export function vagueQuantities(block: Attributed): Gap[] {
  const { tokens } = block;
  return block.sentences.flatMap((sentence, index) => {
    if (tokens[sentence.endToken - 1]?.text === '?') return [];
    return findQuantities(tokens, sentence.firstToken, sentence.endToken)
      .filter(match => isCount(tokens, sentence, match.first, match.end, match.entry.term))
      .map((match): Gap => {
        const counts =
          /^(?:many|most|few|very few|several)$/.test(match.entry.term) &&
          /^(?:noun|adj|propn)$/.test(tokens[match.end]?.pos ?? '');
        const noun = counts ? nounAfter(tokens, match.end, sentence.endToken) : -1;
        const end = noun < 0 ? match.end : noun + 1;
        return { kind: 'vague-quantity', ...spanOfTokens(block, match.first, end), sentence: index };
      });
  });
}

function isCount(tokens: readonly Token[], sentence: Sentence, first: number, end: number, term: string): boolean {
  const before = first > sentence.firstToken ? (tokens[first - 1] as Token).normal : '';
  const next = end < sentence.endToken ? tokens[end] : undefined;
  const counted = tokens[nounAfter(tokens, end, sentence.endToken)];
  if (isImagined(tokens, sentence, first)) return false;
  switch (term) {
    case 'most':
      return (
        !/^(?:the|at|his|her|its|their|our|my|a|one|'s|’s)$/.test(before) &&
        next !== undefined &&
        /^(?:noun|adj|adp|propn|verb)$/.test(next.pos) &&
        (next.normal === 'of' || next.normal === 'in' || (counted !== undefined && isPlural(counted))) &&
        !(before === 'by' && counted !== undefined && uncounted.has(counted.normal)) &&
        !(
          next.normal === 'of' &&
          /^(?:the|all|his|her|my|us|them|it|their)$/.test(tokens[end + 1]?.normal ?? '') &&
          /^(?:time|us|all|it|day|life|way)$/.test(tokens[end + 2]?.normal ?? tokens[end + 1]?.normal ?? '')
        )
      );
    case 'many':
      return (
        !/^(?:how|not|the|too)$/.test(before) &&
        !(before === 'as' && isComparison(tokens, end, sentence.endToken)) &&
        (next?.kind === 'word' || next?.kind === 'quote') &&
        next.normal !== 'a' &&
        next.normal !== 'as' &&
        !(counted && uncounted.has(counted.normal))
      );
    case 'some':
      return counted !== undefined && groups.has(counted.normal) && /^(?:noun|adj|propn)$/.test(next?.pos ?? '');
    case 'several':
      return (
        counted !== undefined &&
        isPlural(counted) &&
        !uncounted.has(counted.normal) &&
        /^(?:people|members|officers|officials|countries|states|companies|women|men|children|schools|cities|groups)$/.test(
          counted.normal,
        )
      );
    case 'few':
      return (
        !/^(?:a|the|last|past|next|these|only|first|another|quite|too)$/.test(before) &&
        (!next || next.kind === 'word') &&
        counted !== undefined &&
        isPlural(counted) &&
        !uncounted.has(counted.normal)
      );
    case 'hundreds':
    case 'thousands':
    case 'millions':
    case 'billions':
    case 'dozens':
    case 'scores':
      return (
        !/^(?:of|the)$/.test(before) &&
        !(
          next?.normal === 'of' &&
          /^(?:years|thousands|millions|hundreds|billions|times|days)$/.test(tokens[end + 1]?.normal ?? '')
        )
      );
    case 'a majority':
    case 'the majority':
      return before !== 'in' && /^(?:aux|verb|adp|adv)$/.test(next?.pos ?? '') && tokens[end + 1]?.pos !== 'adj';
    case 'much of':
      return counted !== undefined && (wholes.has(counted.normal) || counted.pos === 'propn');
    case 'frequently':
    case 'numerous':
      return !/^(?:more|most|less)$/.test(before) && next?.normal !== 'than';
    default:
      return !(next && uncounted.has(next.normal)) || /ly$/.test(term);
  }
}

/** "Could save hundreds", "if large numbers leave": nothing has been counted yet. */
function isImagined(tokens: readonly Token[], { firstToken, endToken }: Sentence, first: number): boolean {
  if (/^(?:if|unless|suppose|imagine)$/.test((tokens[firstToken] as Token).normal)) return true;
  for (let i = first - 1; i >= Math.max(firstToken, first - 5); i--) {
    const { normal, text } = tokens[i] as Token;
    if (/^[,;:]$/.test(text)) break;
    if (/^(?:could|may|might|would|will|should|must|if|unless|cannot|can't|won't)$/.test(normal)) return true;
  }
  const next = tokens[first + 1]?.normal ?? '';
  return first + 1 < endToken && /^(?:would|might|could)$/.test(next);
}

const groups = wordSet(
  'countries states cities towns parents families schools hospitals companies universities colleges banks',
);
/** Of these a part would be told in per cent. */
const wholes = wordSet(
  'world region country population continent electorate public nation territory land city state society',
);

/** "as many as", "as many votes as" */
function isComparison(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 4); i++) if ((tokens[i] as Token).normal === 'as') return true;
  return tokens[from]?.kind === 'number';
}

/** Index of the noun that the quantity counts, past its adjectives and past "of the"; -1 if there is none. */
function nounAfter(tokens: readonly Token[], from: number, limit: number): number {
  let last = -1;
  for (let i = from; i < Math.min(limit, from + 7); i++) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'noun' || pos === 'propn') last = i;
    else if (last >= 0) break;
    else if (!/^(?:adj|det|num|adv|verb|pron)$/.test(pos) && normal !== 'of') break;
  }
  return last;
}

const isPlural = ({ normal }: Token): boolean => /(?:[^s]s|people|men|women|children|police|media)$/.test(normal);
