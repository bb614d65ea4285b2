import { needOf } from '../citation/placeholder.ts';
import type { Block } from '../model/block.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { bySpan, contains, firstWhere, type Span, startingIn } from '../model/span.ts';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * Never two findings for one fault: where one finding lies within another, the graver stays, and of equals the more specific
 * (what says who is missing before what asks for any source, then the shorter). A finding that a placeholder already answers is
 * dropped: the placeholder has its own rule. That a figure has no source and that it is given differently elsewhere are two faults,
 * so consistency is settled apart and answered by no placeholder.
 */
export function settle(findings: readonly Finding[], block: Pick<Block, 'evidence' | 'sentences'>): Finding[] {
  const answered = answeredBy(block, findings.filter(isAnswerable));
  const open = findings.filter(finding => !answered.has(finding));
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
    weight[b.severity] - weight[a.severity] ||
    Number(b.family === 'attribution') - Number(a.family === 'attribution') ||
    length(a) - length(b) ||
    bySpan(a, b);
  for (const finding of [...heap].sort(first)) if (!kept.some(other => isOneFault(other, finding))) kept.push(finding);
  return kept;
}

const isOneFault = (a: Finding, b: Finding): boolean =>
  (a.family === 'consistency') === (b.family === 'consistency') && (contains(a, b) || contains(b, a));

const length = ({ start, end }: Finding): number => end - start;

const isAnswerable = ({ family }: Finding): boolean => family !== 'citation' && family !== 'consistency';

/** The findings that the placeholders of a block answer. */
function answeredBy(
  { evidence, sentences }: Pick<Block, 'evidence' | 'sentences'>,
  findings: readonly Finding[],
): ReadonlySet<Finding> {
  const placeholders = evidence.filter(mark => mark.kind === 'placeholder');
  if (placeholders.length === 0) return new Set();
  const answered = new Set(findings.filter(finding => isAnswered(finding, placeholders)));
  const inOrder = [...findings].sort(bySpan);
  // Where emphasis or a link had to be left, or words stand between, a mark answers the finding before it that asks for the same.
  for (const mark of placeholders) {
    const need = needOf(mark.target);
    const index = firstWhere(sentences, ({ start }) => start > mark.start) - 1;
    const here = startingIn(inOrder, { start: sentences[index]?.start ?? 0, end: mark.start });
    if (need === undefined || need === 'source' || here.some(finding => isAnswered(finding, [mark]))) continue;
    const meant = here.findLast(
      finding => !answered.has(finding) && finding.fixes.some(fix => fix.kind === 'placeholder' && fix.need === need),
    );
    if (meant) answered.add(meant);
  }
  return answered;
}

/** A placeholder inside the finding, right behind it, or where its own fix would put one. */
function isAnswered(finding: Finding, placeholders: readonly Span[]): boolean {
  const places = finding.fixes.flatMap(fix => (fix.kind === 'placeholder' ? [fix.at] : []));
  return [{ start: finding.start, end: finding.end + 2 }, ...places.map(at => ({ start: at, end: at + 2 }))].some(
    where => startingIn(placeholders, where).length > 0,
  );
}
