import { createPlacer, type Filling, type Finding, fillAll, sectionAround } from '../../../core/index.ts';
import { actionKinds } from '../../../protocol/action-kinds.ts';
import type { BulkScope } from '../../../protocol/messages.ts';
import type { Reading } from '../../readings.ts';
import type { Action, ActionProvider } from './action.ts';

/** Placeholders for many findings: for a rule in the draft, in a section, or for everything that is a warning. They are shown before they are inserted. */
export const inBulk: ActionProvider = {
  kinds: [actionKinds.fillRule, actionKinds.fillSection, actionKinds.fillAll],
  actions({ reading, range, findings }) {
    const made: Action[] = [];
    const fillable = findings.filter(canFill);
    for (const rule of new Set(fillable.map(({ ruleId }) => ruleId))) {
      const alike = reading.report.findings.filter(other => other.ruleId === rule && canFill(other));
      if (alike.length > 1)
        made.push({
          title: `Insert placeholders for all ${alike.length} findings of “${rule}”…`,
          kind: actionKinds.fillRule,
          bulk: { rule },
          findings: fillable.filter(({ ruleId }) => ruleId === rule),
        });
    }
    const warnings = reading.report.findings.filter(finding => isWarning(finding) && canFill(finding));
    if (warnings.length < 2) return made;
    if (fillable.length > 0)
      made.push({
        title: 'Insert placeholders for all warnings in this section…',
        kind: actionKinds.fillSection,
        bulk: { section: range.start },
        findings: fillable,
      });
    made.push({
      title: 'Insert placeholders for all warnings in the draft…',
      kind: actionKinds.fillAll,
      bulk: {},
      findings: [],
    });
    return made;
  },
};

/** The placeholders of a scope. */
export function fillingOf({ article, report, settings, today }: Reading, scope: BulkScope): Filling {
  const within = scope.section === undefined ? undefined : sectionAround(article, scope.section);
  const chosen = report.findings.filter(finding =>
    scope.rule === undefined
      ? isWarning(finding) && (!within || (within.start <= finding.start && finding.start < within.end))
      : finding.ruleId === scope.rule,
  );
  return fillAll({ article, settings, today, placer: createPlacer(article) }, chosen);
}

const canFill = ({ fixes }: Finding): boolean => fixes.some(({ kind }) => kind === 'placeholder');

const isWarning = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'error';
