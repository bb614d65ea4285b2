import { isDay, weekdayNames, weekdayOf } from '../../consistency/calendar.ts';
import { inOthersWords } from '../../text/quoted.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import { indexAt } from '../../text/token-index.ts';
import { monthNames } from '../../values/calendar.ts';
import { defineRule } from '../rule.ts';

/** Before the Gregorian calendar was in use everywhere that English is written, weekdays are not told by it. */
const firstYear = 1800;

export default defineRule({
  id: 'weekday-mismatch',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a weekday that does not fit its date.',
    why: 'One of the two is wrong, and a reader with a calendar will see it. Often the year or the month was mistyped.',
    advice: 'Look the event up and correct the weekday or the date.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: { mismatch: '{date} was a {right}, not a {given}.' },
  examples: {
    flags: [
      {
        text: 'The dam broke on [[Tuesday, 12 May 2022]], at noon.',
        fixed: 'The dam broke on Thursday, 12 May 2022, at noon.',
      },
      'The council met on [[Monday, March 3rd, 2021]].',
      'She resigned on [[Thursday 1 January 2021]] and [[Sunday, July 20, 1968]] is a wrong date too.',
    ],
    passes: [
      'The dam broke on Thursday, 12 May 2022, at noon.',
      'The council met on Tuesday, 12 May.',
      'It was on Monday. On 12 May 2022 the dam broke.',
      'The minutes say: “The dam broke on Tuesday, 12 May 2022.”',
      'It happened on Monday, 3 March 1732, by the old calendar.',
    ],
  },
  check({ block, report }) {
    for (const value of block.values) {
      if (value.kind !== 'date' || value.year === undefined || value.month === undefined || value.day === undefined)
        continue;
      const { year, month, day } = value;
      if (year < firstYear || value.upToYear !== undefined || !isDay(month, day)) continue;
      const first = indexAt(block, value.start);
      const given = weekdayNames.find(name => name.toLowerCase() === block.tokens[first]?.normal);
      const right = weekdayNames[weekdayOf(year, month, day)] as string;
      if (!given || given === right || inOthersWords(block, value)) continue;
      const last = indexAt(block, value.end - 1);
      const date = `${day} ${monthNames[month - 1]} ${year}`;
      const span = spanOfTokens(block, first, first + 1);
      const fix = { kind: 'replace', span, text: right, title: `If the date is right: “${right}”` } as const;
      report(spanOfTokens(block, first, last + 1), 'mismatch', { date, right, given }, { fixes: [fix] });
    }
  },
});
