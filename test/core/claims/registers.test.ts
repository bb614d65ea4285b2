import { expect, test } from 'vitest';
import { factualIn, registersOf } from '../../../server/core/claims/registers.ts';
import { type Weighed, weighed } from '../../../server/core/models/weighed.ts';

/** What sentences were weighed at, one behind the other; what is not told is nothing. */
const logitsOf = (...sentences: readonly Partial<Record<Weighed, number>>[]) =>
  sentences.flatMap(sentence => weighed.map(name => sentence[name] ?? 0));

test('the shares of the registers come to one, and follow the paragraph as a whole', () => {
  const even = registersOf(logitsOf({}, {}), 2);
  expect(even.article).toBeCloseTo(1 / 3);
  expect(even.speech + even.comment).toBeCloseTo(2 / 3);
  // One sentence that sounds like a speech makes no speech of an article.
  const mostlyArticle = registersOf(logitsOf({ speech: 3 }, { speech: -9 }, { speech: -9 }), 3);
  expect(mostlyArticle.speech).toBeLessThan(0.01);
});

test('a sentence is judged as its paragraph reads', () => {
  const logits = logitsOf({ factual: 9, factualInSpeech: -9, factualInComment: -9, speech: 0, comment: -99 });
  expect(factualIn({ article: 1, speech: 0, comment: 0 }, logits, 0)).toBeGreaterThan(0.99);
  expect(factualIn({ article: 0, speech: 1, comment: 0 }, logits, 0)).toBeLessThan(0.01);
  expect(factualIn(registersOf(logits, 1), logits, 0)).toBeCloseTo(0.5);
});

test('shares stay numbers however sure the models are, and in a block without sentences', () => {
  const { article, speech, comment } = registersOf(logitsOf({ speech: 5000, comment: 5000 }), 1);
  expect(article).toBeCloseTo(0);
  expect(speech).toBeCloseTo(0.5);
  expect(comment).toBeCloseTo(0.5);
  expect(registersOf([], 0).article).toBeCloseTo(1 / 3);
});
