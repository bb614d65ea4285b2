import { groupBy } from '../../server/ledger/group-by.ts';
import type { SimulatedDraft, SimulatedSentence } from './op-ed.ts';

/**
 * The edited draft with its sentences named as a reader of both texts could name them at best. Who cuts a sentence and types the
 * same words again has written what a move would have left, and where one of two equal sentences is cut and the other put in its
 * place, nothing shows that it is the other. So of sentences of the same words, as many as possible are those that were there
 * before, and then as many as possible stand beside what they stood beside; what neither tells apart keeps its name.
 */
export function asToldApart(first: SimulatedDraft, last: SimulatedDraft): SimulatedDraft {
  const old = sentencesOf(first);
  const now = sentencesOf(last);
  const names = now.map(({ id }) => id);
  const beside = neighboursOf(old);
  const wasThere = new Set(old.map(({ id }) => id));
  /** How much speaks for a sentence being the one of a name: being one that was there counts more than any neighbours. */
  const worth = (name: number, at: number): number =>
    (wasThere.has(name) ? 3 : 0) +
    ([-1, 1] as const).filter(side => {
      const other = beside.get(name)?.[side];
      return other !== undefined && now[at + side]?.holds.includes(other);
    }).length;
  const recorded = groupBy(old, ({ text }) => text);
  const places = groupBy(
    [...now.keys()].filter(at => isWhole(now[at] as SimulatedSentence)),
    at => now[at]?.text as string,
  );
  for (const [text, there] of places) {
    const own = recorded.get(text) ?? [];
    if (own.length === 0) continue;
    const held = new Set(now.flatMap(({ holds }) => holds));
    const gone = own.map(({ id }) => id).filter(id => !held.has(id));
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (const [n, at] of there.entries()) {
        const mine = names[at] as number;
        for (const other of there.slice(n + 1)) {
          const theirs = names[other] as number;
          if (worth(mine, other) + worth(theirs, at) <= worth(mine, at) + worth(theirs, other)) continue;
          [names[at], names[other]] = [theirs, mine];
          isBetter = true;
          break;
        }
        const found = gone.findIndex(name => worth(name, at) > worth(names[at] as number, at));
        if (found < 0) continue;
        [names[at], gone[found]] = [gone[found] as number, names[at] as number];
        isBetter = true;
      }
    }
  }
  let at = 0;
  return last.map(paragraph => ({
    ...paragraph,
    sentences: paragraph.sentences.map(sentence => {
      const id = names[at++] as number;
      return id === sentence.id ? sentence : { ...sentence, id, holds: [id] };
    }),
  }));
}

/** One that was neither joined nor reworded: what was reworded can be told from what was typed. */
const isWhole = ({ changed, holds }: SimulatedSentence): boolean => changed === 0 && holds.length === 1;

const sentencesOf = (draft: SimulatedDraft): readonly SimulatedSentence[] =>
  draft.flatMap(({ sentences }) => sentences);

/** The names of what stands before and behind each sentence. */
function neighboursOf(sentences: readonly SimulatedSentence[]) {
  return new Map(
    sentences.map(({ id }, at) => [id, { [-1]: sentences[at - 1]?.id, [1]: sentences[at + 1]?.id }] as const),
  );
}
