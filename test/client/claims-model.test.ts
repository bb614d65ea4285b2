import { describe, expect, it } from 'vitest';
import { arrangeClaims, childrenOf, claimAt, noClaims, parentOf, redrawn } from '../../client/claims-model.ts';
import type { ClaimItem, ClaimSection, ClaimState } from '../../server/protocol/messages.ts';

/** A claim on a line of its own, ten characters long. */
const claim = (id: string, line: number, state: ClaimState = 'open'): ClaimItem => ({
  id,
  text: `Sentence ${id}`,
  range: { start: { line, character: 4 }, end: { line, character: 14 } },
  state,
  kinds: ['quantity'],
  evidence: 'none',
  reasons: [],
  needsSource: 0.9,
});
const arrange = (...sections: ClaimSection[]) => arrangeClaims({ version: 1, sections });

describe('arrangeClaims', () => {
  it('puts claims under their headings and leaves out headings without any', () => {
    const model = arrange(
      { claims: [claim('a', 0)] },
      { title: 'Empty', claims: [] },
      { title: 'Trade', claims: [claim('b', 2, 'vague'), claim('c', 3, 'sourced')] },
    );
    expect(model.roots).toEqual(['section:', 'section:Trade']);
    expect(childrenOf(model, undefined)).toBe(model.roots);
    expect(childrenOf(model, 'section:Trade')).toEqual(['claim:b', 'claim:c']);
    expect(childrenOf(model, 'claim:b')).toEqual([]);
    expect(parentOf(model, 'claim:c')).toBe('section:Trade');
    expect(parentOf(model, 'section:Trade')).toBeUndefined();
    expect(model.nodes.get('section:')).not.toHaveProperty('title');
    expect(model.nodes.get('section:Trade')).toMatchObject({ title: 'Trade', open: 1 });
  });

  it('needs no section where there are no headings', () => {
    const model = arrange({ claims: [claim('a', 0), claim('b', 1)] });
    expect(model.roots).toEqual(['claim:a', 'claim:b']);
    expect(parentOf(model, 'claim:a')).toBeUndefined();
  });

  it('gives equal headings and equal claims identifiers of their own', () => {
    const model = arrange({ title: 'Trade', claims: [claim('a', 1)] }, { title: 'Trade', claims: [claim('a', 3)] });
    expect(model.roots).toEqual(['section:Trade', 'section:Trade#2']);
    expect(childrenOf(model, 'section:Trade#2')).toEqual(['claim:a#2']);
  });

  it('makes nothing of nothing', () => {
    expect(arrange()).toMatchObject({ roots: [], claims: [] });
  });
});

describe('claimAt', () => {
  const model = arrange({ title: 'Trade', claims: [claim('a', 1), claim('b', 3)] });
  it.each([
    [{ line: 1, character: 3 }, undefined],
    [{ line: 1, character: 4 }, 'claim:a'],
    [{ line: 1, character: 14 }, 'claim:a'],
    [{ line: 1, character: 15 }, undefined],
    [{ line: 2, character: 0 }, undefined],
    [{ line: 3, character: 9 }, 'claim:b'],
    [{ line: 9, character: 0 }, undefined],
  ])('finds the claim that holds %j', (position, id) => {
    expect(claimAt(model, position)?.id).toBe(id);
  });

  it('finds nothing where there are no claims', () => {
    expect(claimAt(noClaims, { line: 0, character: 0 })).toBeUndefined();
  });

  it('finds the last of thousands', () => {
    const many = arrange({ claims: Array.from({ length: 5000 }, (_, line) => claim(String(line), line)) });
    expect(claimAt(many, { line: 4999, character: 10 })?.id).toBe('claim:4999');
  });
});

describe('redrawn', () => {
  const before = arrange({ title: 'A', claims: [claim('a', 1)] }, { title: 'B', claims: [claim('b', 3)] });

  it('draws nothing again where claims only moved', () => {
    const moved = arrange({ title: 'A', claims: [claim('a', 2)] }, { title: 'B', claims: [claim('b', 9)] });
    expect(redrawn(before, moved)).toEqual([]);
  });

  it('draws the section again in which a claim changed its state', () => {
    const marked = arrange(
      { title: 'A', claims: [claim('a', 1)] },
      { title: 'B', claims: [claim('b', 3, 'placeholder')] },
    );
    expect(redrawn(before, marked)).toEqual(['section:B']);
  });

  it('draws the section again in which a claim came up', () => {
    const grown = arrange(
      { title: 'A', claims: [claim('a', 1), claim('c', 2)] },
      { title: 'B', claims: [claim('b', 3)] },
    );
    expect(redrawn(before, grown)).toEqual(['section:A']);
  });

  it('draws everything again where a section came or went', () => {
    expect(redrawn(before, arrange({ title: 'A', claims: [claim('a', 1)] }))).toBe('all');
    expect(redrawn(noClaims, before)).toBe('all');
  });

  it('draws a claim again that stands under no heading', () => {
    expect(redrawn(arrange({ claims: [claim('a', 1)] }), arrange({ claims: [claim('a', 1, 'vague')] }))).toEqual([
      'claim:a',
    ]);
  });
});
