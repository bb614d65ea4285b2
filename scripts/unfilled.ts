import type { Rule } from '../server/core/index.ts';

/** What is still to be filled in of a rule, in one sentence that starts with its file; absent where it is whole. */
export function unfilledIn({ docs, messages, examples }: Pick<Rule, 'docs' | 'messages' | 'examples'>, file: string) {
  const texts = [docs.summary, docs.why, docs.advice, ...docs.references, ...Object.values(messages)];
  const shown = [...examples.flags, ...examples.passes].map(one => (typeof one === 'string' ? one : one.text));
  const missing = [
    ...([...texts, ...shown].some(isOpen) ? ['words where “…” stands'] : []),
    ...(docs.references.length === 0 ? ['a reference'] : []),
  ];
  return missing.length === 0 ? undefined : `${file}: the rule still needs ${missing.join(' and ')}.`;
}

/** An ellipsis alone, or behind the first word of a sentence, is what a new rule starts with; elsewhere it is a writer's own. */
const isOpen = (text: string): boolean => /^(?:\S+ )?(?:\[\[)?…(?:\]\])?$/.test(text.trim());
