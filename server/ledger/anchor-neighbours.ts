import { isPartOf, isTwinGone } from './anchor-sides.ts';
import { likeTheRecorded, mostPairs, severalLost } from './anchor-thresholds.ts';
import {
  type Direction,
  directions,
  isBeside,
  isSure,
  type NeighbourOf,
  neighboursOf,
  type Voice,
  type VoiceOf,
  voicesOf,
} from './anchor-voices.ts';
import { type Anchoring, type Attachment, fewWords, isTiny } from './anchoring.ts';
import { groupBy } from './group-by.ts';
import type { LedgerEntry } from './record.ts';
import { distanceBetween } from './similarity.ts';
import { contextLength, type Unit } from './units.ts';
import type { Worded } from './words.ts';

interface Weighing extends Anchoring {
  /** What was attached before anything was weighed, so that nothing hangs on the order. */
  readonly before: readonly (Attachment | undefined)[];
  readonly voice: VoiceOf;
  readonly neighbour: NeighbourOf;
  /** The entry that is surely attached to a sentence. */
  entryAt(unit: number): number | undefined;
  /** A sentence that ends or begins alike stood beside another entry when the record was made, and has none of its own. */
  hadEqual(at: number): boolean;
  /** The entries that have the same words, itself among them, and the sentences. */
  equals(at: number): { readonly own: readonly number[]; readonly there: readonly number[] };
}

/**
 * Looks once more at what was attached, now that the sentences around are known: a whole sentence that stood beside an entry and
 * does still says more than the few characters that are written down. What is between neither of its neighbours, or might as well
 * be where another speaks for it, is uncertain.
 */
export function weighNeighbours(anchoring: Anchoring): void {
  const { attached, recorded, units } = anchoring;
  const before = attached.slice();
  const neighbour = neighboursOf(anchoring.entries);
  const entryOf = new Map<number, number>();
  for (const [at, found] of before.entries()) if (found?.isCertain) entryOf.set(found.unit, at);
  const weighing = {
    ...anchoring,
    before,
    neighbour,
    entryAt: (unit: number) => entryOf.get(unit),
    voice: voicesOf(anchoring, before, neighbour),
    hadEqual: equalsWithoutEntry(anchoring.entries, neighbour),
    equals: equalsOf(anchoring),
  };
  for (const [at, found] of weighing.before.entries()) {
    if (!found) continue;
    const isSame = recorded[at]?.key === units[found.unit]?.key;
    const isCertain = isSame ? isTheOne(weighing, at, found) : found.isCertain && isNoOther(weighing, at, found);
    if (isCertain !== found.isCertain) attached[at] = { ...found, isCertain };
  }
}

/** Whether an entry whose words stand in a sentence means this one and no other. */
function isTheOne(weighing: Weighing, at: number, { unit, isCertain }: Attachment): boolean {
  const words = weighing.recorded[at] as Worded;
  const { own, there } = weighing.equals(at);
  const isOnly = own.length === 1 && there.length === 1;
  const hadEqual = weighing.hadEqual(at);
  if (isCertain && isOnly && !hadEqual && words.words.length > fewWords) return true;
  if (own.length * there.length > mostPairs) return isCertain;
  if (isJoinedToNeighbour(weighing, at, unit) || wasThereAlready(weighing, at, unit)) return false;
  const heard = heardAt(weighing, at, unit);
  const isBesideItsOwn = heard.includes('neighbour');
  if (isBesideItsOwn && heard.length === 2 && !heard.includes('perhaps')) return true;
  if (isTwinLost(weighing, at, unit) || isBesideItsLike(weighing, at, unit)) return false;
  const isContested =
    there.some(other => other !== unit && heardAt(weighing, at, other).length > 0) ||
    own.some(other => other !== at && !isAtHome(weighing, other, unit) && heardAt(weighing, other, unit).length > 0);
  if (isContested || isBesideItsOwn) return !isContested;
  // Where most of the equals are gone, this may be any of them.
  if (own.length > 1 && own.length >= 2 * there.length) return false;
  if (hadEqual) return isCertain && heard.some(isSure);
  if (!isOnly) return isCertain && heard.length > 0;
  // Written once in the record and once in the draft, and beside it stands what stood there, if in other words.
  return heard.length > 0 || (isCertain && !isTiny(words));
}

/**
 * Whether a reworded sentence is the recorded one rather than another that was put in its place: where several words were
 * exchanged, it may be, and so may it where one was and its neighbours are others.
 */
function isNoOther(weighing: Weighing, at: number, { unit }: Attachment): boolean {
  const own = weighing.recorded[at] as Worded;
  const there = weighing.units[unit] as Unit;
  if (isTiny(own)) return false;
  const heard = heardAt(weighing, at, unit);
  if (weighing.equals(at).own.length > 1 && !heard.includes('neighbour')) return false;
  const lost = own.words.filter(word => !there.words.includes(word)).length;
  const gained = there.words.filter(word => !own.words.includes(word)).length;
  const exchanged = Math.min(lost, gained);
  return exchanged < severalLost && (exchanged === 0 || heard.some(isSure));
}

/** What a place has to say for an entry, on both sides. */
const heardAt = ({ voice }: Weighing, at: number, unit: number): readonly Voice[] =>
  directions.map(direction => voice(at, unit, direction)).filter(Boolean);

/** Another entry of the same words has a place of its own. */
function isAtHome(weighing: Weighing, at: number, unit: number): boolean {
  const found = weighing.before[at];
  return found?.isCertain === true && found.unit !== unit && heardAt(weighing, at, found.unit).some(isSure);
}

/** What was recorded beside it holds its words now: the two were joined, or one was and the other moved there. */
const isJoinedToNeighbour = ({ before, neighbour, recorded, units }: Weighing, at: number, unit: number): boolean =>
  directions.some(direction => {
    const other = neighbour(at, direction);
    const place = other === undefined ? undefined : before[other]?.unit;
    if (other === undefined || place === undefined || place === unit) return false;
    const { key } = recorded[at] as Worded;
    return !isPartOf(key, recorded[other]?.key ?? '') && isPartOf(key, units[place]?.key ?? '');
  });

/**
 * A sentence of these words stood there when the record was made and has no entry of its own: beside another entry it is written
 * down, as far as there was room.
 */
const wasThereAlready = ({ entries, entryAt, neighbour }: Weighing, at: number, unit: number): boolean =>
  directions.some(direction => {
    const other = entryAt(unit + direction);
    if (other === undefined || neighbour(other, direction === 1 ? -1 : 1) !== undefined) return false;
    return isBeside(entries[at] as LedgerEntry, entries[other] as LedgerEntry, direction);
  });

/** The same was recorded beside it, and there the draft has it no more. */
const isTwinLost = (weighing: Weighing, at: number, unit: number): boolean =>
  isTwinGone(weighing, at, unit) ||
  directions.some(direction => {
    const other = weighing.neighbour(at, direction);
    const { key } = weighing.recorded[at] as Worded;
    return (
      other !== undefined && weighing.recorded[other]?.key === key && weighing.units[unit + direction]?.key !== key
    );
  });

/**
 * A sentence that says the same, or nearly, stands beside the place where none stood, or beside what was recorded next to the entry:
 * which of the two is meant, nobody can say.
 */
function isBesideItsLike(weighing: Weighing, at: number, unit: number): boolean {
  const { before, entryAt, neighbour, recorded, units, voice } = weighing;
  const { key } = recorded[at] as Worded;
  const isAnothers = (place: number) => recorded[entryAt(place) ?? -1]?.key === units[place]?.key;
  const isLike = (place: number | undefined) => {
    const other = place === undefined || place === unit ? undefined : units[place];
    if (!other) return false;
    const isNear = 1 - distanceBetween(key, other.key) >= likeTheRecorded;
    return isPartOf(key, other.key) || (isNear && !isAnothers(place as number));
  };
  return directions.some(direction => {
    const place = before[neighbour(at, direction) ?? -1]?.unit;
    return (
      (!isSure(voice(at, unit, direction)) && isLike(unit + direction)) ||
      (place !== undefined && isLike(place - direction))
    );
  });
}

function equalsOf({ entries, recorded, units }: Anchoring): Weighing['equals'] {
  const wanted = [...recorded.keys()].filter(at => !entries[at]?.detached);
  const own = groupBy(wanted, at => recorded[at]?.key);
  const there = groupBy(units.keys(), at => units[at]?.key);
  return at => {
    const key = recorded[at]?.key;
    return { own: own.get(key) ?? [], there: there.get(key) ?? [] };
  };
}

function equalsWithoutEntry(entries: readonly LedgerEntry[], neighbour: NeighbourOf): Weighing['hadEqual'] {
  const alone = (direction: Direction) => entries.filter((_, at) => neighbour(at, direction) === undefined);
  const before = new Set(alone(-1).map(({ prefix }) => prefix));
  const behind = new Set(alone(1).map(({ suffix }) => suffix));
  return at => {
    const { exact } = entries[at] as LedgerEntry;
    return before.has(`${exact} `.slice(-contextLength)) || behind.has(` ${exact}`.slice(0, contextLength));
  };
}
