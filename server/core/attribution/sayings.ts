import { entries as verbEntries } from '../generated/reporting-verbs.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';

/** Verbs by which something is said or found; what somebody fears or holds is no report. */
export const sayings = verbEntries.filter(({ kind }) => kind === 'speech' || kind === 'finding');
export const findSayings = phraseMatcher(sayings);
