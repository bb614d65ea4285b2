/**
 * The parts of speech of Universal Dependencies (UPOS), in lower case, in the order of the tagger's codes.
 * The rarest stand last, because the weights file keeps its first sixteen in two bytes.
 */
export const partsOfSpeech = [
  'noun',
  'verb',
  'propn',
  'adj',
  'adv',
  'adp',
  'pron',
  'aux',
  'det',
  'sconj',
  'cconj',
  'part',
  'num',
  'intj',
  'punct',
  'sym',
  'x',
] as const;

/** What a word is in its sentence. `x` is a word that is none of these, and every word while there are no tags. */
export type Pos = (typeof partsOfSpeech)[number];
