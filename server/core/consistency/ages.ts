import type { Block } from '../model/block.ts';
import type { Sentence } from '../model/sentence.ts';
import { type Span, startingIn } from '../model/span.ts';
import type { DateValue } from '../model/value.ts';
import { inOthersWords } from '../text/quoted.ts';
import { indexAt } from '../text/token-index.ts';
import { numberAt } from '../values/numbers.ts';

/** An age that does not fit the years beside it. */
export interface WrongAge extends Span {
  readonly birth: DateValue;
  readonly birthYear: number;
  readonly year: number;
  readonly age: number;
}

const oldest = 120;

/** Ages in a block that do not fit the year of birth and the other year of their sentence, in order of position. */
export const wrongAges = (block: Block): WrongAge[] =>
  block.sentences.flatMap(sentence => wrongAge(block, sentence) ?? []);

function wrongAge(block: Block, sentence: Sentence): WrongAge | undefined {
  const dates = startingIn(block.values, sentence).filter(
    (value): value is DateValue => value.kind === 'date' && value.year !== undefined && !inOthersWords(block, value),
  );
  if (dates.length === 0) return undefined;
  const life = lifeIn(block, sentence, dates);
  const age = life && ageIn(block, sentence, dates);
  if (!age) return undefined;
  const lived = life.year - life.birthYear;
  return age.age === lived || age.age === lived - 1 ? undefined : { ...age, ...life };
}

type Life = Pick<WrongAge, 'birth' | 'birthYear' | 'year'>;

/** The year of birth and the one other year: “born in 1950 … in 1990”, “(1950–1990)”. */
function lifeIn(block: Block, { firstToken, endToken }: Sentence, dates: readonly DateValue[]): Life | undefined {
  const [only] = dates;
  if (dates.length === 1 && only?.year !== undefined && only.upToYear !== undefined) {
    const isBracketed = block.tokens[indexAt(block, only.start) - 1]?.text === '(';
    const isDeath = block.tokens.slice(firstToken, endToken).some(({ normal }) => normal === 'died');
    return isBracketed && isDeath ? { birth: only, birthYear: only.year, year: only.upToYear } : undefined;
  }
  if (dates.length !== 2 || dates.some(({ upToYear }) => upToYear !== undefined)) return undefined;
  const birth = dates.find(date => {
    const at = indexAt(block, date.start);
    return block.tokens.slice(Math.max(firstToken, at - 6), at).some(({ normal }) => normal === 'born');
  });
  const other = dates.find(date => date !== birth);
  if (birth?.year === undefined || other?.year === undefined || other.year <= birth.year) return undefined;
  return { birth, birthYear: birth.year, year: other.year };
}

/** “aged 40”, “at the age of 40”, “40 years old”, “a 40-year-old”, “was 40 when”. Absent where a sentence gives two ages. */
function ageIn(
  block: Block,
  { firstToken, endToken }: Sentence,
  dates: readonly DateValue[],
): (Span & { readonly age: number }) | undefined {
  const { tokens } = block;
  const found: (Span & { readonly age: number })[] = [];
  for (let i = firstToken; i < endToken; i++) {
    const token = tokens[i];
    if (!token || dates.some(({ start, end }) => start <= token.start && token.end <= end)) continue;
    const compound = /^(\d{1,3})-year-old$/.exec(token.normal);
    const number = compound ? { amount: Number(compound[1]), end: i + 1 } : numberAt(tokens, i);
    if (!number || number.amount < 1 || number.amount > oldest || !Number.isInteger(number.amount)) continue;
    const before = tokens[i - 1]?.normal ?? '';
    const after = tokens[number.end]?.normal ?? '';
    const isAge =
      compound !== null ||
      before === 'aged' ||
      (before === 'of' && tokens[i - 2]?.normal === 'age') ||
      (/^years?$/.test(after) && tokens[number.end + 1]?.normal === 'old') ||
      (before === 'at' && /^[.,;)]$/.test(after)) ||
      (/^(?:was|turned)$/.test(before) && /^(?:when|in|at|and|on|[.,;])$/.test(after));
    if (isAge) found.push({ start: token.start, end: (tokens[number.end - 1] ?? token).end, age: number.amount });
    i = number.end - 1;
  }
  return found.length === 1 ? found[0] : undefined;
}
