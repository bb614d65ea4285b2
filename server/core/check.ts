import { type Library, noLibrary } from './bibliography/library.ts';
import { type Backing, backingsOf } from './claims/backed.ts';
import { alongside } from './model/alongside.ts';
import type { Article, PlacedBlock } from './model/article.ts';
import type { Block } from './model/block.ts';
import { type Finding, type Fix, type Report, type RuleFailure, type Severity, severities } from './model/finding.ts';
import { once } from './model/once.ts';
import { bySpan, firstWhere, shift } from './model/span.ts';
import { usualConfidence } from './rules/confidence.ts';
import { rules as allRules } from './rules/registry.ts';
import { type Details, fillMessage, type Report as ReportFinding, type Rule } from './rules/rule.ts';
import { settle } from './rules/settle.ts';
import { type Section, sectionOfFinding, sectionsIn, severityIn } from './sections.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { suppressionsIn } from './suppression/directives.ts';
import { suppressor } from './suppression/standing.ts';
import { legibilityOf } from './text/legibility.ts';
import type { CalendarDay } from './values/calendar.ts';

/** What a check is given beside the settings. */
export interface Given {
  /** What the article can cite; nothing is said of its citation keys if absent. */
  readonly library?: Library;
  /** The rules to run; all of them unless a test asks for fewer. */
  readonly rules?: readonly Rule[];
  /** The day it is, by which comments that let findings stand run out; that of the settings if absent. */
  readonly today?: CalendarDay;
}

/**
 * Checks an article. A rule that throws is reported by name in `failures`, once, and the others still run.
 *
 * A block that was checked before under the very same settings object is not checked again, so that
 * the work after an edit is in proportion to the blocks that it touched. Rules that compare blocks, or the article with its
 * bibliographies, run each time.
 */
export function check(
  article: Article,
  settings: Settings = defaultSettings,
  { library = noLibrary, rules = allRules, today = settings.today }: Given = {},
): Report {
  if (!settings.enable) return { findings: [], failures: [] };
  const isSuppressed = suppressor(suppressionsIn(article), today);
  const findings: Finding[] = [];
  const suppressed: Finding[] = [];
  const failures = new Map<string, RuleFailure>();
  const active = rules.filter(rule => severityOf(rule, settings) !== 'off');
  const across = checkArticle(article, settings, active, library);
  const ofBlocks = active.filter(({ scope }) => scope !== 'article');
  const backings = backingsOf(article);
  const memories = memoriesFor(settings, rules)(backings);
  const sections = sectionsIn(article);
  // Blocks are in order and do not overlap, nor do the findings of one leave it, so that their findings are in order.
  for (let index = 0; index < memories.length; index++) {
    const memory = memories[index] as Memory;
    const section = sections[index] as Section;
    if (memory.checked?.section !== section) {
      const report = checkBlock((backings[index] as Backing).block, section, settings, ofBlocks);
      memory.checked = { report, section, start: 0, placed: report.findings };
    }
    const { report } = memory.checked;
    for (const failure of report.failures) if (!failures.has(failure.ruleId)) failures.set(failure.ruleId, failure);
    if (report.findings.length === 0) continue;
    for (const finding of placed(memory.checked, (article.blocks[index] as PlacedBlock).start))
      (isSuppressed(finding) ? suppressed : findings).push(finding);
  }
  for (const failure of across.failures) failures.set(failure.ruleId, failure);
  const open = across.findings.filter(finding => !isSuppressed(finding));
  if (open.length < across.findings.length) suppressed.push(...across.findings.filter(isSuppressed));
  return {
    findings: merged(findings, open),
    failures: [...failures.values()],
    ...(suppressed.length > 0 ? { suppressed } : {}),
  };
}

/** Two lists in order of span as one; of equals those of the first come first. */
function merged(first: readonly Finding[], second: readonly Finding[]): readonly Finding[] {
  if (second.length === 0) return first;
  const all: Finding[] = [];
  let at = 0;
  for (const finding of second) {
    while (at < first.length && bySpan(first[at] as Finding, finding) <= 0) all.push(first[at++] as Finding);
    all.push(finding);
  }
  while (at < first.length) all.push(first[at++] as Finding);
  return all;
}

/** What was found in a block, counted from its start, and the same at the place where the block stood last. */
interface Checked {
  readonly report: Report;
  /** The section in which the block stood. */
  readonly section: Section;
  start: number;
  placed: readonly Finding[];
}

/** The findings of a block at the place where it stands now. */
function placed(checked: Checked, start: number): readonly Finding[] {
  if (checked.start !== start) {
    checked.placed = checked.report.findings.map(finding => place(finding, start));
    checked.start = start;
  }
  return checked.placed;
}

interface Memory {
  checked?: Checked;
}
type Memories = (backings: readonly Backing[]) => readonly Memory[];

/** A memory of pure results, keyed by identity and forgotten with the blocks and settings it belongs to. */
const memory = new WeakMap<Settings, WeakMap<readonly Rule[], Memories>>();

function memoriesFor(settings: Settings, rules: readonly Rule[]): Memories {
  let byRules = memory.get(settings);
  if (!byRules) memory.set(settings, (byRules = new WeakMap()));
  let known = byRules.get(rules);
  if (!known) byRules.set(rules, (known = newMemories()));
  return known;
}

function newMemories(): Memories {
  const memoryOf = once((_: Block): Memory => ({}));
  return alongside(({ block }) => memoryOf(block));
}

/** Findings of one block, with positions that count from its start. */
function checkBlock(block: Block, section: Section, settings: Settings, rules: readonly Rule[]): Report {
  if (block.language === 'other') return nothing;
  // What is not argued is not judged, but a placeholder in a note is as open as any.
  const applying = block.kind === 'boilerplate' ? rules.filter(({ family }) => family === 'citation') : rules;
  const here: Place = { block, by: 0, section };
  const { findings, failures } = run(
    applying,
    settings,
    () => here,
    (rule, report) => {
      if (rule.scope !== 'article') rule.check({ block, report });
    },
  );
  return findings.length + failures.length === 0 ? nothing : { findings: settle(findings, block), failures };
}

/** The report on each block in which there is nothing to find: going through thousands of blocks, it is always at hand. */
const nothing: Report = { findings: [], failures: [] };

/** What the rules find that compare blocks, with positions that count from the start of the article. */
function checkArticle(article: Article, settings: Settings, rules: readonly Rule[], library: Library): Report {
  const indexAt = blockFinder(article);
  const sections = sectionsIn(article);
  const placeOf = (position: number): Place => {
    const index = indexAt(position);
    const { start, block } = article.blocks[index] as PlacedBlock;
    return { block, by: start, section: sections[index] ?? 'body' };
  };
  const { findings, failures } = run(rules, settings, placeOf, (rule, report) => {
    if (rule.scope === 'article') rule.check({ article, library, report });
  });
  return { findings: settle(findings, { evidence: [], sentences: [] }), failures };
}

/** So many blocks are looked at one by one before the block of a position is looked for among all. */
const near = 8;

/** Finds the index of the block at a position. A rule goes through an article in order, so the next block is seldom far from the last. */
function blockFinder({ blocks }: Article): (position: number) => number {
  const startOf = (index: number) => blocks[index]?.start ?? Number.POSITIVE_INFINITY;
  let last = 0;
  return position => {
    let index = last;
    if (startOf(index) <= position) while (index < last + near && startOf(index + 1) <= position) index++;
    if (startOf(index) > position || startOf(index + 1) <= position)
      index = Math.max(0, firstWhere(blocks, ({ start }) => start > position) - 1);
    last = index;
    return index;
  };
}

/** How far what was read in a block can be trusted, 0 to 1. Worked out once, where there is a finding: most come back at every keystroke. */
const legibility = once((block: Block) => legibilityOf(block));

/** Where a finding stands. */
interface Place {
  readonly block: Block;
  /** How far the block's start is from where the finding's positions count from. */
  readonly by: number;
  readonly section: Section;
}

/** Runs rules one after the other; what a rule reported before it threw is dropped. */
function run(
  rules: readonly Rule[],
  settings: Settings,
  placeOf: (position: number) => Place,
  check: (rule: Rule, report: ReportFinding<Record<string, string>>) => void,
): Report {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const isUniform = Object.values(settings.sections).every(strictness => strictness === 'default');
  for (const rule of rules) {
    const usual = severityOf(rule, settings);
    if (usual === 'off') continue;
    const before = findings.length;
    // How often a rule was right on op-eds keeps it off there; a profile for other texts, or a user, that turns it on wants to see it.
    const threshold = (details: Details | undefined) =>
      rule.severity === 'off' && details?.confidence === undefined ? 0 : settings.threshold;
    try {
      check(rule, ({ start, end }, messageId, filling, details) => {
        const { block, by, section } = placeOf(start);
        // A placeholder is one, however ill its surroundings read; what is compared is as sure as the worse read of its places.
        const trust =
          rule.family === 'citation'
            ? 1
            : (details?.related ?? []).reduce(
                (worst, other) => Math.min(worst, legibility(placeOf(other.start).block)),
                legibility(block),
              );
        const confidence = trust * (details?.confidence ?? usualConfidence(rule));
        const strictness = isUniform
          ? 'default'
          : settings.sections[sectionOfFinding(block, { start: start - by, end: end - by }, section)];
        const most = details?.oftenLetStand === true ? belowRaised(rule, usual) : details?.atMost;
        const severity = severityIn(strictness, lesser(usual, most), confidence, threshold(details));
        if (severity === 'off') return;
        findings.push({
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
          related: details?.related ?? [],
        });
      });
    } catch (error) {
      findings.length = before;
      failures.push({
        ruleId: rule.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
  return { findings, failures };
}

/** What the settings make of a rule's own severity. */
const severityOf = (rule: Rule, settings: Settings): Severity | 'off' =>
  settings.severities.get(rule.id) ?? rule.severity;

/** What is at most made of a wording that is often let stand: a hint, or a step below the severity to which its rule was raised. */
function belowRaised({ severity }: Rule, usual: Severity): Severity {
  const chosen = severities.indexOf(usual);
  const isRaised = severity === 'off' || chosen < severities.indexOf(severity);
  return (isRaised ? severities[chosen + 1] : undefined) ?? 'hint';
}

/** The less grave of two severities. */
const lesser = (severity: Severity, atMost: Severity = 'error'): Severity =>
  severities.indexOf(severity) < severities.indexOf(atMost) ? atMost : severity;

/** Written out, since every finding behind an edit is placed again. */
function place(finding: Finding, by: number): Finding {
  const { ruleId, family, messageId, message, severity, confidence, start, end, fixes, reasons, related } = finding;
  return {
    ruleId,
    family,
    messageId,
    message,
    severity,
    confidence,
    start: start + by,
    end: end + by,
    fixes: fixes.length === 0 ? fixes : fixes.map(fix => placeFix(fix, by)),
    reasons,
    related: related.length === 0 ? related : related.map(other => ({ ...shift(other, by), message: other.message })),
  };
}

const placeFix = (fix: Fix, by: number): Fix =>
  fix.kind === 'placeholder' ? { ...fix, at: fix.at + by } : { ...fix, span: shift(fix.span, by) };
