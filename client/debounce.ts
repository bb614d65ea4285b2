import type { Disposable } from 'vscode';

/** An action that waits until it was not asked for again for a while. */
export interface Debounced extends Disposable {
  (): void;
}

/**
 * Puts an action off until it was not asked for again for a while.
 *
 * @param delay In milliseconds.
 */
export function debounced(delay: number, action: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  const ask = () => {
    cancel();
    timer = setTimeout(action, delay);
  };
  return Object.assign(ask, { dispose: cancel });
}
