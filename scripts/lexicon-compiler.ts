import { parse } from 'yaml';

/** An entry as its file has it. */
interface RawEntry {
  readonly term: string;
  readonly kind: string;
  /** A regular verb, whose forms are made from the term. */
  readonly verb?: boolean;
  readonly forms?: readonly string[];
  readonly note?: string;
  readonly source?: string;
  readonly noun?: boolean;
  readonly weak?: boolean;
}

export interface Lexicon {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly readBy: string;
  readonly sources: readonly string[];
  readonly entries: readonly RawEntry[];
}

const entryKeys = new Set(['term', 'kind', 'verb', 'forms', 'note', 'source', 'noun', 'weak']);

/** Reads a lexicon, or says in sentences what its editor has to change. */
export function readLexicon(file: string, yaml: string): { lexicon: Lexicon; problems: string[] } {
  const lexicon = parse(yaml) as Lexicon;
  const problems: string[] = [];
  const id = file.replace(/^.*\//, '').replace(/\.yml$/, '');
  const say = (text: string) => problems.push(`${file}: ${text}`);
  if (lexicon.id !== id) say(`the id “${lexicon.id}” must be the file's name, “${id}”.`);
  for (const key of ['title', 'description', 'readBy'] as const) if (!lexicon[key]) say(`“${key}” is missing.`);
  if (!lexicon.sources?.length) say('“sources” must name at least one style guide or paper.');
  const seen = new Map<string, string>();
  for (const entry of lexicon.entries ?? []) {
    const name = `the entry “${entry.term}”`;
    for (const key of Object.keys(entry)) if (!entryKeys.has(key)) say(`${name} has an unknown key “${key}”.`);
    if (!entry.kind) say(`${name} has no kind.`);
    for (const phrase of phrasesOf(entry)) {
      if (phrase !== phrase.toLowerCase()) say(`${name} must be in lower case.`);
      if (/[’‘–—]/.test(phrase)) say(`${name} must be written with straight apostrophes and hyphens.`);
      const before = seen.get(phrase);
      if (before !== undefined) say(`“${phrase}” stands under “${before}” and again under “${entry.term}”; keep one.`);
      seen.set(phrase, entry.term);
    }
  }
  return { lexicon, problems };
}

/** Every wording of an entry: its own forms, a regular verb's, or its term with alternatives and optional words written out. */
export function phrasesOf(entry: Pick<RawEntry, 'term' | 'forms' | 'verb'>): string[] {
  if (entry.forms) return [...entry.forms];
  if (entry.verb) return verbForms(entry.term);
  return expandPattern(entry.term);
}

/** `is|was widely? believed` → four phrases. Alternatives share one word's place; a question mark makes a word optional. */
export function expandPattern(pattern: string): string[] {
  let phrases = [''];
  for (const slot of pattern.split(/\s+/)) {
    const optional = slot.endsWith('?');
    const words = (optional ? slot.slice(0, -1) : slot).split('|');
    if (optional) words.push('');
    phrases = phrases.flatMap(phrase => words.map(word => `${phrase} ${word}`.trim()));
  }
  return [...new Set(phrases)];
}

/** The forms of a regular English verb: argue, argues, argued, arguing. */
export function verbForms(verb: string): string[] {
  const third = /(?:s|x|z|ch|sh)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const stem = /e$/.test(verb) ? verb.slice(0, -1) : verb;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [verb, third, past, `${/ee$/.test(verb) ? verb : stem}ing`];
}

/** The lexicon as a module for the core: data and a type, nothing else. */
export function lexiconModule(lexicon: Lexicon): string {
  const kinds = [...new Set(lexicon.entries.map(entry => entry.kind))].map(kind => JSON.stringify(kind)).join(' | ');
  const entries = lexicon.entries.map(entry =>
    JSON.stringify({
      term: entry.term,
      kind: entry.kind,
      phrases: phrasesOf(entry),
      ...(entry.noun ? { noun: true } : {}),
      ...(entry.weak ? { weak: true } : {}),
    }),
  );
  return `// Made by \`npm run generate\` from server/lexicons/en/${lexicon.id}.yml.
import type { Entry } from '../lexicon/phrase-matcher.ts';

export const entries: readonly Entry<${kinds}>[] = [
${entries.map(entry => `  ${entry},`).join('\n')}
];
`;
}
