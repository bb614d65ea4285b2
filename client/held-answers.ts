import type { HeldParams } from '../server/protocol/messages.ts';

/** Answers of the server, each made of the one before and what has changed since. */
export interface HeldAnswers<Answer, Delta> {
  /**
   * Asks for the answer about a document.
   *
   * @param send Sends the question with the numbers that it is given.
   */
  ask(uri: string, send: (held: HeldParams) => Promise<Answer | Delta | null>): Promise<Answer | null>;
  /** Forgets a document; the next answer about it says all. */
  forget(uri: string): void;
}

/** The last number that was used, which is never used again. */
let last = 0;

/** @param withDelta Makes an answer of an earlier one; throws where that cannot be. */
export function holdAnswers<Answer extends object, Delta extends { readonly since: number }>(
  withDelta: (before: Answer, delta: Delta) => Answer,
): HeldAnswers<Answer, Delta> {
  const held = new Map<string, { readonly number: number; readonly answer: Answer }>();
  const ask: HeldAnswers<Answer, Delta>['ask'] = async (uri, send) => {
    const before = held.get(uri);
    const keepAs = ++last;
    const sent = await send({ keepAs, ...(before && { since: before.number }) });
    const answer = sent && 'since' in sent ? before && made(before, sent) : sent;
    if (answer === undefined) {
      if (!before) throw new Error('The server told of changes to an answer that nobody holds.');
      // What cannot be put together is asked for in one piece.
      held.delete(uri);
      return ask(uri, send);
    }
    if (answer) held.set(uri, { number: keepAs, answer });
    else held.delete(uri);
    return answer;
  };
  const made = (before: { readonly number: number; readonly answer: Answer }, delta: Delta): Answer | undefined => {
    try {
      return delta.since === before.number ? withDelta(before.answer, delta) : undefined;
    } catch {
      return undefined;
    }
  };
  return { ask, forget: uri => held.delete(uri) };
}
