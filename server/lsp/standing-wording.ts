import type { ReachFrom, Standing, StandingEvidence, StandingReason } from '../core/index.ts';
import { shortened } from './wording.ts';

const longestExcerpt = 120;

/** Why a claim is not flagged, as a full sentence. */
export const standingSentence: Readonly<Record<StandingReason, string>> = {
  backed: 'The text backs it.',
  vague: 'A source is there, but none that could be asked or looked up.',
  placeholder: 'It is marked for a source already.',
  own: 'The writer tells their own experience.',
  quoted: 'These are somebody else’s words, which the writer cannot change.',
  imagined: 'A condition, a plan or a wish stands around it, so no source could settle it.',
  opinion: 'It is more likely opinion, a question or a call than a claim.',
  common: 'An editor would hardly ask: it is common knowledge, or easily checked.',
  open: 'It has no source; your settings or a comment let it stand.',
};

const strengths: Readonly<Record<StandingEvidence['strength'], string>> = {
  cited: 'can be looked up',
  named: 'named, without a document or date',
  own: 'the writer',
  vague: 'cannot be looked up',
  placeholder: 'still to be found',
};

const places: Readonly<Record<ReachFrom, string>> = {
  sentence: '',
  before: 'in the sentence before',
  after: 'in the next sentence',
  paragraph: 'at the end of the paragraph',
  introduction: 'in the sentence that introduces the list',
  speaker: 'as the speaker of the quotation',
  sourceLine: 'in the line below',
};

/** A piece of evidence in words that may come from the draft: what stands there, what its note says, how strong it is and where. */
export function evidenceInWords(one: StandingEvidence, { from }: Standing, text: string): string {
  const words = shortened(text.slice(one.start, one.end), longestExcerpt);
  const says = one.says !== undefined && !words.includes(one.says) ? `: ${shortened(one.says, longestExcerpt)}` : '';
  const where = places[from] === '' ? '' : `, ${places[from]}`;
  return `“${words}”${says} (${strengths[one.strength]}${where})`;
}
