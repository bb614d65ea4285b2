import { entries as reporting } from '../generated/reporting-verbs.ts';
import { entries as utterance } from '../generated/utterance-verbs.ts';

/** First words of every form of a verb that may tell how quoted words were said. */
const verbs: ReadonlySet<string> = new Set(
  [...reporting.filter(entry => entry.kind === 'speech'), ...utterance].flatMap(entry =>
    entry.phrases.map(phrase => phrase.split(' ')[0] as string),
  ),
);

/** True for a word, in lower case, that may tell how quoted words were said: "said", "shouts", "asking". */
export const isUtterance = (word: string): boolean => verbs.has(word);
