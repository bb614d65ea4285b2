/** What a file of weights must say of itself to be read. */
interface Versioned {
  readonly format?: number;
  readonly features?: number;
}

/**
 * Why weights of this version cannot be used, in a sentence; undefined where they can. The name is for that sentence.
 *
 * Weights that say nothing of themselves were never there: a bundle finds all of them in one file beside it.
 */
export function versionProblem(
  { format, features }: Versioned,
  name: string,
  expected: Required<Versioned>,
): string | undefined {
  if (format === undefined && features === undefined)
    return `${name} could not be loaded: models.js of this installation is missing or damaged.`;
  return format === expected.format && features === expected.features
    ? undefined
    : `${name} is of version ${format}.${features}, but this program reads version ${expected.format}.${expected.features}.`;
}
