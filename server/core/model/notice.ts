/** Something that the analyser has to say about its own work, such as a part of it that could not be used. */
export interface Notice {
  /** `tagger`: the weights of the part-of-speech tagger cannot be used, so every word is tagged `x`. */
  readonly kind: 'tagger';
  /** Whole sentences: what happened, what it means for the reading, and what to do. */
  readonly message: string;
}
