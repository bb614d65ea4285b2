import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { DateValue } from '../model/value.ts';
import { isCounted } from './measures.ts';
import { ordinalOf } from './numbers.ts';
import type { Found } from './scan.ts';

export type FoundDate = Found<DateValue>;

/** Words before a bare number that make it a year. */
const beforeYear = wordSet(
  'in since by until from during of before after around circa c. ca. early late mid between and to',
);
const beforeChrist = /^(?:BC|BCE|B\.C\.?|B\.C\.E\.?)$/;
const afterChrist = /^(?:AD|CE|A\.D\.?|C\.E\.?)$/;

/** What a year does, and a number of people hardly: "2013 saw cuts", "as bad as 1998 was". */
const doneByYear = wordSet('saw was is has brought marked became proved witnessed');

/** "300 BC", "300–200 BC", "AD 70", "70 CE". */
export function eraAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const token = tokens[i] as Token;
  if (token.kind !== 'number') {
    const year = afterChrist.test(token.text) ? ancientYear(tokens[i + 1]) : undefined;
    return year === undefined ? undefined : { year, after: i + 2 };
  }
  const year = ancientYear(token);
  const next = tokens[i + 1];
  if (year === undefined || !next) return undefined;
  if (afterChrist.test(next.text)) return { year, after: i + 2 };
  if (beforeChrist.test(next.text)) return { year: -year, after: i + 2 };
  const last =
    /^(?:to|and|[-–])$/.test(next.normal) && beforeChrist.test(tokens[i + 3]?.text ?? '')
      ? ancientYear(tokens[i + 2])
      : undefined;
  return last !== undefined && last < year ? { year: -year, upToYear: -last, after: i + 4 } : undefined;
}

function ancientYear(token: Token | undefined): number | undefined {
  return token && /^(?:\d{1,4}|\d{1,2},\d{3})$/.test(token.text) ? Number(token.text.replace(',', '')) : undefined;
}

/** "the 1980s", "the mid-1990s", "the ’90s", "the 19th century", "the nineteenth century", "the fifth century BC". */
export function periodAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const { text, normal } = tokens[i] as Token;
  const decade = /^(?:(?:early|mid|late)-)?((?:1[0-9]|20)\d0)s$/.exec(normal);
  if (decade || (/^(?:1[0-9]|20)\d0$/.test(text) && tokens[i + 1]?.normal === "'s")) {
    const year = Number.parseInt(decade?.[1] ?? text, 10);
    // Nobody writes of all the years to 2099 as of the 2000s.
    return { year, upToYear: year + (year % 100 === 0 && year < 2000 ? 99 : 9), after: i + (decade ? 1 : 2) };
  }
  if (/^'(\d0)s$/.test(normal)) return { after: i + 1 };
  const isApart = /^(?:century|centuries)$/.test(tokens[i + 1]?.normal ?? '');
  const isJoined = normal.endsWith('-century');
  if (!isApart && !isJoined) return undefined;
  const number = centuryOf(tokens[i] as Token, normal.replace(/^(?:early|mid|late)-/, '').replace(/-century$/, ''));
  if (number === undefined) return undefined;
  const after = i + (isJoined ? 1 : 2);
  return beforeChrist.test(tokens[after]?.text ?? '')
    ? { year: -number * 100, upToYear: -(number - 1) * 100 - 1, after: after + 1 }
    : { year: (number - 1) * 100 + 1, upToYear: number * 100, after };
}

function centuryOf(token: Token, word: string): number | undefined {
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(word)) return Number.parseInt(word, 10);
  const small = /^(?:twenty-)?(first|second)$/.exec(word);
  const last = small ? (small[1] === 'first' ? 1 : 2) : ordinalOf({ ...token, text: word, normal: word });
  return last === undefined ? undefined : last + (word.startsWith('twenty-') ? 20 : 0);
}

/** A bare year where something shows that it is one, and a range of years: "2008–2012", "1914-18", "2019/20". */
export function yearAt(tokens: readonly Token[], i: number): FoundDate | undefined {
  const season = /^((?:1\d|20)\d\d)\/(\d\d|(?:1\d|20)\d\d)$/.exec(tokens[i]?.text ?? '');
  if (season) {
    const first = Number(season[1]);
    const upToYear = lastYear(first, season[2] as string);
    return upToYear > first && upToYear < first + 10 ? { year: first, upToYear, after: i + 1 } : undefined;
  }
  const year = yearOf(tokens[i]);
  if (year === undefined) return isShortYear(tokens, i) ? { after: i + 1 } : undefined;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before && /^\p{Sc}$/u.test(before.text)) return undefined;
  // "Roe et al. 2021 found": the year of a work.
  if (before && /^al\.?$/.test(before.normal)) return { year, after: i + 1 };
  if (after && /^[-–/]$/.test(after.text) && !after.spaceBefore) {
    const last = tokens[i + 2]?.text ?? '';
    const upToYear = /^\d\d$/.test(last) ? lastYear(year, last) : yearOf(tokens[i + 2]);
    if (upToYear !== undefined && upToYear > year) return { year, upToYear, after: i + 3 };
  }
  const standsAlone = after?.kind !== 'word' || beforeYear.has(after.normal);
  if ((before && beforeYear.has(before.normal)) || before?.text === '(' || standsAlone) return { year, after: i + 1 };
  // "The Health Act 2006 banned": the year in the name of a law or an event.
  if (before && isNameWord(before) && after?.kind === 'word' && !isCounted(after)) return { year, after: i + 1 };
  // "its 2021 report", "the 2019 audit": a year that tells one of several apart.
  const names = /^(?:the|its|his|her|their|our|my|this|that|a|'s|'|early|late|mid)$/.test(before?.normal ?? '');
  if (names && year >= 1900 && after?.kind === 'word' && !isCounted(after)) return { year, after: i + 1 };
  if (year >= 1900 && doneByYear.has(after?.normal ?? '')) return { year, after: i + 1 };
  // "Entered 2019 hopeful", "the budget for 2018"
  if (/^(?:for|into|through|throughout|enter(?:s|ed|ing)?)$/.test(before?.normal ?? '') && !(after && isCounted(after)))
    return { year, after: i + 1 };
  // "After the 1991 reforms": the preposition asks when.
  if (
    before?.normal === 'the' &&
    year >= 1900 &&
    /^(?:after|before|since|until|till|during)$/.test(tokens[i - 2]?.normal ?? '')
  )
    return { year, after: i + 1 };
  if (opensName(tokens, i + 1)) return { year, after: i + 1 };
  return undefined;
}

/** "the rejected 2024 Finance Bill", "the reformers of the 1834 Poor Law": a name of two words or more, in the singular, that no noun goes on from. */
function opensName(tokens: readonly Token[], first: number): boolean {
  let end = first;
  while (/^\p{Lu}\p{Ll}/u.test(tokens[end]?.text ?? '')) end++;
  return end > first + 1 && !/s$/.test((tokens[end - 1] as Token).normal) && tokens[end]?.pos !== 'noun';
}

/** "since ’09", "the winter of '63": nobody says in which century. */
const isShortYear = (tokens: readonly Token[], i: number): boolean =>
  /^\d\d$/.test(tokens[i]?.text ?? '') &&
  /^[’'‘]$/.test(tokens[i - 1]?.text ?? '') &&
  tokens[i]?.spaceBefore === false &&
  tokens[i - 1]?.spaceBefore === true &&
  /^(?:in|since|by|until|from|of|before|after|summer|winter|autumn|spring|class)$/.test(tokens[i - 2]?.normal ?? '');

/** The last year of a range by its two or four digits: 1918 in "1914-18". */
const lastYear = (first: number, digits: string): number =>
  digits.length === 2 ? first - (first % 100) + Number(digits) : Number(digits);

export function yearOf(token: Token | undefined): number | undefined {
  return token && /^(?:1[0-9]|20)\d\d$/.test(token.text) ? Number(token.text) : undefined;
}

/** Begins with a capital that its place does not explain. */
const isNameWord = (token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && token.at > 0;
