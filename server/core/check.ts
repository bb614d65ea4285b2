import type { Article } from './model/article.ts';
import type { Block } from './model/block.ts';
import type { Finding, Fix, Report, RuleFailure } from './model/finding.ts';
import { shift } from './model/span.ts';
import { usualConfidence } from './rules/confidence.ts';
import { rules as allRules } from './rules/registry.ts';
import { fillMessage, type Rule } from './rules/rule.ts';
import { settle } from './rules/settle.ts';
import { type Section, sectionOfFinding, sectionsOf, severityIn } from './sections.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { suppressionsOf } from './suppression.ts';
import { legibilityOf } from './text/legibility.ts';

/**
 * Checks an article. A rule that throws is reported by name in `failures`, once, and the others still run.
 *
 * A block that was checked before under the very same settings object is not checked again, so that
 * the work after an edit is in proportion to the blocks that it touched.
 *
 * @param rules The rules to run; all of them unless a test asks for fewer.
 */
export function check(
  article: Article,
  settings: Settings = defaultSettings,
  rules: readonly Rule[] = allRules,
): Report {
  if (!settings.enable) return { findings: [], failures: [] };
  const checked = cacheFor(settings, rules);
  const isSuppressed = suppressionsOf(article.text, article.languageId);
  const findings: Finding[] = [];
  const failures = new Map<string, RuleFailure>();
  // Blocks are in order and do not overlap, nor do the findings of one leave it, so that all findings are in order.
  for (const [{ start, block }, section] of sectionsOf(article.blocks)) {
    let known = checked.get(block);
    if (known?.section !== section) {
      const report = checkBlock(block, section, settings, rules);
      checked.set(block, (known = { report, section, start: 0, placed: report.findings }));
    }
    const { report } = known;
    if (known.start !== start && report.findings.length > 0) {
      known.placed = report.findings.map(finding => place(finding, start));
      known.start = start;
    }
    for (const finding of known.placed) if (!isSuppressed(finding)) findings.push(finding);
    for (const failure of report.failures) if (!failures.has(failure.ruleId)) failures.set(failure.ruleId, failure);
  }
  return { findings, failures: [...failures.values()] };
}

/** What was found in a block, counted from its start, and the same at the place where the block stood last. */
interface Checked {
  readonly report: Report;
  /** The section in which the block stood. */
  readonly section: Section;
  start: number;
  placed: readonly Finding[];
}

/** A memory of pure results, keyed by identity and forgotten with the blocks and settings it belongs to. */
const memory = new WeakMap<Settings, WeakMap<readonly Rule[], WeakMap<Block, Checked>>>();

function cacheFor(settings: Settings, rules: readonly Rule[]): WeakMap<Block, Checked> {
  let byRules = memory.get(settings);
  if (!byRules) memory.set(settings, (byRules = new WeakMap()));
  let byBlock = byRules.get(rules);
  if (!byBlock) byRules.set(rules, (byBlock = new WeakMap()));
  return byBlock;
}

/** Findings of one block, with positions that count from its start. */
function checkBlock(block: Block, section: Section, settings: Settings, rules: readonly Rule[]): Report {
  if (block.kind === 'boilerplate' || block.language === 'other') return { findings: [], failures: [] };
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const legibility = legibilityOf(block);
  for (const rule of rules) {
    // A placeholder is one, however ill its surroundings read.
    const trust = rule.family === 'citation' ? 1 : legibility;
    const usual = settings.severities.get(rule.id) ?? rule.severity;
    if (usual === 'off') continue;
    const own: Finding[] = [];
    try {
      rule.check({
        block,
        report({ start, end }, messageId, filling, details) {
          const confidence = trust * (details?.confidence ?? usualConfidence(rule));
          const strictness = settings.sections[sectionOfFinding(block, { start, end }, section)];
          const severity = severityIn(strictness, usual, confidence, settings.threshold);
          if (severity === 'off') return;
          own.push({
            ruleId: rule.id,
            family: rule.family,
            messageId,
            message: fillMessage(rule.messages[messageId] ?? messageId, filling),
            severity,
            confidence,
            start,
            end,
            fixes: details?.fixes ?? [],
            reasons: details?.reasons ?? [],
          });
        },
      });
    } catch (error) {
      failures.push({
        ruleId: rule.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      continue;
    }
    for (const finding of own) findings.push(finding);
  }
  return { findings: settle(findings, block), failures };
}

/** Written out, since every finding behind an edit is placed again. */
function place(finding: Finding, by: number): Finding {
  const { ruleId, family, messageId, message, severity, confidence, start, end, fixes, reasons } = finding;
  return {
    ruleId,
    family,
    messageId,
    message,
    severity,
    confidence,
    start: start + by,
    end: end + by,
    fixes: fixes.map(fix => placeFix(fix, by)),
    reasons,
  };
}

const placeFix = (fix: Fix, by: number): Fix =>
  fix.kind === 'placeholder' ? { ...fix, at: fix.at + by } : { ...fix, span: shift(fix.span, by) };
