import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { DateValue } from '../model/value.ts';
import { scan } from './scan.ts';
import type { Text } from './values.ts';
import { eraAt, type FoundDate, periodAt, yearAt, yearOf } from './years.ts';

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const months: ReadonlyMap<string, number> = new Map([
  ...monthNames.map((name, i) => [name, i + 1] as const),
  ...monthNames.map((name, i) => [`${name.slice(0, 3)}.`, i + 1] as const),
  ['sept.', 9] as const,
]);
/** Whether a word, in lower case, is the name of a month, in whole or shortened. */
export const isMonth = (normal: string): boolean => months.has(normal);
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** Days of the week, in lower case. */
export const weekdays: ReadonlySet<string> = new Set(weekdayNames);
const parts = wordSet('early mid late');

/** Dates that name a day, a month or a year: "12 May 2025", "July 20, 2009", "since 1991", "the 1980s", "on Thursday", "12/05/2025". */
export function readDates(text: Text): DateValue[] {
  return scan<DateValue>(text, 'date', dateAt);
}

function dateAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const token = tokens[i] as Token;
  // Small words are by far the most, and open no date.
  if (token.kind !== 'number' && (token.kind !== 'word' || isSmallLetter(token.text.charCodeAt(0)))) {
    const mayBePeriod = token.kind === 'word' && (token.text.includes('-') || isCentury(tokens[i + 1]));
    return mayBePeriod ? periodAt(tokens, i) : undefined;
  }
  const month = monthAt(tokens, i);
  if (month !== undefined) return afterMonth(tokens, i + 1, month);
  const day = dayOf(token);
  if (day !== undefined) {
    const of = tokens[i + 1]?.normal === 'of' ? 2 : 1;
    const last = isDayRange(tokens, i) ? dayOf(tokens[i + 2]) : undefined;
    const second = last === undefined ? of : 3;
    const named = monthAt(tokens, i + second);
    if (named !== undefined) return { ...afterMonth(tokens, i + second + 1, named), day, ...upTo(day, last) };
  }
  if (weekdays.has(token.normal) && /^\p{Lu}/u.test(token.text)) return afterWeekday(tokens, i);
  return numericDate(token, i) ?? eraAt(tokens, i) ?? periodAt(tokens, i) ?? yearAt(tokens, i);
}

/** "Thursday", "Thursday, 12 May 2025". */
function afterWeekday(tokens: readonly Token[], i: number): FoundDate {
  const comma = tokens[i + 1]?.text === ',' ? 2 : 1;
  const next = tokens[i + comma];
  const isDate =
    monthAt(tokens, i + comma) !== undefined ||
    (next && dayOf(next) !== undefined && monthAt(tokens, i + comma + 1) !== undefined);
  return (isDate ? dateAt(tokens, i + comma) : undefined) ?? { after: i + 1 };
}

/** After a month: a day, a comma and a year, as far as they are there. */
function afterMonth(tokens: readonly Token[], index: number, month: number): FoundDate {
  let i = index;
  const day = dayOf(tokens[i]);
  let last: number | undefined;
  if (day !== undefined) {
    i++;
    if (/^[-–]$/.test(tokens[i]?.text ?? '')) last = dayOf(tokens[i + 1]);
    if (last !== undefined) i += 2;
  }
  const comma = tokens[i]?.text === ',' || tokens[i]?.normal === 'of' ? 1 : 0;
  const year = yearOf(tokens[i + comma]);
  return {
    month,
    ...(day === undefined ? {} : { day, ...upTo(day, last) }),
    ...(year === undefined ? { after: i } : { year, after: i + comma + 1 }),
  };
}

/** "3–5 May", "3 to 5 May", "between 3 and 5 May". */
function isDayRange(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i + 1]?.normal ?? '';
  return /^(?:[-–]|to)$/.test(mark) || (mark === 'and' && tokens[i - 1]?.normal === 'between');
}

const upTo = (day: number, last: number | undefined): { readonly upToDay?: number } =>
  last !== undefined && last > day ? { upToDay: last } : {};

/** "2025-05-12", "13/05/2025", "12.05.2025" (by day) and "12/05/2025", which may be read either way round. */
function numericDate({ text }: Token, i: number): FoundDate | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso)
    return isDayAndMonth(Number(iso[3]), Number(iso[2]))
      ? { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), after: i + 1 }
      : undefined;
  const local = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d\d)$/.exec(text);
  if (!local) return undefined;
  const [, first, mark, second, last = ''] = local;
  const [a, b] = [Number(first), Number(second)];
  const year = last.length === 4 ? { year: Number(last) } : {};
  const byDay = isDayAndMonth(a, b);
  const byMonth = isDayAndMonth(b, a);
  if (!byDay && !byMonth) return undefined;
  if (byDay && byMonth && a !== b && mark !== '.') return { ...year, ambiguous: true, after: i + 1 };
  return byDay ? { ...year, month: b, day: a, after: i + 1 } : { ...year, month: a, day: b, after: i + 1 };
}

const isDayAndMonth = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

/** "May" and "March" are months only with a capital and a number or a preposition beside them. */
function monthAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  const month = token && months.get(token.normal);
  if (!token || month === undefined || !/^\p{Lu}/u.test(token.text)) return undefined;
  if (!/^(?:may|march|mar\.|dec\.|jan\.)$/.test(token.normal)) return month;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const isDated =
    after?.kind === 'number' ||
    before?.kind === 'number' ||
    parts.has(before?.normal ?? '') ||
    /^(?:in|last|this|next|since|until|till|of|by|during|throughout|every|each)$/.test(before?.normal ?? '') ||
    isAmongMonths(tokens, i);
  return isDated ? month : undefined;
}

/** "the year to May", "from May to June", "April, May and June": a period or another month beside it. */
function isAmongMonths(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.normal ?? '';
  const joint = /^(?:to|and|or|until|through|[,–-])$/;
  const isMonth = (at: number) => months.has(tokens[at]?.normal ?? '') && /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  if (before === 'to' && /^(?:years?|months?|quarters?|weeks?|period)$/.test(tokens[i - 2]?.normal ?? '')) return true;
  return (joint.test(before) && isMonth(i - 2)) || (joint.test(tokens[i + 1]?.normal ?? '') && isMonth(i + 2));
}

function dayOf(token: Token | undefined): number | undefined {
  return token && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(token.text) && !token.text.startsWith('0')
    ? Number.parseInt(token.text, 10)
    : undefined;
}

const isCentury = (token: Token | undefined): boolean => token?.normal === 'century' || token?.normal === 'centuries';

const isSmallLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

/** True for the name of a month, in lower case. */
export const isMonthName = (word: string): boolean => months.has(word);

/** The number of a month by its name in lower case, 1 for January; undefined for anything else. */
export const monthOfName = (name: string): number | undefined => months.get(name);

/** The number of a day of the week by its name in lower case, 0 for Monday; undefined for anything else. */
export function weekdayOfName(name: string): number | undefined {
  const index = weekdayNames.indexOf(name);
  return index < 0 ? undefined : index;
}
