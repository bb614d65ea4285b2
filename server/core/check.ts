import type { Article } from './model/article.ts';
import type { Block } from './model/block.ts';
import type { Finding, Fix, Report, RuleFailure } from './model/finding.ts';
import { bySpan, shift } from './model/span.ts';
import { rules as allRules } from './rules/registry.ts';
import { fillMessage, type Rule } from './rules/rule.ts';
import { settle } from './rules/settle.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { suppressionsOf } from './suppression.ts';

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
  for (const { start, block } of article.blocks) {
    let report = checked.get(block);
    if (!report) {
      report = checkBlock(block, settings, rules);
      checked.set(block, report);
    }
    for (const finding of report.findings) {
      const placed = place(finding, start);
      if (!isSuppressed(placed)) findings.push(placed);
    }
    for (const failure of report.failures) if (!failures.has(failure.ruleId)) failures.set(failure.ruleId, failure);
  }
  return { findings: findings.sort(bySpan), failures: [...failures.values()] };
}

/** A memory of pure results, keyed by identity and forgotten with the blocks and settings it belongs to. */
const memory = new WeakMap<Settings, WeakMap<readonly Rule[], WeakMap<Block, Report>>>();

function cacheFor(settings: Settings, rules: readonly Rule[]): WeakMap<Block, Report> {
  let byRules = memory.get(settings);
  if (!byRules) memory.set(settings, (byRules = new WeakMap()));
  let byBlock = byRules.get(rules);
  if (!byBlock) byRules.set(rules, (byBlock = new WeakMap()));
  return byBlock;
}

/** Findings of one block, with positions that count from its start. */
function checkBlock(block: Block, settings: Settings, rules: readonly Rule[]): Report {
  if (block.kind === 'boilerplate' || block.language === 'other') return { findings: [], failures: [] };
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    const severity = settings.severities.get(rule.id) ?? rule.severity;
    if (severity === 'off') continue;
    const own: Finding[] = [];
    try {
      rule.check({
        block,
        report: ({ start, end }, messageId, filling, details) =>
          own.push({
            ruleId: rule.id,
            family: rule.family,
            messageId,
            message: fillMessage(rule.messages[messageId] ?? messageId, filling),
            severity,
            start,
            end,
            fixes: details?.fixes ?? [],
            reasons: details?.reasons ?? [],
          }),
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

const place = (finding: Finding, by: number): Finding => ({
  ...finding,
  ...shift(finding, by),
  fixes: finding.fixes.map(
    (fix): Fix => (fix.kind === 'placeholder' ? { ...fix, at: fix.at + by } : { ...fix, span: shift(fix.span, by) }),
  ),
});
