import { expect, test } from 'vitest';
import { formatOf } from '../../../server/core/index.ts';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'org');

test('a drawer of the writer’s own is read', () => {
  const text = ':REMARKS:\nTolls rose.\n\nBoats wait.\n:END:\n:LOGBOOK:\nnothing\n:END:\nLocks leak.';
  expect(read(text)).toEqual(['paragraph: Tolls rose.', 'paragraph: Boats wait.', 'paragraph: Locks leak.']);
});

test('what is not exported is not read, down to the next heading of its level', () => {
  const text =
    '* COMMENT Old\nTolls rose.\n\n** Older\nBoats wait.\n* New\nLocks leak.\n** Notes :x:noexport:\nGates jam.\n\n*** Deeper\nMore.\n** Last\nEnd.';
  expect(read(text)).toEqual(['heading: New', 'paragraph: Locks leak.', 'heading: Last', 'paragraph: End.']);
});

test('a note goes on up to two empty lines', () => {
  const blocks = formatOf('org').blocks('Tolls rose[fn:1].\n\n[fn:1] Lock office.\n\nReport.\n\n\nBoats wait.');
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'boilerplate', 'boilerplate', 'paragraph']);
  expect(blocks[2]?.defines).toEqual([{ kind: 'footnote', label: '1', start: 0, end: 0, continues: true }]);
});

test('a citation may stand in the brackets of a link, and an address in angles', () => {
  const text = 'Tolls rose [[cite:&roe2020;&lind2021][p. 4]] and [[cite:doe]] at <https://a.example/t>.';
  expect(read(text)).toEqual(['paragraph: Tolls rose and at .']);
  expect(evidenceOf(text, 'org').map(mark => mark.split(' | ')[0])).toEqual([
    'citation roe2020',
    'citation lind2021',
    'citation doe',
    'link https://a.example/t',
  ]);
});

test('what is struck out is not read, and a plus sign behind a figure strikes nothing out', () => {
  expect(read('Tolls +never fell+ rose at 40+ locks and 12+ weirs.')).toEqual([
    'paragraph: Tolls rose at 40+ locks and 12+ weirs.',
  ]);
});

test('entities are characters, and how much is done and where a column stands is no word', () => {
  const text = '* Locks [1/3]\nThe caf\\eacute{} in Malm\\ouml rose [40%].\n| <l> | <10> |\n| Weir | < 5 |';
  expect(read(text)).toEqual([
    'heading: Locks',
    'paragraph: The café in Malmö rose .',
    'table-cell: Weir',
    'table-cell: < 5',
  ]);
});
