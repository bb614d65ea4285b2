import type { Block } from '../model/block.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { bySpan, contains } from '../model/span.ts';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * Never two findings for one fault: where one finding lies within another, the graver stays, and of equals the more specific
 * (the shorter). A finding that a placeholder already answers is dropped: the placeholder has its own rule.
 */
export function settle(findings: readonly Finding[], block: Pick<Block, 'evidence'>): Finding[] {
  const kept: Finding[] = [];
  const open = findings.filter(finding => finding.family === 'citation' || !isAnswered(finding, block));
  for (const finding of [...open].sort(
    (a, b) => weight[b.severity] - weight[a.severity] || length(a) - length(b) || bySpan(a, b),
  ))
    if (!kept.some(other => contains(other, finding) || contains(finding, other))) kept.push(finding);
  return kept.sort(bySpan);
}

const length = ({ start, end }: Finding): number => end - start;

/** A placeholder inside the finding, right behind it, or where its own fix would put one. */
function isAnswered(finding: Finding, { evidence }: Pick<Block, 'evidence'>): boolean {
  const places = finding.fixes.flatMap(fix => (fix.kind === 'placeholder' ? [fix.at] : []));
  return evidence.some(
    mark =>
      mark.kind === 'placeholder' &&
      ((mark.start >= finding.start && mark.start <= finding.end + 1) ||
        places.some(at => mark.start >= at && mark.start <= at + 1)),
  );
}
