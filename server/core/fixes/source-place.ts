import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import { creditedAround } from '../stance/gaps/credited.ts';
import { blockAt } from './place.ts';

/**
 * Where a finding wants its source: where its placeholder for one would stand or, where it asks who is meant, behind what is credited.
 * Absent for a finding that no source answers.
 */
export function sourcePlace(article: Article, { family, fixes, start, end }: Finding): number | undefined {
  for (const fix of fixes) if (fix.kind === 'placeholder' && fix.need === 'source') return fix.at;
  if (family !== 'attribution' || !fixes.some(({ kind }) => kind === 'placeholder')) return undefined;
  const placed = blockAt(article, start);
  const around = placed && creditedAround(placed.block, { start: start - placed.start, end: end - placed.start });
  return around && placed.start + around.end;
}

/** Where the findings that touch a position want their source; absent where none does. */
export function wantedAt(article: Article, findings: readonly Finding[], position: number): number | undefined {
  for (const finding of findings) {
    if (finding.start > position || position > finding.end) continue;
    const place = sourcePlace(article, finding);
    if (place !== undefined) return place;
  }
  return undefined;
}
