import {
  type Chance,
  makeParagraph,
  makeSentence,
  pick,
  type SimulatedDraft,
  type SimulatedParagraph,
  type SimulatedSentence,
} from './op-ed.ts';

/** What a writer does to a draft, one thing at a time. */
export type Edit = (draft: SimulatedDraft, chance: Chance, nextId: () => number) => SimulatedDraft;

const inParagraph = (
  draft: SimulatedDraft,
  at: number,
  change: (sentences: readonly SimulatedSentence[]) => readonly SimulatedSentence[],
): SimulatedDraft =>
  draft
    .map((paragraph, index) => (index === at ? { ...paragraph, sentences: change(paragraph.sentences) } : paragraph))
    .filter(({ sentences }) => sentences.length > 0);

const inserted = <T>(items: readonly T[], at: number, item: T): T[] => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];
const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, index) => index !== at);

const typeSentence: Edit = (draft, chance, nextId) =>
  inParagraph(draft, chance(draft.length), sentences =>
    inserted(sentences, chance(sentences.length + 1), makeSentence(chance, nextId)),
  );
const typeParagraph: Edit = (draft, chance, nextId) =>
  inserted(draft, chance(draft.length + 1), makeParagraph(chance, nextId));
const cutSentence: Edit = (draft, chance) =>
  inParagraph(draft, chance(draft.length), sentences => without(sentences, chance(sentences.length)));
const cutParagraph: Edit = (draft, chance) => (draft.length < 4 ? draft : without(draft, chance(draft.length)));
const replaceSentence: Edit = (draft, chance, nextId) =>
  inParagraph(draft, chance(draft.length), sentences => {
    const at = chance(sentences.length);
    return inserted(without(sentences, at), at, makeSentence(chance, nextId));
  });
const moveParagraph: Edit = (draft, chance) => {
  const at = chance(draft.length);
  return inserted(without(draft, at), chance(draft.length), draft[at] as SimulatedParagraph);
};
const moveSentence: Edit = (draft, chance) => {
  const from = chance(draft.length);
  const sentences = (draft[from] as SimulatedParagraph).sentences;
  const at = chance(sentences.length);
  const taken = inParagraph(draft, from, own => without(own, at));
  return inParagraph(taken, chance(taken.length), own =>
    inserted(own, chance(own.length + 1), sentences[at] as SimulatedSentence),
  );
};
const joinSentences: Edit = (draft, chance) =>
  inParagraph(draft, chance(draft.length), sentences => {
    const at = chance(sentences.length);
    const [first, second] = sentences.slice(at);
    if (!first || !second || /\?$/.test(first.text)) return sentences;
    const joined = {
      ...first,
      text: `${first.text.slice(0, -1)}${pick(chance, ['; ', ', and ', ', while '])}${second.text[0]?.toLowerCase()}${second.text.slice(1)}`,
      holds: [...first.holds, ...second.holds],
    };
    return [...sentences.slice(0, at), joined, ...sentences.slice(at + 2)];
  });

/** Up to 30 % of the words are replaced, dropped or added; each sentence is reworded once. */
const rewordSentence: Edit = (draft, chance) =>
  inParagraph(draft, chance(draft.length), sentences => {
    const at = chance(sentences.length);
    return sentences.map((sentence, index) => (index === at ? reworded(sentence, chance) : sentence));
  });

const fillers = [
  'often',
  'local',
  'last',
  'public',
  'quite',
  'new',
  'then',
  'whole',
  'several',
  'further',
  'early',
  'costly',
  'plainly',
  'nearly',
  '17',
  '2004',
];

function reworded(sentence: SimulatedSentence, chance: Chance): SimulatedSentence {
  const words = sentence.text.split(' ');
  const most = Math.floor(words.length * 0.3);
  if (sentence.changed > 0 || sentence.holds.length > 1 || most === 0) return sentence;
  const count = 1 + chance(most);
  const places = new Set<number>();
  // The first and the last word keep the capital and the stop.
  while (places.size < count) places.add(1 + chance(Math.max(1, words.length - 2)));
  const text = words
    .flatMap((word, at) => {
      if (!places.has(at)) return [word];
      const other = `${pick(chance, fillers)}${/[,;]$/.exec(word)?.[0] ?? ''}`;
      return [[other], [other], [], [word, other]][chance(4)] ?? [];
    })
    .join(' ');
  return text === sentence.text ? sentence : { ...sentence, text, changed: count / words.length };
}

/** Two people edit, each in other paragraphs, and git merges: every paragraph is taken from who changed it. */
const mergeBranches: Edit = (draft, chance, nextId) => {
  const within = [typeSentence, cutSentence, rewordSentence, replaceSentence, joinSentences];
  const branch = () => pick(chance, within)(pick(chance, within)(draft, chance, nextId), chance, nextId);
  const ours = branch();
  const theirs = new Map(branch().map(paragraph => [paragraph.id, paragraph]));
  return ours.flatMap(paragraph => {
    const base = draft.find(({ id }) => id === paragraph.id);
    const other = theirs.get(paragraph.id);
    if (base !== paragraph) return [paragraph];
    return other ? [other] : [];
  });
};

export const edits: readonly Edit[] = [
  typeSentence,
  typeSentence,
  typeParagraph,
  cutSentence,
  cutSentence,
  cutParagraph,
  replaceSentence,
  moveParagraph,
  moveParagraph,
  moveSentence,
  joinSentences,
  rewordSentence,
  rewordSentence,
  rewordSentence,
  rewordSentence,
  mergeBranches,
  mergeBranches,
];
