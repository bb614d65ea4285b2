import type { Quantity } from '../model/value.ts';

/** How far a number may be from one that was only estimated, as a share of it. */
const estimate = 0.15;
/** How far a number may lie beyond a bound that is said to hold for it. */
const beyondBound = 0.5;

type Amount = Pick<Quantity, 'amount' | 'upTo' | 'bound'>;

/**
 * Whether two amounts cannot both be what was counted. A rounded figure agrees with what it may have been rounded from, an estimate
 * with what is near it, and a bound ("more than 300") with what lies not too far beyond it.
 */
export function differ(a: Amount, b: Amount): boolean {
  if (a.amount === undefined || b.amount === undefined) return false;
  if (a.bound === b.bound)
    return a.upTo === undefined && b.upTo === undefined ? unequal(a.amount, b.amount) : apart(a, b);
  return !(agrees(a, b) || agrees(b, a));
}

/** Whether an amount fits what another one, with a bound, says. */
function agrees(bounded: Amount, { amount = 0, upTo = amount }: Amount): boolean {
  const { amount: limit = 0 } = bounded;
  const top = bounded.upTo ?? limit;
  switch (bounded.bound) {
    case 'about':
      return upTo >= limit * (1 - estimate) && amount <= top * (1 + estimate);
    case 'at-least':
      return upTo >= limit && amount <= limit * (1 + beyondBound);
    case 'at-most':
      return amount <= top && upTo >= top * (1 - beyondBound);
    default:
      return false;
  }
}

/** Ranges that share nothing. */
const apart = (a: Amount, b: Amount): boolean =>
  (a.upTo ?? a.amount ?? 0) < (b.amount ?? 0) || (b.upTo ?? b.amount ?? 0) < (a.amount ?? 0);

function unequal(a: number, b: number): boolean {
  if (a === b) return false;
  const coarser = Math.max(grain(a), grain(b));
  // Two figures of one grain were not rounded differently.
  return grain(a) === grain(b) || Math.abs(a - b) > coarser / 2;
}

/** The unit in which a figure seems to count: 5,200 in hundreds, 5,217 in ones, 1.2 million in hundred thousands, 12.4 in tenths. */
export function grain(amount: number): number {
  if (!Number.isInteger(amount)) return 10 ** -decimals(amount);
  if (amount < 100 || amount === 0) return 1;
  let unit = 1;
  while (amount % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** How many decimals a number has, up to six. */
function decimals(amount: number): number {
  for (let places = 1; places < 6; places++)
    if (Number.isInteger(Number((amount * 10 ** places).toFixed(6)))) return places;
  return 6;
}
