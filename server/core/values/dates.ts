import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { DateValue } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Text } from './values.ts';

const months = wordSet(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.',
);
const weekdays = wordSet('monday tuesday wednesday thursday friday saturday sunday');
/** Words before a bare number that make it a year. */
const beforeYear = wordSet('in since by until from during of before after around circa early late mid between and to');

/** Dates that name a day, a month or a year: "12 May 2025", "July 20, 2009", "since 1991", "the 1980s", "on Thursday". */
export function readDates(text: Text): DateValue[] {
  const { tokens } = text;
  const dates: DateValue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const end = endOfDate(tokens, i);
    if (end === 0) continue;
    const year = tokens
      .slice(i, end)
      .map(yearOf)
      .find(found => found !== undefined);
    dates.push({ kind: 'date', ...spanOfTokens(text, i, end), ...(year === undefined ? {} : { year }) });
    i = end - 1;
  }
  return dates;
}

/** The index after a date that starts at `i`, or 0. */
function endOfDate(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  if (isMonth(tokens, i)) return afterMonth(tokens, i + 1);
  if (isDay(token) && isMonth(tokens, i + 1)) return afterMonth(tokens, i + 2);
  if (weekdays.has(token.normal) && /^\p{Lu}/u.test(token.text)) return i + 1;
  if (/^(?:1[0-9]|20)\d0s$/.test(token.text)) return i + 1;
  const year = yearOf(token);
  if (year === undefined) return 0;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const standsAlone = after?.kind !== 'word' || beforeYear.has(after.normal);
  return (before && beforeYear.has(before.normal)) || before?.text === '(' || standsAlone ? i + 1 : 0;
}

/** After a month: a day, a comma and a year, as far as they are there. */
function afterMonth(tokens: readonly Token[], index: number): number {
  let i = index;
  const day = tokens[i];
  if (day && isDay(day)) i++;
  const comma = tokens[i]?.text === ',' ? 1 : 0;
  const year = tokens[i + comma];
  return year && yearOf(year) !== undefined ? i + comma + 1 : i;
}

/** "May" and "March" are months only with a capital and a number or a preposition beside them. */
function isMonth(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !months.has(token.normal) || !/^\p{Lu}/u.test(token.text)) return false;
  if (!/^(?:may|march|mar\.|dec\.|jan\.)$/.test(token.normal)) return true;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  return (
    after?.kind === 'number' ||
    before?.kind === 'number' ||
    /^(?:in|last|this|next|since|until|early|late|of|by)$/.test(before?.normal ?? '')
  );
}

const isDay = (token: Token): boolean => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(token.text);

function yearOf(token: Token): number | undefined {
  return /^(?:1[0-9]|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}
