import { monthNames as months } from '../../server/core/values/calendar.ts';
import { oneOf } from './draft.ts';

/** Slips of the pen as they happen to writers: each takes what was right and gives something near it that is not. */

/** A figure with one digit changed, two digits swapped, or its scale mistaken; absent where the figure allows none. */
export function figureSlip(figure: string, random: () => number): string | undefined {
  if (/\bmillion\b/.test(figure) && random() < 0.2) return figure.replace('million', 'billion');
  const places = [...figure.matchAll(/\d/g)].map(match => match.index);
  const at = oneOf(places, random);
  if (at === undefined) return undefined;
  const swap = places[places.indexOf(at) + 1];
  if (random() < 0.3 && swap !== undefined && figure[swap] !== figure[at] && figure[swap] !== '0') {
    const digits = [...figure];
    [digits[at], digits[swap]] = [digits[swap] as string, digits[at] as string];
    return digits.join('');
  }
  const others = [...'123456789'].filter(digit => digit !== figure[at]);
  return figure.slice(0, at) + oneOf(others, random) + figure.slice(at + 1);
}

/** A name with a letter doubled, dropped from a double, swapped with its neighbour, or taken for one that sounds alike. */
export function spellingSlip(name: string, random: () => number): string | undefined {
  const candidates: string[] = [];
  for (let i = 1; i < name.length - 1; i++) {
    const [here, next] = [name[i] as string, name[i + 1] as string];
    if (here === next) candidates.push(name.slice(0, i) + name.slice(i + 1));
    else if (/[lnrst]/.test(here) && /[aeiou]/.test(name[i - 1] as string) && /[aeiou]/.test(next))
      candidates.push(name.slice(0, i) + here + name.slice(i));
    if (/[aeiou]/.test(here) && /[aeiou]/.test(next) && here !== next)
      candidates.push(name.slice(0, i) + next + here + name.slice(i + 2));
    const alike: Record<string, string> = { i: 'y', y: 'i', k: 'c', c: 'k', v: 'w', w: 'v', e: 'a', a: 'e' };
    const sound = alike[here];
    if (sound) candidates.push(name.slice(0, i) + sound + name.slice(i + 1));
  }
  return oneOf(candidates, random);
}

const titles = ['President', 'Senator', 'Governor', 'General', 'Judge', 'Ambassador', 'Mayor', 'Professor', 'Colonel'];

/** Another title than the one given. */
export const titleSlip = (title: string, random: () => number): string | undefined =>
  oneOf(
    titles.filter(other => !other.startsWith(title.slice(0, 3))),
    random,
  );

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The names of months, as an expression. */
export const monthNames = months.join('|');

/** The day before or after, within the month. */
export const dayBeside = (day: number, random: () => number): number =>
  day < 2 || (day < 28 && random() < 0.5) ? day + 1 : day - 1;

/** The weekday of a date, moved by a number of days. */
export function weekdayBeside(year: number, month: string, day: number, by: number): string | undefined {
  return weekdays[
    (new Date(Date.UTC(year, (months as readonly string[]).indexOf(month), day + by)).getUTCDay() + 7) % 7
  ];
}
