/** Why a writer lets a finding stand, in the words that a comment gives. */
export const suppressionReasons = [
  'common knowledge',
  'own experience',
  'opinion',
  'quoted',
  'checked elsewhere',
  'other',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** The reason that a comment gives: by its first words, and `other` for words of the writer's own; undefined where there are none. */
export function reasonOf(words: string): SuppressionReason | undefined {
  if (words === '') return undefined;
  const start = words.toLowerCase();
  return suppressionReasons.find(reason => start.startsWith(reason)) ?? 'other';
}
