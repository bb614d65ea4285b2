import type { Definition, Evidence } from '../model/evidence.ts';
import { anyLetter } from '../text/letter-classes.ts';
import { keysIn } from './inline-rules.ts';

const raisedDigit = '⁰¹²³⁴-⁹';
const partOfWord = `${anyLetter}\\d${raisedDigit}¼-¾`;

/**
 * Numbers in square brackets behind words, or raised behind a word's end: "as was found [3, 5].", "It rose.⁴" A raised 2 behind a unit
 * is none, nor is a number beyond 299. Daggers right behind a word are marks, too ("costs†"), and numbers that lost their raising
 * behind a quotation's end ("cent.”1 And"). What must stand before is asked behind the first character, for which an engine can leap.
 */
const mark = new RegExp(
  `\\[(?<=[${partOfWord}.,;:!?'"’”)%\\]][ \\t]?\\[)[12]?\\d{1,2}(?:\\s?[,;–-]\\s?[12]?\\d{1,2}){0,9}\\](?![${partOfWord}(:_])|[${raisedDigit}](?<=(?:[${anyLetter}]{4}|[.,;:!?'"’”)%])[${raisedDigit}])[${raisedDigit}]{0,2}(?![${partOfWord}])|[†‡](?<=[${anyLetter}.,;:!?'"’”)%][†‡])[†‡]{0,2}(?![${partOfWord}])|\\d(?<=[${anyLetter}%][.,!?][”’"]\\d)\\d{0,2}(?=\\s|$)`,
  'g',
);

const definition = /(?<=^|\n[ \t]{0,10})(?:\[(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3}|[†‡]{1,3}))[ \t]{1,10}(?=\S)/gu;
const opensWithDefinition = /^(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}|[†‡]{1,3})[ \t]/u;

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (digits: string): string => digits.replace(/[⁰¹²³⁴-⁹]/gu, digit => String(raised.indexOf(digit)));

/** The numbers in a text that refer to notes, each by itself, in order. */
export function numberedMarks(text: string): Evidence[] {
  if (!/\[\d|[⁰¹²³⁴-⁹†‡]|[.,!?][”’"]\d/u.test(text)) return [];
  return [...text.matchAll(mark)].flatMap(({ index, 0: whole }) =>
    keysIn(text, { start: index, end: index + whole.length }, /\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[†‡]{1,3}/gu).map(
      ({ text: number, key }) => ({
        kind: 'footnote' as const,
        target: lowered(number),
        key,
        start: index,
        end: index + whole.length,
      }),
    ),
  );
}

/** The notes of a text that is a list of numbered notes, one a line or more; none where it does not start with one. */
export function numberedDefinitions(text: string): Definition[] {
  if (!opensWithDefinition.test(text)) return [];
  return Array.from(text.matchAll(definition), ({ index, 0: whole, 1: number, 2: high = '' }) => ({
    kind: 'footnote',
    label: number ?? lowered(high),
    start: index,
    end: index + whole.trimEnd().length,
  }));
}
