import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import type { Span } from '../../../server/core/model/span.ts';

/** The attributions of a text as "source | cue | content"; the parts of content that do not stand together are parted by "…". */
function attributions(text: string) {
  return read(text, 'plaintext').blocks.flatMap(({ start, block }) =>
    block.attributions.map(({ source, cue, content, ...rest }) => {
      const words = (spans: readonly Span[]) =>
        spans.map(span => text.slice(start + span.start, start + span.end)).join(' … ');
      return { ...rest, parts: [source, cue, content].map(words).join(' | ') };
    }),
  );
}

test.each([
  ['The mayor has repeatedly said that rents will rise.', 'The mayor | has repeatedly said | that rents will rise'],
  ['“The dam will hold,” said Ms Lind.', 'Ms Lind | said | “The dam will hold,”'],
  ['According to the ministry, rents fell by 4 per cent.', 'the ministry | According to | rents fell by 4 per cent'],
  ['It is widely believed that the bank knew.', ' | is widely believed | that the bank knew'],
  [
    'Figures from the Department of Health show waiting lists rose by 40 per cent.',
    'Figures from the Department of Health | show | waiting lists rose by 40 per cent',
  ],
  [
    'New figures from the Department of Health show rents fell by 4 per cent.',
    'New figures from the Department of Health | show | rents fell by 4 per cent',
  ],
  ['The firm wants to close the mine.', 'The firm | wants | to close the mine'],
  ['The mayor explains nothing; rents in Halden have risen since 2015.', 'The mayor | explains | nothing'],
])('%s', (text, parts) => {
  expect(attributions(text).map(one => one.parts.replace('It … ', ''))).toEqual([parts]);
});

test.each([
  ['The mayor said that rents will rise.', 'said', 'verb'],
  ['According to the ministry, rents fell by 4 per cent.', 'said', 'preposition'],
  ['The report found that rents fell.', 'found', 'verb'],
  ['The minister believes that rents will fall.', 'thought', 'verb'],
  ['The union opposes the plan.', 'judged', 'verb'],
  ['The firm wants to close the mine.', 'intended', 'verb'],
  ['The mine is expected to close in May.', 'thought', 'passive'],
  ['The mayor refused to sign the letter.', 'intended', 'verb'],
])('%s is %s by a %s', (text, sense, form) => {
  expect(attributions(text)).toMatchObject([{ sense, form }]);
});

test.each([
  [
    'As the historian Anna Lind has written, Rome had 28 aqueducts.',
    'the historian Anna Lind | has written | Rome had 28 aqueducts',
    'said',
  ],
  [
    'As the economist Anna Lind also points out, 4,000 houses in the west are empty.',
    'the economist Anna Lind | also points out | 4,000 houses in the west are empty',
    'said',
  ],
  [
    'It had been suggested by Commissioner Lind, for example, that the raids feed the war of the gangs.',
    'Commissioner Lind | suggested by | that the raids feed the war of the gangs',
    'said',
  ],
  [
    'As was recently reported by Anna Lind of the Harbour Post, most of the towns want the dam.',
    'Anna Lind of the Harbour Post | reported by | most of the towns want the dam',
    'said',
  ],
  [
    'There is no plan because, as many experts have pointed out, there is no will.',
    'many experts | have pointed out | because … there is no will',
    'said',
  ],
  [
    'A survey by an old think-tank, the Centre for Harbour Studies, for the week ended May 3 has estimated that rents rose by a third.',
    'A survey by an old think-tank, the Centre for Harbour Studies, for the week ended May 3 | has estimated | that rents rose by a third',
    'found',
  ],
  [
    'The institute states, for instance, that our numbers may grow by 4,000 people.',
    'The institute | states | for instance, that our numbers may grow by 4,000 people',
    'said',
  ],
  [
    'In a recent survey of the coast by the Weather Office, 40 per cent wanted a dam.',
    'a recent survey of the coast by the Weather Office | In | 40 per cent wanted a dam',
    'found',
  ],
  [
    'The city carried 40 people, its annual report shows.',
    'its annual report | shows | The city carried 40 people',
    'found',
  ],
  ['The coastguard counted more than 212 boats.', 'The coastguard | counted | more than 212 boats', 'found'],
  [
    'The harbour office puts the figure at 4 per cent.',
    'The harbour office | puts | the figure at 4 per cent',
    'found',
  ],
  [
    'Rents fell last year (the Treasury’s figures show).',
    'the Treasury’s figures | show | Rents fell last year',
    'found',
  ],
  ['The trip takes 27 minutes, per the Census Bureau.', 'the Census Bureau | per | The trip takes 27 minutes', 'said'],
])('grammar adds what news has few examples of: %s', (text, parts, sense) => {
  expect(attributions(text)).toMatchObject([{ parts, sense }]);
});

test('the subject of what is said is no part of the source', () => {
  const [first] = attributions('According to a Gallup poll taken in May, only 30 percent of voters support the dam.');
  expect(first?.parts).toBe('a Gallup poll taken in May | According to | only 30 percent of voters support the dam');
});

test('putting a thing somewhere reports nothing', () => {
  expect(attributions('She put the cup at the edge.')).toEqual([]);
});

test('how sure it is lies between a half and one', () => {
  const found = attributions('The mayor said the plan, per the Census Bureau, was sound. Critics doubt it.');
  expect(found.length).toBeGreaterThan(1);
  for (const { confidence } of found) {
    expect(confidence).toBeGreaterThanOrEqual(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test.each([
  'As she said this, the door opened.',
  'As prices rose in the shops, the mayor wept.',
  'As a child, she found 40 coins.',
])('what only happened meanwhile is credited to nobody: %s', text =>
  expect(attributions(text).filter(({ parts }) => parts.includes('As '))).toEqual([]),
);
