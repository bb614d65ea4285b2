import { describe, expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { plainProse } from '../../../server/core/model/prose.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';
import { readQuotations } from '../../../server/core/values/quotations.ts';
import { longQuotations } from '../../../server/core/values/quotations-across.ts';
import { readSpeech } from '../../../server/core/values/speech.ts';

const quotationsIn = (text: string) => readQuotations({ tokens: tokenize(plainProse(text)) });

/** Each text with the quotations in it, outermost only, each before its kind; all are written for this test. */
test.each<[string, ...string[]]>([
  // Speech, in every kind of mark.
  ['“It fell,” he said.', 'speech “It fell,”'],
  ['"It fell," he said.', 'speech "It fell,"'],
  ['‘It fell,’ he said.', 'speech ‘It fell,’'],
  ["'It fell,' he said.", "speech 'It fell,'"],
  ['«It fell,» he said.', 'speech «It fell,»'],
  ['« It fell », he said.', 'speech « It fell »'],
  ['»It fell«, he said.', 'speech »It fell«'],
  ['„It fell“, he said.', 'speech „It fell“'],
  ['„It fell”, he said.', 'speech „It fell”'],
  ['‚It fell‘, he said.', 'speech ‚It fell‘'],
  ['“No.” She left.', 'speech “No.”'],
  ['He told the hall: “Never again.”', 'speech “Never again.”'],
  ['The dam was “a danger to us all”, the mayor warned.', 'speech “a danger to us all”'],
  ['She said the plan was “a joke”.', 'speech “a joke”'],
  ['“Yes”—he laughed—“of course.”', 'speech “Yes”', 'speech “of course.”'],
  ['"Yes," he said. "No," she said.', 'speech "Yes,"', 'speech "No,"'],
  // Nested.
  ['“He told me, ‘It fell,’ twice,” she said.', 'speech “He told me, ‘It fell,’ twice,”'],
  ['"He said \'no\' to me," she said.', 'speech "He said \'no\' to me,"'],
  ['‘He said “no” to me,’ she said.', 'speech ‘He said “no” to me,’'],
  ['“He said ‘no’.” She left.', 'speech “He said ‘no’.”'],
  ['“The hall “knows” it,” he said.', 'speech “The hall “knows” it,”'],
  ['“One,” he said. “The hall “knows” it.”', 'speech “One,”', 'speech “The hall “knows” it.”'],
  ['"It fell",he said."No",she said.', 'speech "It fell"', 'speech "No"'],
  // Scare quotes.
  ['The so-called “reform” cost millions.', 'scare “reform”'],
  ['Their "plan" is a list of wishes.', 'scare "plan"'],
  ["The 'experts' were wrong and they knew it.", "scare 'experts'"],
  ['They call it “fair trade”.', 'scare “fair trade”'],
  ['The word “soon” is doing a lot of work.', 'scare “soon”'],
  ['Their “reform,” and their “plan.”', 'scare “reform,”', 'scare “plan.”'],
  // Titles.
  ['The film “The Long Goodbye” opens today.', 'title “The Long Goodbye”'],
  ['Her essay “What Is Owed?” is out.', 'title “What Is Owed?”'],
  ['A report titled “Water for All” came out.', 'title “Water for All”'],
  ['They sang “The River Below” at noon.', 'title “The River Below”'],
  // Apostrophes, inches and feet are no quotation marks.
  ['The ’90s and the ’80s were rock ’n’ roll.'],
  ["The '90s were rock 'n' roll, 'tis true."],
  ['The boys’ room and the girls’ room.'],
  ["The boys' room and the girls' room."],
  ["They were singin' and dancin' all night."],
  ["The 'win' was 5' tall. The 'loss' was 6'2\" tall.", "scare 'win'", "scare 'loss'"],
  ["They call it 'the class of 1995' and laugh.", "scare 'the class of 1995'"],
  ['He is 6\'2" tall and the pipe is 12" wide.'],
  ["It isn't theirs; it's the Joneses'."],
  ['‘The boys’ room is cold,’ he said.', 'speech ‘The boys’ room is cold,’'],
  ["'The boys' room is cold,' he said.", "speech 'The boys' room is cold,'"],
  ["'I'm doin' it,' he said.", "speech 'I'm doin' it,'"],
  // Marks without a partner.
  ['“We will not sell. We never have.', 'speech “We will not sell. We never have.'],
  ['A lone " mark and the rest.'],
  ['He wrote "never and left.'],
  ['and so it went on.” He left.'],
  ['“One. “Two,” he said.', 'speech “One. ', 'speech “Two,”'],
  ['‘tis true, he wrote.'],
  ['“”'],
])('%s', (text, ...expected) => {
  expect(
    quotationsIn(text).quotations.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`.trimEnd()),
  ).toEqual(expected.map(one => one.trimEnd()));
});

test('a quotation knows what is within it', () => {
  const text = '“He told me, ‘It fell,’ and “so it did,” she said.';
  const closed = '“He told me, ‘It “really” fell,’ twice,” she said.';
  const [quotation] = quotationsIn(closed).quotations;
  expect(quotation?.words).toBe(7);
  expect(closed.slice(quotation?.inner.start, quotation?.inner.end)).toBe('He told me, ‘It “really” fell,’ twice,');
  expect(quotationsIn('„Er sagte ‚nein‘ zu mir“').quotations[0]?.nested).toHaveLength(1);
  expect(quotationsIn(text).quotations[0]?.closed).toBe(false);
});

describe('speech', () => {
  /** Quotations between angle brackets are one speech; the words that tell it follow the bar. */
  test.each<[string, ...string[]]>([
    ['“It fell,” he said, “and then it burned.”', '“It fell,” he said, “and then it burned.”|he said,'],
    ['“It fell,” he said. “Then it burned.”', '“It fell,” he said. “Then it burned.”|he said.'],
    ['“It fell,” said Ms Lind.', '“It fell,”|said Ms Lind'],
    ['“It fell,” he said. She disagreed. “It burned.”', '“It fell,”|he said', '“It burned.”|'],
    ['“It fell,” he said. She replied: “It burned.”', '“It fell,”|he said', '“It burned.”|'],
    ['“It fell.” He left. “It burned.”', '“It fell.”|', '“It burned.”|'],
    ['“Yes,” he said. “No,” she said.', '“Yes,”|he said', '“No,”|she said'],
    ['The so-called “reform” failed.'],
  ])('%s', (text, ...expected) => {
    const tokens = tokenize(plainProse(text));
    expect(
      readSpeech({ tokens }, readQuotations({ tokens }).quotations).map(
        ({ start, end, tags }) =>
          `${text.slice(start, end)}|${tags.map(tag => text.slice(tag.start, tag.end)).join('|')}`,
      ),
    ).toEqual(expected);
  });
});

describe('over paragraphs', () => {
  const parts = (text: string) =>
    longQuotations(read(text, 'plaintext')).map(({ parts: found, closed }) => [
      closed,
      ...found.map(({ start, end }) => text.slice(start, end)),
    ]);

  test('a quotation that every paragraph opens again is one', () => {
    expect(
      parts('He said: “It fell first in May.\n\n“It fell again in June.\n\n“It never fell again,” he said at last.'),
    ).toEqual([[true, '“It fell first in May.', '“It fell again in June.', '“It never fell again,”']]);
  });

  test('straight marks count where the next paragraph opens again', () => {
    expect(parts('He said: "It fell first in May.\n\n"It fell again in June," he said.')).toEqual([
      [true, '"It fell first in May.', '"It fell again in June,"'],
    ]);
  });

  test('a quotation may end in a paragraph that does not open again', () => {
    expect(parts('He said: “It fell first in May.\n\nIt fell again in June,” he said.')).toEqual([
      [true, '“It fell first in May.', 'It fell again in June,”'],
    ]);
  });

  test('one that is never closed is said to be so', () => {
    expect(parts('“It fell first in May.\n\n“It fell again in June.\n\nThe hall was silent for a while.')).toEqual([
      [false, '“It fell first in May.', '“It fell again in June.'],
    ]);
  });

  test('a slip in one paragraph and whole quotations in the next are none', () => {
    expect(parts('He wrote "never and left the hall.\n\nThe hall was silent.\n\n“It fell,” she said.')).toEqual([]);
  });

  test('what a block shows of it depends on the block alone', () => {
    const text = '“It fell again in June.';
    const alone = read(text, 'plaintext').blocks[0]?.block;
    expect(read(`“It fell first in May.\n\n${text}`, 'plaintext').blocks[1]?.block).toEqual(alone);
  });
});

test.each(['“', '”', '"', "'", '‘a ', '“a ', '"a" ', '« ', "s' a ", '„a“ “'])(
  'a long run of %j ends in time',
  piece => {
    const tokens = tokenize(plainProse(piece.repeat(60_000)));
    const { quotations } = readQuotations({ tokens });
    expect(readSpeech({ tokens }, quotations).length).toBeLessThanOrEqual(quotations.length);
  },
);
