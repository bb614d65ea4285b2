import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, type Span, startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';

/** The quantities of a sentence, ordinals apart. */
export const countedIn = ({ values, sentences }: Pick<Block, 'values' | 'sentences'>, index: number): Quantity[] =>
  startingIn(values, sentences[index] as Sentence).filter(
    (value): value is Quantity => value.kind === 'quantity' && value.measure !== 'ordinal',
  );

/**
 * Whether a quantity is a figure that a source could be held to: not an age, the number of something, a page count or a manner of speaking.
 * A length of time is one only where nothing else was counted.
 */
export function figureShownBy(tokens: readonly Token[], value: Quantity): 'figure' | 'length' | undefined {
  // "A 91-page report" counts nothing that it is about.
  if (value.unit === 'page' || isAge(tokens, value) || isManifold(tokens, value) || isNumbered(tokens, value))
    return undefined;
  return isOfTime(value.unit) ? 'length' : 'figure';
}

const isOfTime = (unit: string | undefined): boolean =>
  /^(?:second|minute|hour|day|night|week|month|quarter|year|decade|century|centurie)s?$/.test(unit ?? '');

/** "Stage 6 blackouts", "platform 4": which one of several, and not how many. */
const isNumbered = (tokens: readonly Token[], { start }: Span): boolean =>
  /^(?:stage|phase|level|tier|category|grade|chapter|article|section|room|route|platform|gate|terminal|flight|formula|type|step)$/.test(
    tokens[firstWhere(tokens, token => token.start >= start) - 1]?.normal ?? '',
  );

/** "A thousand cuts", "a million miles away": so many that nobody counted. */
function isManifold(tokens: readonly Token[], { start, end }: Span): boolean {
  const first = firstWhere(tokens, token => token.start >= start);
  const last = firstWhere(tokens, token => token.start >= end) - 1;
  return (
    tokens[first]?.normal === 'a' &&
    /^(?:hundred|thousand|million|billion)$/.test(tokens[first + 1]?.normal ?? '') &&
    /^(?:cuts|times|ways|words|pieces|miles|reasons|things)$/.test(tokens[last]?.normal ?? '')
  );
}

/** "Under ten years old", "ages 25 to 54", "those under 35": who is meant, and nothing that anybody counted. */
function isAge(tokens: readonly Token[], { start, end }: Span): boolean {
  const first = firstWhere(tokens, token => token.start >= start);
  const after = firstWhere(tokens, token => token.start >= end);
  const word = (i: number) => tokens[i]?.normal ?? '';
  if (/^years?$/.test(word(after - 1)))
    return word(after) === 'old' || (word(after) === 'of' && word(after + 1) === 'age');
  if (/^(?:aged?|ages)$/.test(word(first - 1))) return true;
  // "A 20-year-old", "20 year-old"
  if (/(?:^|-)years?-olds?$/.test(word(after - 1)) || (word(after) === '-' && word(after + 1) === 'old')) return true;
  // "The victim was 27."
  if (
    after === first + 1 &&
    /^(?:is|was)$/.test(word(first - 1)) &&
    ends.test(word(after)) &&
    isSomebody(tokens, first - 2)
  )
    return true;
  if ((word(first - 1) === 'of' && word(first - 2) === 'age') || word(after) === 'age') return true;
  return (
    after === first + 1 &&
    /^(?:under|over|below|above)$/.test(word(first - 1)) &&
    /^(?:those|people|children|anyone|everyone|adults|men|women|voters|workers)$/.test(word(first - 2))
  );
}

const ends = /^(?:[.,;]|and|when|at|)$/;

/** "The victim", "she": whoever is of an age. */
const isSomebody = (tokens: readonly Token[], i: number): boolean =>
  /^(?:he|she|who|victim|man|woman|boy|girl|driver|suspect|defendant|pupil|student|patient|mother|father|son|daughter|brother|sister|wife|husband)$/.test(
    tokens[i]?.normal ?? '',
  ) ||
  (tokens[i]?.pos === 'propn' && /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? ''));
