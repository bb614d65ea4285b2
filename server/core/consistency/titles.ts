import { blocksThat } from '../model/alongside.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import { namedIn, type Titled } from './named.ts';

/** Somebody who is given two titles that do not go together. */
export interface TitleConflict {
  readonly here: Titled;
  readonly placed: PlacedBlock;
  readonly there: Titled;
  readonly otherPlaced: PlacedBlock;
}

/** Offices and ranks of which one person seldom has two in one article. */
const offices = new Set(
  'president senator governor general representative admiral captain colonel lieutenant major sergeant professor judge justice ambassador chancellor mayor secretary archbishop bishop cardinal rabbi councillor commissioner minister king queen pope'.split(
    ' ',
  ),
);

const titling = blocksThat(block => namedIn(block).titled.length > 0);

/** The people of an article who are given two offices, or are both Mr and Ms. In order of the later title; one for each person. */
export function titleConflicts(article: Article): TitleConflict[] {
  // Of each way of naming somebody, the first place is enough.
  const bySurname = new Map<string, { titled: Titled; placed: PlacedBlock }[]>();
  const found: TitleConflict[] = [];
  const isTold = new Set<string>();
  for (const index of titling(article)) {
    const placed = article.blocks[index] as PlacedBlock;
    for (const titled of namedIn(placed.block).titled) {
      const earlier = bySurname.get(titled.surname);
      if (!earlier) {
        bySurname.set(titled.surname, [{ titled, placed }]);
        continue;
      }
      if (earlier.some(one => one.titled.title === titled.title && one.titled.given === titled.given)) continue;
      const other = isTold.has(titled.surname) ? undefined : earlier.find(one => exclude(one.titled, titled));
      if (other) {
        found.push({ here: titled, placed, there: other.titled, otherPlaced: other.placed });
        isTold.add(titled.surname);
      }
      earlier.push({ titled, placed });
    }
  }
  return found;
}

const isOffice = (title: string): boolean => offices.has(title.slice(title.lastIndexOf(' ') + 1));

function exclude(a: Titled, b: Titled): boolean {
  const [one, other] = [a.title, b.title];
  if (one === other || (a.given && b.given && a.given.charAt(0) !== b.given.charAt(0))) return false;
  // “Foreign Minister Roe” and “Minister Roe” are one.
  if (one.endsWith(` ${other}`) || other.endsWith(` ${one}`)) return false;
  return (isOffice(one) && isOffice(other)) || (one === 'mr' && other === 'ms') || (one === 'ms' && other === 'mr');
}
