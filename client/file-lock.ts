/** What is needed of the place in which a lock lies: one file that stands for it, and names that nobody else uses. */
export interface LockPlace {
  /** Makes the lock where there is none, as one step; false where there is one. */
  make(content: string): Promise<boolean>;
  /** What the lock says; empty where there is none. */
  content(): Promise<string>;
  /** Takes the lock away, as one step, if it says this; leaves it, or puts it back, if it says something else. */
  remove(content: string): Promise<void>;
}

export interface LockTimes {
  /** Milliseconds after which a lock that stays the very same is taken for abandoned; a write takes far less. */
  readonly patience: number;
  /** Milliseconds between two looks. */
  readonly pause: number;
}

const usualTimes: LockTimes = { patience: 10_000, pause: 60 };

/**
 * Does something while no other window does, in file systems that have no locks of their own. A lock is abandoned if the very same
 * one stood for long while we watched: no clock is compared with another.
 *
 * @param token What no other window calls itself.
 * @returns `busy` where others keep taking the lock for longer than anybody wants to wait.
 */
export async function whileLocked<T>(
  place: LockPlace,
  token: string,
  work: () => Promise<T>,
  { patience, pause }: LockTimes = usualTimes,
): Promise<T | 'busy'> {
  const started = performance.now();
  let seen = { content: '', since: started };
  while (!(await place.make(token))) {
    const content = await place.content();
    const now = performance.now();
    if (content !== seen.content) seen = { content, since: now };
    if (content !== '' && now - seen.since >= patience) await place.remove(content);
    else if (now - started >= 3 * patience) return 'busy';
    else await new Promise(resolve => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
  try {
    return await work();
  } finally {
    await place.remove(token).catch(() => undefined);
  }
}
