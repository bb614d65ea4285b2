import { expect, test, vi } from 'vitest';

/** The little of the editor that the loader uses. */
vi.mock('vscode', () => {
  class EventEmitter<T> {
    readonly #listeners = new Set<(value: T) => void>();
    readonly event = (listener: (value: T) => void) => {
      this.#listeners.add(listener);
      return { dispose: () => this.#listeners.delete(listener) };
    };
    readonly fire = (value: T) => {
      for (const listener of this.#listeners) listener(value);
    };
    readonly dispose = () => this.#listeners.clear();
  }
  class CancellationTokenSource {
    readonly token = { isCancellationRequested: false };
    readonly cancel = () => void (this.token.isCancellationRequested = true);
    readonly dispose = () => undefined;
  }
  const from = (...all: { dispose(): unknown }[]) => ({
    dispose: () => {
      for (const each of all) each.dispose();
    },
  });
  return {
    CancellationTokenSource,
    Disposable: { from },
    EventEmitter,
    l10n: { t: (message: string) => message },
    workspace: {
      getConfiguration: () => ({ get: (_: string, usual: unknown) => usual }),
      onDidChangeConfiguration: () => ({ dispose: () => undefined }),
    },
  };
});
vi.mock('vscode-languageclient', () => ({ LSPErrorCodes: {}, ResponseError: class extends Error {} }));

const { EventEmitter } = await import('vscode');
const { loadClaims } = await import('../../client/claims-loader.ts');

/** A draft in front, with a server whose answers a test gives when it likes. */
function desk() {
  const document = { uri: { toString: () => 'file:///draft.md' }, version: 1 };
  const recordChanged = new EventEmitter<string>();
  const never = new EventEmitter<never>().event;
  let listed = 1;
  const waiting: (() => void)[] = [];
  /** What the record holds when it is asked, told when the test says so. */
  const answer = () => {
    const items = Array.from({ length: listed }, (_, at) => ({ id: `c${at}`, status: 'unchecked' }));
    return new Promise(resolve =>
      waiting.push(() => resolve({ version: 1, state: 'ok', items, orphans: [], sections: [], speakers: [] })),
    );
  };
  const claims = { version: 1, sections: [] };
  const loader = loadClaims(
    {
      state: 'running',
      onDidChangeState: never,
      client: {
        code2ProtocolConverter: { asUri: String },
        error: (what: string) => expect.fail(what),
        sendRequest: () => Promise.resolve(claims),
      },
    } as never,
    { current: document, leftAlone: false, onDidChange: never } as never,
    { of: () => undefined, onDidChange: never } as never,
    { of: answer, onDidChange: recordChanged.event } as never,
  );
  return {
    loader,
    /** Another claim is put on the list, as a command does that does not wait for the view. */
    list() {
      listed += 1;
      recordChanged.fire(document.uri.toString());
    },
    async tellFirst() {
      await new Promise(resolve => setImmediate(resolve));
      waiting.shift()?.();
    },
    shownClaims: () => loader.current.record?.items.length,
  };
}

/** Lets a promise run as far as it can, and says whether it has ended. */
async function hasEnded(promise: Promise<unknown>): Promise<boolean> {
  let ended = false;
  void promise.then(() => {
    ended = true;
  });
  await new Promise(resolve => setImmediate(resolve));
  return ended;
}

test('what is about to be done waits for the record that is being asked for', async () => {
  const { loader, list, tellFirst, shownClaims } = desk();
  const first = loader.refresh();
  await tellFirst();
  await first;
  list();
  const caughtUp = loader.catchUp();
  expect(await hasEnded(caughtUp)).toBe(false);
  await tellFirst();
  await caughtUp;
  expect(shownClaims()).toBe(2);
});

test('a question that another one overtakes ends with that one', async () => {
  const { loader, list, tellFirst, shownClaims } = desk();
  const caughtUp = loader.catchUp();
  await hasEnded(caughtUp);
  list();
  await tellFirst();
  expect(await hasEnded(caughtUp)).toBe(false);
  await tellFirst();
  await caughtUp;
  expect(shownClaims()).toBe(2);
});
