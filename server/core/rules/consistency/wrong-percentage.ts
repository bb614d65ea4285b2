import { wrongChanges } from '../../consistency/changes.ts';
import { wrongShares } from '../../consistency/shares.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'wrong-percentage',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a percentage that does not follow from the two figures beside it.',
    why: 'Per cent and percentage points are taken for each other, or the change is reckoned from the wrong end. Readers can do the sum.',
    advice: 'Divide the difference by the first figure; between two percentages, say percentage points.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: {
    change: '“{stated}” does not fit “{ends}”, which makes {right}.',
    share: '“{stated}” does not fit “{figures}”, which makes {right}.',
  },
  examples: {
    flags: [
      'Rents rose from 40 to 60 crowns, a [[20 per cent]] rise.',
      'Support fell from 60 per cent to 45 per cent, a drop of [[15 per cent]].',
      'The budget grew by [[80 per cent]], from $3.2bn to $4.8bn.',
      'The number of pupils has [[doubled]] from 400 to 600.',
      'Turnout went up from 40 to 52 per cent, a gain of [[10 percentage points]].',
      { text: 'Only 17 of the 42 measures in the plan ([[60 per cent]]) were carried out.', message: 'share' },
      { text: 'By dawn the crews had reached 9,000 of the 18,000 homes, or [[60 per cent]].', message: 'share' },
      { text: 'Of the 48 members, 12 stayed away. That makes [[33 per cent]].', message: 'share' },
      {
        text: 'The storm cut off 800 farms. By noon 200 of them, or about [[half]], had power again.',
        message: 'share',
      },
    ],
    passes: [
      'Rents rose from 40 to 60 crowns, a 50 per cent rise.',
      'Support fell from 60 per cent to 45 per cent, a drop of 25 per cent.',
      'Support fell from 60 per cent to 45 per cent, a drop of 15 percentage points.',
      'The budget grew by nearly 50 per cent, from $3.2bn to $4.7bn.',
      'The share rose from 10 to 15 per cent, while 40 per cent of the pupils stayed away.',
      'The number of pupils has doubled from 400 to 790.',
      'Only 17 of the 42 measures in the plan (40 per cent) were carried out.',
      'Only 17 of the 42 measures (60 per cent of the budget) were carried out.',
      'By dawn the crews had reached 9,000 of the 18,000 homes, and 60 per cent of the farms.',
      'Of the 48 members, 12 stayed away. That is a quarter.',
      'The storm cut off 800 farms and 3 villages. By noon 200 of them, or a tenth, had power again.',
    ],
  },
  check({ block, report }) {
    for (const { start, end, ends, right } of wrongChanges(block)) {
      const stated = textIn(block, { start, end });
      const between = textIn(block, ends);
      const related = [{ ...ends, message: `The change is from ${between}.` }];
      report({ start, end }, 'change', { stated, ends: `from ${between}`, right }, { related });
    }
    for (const { start, end, figures, right } of wrongShares(block)) {
      const beside = textIn(block, figures);
      const related = [{ ...figures, message: `The share is of “${beside}”.` }];
      report({ start, end }, 'share', { stated: textIn(block, { start, end }), figures: beside, right }, { related });
    }
  },
});
