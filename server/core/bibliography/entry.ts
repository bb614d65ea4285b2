/** A person or body that made a work. */
export interface Name {
  /** The family name with its particles, or the whole name of a body. */
  readonly family: string;
  /** Empty for a body, and where it is not given. */
  readonly given: string;
}

/** A work that can be cited. What a bibliography does not say is empty. */
export interface Entry {
  readonly key: string;
  /** As the bibliography names it, in lower case: `article`, `report`. */
  readonly type: string;
  /** The authors or, without any, the editors. */
  readonly authors: readonly Name[];
  /** Four figures where the date has them, otherwise what stands for the date. */
  readonly year: string;
  readonly title: string;
  /** The journal, book, newspaper or publisher in which it appeared. */
  readonly container: string;
  readonly url: string;
  /** Where the key stands in the bibliography. */
  readonly position: number;
}

/** What is wrong in a bibliography. */
export interface BibliographyProblem {
  /** Where in the bibliography, as an offset. */
  readonly position: number;
  /** Full sentences: what is wrong, and what came of it. */
  readonly message: string;
}

/** What was read in a bibliography: all that could be, and what could not. */
export interface Bibliography {
  /** In order of position; of entries with the same key only the first. */
  readonly entries: readonly Entry[];
  /** In order of position. */
  readonly problems: readonly BibliographyProblem[];
}

/** One step of reading a bibliography; a step takes well under a millisecond, so that reading can pause between any two. */
export interface ReadingStep {
  readonly entry?: Entry;
  readonly problems?: readonly BibliographyProblem[];
}
