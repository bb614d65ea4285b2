import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { measureAt } from './measures.ts';
import { scaleOf } from './number-words.ts';

const point = /^(?:[1-9]|[01]\d|2[0-3])\.[0-5]\d$/;
/** Behind a time of day, and behind no other figure. */
const clockWords = wordSet('gmt bst utc cet cest est edt hrs sharp today yesterday tomorrow tonight');
/** What runs by the clock: "the 17.30 train". */
const services = wordSet('train bus coach flight ferry service sailing departure kick-off showing news bulletin');
/** Behind these "at" tells a price, a rate or an amount. */
const valuing = wordSet(
  'stood stand stands standing priced valued averaged averaging peaked set fixed capped pegged rated traded trading remain remains remained is are was were be been being ' +
    'closed opened sold estimated put scored rate rates ratio price prices level levels growth average high low',
);

/** Whether a figure such as "17.30" is a time of day and no decimal, by what stands around it. */
export function isPointClock(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i] as Token;
  if (!point.test(text)) return false;
  const before = tokens[i - 1]?.normal ?? '';
  const next = tokens[i + 1];
  if (next && clockWords.has(next.normal)) return true;
  if (before === 'the') return next !== undefined && services.has(next.normal);
  if (next && (scaleOf(next.normal) !== undefined || measureAt(tokens, i + 1))) return false;
  if (before === 'from') return /^(?:to|until)$/.test(next?.normal ?? '') && point.test(tokens[i + 2]?.text ?? '');
  if (before === 'to' || before === 'until')
    return tokens[i - 3]?.normal === 'from' && point.test(tokens[i - 2]?.text ?? '');
  if (before !== 'at' && before !== 'by') return false;
  const verb = tokens[i - 2];
  if (text.startsWith('0') || !verb || verb.kind !== 'word') return true;
  // Timetables keep to steps of five minutes.
  return before === 'at' && /[05]$/.test(text) && !valuing.has(verb.normal);
}
