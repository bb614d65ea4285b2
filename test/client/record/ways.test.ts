import { beforeEach, describe, expect, it } from 'vitest';
import { keepWays, type Way, type Ways } from '../../../client/record/ways.ts';

const wayOf = (...ids: readonly string[]): Way => [
  { kind: 'restore', entries: ids.map(id => ({ id, entry: null, instead: null })) },
];

describe('keepWays', () => {
  let ways: Ways;
  let gone: Way[];
  /** Goes any way, and names the way from it as if one could tell. */
  const go = async (way: Way): Promise<Way> => {
    gone.push(way);
    return wayOf('there');
  };
  beforeEach(() => {
    ways = keepWays();
    gone = [];
  });

  it('goes back step by step, and forward again', async () => {
    ways.remember('a.md', wayOf('1'));
    ways.remember('a.md', wayOf('2', '3'));
    expect(await ways.undo('a.md', go)).toBe(2);
    expect(await ways.undo('a.md', go)).toBe(1);
    expect(await ways.undo('a.md', go)).toBeUndefined();
    expect(await ways.redo('a.md', go)).toBe(1);
    expect(gone).toEqual([wayOf('2', '3'), wayOf('1'), wayOf('there')]);
    expect(await ways.undo('a.md', go)).toBe(1);
  });

  it('keeps a way that was refused', async () => {
    ways.remember('a.md', wayOf('1'));
    expect(await ways.undo('a.md', async () => undefined)).toBe(0);
    expect(await ways.undo('a.md', go)).toBe(1);
  });

  it('does not go forward past a new change, nor back in another draft', async () => {
    ways.remember('a.md', wayOf('1'));
    expect(await ways.undo('b.md', go)).toBeUndefined();
    await ways.undo('a.md', go);
    ways.remember('a.md', wayOf('2'));
    expect(await ways.redo('a.md', go)).toBeUndefined();
  });
});
