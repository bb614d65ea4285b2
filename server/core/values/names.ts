import { isSentenceOpener } from '../lexicon/sentence-openers.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Name } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { isCurrencyCode } from './currencies.ts';
import { isMonthName, weekdays } from './dates.ts';
import { nameSort, nameWord } from './name-sorts.ts';
import type { Text } from './values.ts';

/** Small words that stand inside names: "Bank of England", "Leonardo da Vinci". */
const inside = wordSet('of the de da di la le van von der den al bin ibn for and &');

/**
 * Runs of capitalised words. A lone capitalised word that opens a sentence may be any word, so it counts only
 * where a possessive follows or it is no word that sentences open with.
 */
export function readNames(text: Text): Name[] {
  const { tokens } = text;
  const names: Name[] = [];
  for (const sentence of text.sentences)
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (!isCapitalised(tokens[i])) continue;
      const opens = i === sentence.firstToken || tokens[i - 1]?.kind === 'quote';
      const end = endOfName(tokens, i, sentence.endToken);
      // "The", "In" and the like open the sentence, and the name starts behind them.
      const first =
        opens && end - i > 1 && isSentenceOpener((tokens[i] as Token).normal) ? firstCapital(tokens, i + 1, end) : i;
      const isLone = end - first === 1;
      if (!isLone || isLoneName(tokens, first, opens && first === i)) {
        if (!(isLone && isCalendarWord(tokens[first] as Token))) {
          const acronym = acronymBehind(tokens, first, end);
          names.push({
            kind: 'name',
            sort: acronym ? orOrganisation(nameSort(tokens, first, end)) : nameSort(tokens, first, end),
            ...(acronym ? { acronym } : {}),
            ...spanOfTokens(text, first, end),
          });
        }
      }
      i = end - 1;
    }
  return names;
}

/**
 * Whether one capitalised word is a name. "It’s" and "That" are none wherever they stand, and money and eras name nobody ("in USD", "300 BC");
 * the word that opens a sentence is one where a possessive follows ("Halden’s mayor").
 */
function isLoneName(tokens: readonly Token[], i: number, opens: boolean): boolean {
  const { text, normal, pos } = tokens[i] as Token;
  const isAcronym = /^\p{Lu}{2}/u.test(text);
  if (isAcronym) return !opens || tokens[i + 1]?.normal === "'s" ? !isCurrencyCode(text) : false;
  if (isSentenceOpener(normal)) return false;
  return !opens || (tokens[i + 1]?.normal === "'s" && (pos === 'propn' || pos === 'x'));
}

/** The index behind a name: capitalised words, with small words inside, but not past an "and" that joins two names. */
function endOfName(tokens: readonly Token[], first: number, limit: number): number {
  let end = first + 1;
  for (let next = end; next < limit; next++) {
    const token = tokens[next] as Token;
    if (isCapitalised(token)) end = next + 1;
    else if (!inside.has(token.normal) || next - end >= 2) break;
    else if (token.normal === 'and' && !isJoining(tokens, first, next, limit)) break;
  }
  return tokens[end]?.text === ',' ? endOfPartners(tokens, end, limit) : end;
}

/** A longer row of names is a list, and is not looked through again from each of them. */
const mostPartners = 12;

/**
 * The index behind the last partner of a firm, "Skadden, Arps, Slate, Meagher & Flom", or else of the first one. Nothing but a name joins its
 * last two parts by "&"; where an "and" follows, firms are listed ("Tesco, Asda, Boots & Sons and Aldi").
 */
function endOfPartners(tokens: readonly Token[], end: number, limit: number): number {
  let at = end;
  while (at + 2 < limit && at <= end + mostPartners * 2 && tokens[at]?.text === ',' && isCapitalised(tokens[at + 1]))
    at += 2;
  if (at < end + 4 || tokens[at]?.text !== '&' || !isCapitalised(tokens[at + 1])) return end;
  const behind = tokens[at + 2]?.text === ',' ? at + 3 : at + 2;
  return tokens[behind]?.normal === 'and' ? end : at + 2;
}

/**
 * "Health and Safety Executive" and "Department for Work and Pensions" are one name each, and so is what an acronym shows to be one;
 * "Anna Lind and Carl Roe" and "Halden and Osei" are two.
 */
function isJoining(tokens: readonly Token[], first: number, and: number, limit: number): boolean {
  if (tokens[first]?.normal === 'mr.' || tokens[first]?.normal === 'mr') return true;
  const second = tokens[and + 1];
  if (nameWord(second?.normal ?? '') === 'organisation') return false;
  if (hasSubjects(tokens, first, and) && isCapitalised(second)) return true;
  let last = and + 1;
  while (last < limit && isCapitalised(tokens[last])) last++;
  if (last > and + 1 && acronymBehind(tokens, first, last) && !acronymBehind(tokens, and + 1, last)) return true;
  return (
    last > and + 1 &&
    nameWord(tokens[last - 1]?.normal ?? '') === 'organisation' &&
    nameWord(tokens[and - 1]?.normal ?? '') !== 'organisation'
  );
}

/** Bodies and offices that are named by their subjects: "Ministry of Food and Farming", "Secretary of State for Work and Pensions". */
function hasSubjects(tokens: readonly Token[], first: number, and: number): boolean {
  const isNamed = /^(?:organisation|title)$/.test(nameWord(tokens[first]?.normal ?? '') ?? '');
  for (let i = first + 1; i < and; i++) {
    const { normal } = tokens[i] as Token;
    if (normal === 'for') return isNamed;
    if (normal === 'of' && byTheirSubjects.has(tokens[i - 1]?.normal ?? '')) return true;
  }
  return false;
}
const byTheirSubjects = wordSet('department ministry office bureau school faculty minister');

function firstCapital(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  while (i < end - 1 && !isCapitalised(tokens[i])) i++;
  return i;
}

/** "(HA)" right behind "Harbour Authority": letters in capitals, in the order in which the name's words begin. */
function acronymBehind(tokens: readonly Token[], first: number, end: number): string | undefined {
  const acronym = tokens[end + 1]?.text ?? '';
  if (tokens[end]?.text !== '(' || tokens[end + 2]?.text !== ')' || !/^\p{Lu}[\p{L}&]{1,7}$/u.test(acronym))
    return undefined;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (letters.length < 2) return undefined;
  let found = 0;
  for (let i = first; i < end; i++)
    for (const part of (tokens[i] as Token).normal.split('-')) if (part.startsWith(letters.charAt(found))) found += 1;
  return found >= letters.length ? acronym : undefined;
}

const orOrganisation = (sort: Name['sort']): Name['sort'] =>
  sort === 'other' || sort === 'place' ? 'organisation' : sort;

const isCalendarWord = ({ normal }: Token): boolean =>
  weekdays.has(normal) || (isMonthName(normal) && !/^(?:may|march|april|june|august)$/.test(normal));

/** "I" and "I'm" are no names. */
const isCapitalised = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !isPlainSmall(token.text) &&
  /^\p{Lu}/u.test(token.text) &&
  !/^i(?:'\p{L}+)?$/u.test(token.normal);

/** Most words open with one of the 26 small letters, and need no expression to tell. */
const isPlainSmall = (text: string): boolean => text.charCodeAt(0) >= 0x61 && text.charCodeAt(0) <= 0x7a;
