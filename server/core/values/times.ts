import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { TimeValue } from '../model/value.ts';
import { isMonthName, weekdays } from './dates.ts';
import { mayOpenNumber, numberAt } from './numbers.ts';
import { isPointClock } from './point-clock.ts';
import { type Found, scan } from './scan.ts';
import type { Text } from './values.ts';

type Unit = TimeValue['unit'];
const units: ReadonlyMap<string, Unit> = new Map(
  (['minute', 'hour', 'day', 'week', 'month', 'year', 'decade'] as const).flatMap(unit => [
    [unit, unit] as const,
    [`${unit}s`, unit] as const,
  ]),
);
/** Stretches that are so many of another unit. */
const compound: ReadonlyMap<string, readonly [Unit, number]> = new Map([
  ['fortnight', ['week', 2]],
  ['fortnights', ['week', 2]],
  ['century', ['century', 1]],
  ['centuries', ['century', 1]],
  ['generation', ['century', 1]],
]);
const partsOfDay = wordSet('morning afternoon evening');
const single: ReadonlyMap<string, readonly [Unit, number]> = new Map([
  ['today', ['day', 0]],
  ['tonight', ['day', 0]],
  ['yesterday', ['day', -1]],
  ['tomorrow', ['day', 1]],
]);
const seasons = wordSet('spring summer autumn winter fall weekend night');
const directions: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
]);

const openers: ReadonlySet<string> = new Set([
  ...single.keys(),
  ...directions.keys(),
  'in',
  'a',
  'an',
  'the',
  'noon',
  'midnight',
]);

type FoundTime = Found<TimeValue>;

/** Times that are told from the day of writing, and times of day: "two years ago", "last Tuesday", "in three weeks", "5.30 p.m." */
export function readTimes(text: Text): TimeValue[] {
  return scan<TimeValue>(text, 'time', timeAt);
}

function timeAt(tokens: readonly Token[], i: number): FoundTime | undefined {
  const { normal, kind } = tokens[i] as Token;
  if (kind !== 'word' && kind !== 'number') return undefined;
  if (kind === 'word' && !openers.has(normal) && !mayOpenNumber(tokens[i] as Token)) return undefined;
  const day = single.get(normal);
  if (day) {
    const next = tokens[i + 1]?.normal ?? '';
    const isPart = partsOfDay.has(next) || (next === 'night' && normal !== 'tonight');
    return next === "'s" ? undefined : { unit: day[0], offset: day[1], after: i + (isPart ? 2 : 1) };
  }
  if (normal === 'the') return besideAt(tokens, i);
  return agoAt(tokens, i) ?? directedAt(tokens, i) ?? clockAt(tokens, i);
}

/** "two years ago", "a decade ago", "three weeks earlier" told from now, "in five years’ time", "five years from now". */
function agoAt(tokens: readonly Token[], i: number): FoundTime | undefined {
  const opens = tokens[i]?.normal === 'in' ? 1 : 0;
  const count = tokens[i + opens]?.normal;
  const isOne = count === 'a' || count === 'an' || count === 'one';
  const number = isOne ? { amount: 1, end: i + opens + 1 } : numberAt(tokens, i + opens);
  if (!number) return undefined;
  const named = tokens[number.end]?.normal ?? '';
  const unit = units.get(named);
  const [of, times] = unit ? ([unit, 1] as const) : (compound.get(named) ?? []);
  if (!of || times === undefined) return undefined;
  const word = (offset: number) => tokens[number.end + offset]?.normal ?? '';
  const amount = number.amount * times;
  if (opens === 0 && word(1) === 'ago') return { unit: of, offset: -amount, after: number.end + 2 };
  if (opens === 0 && word(1) === 'from' && word(2) === 'now')
    return { unit: of, offset: amount, after: number.end + 3 };
  // Told from another day, which the text names or not.
  if (opens === 0 && /^(?:earlier|later|before|after|previously)$/.test(word(1)))
    return { unit: of, after: number.end + 2 };
  if (opens === 1 && /^['’](?:s)?$/.test(word(1) ?? '') && word(2) === 'time')
    return { unit: of, offset: amount, after: number.end + 3 };
  return undefined;
}

/** "the week before", "the day after", "the following year"; told from now: "the year before last", "the day after tomorrow". */
function besideAt(tokens: readonly Token[], i: number): FoundTime | undefined {
  const word = (offset: number) => tokens[i + offset]?.normal ?? '';
  if (word(1) === 'following') {
    const unit = partsOfDay.has(word(2)) ? 'day' : units.get(word(2));
    return unit && !word(2).endsWith('s') ? { unit, after: i + 3 } : undefined;
  }
  const unit = units.get(word(1));
  if (!unit || word(1).endsWith('s') || !/^(?:before|after|earlier|later)$/.test(word(2))) return undefined;
  if (word(3) === 'last' && word(2) === 'before') return { unit, offset: -2, after: i + 4 };
  const day = unit === 'day' ? single.get(word(3)) : undefined;
  if (day) return { unit, offset: day[1] + (word(2) === 'after' ? 1 : -1), after: i + 4 };
  return { unit, after: i + 3 };
}

/** "last Tuesday", "next month", "this year", "the past three years", "last spring", "last May". */
function directedAt(tokens: readonly Token[], i: number): FoundTime | undefined {
  const direction = directions.get(tokens[i]?.normal ?? '');
  if (direction === undefined) return undefined;
  const next = tokens[i + 1];
  if (!next?.spaceBefore) return undefined;
  const unit = units.get(next.normal);
  if (unit && !next.normal.endsWith('s')) {
    // "the past year" ends today, while "last year" ended with December.
    const isStretch = /^(?:past|coming)$/.test(tokens[i]?.normal ?? '');
    return { unit, offset: direction, ...(isStretch ? { isStretch } : {}), after: i + 2 };
  }
  if (partsOfDay.has(next.normal) && direction <= 0) return { unit: 'day', offset: direction, after: i + 2 };
  if (weekdays.has(next.normal)) return { unit: 'week', offset: direction, named: next.normal, after: i + 2 };
  if (isMonthName(next.normal) && /^\p{Lu}/u.test(next.text) && tokens[i + 2]?.kind !== 'number')
    return { unit: 'year', offset: direction, named: next.normal, after: i + 2 };
  if (seasons.has(next.normal) && !(next.normal === 'fall' && direction === 0)) {
    const isShort = next.normal === 'night' || next.normal === 'weekend';
    if (next.normal === 'night' && direction === 0) return undefined;
    return {
      unit: isShort ? (next.normal === 'night' ? 'day' : 'week') : 'year',
      offset: direction,
      named: next.normal,
      after: i + 2,
    };
  }
  const number = direction === 0 ? undefined : numberAt(tokens, i + 1);
  const counted = number && units.get(tokens[number.end]?.normal ?? '');
  return counted && number
    ? { unit: counted, offset: direction * number.amount, isStretch: true, after: number.end + 1 }
    : undefined;
}

/** "5 p.m.", "5pm", "5.30 p.m.", "17:30", "5 o’clock". "noon" and "midnight" too, behind "at". */
function clockAt(tokens: readonly Token[], i: number): FoundTime | undefined {
  const { normal, text } = tokens[i] as Token;
  const next = tokens[i + 1]?.normal ?? '';
  const first = text.charCodeAt(0);
  const isFigure = first >= 0x30 && first <= 0x39;
  if (isFigure && /^(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}$/.test(text))
    return { unit: 'hour', after: i + (isHalf(next) ? 2 : 1) };
  if (isFigure && /^(?:1[0-2]|\d)(?:\.[0-5]\d)?$/.test(text) && isHalf(next)) return { unit: 'hour', after: i + 2 };
  if (isFigure && /^(?:1[0-2]|\d)(?:[.:][0-5]\d)?(?:[ap]m)$/.test(normal)) return { unit: 'hour', after: i + 1 };
  if (isFigure && isPointClock(tokens, i)) return { unit: 'hour', after: i + 1 };
  if (next === "o'clock" && (numberAt(tokens, i)?.end ?? 0) === i + 1) return { unit: 'hour', after: i + 2 };
  if ((normal === 'noon' || normal === 'midnight') && tokens[i - 1]?.normal === 'at')
    return { unit: 'hour', after: i + 1 };
  return undefined;
}

const isHalf = (word: string): boolean => /^(?:[ap]\.?m\.?)$/.test(word);
