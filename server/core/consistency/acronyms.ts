import { blocksThat } from '../model/alongside.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import { type Introduced, namedIn } from './named.ts';

/** An acronym that is introduced twice, for two names, or a name that is introduced with two acronyms. */
export interface AcronymConflict {
  readonly here: Introduced;
  readonly placed: PlacedBlock;
  readonly there: Introduced;
  readonly otherPlaced: PlacedBlock;
}

const introducing = blocksThat(block => namedIn(block).introduced.length > 0);

/** The acronyms of an article that are introduced twice differently. In order of the later introduction. */
export function acronymConflicts(article: Article): AcronymConflict[] {
  const earlier = new Map<string, { introduced: Introduced; placed: PlacedBlock }[]>();
  const found: AcronymConflict[] = [];
  for (const index of introducing(article)) {
    const placed = article.blocks[index] as PlacedBlock;
    for (const introduced of namedIn(placed.block).introduced)
      for (const key of [introduced.acronym, introduced.full]) {
        const sharing = earlier.get(key) ?? [];
        // A name and its acronym that were introduced before say nothing new.
        if (sharing.some(one => isSame(one.introduced, introduced))) continue;
        const other = sharing.find(one => disagree(one.introduced, introduced));
        if (other) found.push({ here: introduced, placed, there: other.introduced, otherPlaced: other.placed });
        earlier.set(key, [...sharing, { introduced, placed }]);
      }
  }
  return found;
}

const isSame = (a: Introduced, b: Introduced): boolean => a.acronym === b.acronym && a.full === b.full;

function disagree(a: Introduced, b: Introduced): boolean {
  const [one, other] = [keyWords(a.name), keyWords(b.name)];
  if (a.acronym !== b.acronym) return one.join(' ') === other.join(' ') && isForeign(a, one) !== isForeign(b, other);
  // “Islamic State (ISIS)” is short for “Islamic State of Iraq and Syria (ISIS)”; the longer one says it all.
  const [short, all] = one.length < other.length ? [one, other] : [other, one];
  if (short.every(word => all.includes(word))) return false;
  return short.some(word => all.includes(word)) || (!isForeign(a, one) && !isForeign(b, other));
}

const keyWords = (name: readonly string[]): string[] =>
  name.map(word => word.toLowerCase().replace(/s$/, '')).filter(word => !/^(?:of|the|and|for|on|in|de|la)$/.test(word));

/** Letters that the name's words do not begin with: an acronym in another language, or an abbreviation behind somebody's name. */
function isForeign({ acronym }: Introduced, words: readonly string[]): boolean {
  const initials = words.map(word => word.charAt(0)).join('');
  return initials !== acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase();
}
