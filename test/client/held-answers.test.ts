import { expect, test } from 'vitest';
import { holdAnswers } from '../../client/held-answers.ts';
import type { HeldParams } from '../../server/protocol/messages.ts';

interface Answer {
  readonly words: string;
}
interface Delta {
  readonly since: number;
  readonly added: string;
}

const uri = 'file:///draft.md';

/** What asks, and the questions that were asked; each is answered by what the next function says. */
function asking() {
  const answers = holdAnswers<Answer, Delta>(({ words }, { added }) => {
    if (added === 'of another') throw new RangeError();
    return { words: words + added };
  });
  const asked: HeldParams[] = [];
  return {
    asked,
    forget: () => answers.forget(uri),
    ask: (answer: (held: HeldParams) => Promise<Answer | Delta | null>) =>
      answers.ask(uri, held => {
        asked.push(held);
        return answer(held);
      }),
  };
}
const all = async () => ({ words: 'all' });
const more = async ({ since = -1 }: HeldParams) => ({ since, added: ' and more' });

test('asks for what has changed since the answer that it holds', async () => {
  const { ask, asked } = asking();
  expect(await ask(all)).toEqual({ words: 'all' });
  expect(await ask(more)).toEqual({ words: 'all and more' });
  expect(await ask(more)).toEqual({ words: 'all and more and more' });
  expect(asked.map(({ since }) => since)).toEqual([undefined, asked[0]?.keepAs, asked[1]?.keepAs]);
  expect(new Set(asked.map(({ keepAs }) => keepAs)).size).toBe(3);
});

test('a question that failed leaves what was held', async () => {
  const { ask, asked } = asking();
  await ask(all);
  await expect(ask(() => Promise.reject(new Error('withdrawn')))).rejects.toThrow('withdrawn');
  expect(await ask(more)).toEqual({ words: 'all and more' });
  expect(asked[2]?.since).toBe(asked[0]?.keepAs);
});

test('changes are put on the answer that was held when they were asked for', async () => {
  const { ask } = asking();
  await ask(all);
  const answers = await Promise.all([ask(async held => ({ ...(await more(held)), added: ' first' })), ask(more)]);
  expect(answers).toEqual([{ words: 'all first' }, { words: 'all and more' }]);
});

test.each([
  ['is of another number', async () => ({ since: 0, added: ' of no use' })],
  ['cannot be put together', async ({ since = -1 }: HeldParams) => ({ since, added: 'of another' })],
])('asks for all where the answer %s', async (_, odd) => {
  const { ask, asked } = asking();
  await ask(all);
  expect(await ask(held => (held.since === undefined ? all() : odd(held)))).toEqual({ words: 'all' });
  expect(asked.map(({ since }) => since === undefined)).toEqual([true, false, true]);
});

test('asks for all of what it has forgotten or nobody serves, and does not ask on for ever', async () => {
  const { ask, asked, forget } = asking();
  await ask(all);
  forget();
  await ask(all);
  expect(await ask(async () => null)).toBeNull();
  await ask(all);
  expect(asked.map(({ since }) => since === undefined)).toEqual([true, true, false, true]);
  forget();
  await expect(ask(more)).rejects.toThrow('nobody holds');
});
