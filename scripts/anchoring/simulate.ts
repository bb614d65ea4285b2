import { claimsOf, read, type Span } from '../../server/core/index.ts';
import { overlaps } from '../../server/core/model/span.ts';
import { anchor } from '../../server/ledger/anchor.ts';
import { type LedgerEntry, newEntry } from '../../server/ledger/record.ts';
import { selectorsOf, type Unit, unitsOf } from '../../server/ledger/units.ts';
import { edits } from './edits.ts';
import { type Chance, makeDraft, pick, type SimulatedDraft } from './op-ed.ts';
import { asToldApart } from './told-apart.ts';
import { anyLayout, plainLayout, type WrittenDraft, writeDraft } from './written.ts';

/** What became of a recorded sentence. */
export type Fate = 'untouched' | 'reworded' | 'joined' | 'cut';

/** Where a way of finding again put a recorded sentence. */
export type Found = 'right' | 'uncertain, right' | 'uncertain, wrong' | 'wrong' | 'not found';

export interface Case {
  readonly fate: Fate;
  /** The share of words that were changed. */
  readonly changed: number;
  readonly found: Found;
  readonly recorded: string;
  /** What it was attached to; absent where it was not. */
  readonly attached?: string;
  readonly entry: LedgerEntry;
  /** Where the sentence lies now; absent where it was cut. */
  readonly truth?: Span;
}

export interface History {
  readonly before: string;
  readonly after: string;
  readonly cases: readonly Case[];
}

/** A draft of which every claim is recorded, a number of edits, and what was found again of the record. */
export function simulate(chance: Chance): History {
  let count = 0;
  const nextId = () => count++;
  const first = makeDraft(chance, nextId);
  const before = writeDraft(first, plainLayout, chance);
  let last: SimulatedDraft = first;
  for (let edit = 2 + chance(18); edit > 0; edit--) last = pick(chance, edits)(last, chance, nextId);
  last = asToldApart(first, last);
  const after = writeDraft(last, anyLayout(chance), chance);

  const old = sentencesOf(before);
  const entries = old.flatMap(({ claim }, at) =>
    claim ? [newEntry(claim.id, claim.claim.kinds[0] ?? 'statement', selectorsOf(old, at))] : [],
  );
  const units = sentencesOf(after);
  const anchors = anchor(entries, units);
  const fates = fatesOf(last);
  const cases = entries.flatMap((entry, at): Case[] => {
    const id = idAt(before, entry);
    if (id === undefined) return [];
    const truth = after.spans.get(id);
    const { fate, changed } = fates.get(id) ?? { fate: 'cut' as const, changed: 0 };
    const { state, unit } = anchors[at] as (typeof anchors)[number];
    const place = unit === undefined ? undefined : (units[unit] as Unit);
    const isRight = place ? truth !== undefined && overlaps(place, truth) : truth === undefined;
    const found: Found = !place
      ? isRight
        ? 'right'
        : 'not found'
      : state === 'uncertain'
        ? isRight
          ? 'uncertain, right'
          : 'uncertain, wrong'
        : isRight
          ? 'right'
          : 'wrong';
    return [
      {
        fate,
        changed,
        found,
        recorded: entry.exact,
        entry,
        ...(place ? { attached: place.text } : {}),
        ...(truth ? { truth } : {}),
      },
    ];
  });
  return { before: before.text, after: after.text, cases };
}

function sentencesOf({ text }: WrittenDraft): readonly Unit[] {
  const article = read(text, 'markdown');
  return unitsOf(article, claimsOf(article));
}

/** The simulated sentence that a recorded one is; none where the reader has cut the text otherwise. */
function idAt({ spans }: WrittenDraft, { start, end }: Span): number | undefined {
  for (const [id, span] of spans) if (span.start === start && span.end === end) return id;
  return undefined;
}

function fatesOf(draft: SimulatedDraft): Map<number, { readonly fate: Fate; readonly changed: number }> {
  const fates = new Map<number, { fate: Fate; changed: number }>();
  for (const { changed, holds } of draft.flatMap(({ sentences }) => sentences))
    for (const id of holds)
      fates.set(id, { fate: holds.length > 1 ? 'joined' : changed > 0 ? 'reworded' : 'untouched', changed });
  return fates;
}
