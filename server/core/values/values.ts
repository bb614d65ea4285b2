import type { Block } from '../model/block.ts';
import { bySpan, contains, overlapping } from '../model/span.ts';
import type { Value } from '../model/value.ts';
import { readDates } from './dates.ts';
import { readNames } from './names.ts';
import { readQuantities } from './quantities.ts';
import { readTimes } from './times.ts';

/** What the text passes leave for the values to read. */
export type Text = Pick<Block, 'kind' | 'level' | 'prose' | 'length' | 'tokens' | 'sentences'>;

/** Every value of a block in order of position. A year is a date and not also a count, and "last May" a time and not also a date. */
export function readValues(text: Text): Value[] {
  const times = readTimes(text);
  const dates = readDates(text).filter(date => overlapping(times, date).length === 0);
  const taken = [...times, ...dates].sort(bySpan);
  const quantities = readQuantities(text, taken);
  const figures = [...taken, ...quantities].sort(bySpan);
  // "May 2020", "300 BC" and "EUR 500" name nobody.
  const names = readNames(text).filter(name => !overlapping(figures, name).some(value => contains(value, name)));
  return [...figures, ...names].sort(bySpan);
}
