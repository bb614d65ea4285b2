/**
 * What a file of weights holds, or why it cannot be used, in a sentence. The name is for that sentence.
 *
 * @param unpack Answers with a sentence too, where it knows what is wrong; it may throw where parts are missing that it looks for.
 */
export function usable<Model>(name: string, unpack: () => Model | string): Model | string {
  try {
    return unpack();
  } catch {
    return `${name} is damaged: a part of it is missing.`;
  }
}
