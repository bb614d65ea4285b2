import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounced } from '../../client/debounce.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('acts once, when nobody has asked for a while', () => {
  const action = vi.fn();
  const ask = debounced(100, action);
  ask();
  vi.advanceTimersByTime(99);
  ask();
  vi.advanceTimersByTime(99);
  expect(action).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(action).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(action).toHaveBeenCalledTimes(1);
});

it('does not act after it was disposed of', () => {
  const action = vi.fn();
  const ask = debounced(100, action);
  ask();
  ask.dispose();
  vi.advanceTimersByTime(1000);
  expect(action).not.toHaveBeenCalled();
});
