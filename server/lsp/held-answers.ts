import type { DocumentParams, HeldParams } from '../protocol/messages.ts';
import type { Context } from './context.ts';

/**
 * Remembers the answers that clients hold, one of each document and the last, to say no more than what has changed.
 *
 * @returns What is sent in place of an answer.
 */
export function holdAnswers<Answer, Delta>(
  { documents }: Pick<Context, 'documents'>,
  deltaBetween: (before: Answer, after: Answer, since: number) => Delta,
): (params: DocumentParams & HeldParams, answer: Answer) => Answer | Delta {
  const held = new Map<string, ReadonlyMap<number, Answer>>();
  documents.onDidClose(({ document: { uri } }) => {
    held.delete(uri);
  });
  return ({ textDocument: { uri }, keepAs, since }, answer) => {
    if (keepAs === undefined) return answer;
    const before = since === undefined ? undefined : held.get(uri)?.get(since);
    const known = new Map([[keepAs, answer]]);
    if (since === undefined || before === undefined) {
      held.set(uri, known);
      return answer;
    }
    // A question that is withdrawn leaves the client with what it held, so that this is kept as well.
    held.set(uri, known.set(since, before));
    return deltaBetween(before, answer, since);
  };
}
