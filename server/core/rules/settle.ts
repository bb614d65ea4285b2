import type { Block } from '../model/block.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { bySpan, contains, startingIn } from '../model/span.ts';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * Never two findings for one fault: where one finding lies within another, the graver stays, and of equals the more specific
 * (the shorter). A finding that a placeholder already answers is dropped: the placeholder has its own rule. That a figure has no
 * source and that it is given differently elsewhere are two faults, so consistency is settled apart and answered by no placeholder.
 */
export function settle(findings: readonly Finding[], block: Pick<Block, 'evidence'>): Finding[] {
  const placeholders = block.evidence.filter(mark => mark.kind === 'placeholder');
  const open = findings.filter(
    finding => finding.family === 'citation' || finding.family === 'consistency' || !isAnswered(finding, placeholders),
  );
  return heaps([...open].sort(bySpan))
    .flatMap(settleHeap)
    .sort(bySpan);
}

/** Findings in heaps that touch no other, so that each is settled on its own. */
function heaps(sorted: readonly Finding[]): Finding[][] {
  const found: Finding[][] = [];
  let end = -1;
  for (const finding of sorted) {
    if (finding.start < end) found.at(-1)?.push(finding);
    else found.push([finding]);
    end = Math.max(end, finding.end);
  }
  return found;
}

function settleHeap(heap: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const first = (a: Finding, b: Finding) =>
    weight[b.severity] - weight[a.severity] || length(a) - length(b) || bySpan(a, b);
  for (const finding of [...heap].sort(first)) if (!kept.some(other => isOneFault(other, finding))) kept.push(finding);
  return kept;
}

const isOneFault = (a: Finding, b: Finding): boolean =>
  (a.family === 'consistency') === (b.family === 'consistency') && (contains(a, b) || contains(b, a));

const length = ({ start, end }: Finding): number => end - start;

/** A placeholder inside the finding, right behind it, or where its own fix would put one. */
function isAnswered(finding: Finding, placeholders: Block['evidence']): boolean {
  const places = finding.fixes.flatMap(fix => (fix.kind === 'placeholder' ? [fix.at] : []));
  return [{ start: finding.start, end: finding.end + 2 }, ...places.map(at => ({ start: at, end: at + 2 }))].some(
    where => startingIn(placeholders, where).length > 0,
  );
}
