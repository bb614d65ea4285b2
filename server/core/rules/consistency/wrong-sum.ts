import { wrongSums } from '../../consistency/parts.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'wrong-sum',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags parts that do not make the whole that they are parts of.',
    why: 'A sum that does not come out shows that a figure was mistyped, or that something was left out or counted twice.',
    advice: 'Add the parts up and correct the figure, or say what is missing.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: {
    whole: 'These parts make {sum}, and the whole is “{whole}”.',
    total: 'The parts before “{whole}” make {sum}.',
    shares: 'These shares exclude each other and make {sum} per cent.',
  },
  examples: {
    flags: [
      { text: 'Of the 340 members, [[120 voted for the plan and the other 210]] against.', message: 'whole' },
      { text: 'The hall has 200 seats, [[80 upstairs and 140]] downstairs.', message: 'whole' },
      {
        text: 'In the poll, [[52 per cent were in favour, 38 per cent against and 20 per cent]] undecided.',
        message: 'shares',
      },
      {
        text: 'The ferry took 120 people to Halden, 85 to Moss and 45 to Horten, [[260]] in all.',
        message: 'total',
      },
      {
        text: 'There are 12 nurses in the north and 14 nurses in the south, a total of [[28 nurses]].',
        message: 'total',
      },
    ],
    passes: [
      'Of the 340 members, 120 voted for the plan and the other 220 against.',
      'The hall has 200 seats, 80 upstairs and 120 downstairs.',
      'In the poll, 52 per cent were in favour, 38 per cent against and 10 per cent undecided.',
      'The ferry took 120 people to Halden, 85 to Moss and 45 to Horten, 250 in all.',
      'The ferry took 120 people to Halden, including 85 children and 45 women, 260 in all.',
      'The ferry sailed 12 days and carried 85 people, 260 in all.',
      'The storm hurt 300 people, 80 seriously and 12 for life.',
      'In the poll, 52 per cent of the men were for it and 61 per cent of the women, with 38 per cent of the young against.',
    ],
  },
  check({ block, report }) {
    for (const { start, end, parts, whole, sum } of wrongSums(block)) {
      if (!whole) {
        report({ start, end }, 'shares', { sum: String(sum) });
        continue;
      }
      const words = textIn(block, whole);
      const related = parts
        ? [{ ...parts, message: `The parts make ${sum}.` }]
        : [{ start: whole.start, end: whole.end, message: `The whole is “${words}”.` }];
      report({ start, end }, parts ? 'total' : 'whole', { sum: String(sum), whole: words }, { related });
    }
  },
});
