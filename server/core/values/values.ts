import type { Block } from '../model/block.ts';
import { bySpan } from '../model/span.ts';
import type { Value } from '../model/value.ts';
import { readDates } from './dates.ts';
import { readNames } from './names.ts';
import { readQuantities } from './quantities.ts';

/** What the text passes leave for the values to read. */
export type Text = Pick<Block, 'kind' | 'level' | 'prose' | 'length' | 'tokens' | 'sentences'>;

/** Every value of a block in order of position. A year is a date and not also a count. */
export function readValues(text: Text): Value[] {
  const dates = readDates(text);
  const quantities = readQuantities(text, dates);
  return [...dates, ...quantities, ...readNames(text)].sort(bySpan);
}
