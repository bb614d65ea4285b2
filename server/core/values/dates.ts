import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { DateValue } from '../model/value.ts';
import { type Found, scan } from './scan.ts';
import type { Text } from './values.ts';

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const months: ReadonlyMap<string, number> = new Map([
  ...monthNames.map((name, i) => [name, i + 1] as const),
  ...monthNames.map((name, i) => [`${name.slice(0, 3)}.`, i + 1] as const),
  ['sept.', 9] as const,
]);
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** Days of the week, in lower case. */
export const weekdays: ReadonlySet<string> = new Set(weekdayNames);
/** Words before a bare number that make it a year. */
const beforeYear = wordSet(
  'in since by until from during of before after around circa c. ca. early late mid between and to',
);
const parts = wordSet('early mid late');

type FoundDate = Found<DateValue>;

/** Dates that name a day, a month or a year: "12 May 2025", "July 20, 2009", "since 1991", "the 1980s", "on Thursday", "12/05/2025". */
export function readDates(text: Text): DateValue[] {
  return scan<DateValue>(text, 'date', dateAt);
}

function dateAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const token = tokens[i] as Token;
  // Small words are by far the most, and open no date.
  if (token.kind !== 'number' && (token.kind !== 'word' || isSmallLetter(token.text.charCodeAt(0))))
    return token.kind === 'word' && token.text.includes('-') ? periodAt(tokens, i) : undefined;
  const month = monthAt(tokens, i);
  if (month !== undefined) return afterMonth(tokens, i + 1, month);
  const day = dayOf(token);
  if (day !== undefined) {
    const of = tokens[i + 1]?.normal === 'of' ? 2 : 1;
    const second = tokens[i + 1]?.text.match(/^[-–]$/) && dayOf(tokens[i + 2]) !== undefined ? 3 : of;
    const named = monthAt(tokens, i + second);
    if (named !== undefined) return { ...afterMonth(tokens, i + second + 1, named), day };
  }
  if (weekdays.has(token.normal) && /^\p{Lu}/u.test(token.text)) return afterWeekday(tokens, i);
  return numericDate(token, i) ?? periodAt(tokens, i) ?? yearAt(tokens, i);
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
  if (day !== undefined) {
    i++;
    if (/^[-–]$/.test(tokens[i]?.text ?? '') && dayOf(tokens[i + 1]) !== undefined) i += 2;
  }
  const comma = tokens[i]?.text === ',' || tokens[i]?.normal === 'of' ? 1 : 0;
  const year = yearOf(tokens[i + comma]);
  return {
    month,
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? { after: i } : { year, after: i + comma + 1 }),
  };
}

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

/** "the 1980s", "the mid-1990s", "the ’90s", "the 19th century". */
function periodAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const { text, normal } = tokens[i] as Token;
  const decade = /^(?:(?:early|mid|late)-)?((?:1[0-9]|20)\d0)s$/.exec(normal);
  if (decade || (/^(?:1[0-9]|20)\d0$/.test(text) && tokens[i + 1]?.normal === "'s")) {
    const year = Number.parseInt(decade?.[1] ?? text, 10);
    return { year, upToYear: year + (year % 100 === 0 ? 99 : 9), after: i + (decade ? 1 : 2) };
  }
  const short = /^'(\d0)s$/.exec(normal);
  if (short) return { after: i + 1 };
  const century = /^(?:(?:early|mid|late)-)?(\d{1,2})(?:st|nd|rd|th)(-century)?$/.exec(normal);
  if (century && (century[2] || /^(?:century|centuries)$/.test(tokens[i + 1]?.normal ?? ''))) {
    const year = (Number(century[1]) - 1) * 100 + 1;
    const era = tokens[i + 2]?.normal ?? '';
    if (/^b\.?c\.?(?:e\.?)?$/.test(era)) return { after: i + 3 };
    return { year, upToYear: year + 99, after: i + (century[2] ? 1 : 2) };
  }
  return undefined;
}

/** A bare year where something shows that it is one, and a range of years: "2008–2012", "1914-18". */
function yearAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const year = yearOf(tokens[i]);
  if (year === undefined) return undefined;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before && /^[$£€¥₹]$/.test(before.text)) return undefined;
  if (after && /^[-–/]$/.test(after.text) && !after.spaceBefore) {
    const last = tokens[i + 2]?.text ?? '';
    const upToYear = /^\d\d$/.test(last) ? Math.floor(year / 100) * 100 + Number(last) : yearOf(tokens[i + 2]);
    if (upToYear !== undefined && upToYear > year) return { year, upToYear, after: i + 3 };
  }
  const standsAlone = after?.kind !== 'word' || beforeYear.has(after.normal);
  if ((before && beforeYear.has(before.normal)) || before?.text === '(' || standsAlone) return { year, after: i + 1 };
  // "The Health Act 2006 banned": the year in the name of a law or an event.
  if (before && isNameWord(before) && after?.kind === 'word' && !/s$/.test(after.normal)) return { year, after: i + 1 };
  // "its 2021 report", "the 2019 audit": a year that tells one of several apart.
  const names = /^(?:the|its|his|her|their|our|my|this|that|a|'s|'|early|late|mid)$/.test(before?.normal ?? '');
  if (names && year >= 1900 && after?.kind === 'word' && !/s$/.test(after.normal)) return { year, after: i + 1 };
  return undefined;
}

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
    /^(?:in|last|this|next|since|until|of|by)$/.test(before?.normal ?? '');
  return isDated ? month : undefined;
}

function dayOf(token: Token | undefined): number | undefined {
  return token && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(token.text) && !token.text.startsWith('0')
    ? Number.parseInt(token.text, 10)
    : undefined;
}

/** Begins with a capital that its place does not explain. */
const isNameWord = (token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && token.at > 0;

function yearOf(token: Token | undefined): number | undefined {
  return token && /^(?:1[0-9]|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}

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
