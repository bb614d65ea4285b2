import { check } from '../check.ts';
import type { PlaceholderStyle } from '../citation/placeholder-styles.ts';
import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { applyEdits } from '../model/edit.ts';
import type { Finding, Report } from '../model/finding.ts';
import { shift } from '../model/span.ts';
import { read } from '../read.ts';
import { nextNumber, placeholderOf } from './asked-by.ts';
import { attributeToSpeaker } from './attribute-to-speaker.ts';
import type { DraftFix, FixContext } from './fix.ts';
import { blockAt } from './place.ts';
import { insertionOf } from './placeholder-edits.ts';
import { attributeTo, giveTheDate, markAsOpinion, nameTheAgent, nameThem, type Rewrite } from './rewrites.ts';

const rewrites: readonly Rewrite[] = [
  nameThem,
  nameTheAgent,
  giveTheDate,
  attributeToSpeaker,
  attributeTo,
  markAsOpinion('To my mind,'),
  markAsOpinion('My view is that'),
];

/** Styles that are offered beside the one of the settings: one that readers see, one at the foot of the page, one that they never see. */
const variants: readonly PlaceholderStyle[] = ['bracket', 'footnote', 'comment'];

/**
 * What can be done about a finding, best first: what its rule offers, the placeholder in the style of the settings, changes of
 * words, and the placeholder in other styles. A change of words is offered only if the block, read again with it, has that
 * finding no more and no other instead.
 *
 * @param rewording False where there is no time to try changes of words.
 */
export function fixesFor(context: FixContext, finding: Finding, rewording = true): DraftFix[] {
  const holds = holdsIn(context, finding);
  // A key or a weekday gives way to another; of words, some are left out.
  const kind = finding.family === 'citation' || finding.family === 'consistency' ? 'replace' : 'drop';
  const replacing = finding.fixes.flatMap((fix): DraftFix[] =>
    fix.kind === 'replace' ? [{ kind, title: fix.title, edits: [{ span: fix.span, text: fix.text }] }] : [],
  );
  const preferred = placeholdersFor(context, finding);
  const others = variants.flatMap(style =>
    placeholdersFor(context, finding, style).map(fix => ({ ...fix, isVariant: true as const })),
  );
  const changes: DraftFix[] = [];
  for (const rewrite of rewording ? rewrites : []) {
    const fix = rewrite(context, finding);
    // Two ways to own a judgement are one choice; whom to credit is the writer's to say.
    const isSame = fix?.kind === 'opinion' && changes.some(({ kind }) => kind === 'opinion');
    if (fix && !isSame && holds(fix)) changes.push(fix);
  }
  const seen = new Set<string>();
  return [...replacing, ...preferred, ...changes, ...others].filter(({ title }) => {
    const isNew = !seen.has(title);
    seen.add(title);
    return isNew;
  });
}

/** The placeholders that a finding asks for, in a style or, where none is named, as the settings have them. */
export function placeholdersFor(context: FixContext, finding: Finding, style?: PlaceholderStyle): DraftFix[] {
  const { article, placer } = context;
  return finding.fixes.flatMap((fix): DraftFix[] => {
    if (fix.kind !== 'placeholder') return [];
    const written = placeholderOf(context, finding.start, fix.need, nextNumber(context), style);
    const { placeholder, edits } = insertionOf(article, written, fix.at, placer);
    return [{ kind: 'placeholder', title: `Insert ${placeholder}`, edits }];
  });
}

/**
 * Tells whether the block of a finding, read by itself with a change, has one finding of that rule fewer and no more of any other.
 * As it is, the block has been read already.
 */
function holdsIn(context: FixContext, finding: Finding): (fix: DraftFix) => boolean {
  const { article } = context;
  const placed = blockAt(article, finding.start);
  if (!placed) return () => false;
  const { block } = placed;
  const from = article.text.lastIndexOf('\n', placed.start - 1) + 1;
  const to = placed.start + block.length;
  const source = article.text.slice(from, to);
  const { languageId } = article;
  const trials = trialsOf(context, block);
  return ({ edits }) => {
    if (edits.some(({ span }) => span.start < from || span.end > to)) return false;
    const before = trials(source, () => ({
      text: source,
      languageId,
      blocks: [{ start: placed.start - from, block }],
    }));
    const changed = applyEdits(
      source,
      edits.map(edit => ({ ...edit, span: shift(edit.span, -from) })),
    );
    const after = trials(changed, () => read(changed, languageId));
    if ((after.get(finding.ruleId) ?? 0) >= (before.get(finding.ruleId) ?? 0)) return false;
    return [...after].every(([id, count]) => id === 'open-placeholder' || count <= (before.get(id) ?? 0));
  };
}

type Counts = ReadonlyMap<string, number>;
type Trials = Pick<FixContext, 'settings' | 'today' | 'library'> & { readonly counts: Map<string, Counts> };

/** What was tried on a block, forgotten with it: editors ask again whenever the cursor moves. */
const tried = new WeakMap<Block, Trials>();

/** Counts the findings in the source of a block or a change of it, which is read only where it was not tried before. */
function trialsOf({ settings, today, library }: FixContext, block: Block) {
  let known = tried.get(block);
  if (known?.settings !== settings || known.today !== today || known.library !== library) {
    known = { settings, today, ...(library ? { library } : {}), counts: new Map() };
    tried.set(block, known);
  }
  const { counts } = known;
  return (source: string, reading: () => Article): Counts => {
    let found = counts.get(source);
    if (!found) {
      found = countsOf(check(reading(), settings, { today, ...(library ? { library } : {}) }));
      counts.set(source, found);
    }
    return found;
  };
}

function countsOf({ findings }: Report): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}
