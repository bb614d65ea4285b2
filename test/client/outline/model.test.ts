import { describe, expect, it } from 'vitest';
import { usualArrangement } from '../../../client/outline/arrangement.ts';
import {
  arrange,
  childrenOf,
  noRows,
  parentOf,
  redrawn,
  rowAt,
  rowHolding,
  rowsUnder,
  stepTo,
} from '../../../client/outline/model.ts';
import { namesInTests, rowOf, rowsIn } from '../../support/outline-rows.ts';

const arranged = (...given: Parameters<typeof rowsIn>) => arrange(rowsIn(...given), usualArrangement, namesInTests);

describe('arrange', () => {
  it('puts claims under their headings and leaves out headings without any', () => {
    const model = arranged([
      { rows: [rowOf('a', 0)] },
      { title: 'Empty', rows: [] },
      { title: 'Trade', rows: [rowOf('b', 2, { state: 'vague' }), rowOf('c', 3, { state: 'sourced' })] },
    ]);
    expect(model.roots).toEqual(['section:', 'section:Trade']);
    expect(childrenOf(model, undefined)).toBe(model.roots);
    expect(childrenOf(model, 'section:Trade')).toEqual(['claim:b', 'claim:c']);
    expect(childrenOf(model, 'claim:b')).toEqual([]);
    expect(parentOf(model, 'claim:c')).toBe('section:Trade');
    expect(parentOf(model, 'section:Trade')).toBeUndefined();
    expect(model.nodes.get('section:')).not.toHaveProperty('label');
    expect(model.nodes.get('section:Trade')).toMatchObject({ label: 'Trade', open: 1, settled: 0 });
  });

  it('has a group stand for the claims under it, each of them once', () => {
    const model = arranged([
      { title: 'Ferries', rows: [rowOf('a', 1)] },
      { title: 'Trade', rows: [rowOf('b', 3), rowOf('c', 4)] },
    ]);
    const under = (...ids: string[]) => rowsUnder(model, ids).map(({ id }) => id);
    expect(under('section:Trade')).toEqual(['claim:b', 'claim:c']);
    expect(under('claim:c', 'section:Trade', 'claim:a', 'claim:gone')).toEqual(['claim:c', 'claim:b', 'claim:a']);
  });

  it('needs no group where there are no headings', () => {
    const model = arranged([{ rows: [rowOf('a', 0), rowOf('b', 1)] }]);
    expect(model.roots).toEqual(['claim:a', 'claim:b']);
    expect(parentOf(model, 'claim:a')).toBeUndefined();
  });

  it('gives equal headings identifiers of their own', () => {
    const model = arranged([
      { title: 'Trade', rows: [rowOf('a', 1)] },
      { title: 'Trade', rows: [rowOf('b', 3)] },
    ]);
    expect(model.roots).toEqual(['section:Trade', 'section:Trade#2']);
    expect(childrenOf(model, 'section:Trade#2')).toEqual(['claim:b']);
  });

  it('lists what the text does not hold last, and where there are no headings, too', () => {
    const lost = { item: { ...rowOf('x', 0, { anchor: 'orphaned' }).item, range: undefined as never } };
    const model = arranged([{ rows: [rowOf('a', 1)] }], { orphans: [lost] });
    expect(model.roots).toEqual(['section:', 'orphans']);
    expect(model.rows.map(({ id }) => id)).toEqual(['claim:a']);
    expect(model.total).toBe(2);
  });

  it('makes nothing of nothing', () => {
    expect(arranged([])).toMatchObject({ roots: [], rows: [] });
  });
});

describe('rowHolding', () => {
  const rows = [rowOf('a', 0), rowOf('b', 2, { settled: true })];

  it('finds the claim at a position, its ends included, whatever the view leaves out', () => {
    const { start, end } = rows[1]?.item.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const position of [start, end]) expect(rowHolding(rows, position)?.item.id).toBe('b');
    expect(rowHolding(rows, { line: 1, character: 0 })).toBeUndefined();
    expect(rowHolding(rows, { line: end.line, character: end.character + 1 })).toBeUndefined();
  });
});

describe('rowAt', () => {
  const model = arranged([{ title: 'Trade', rows: [rowOf('a', 1), rowOf('b', 3)] }]);
  it.each([
    [{ line: 1, character: 3 }, undefined],
    [{ line: 1, character: 4 }, 'claim:a'],
    [{ line: 1, character: 14 }, 'claim:a'],
    [{ line: 1, character: 15 }, undefined],
    [{ line: 2, character: 0 }, undefined],
    [{ line: 3, character: 9 }, 'claim:b'],
    [{ line: 9, character: 0 }, undefined],
  ])('finds the claim that holds %j', (position, id) => {
    expect(rowAt(model, position)?.id).toBe(id);
  });

  it('finds nothing where there are no claims', () => {
    expect(rowAt(noRows, { line: 0, character: 0 })).toBeUndefined();
  });

  it('finds the last of thousands', () => {
    const many = arranged([{ rows: Array.from({ length: 5000 }, (_, line) => rowOf(String(line), line)) }]);
    expect(rowAt(many, { line: 4999, character: 10 })?.id).toBe('claim:4999');
  });
});

describe('stepTo', () => {
  const model = arranged([{ rows: [rowOf('a', 1), rowOf('b', 3, { settled: true }), rowOf('c', 5)] }]);
  const unsettled = ({ item }: ReturnType<typeof rowOf>) => !item.settled;
  it.each([
    [1, 1, 'claim:c'],
    [5, 1, 'claim:a'],
    [5, -1, 'claim:a'],
    [0, -1, 'claim:c'],
  ] as const)('goes on from line %i in direction %i', (line, direction, id) => {
    expect(stepTo(model, { line, character: 4 }, direction, unsettled)?.id).toBe(id);
  });

  it('goes nowhere where nothing is left', () => {
    expect(stepTo(model, { line: 0, character: 0 }, 1, () => false)).toBeUndefined();
  });
});

describe('redrawn', () => {
  const before = arranged([
    { title: 'A', rows: [rowOf('a', 1)] },
    { title: 'B', rows: [rowOf('b', 3)] },
  ]);

  it('draws nothing again where claims only moved', () => {
    const moved = arranged([
      { title: 'A', rows: [rowOf('a', 2)] },
      { title: 'B', rows: [rowOf('b', 9)] },
    ]);
    expect(redrawn(before, moved)).toEqual([]);
  });

  it('draws the group again in which a claim changed its status', () => {
    const marked = arranged([
      { title: 'A', rows: [rowOf('a', 1)] },
      { title: 'B', rows: [rowOf('b', 3, { status: 'verified', settled: true })] },
    ]);
    expect(redrawn(before, marked)).toEqual(['section:B']);
  });

  it('draws the group again in which a claim came up', () => {
    const grown = arranged([
      { title: 'A', rows: [rowOf('a', 1), rowOf('c', 2)] },
      { title: 'B', rows: [rowOf('b', 3)] },
    ]);
    expect(redrawn(before, grown)).toEqual(['section:A']);
  });

  it('draws everything again where a group came or went', () => {
    expect(redrawn(before, arranged([{ title: 'A', rows: [rowOf('a', 1)] }]))).toBe('all');
    expect(redrawn(noRows, before)).toBe('all');
  });

  it('draws a claim again that stands under no heading', () => {
    const vague = arranged([{ rows: [rowOf('a', 1, { state: 'vague' })] }]);
    expect(redrawn(arranged([{ rows: [rowOf('a', 1)] }]), vague)).toEqual(['claim:a']);
  });
});
