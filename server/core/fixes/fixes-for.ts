import { check } from '../check.ts';
import type { PlaceholderStyle } from '../citation/placeholder-styles.ts';
import { applyEdits } from '../model/edit.ts';
import type { Finding, Report } from '../model/finding.ts';
import { read } from '../read.ts';
import { monthInWords } from '../values/calendar.ts';
import type { DraftFix, FixContext } from './fix.ts';
import { nextNoteNumber, placeholderEdits } from './placeholder-edits.ts';
import { attributeTo, giveTheDate, markAsOpinion, nameTheAgent, nameThem, type Rewrite } from './rewrites.ts';

const rewrites: readonly Rewrite[] = [
  nameThem,
  nameTheAgent,
  giveTheDate,
  attributeTo,
  markAsOpinion('To my mind,'),
  markAsOpinion('My view is that'),
];

/** Styles that are offered beside the one of the settings: one that readers see, one at the foot of the page, one that they never see. */
const variants: readonly PlaceholderStyle[] = ['bracket', 'footnote', 'comment'];

/**
 * What can be done about a finding, best first: what its rule offers, the placeholder in the style of the settings, changes of
 * words, and the placeholder in other styles. A change of words is offered only if the draft, read again with it, has that
 * finding no more and no other instead.
 *
 * @param rewording False where there is no time to try changes of words.
 */
export function fixesFor(context: FixContext, report: Report, finding: Finding, rewording = true): DraftFix[] {
  const holds = holdsIn(context, report);
  const dropping = finding.fixes.flatMap((fix): DraftFix[] =>
    fix.kind === 'replace' ? [{ kind: 'drop', title: fix.title, edits: [{ span: fix.span, text: fix.text }] }] : [],
  );
  const [preferred = [], ...others] = [context.settings.placeholderStyle, ...variants].map(style =>
    placeholdersFor(context, finding, style),
  );
  const changes: DraftFix[] = [];
  for (const rewrite of rewording ? rewrites : []) {
    const fix = rewrite(context, finding);
    if (fix && !changes.some(({ kind }) => kind === fix.kind) && holds(fix, finding)) changes.push(fix);
  }
  const seen = new Set<string>();
  return [...dropping, ...preferred, ...changes, ...others.flat()].filter(({ title }) => {
    const isNew = !seen.has(title);
    seen.add(title);
    return isNew;
  });
}

/** The placeholders that a finding asks for, in a style. */
export function placeholdersFor(context: FixContext, finding: Finding, style: PlaceholderStyle): DraftFix[] {
  const { article, placer, today } = context;
  return finding.fixes.flatMap((fix): DraftFix[] => {
    if (fix.kind !== 'placeholder') return [];
    const details = { date: monthInWords(today), number: nextNoteNumber(article.text) };
    const { placeholder, edits } = placeholderEdits(article, fix, style, placer, details);
    return [{ kind: 'placeholder', title: `Insert ${placeholder}`, edits }];
  });
}

/** Tells whether a draft, read again with a change, has one finding of that rule fewer and no more of any other. */
function holdsIn(
  { article, settings, today, library }: FixContext,
  report: Report,
): (fix: DraftFix, finding: Finding) => boolean {
  const before = countsOf(report);
  return ({ edits }, { ruleId }) => {
    const changed = read(applyEdits(article.text, edits), article.languageId, article);
    const after = countsOf(check(changed, settings, { today, ...(library ? { library } : {}) }));
    if ((after.get(ruleId) ?? 0) >= (before.get(ruleId) ?? 0)) return false;
    return [...after].every(([id, count]) => id === 'open-placeholder' || count <= (before.get(id) ?? 0));
  };
}

function countsOf({ findings }: Report): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}
