import { describe, expect, test } from 'vitest';
import {
  type Article,
  applyEdits,
  check,
  createPlacer,
  type DraftFix,
  type Finding,
  type FixKind,
  fillAll,
  fixesFor,
  languages,
  letStand,
  placeholderStyles,
  type Report,
  read,
  resolveSettings,
  rules,
  type Settings,
  standScopes,
} from '../../../server/core/index.ts';
import { readMarks } from '../../support/read-marks.ts';

const today = { year: 2026, month: 5, day: 12 };

/** Every rule at a severity that is shown, so that every example has something to mend. */
const severities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity === 'off' ? 'hint' : severity]));
const settingsOf = (placeholderStyle: string): Settings =>
  resolveSettings({ rules: severities, placeholderStyle, threshold: 0.4 }).settings;

/** The words of each example in the syntax of a language; what is markup in the one language may not be in another. */
const escaped: Readonly<Record<string, (words: string) => string>> = {
  latex: words => words.replace(/[%$&#_]/g, '\\$&'),
  tex: words => words.replace(/[%$&#_]/g, '\\$&'),
  typst: words => words.replace(/[$#@_]/g, '\\$&'),
  html: words => words.replace(/&/g, '&amp;').replace(/(^|\n\n)(?=.)/g, '$1<p>'),
};

const examples = [
  ...new Set(
    rules.flatMap(({ examples: { flags } }) =>
      flags
        .map(flag => (typeof flag === 'string' ? { text: flag } : flag))
        .filter(flag => !('languageId' in flag) || flag.languageId === undefined)
        .map(({ text }) => readMarks(text).text),
    ),
  ),
];

const counts = ({ findings }: Report): Map<string, number> => {
  const found = new Map<string, number>();
  for (const { ruleId } of findings) found.set(ruleId, (found.get(ruleId) ?? 0) + 1);
  return found;
};

/** What a mark may be found to be: a placeholder is told by a rule of its own. */
const ofMarks = new Set(rules.filter(({ family }) => family === 'citation').map(({ id }) => id));

/**
 * What is wrong with a fix: the finding is still there, or another came in its place. One that was hidden beneath the finding, because
 * one fault has one finding, is none that came. Words that are dropped leave a sentence that says more: it may want a source now.
 */
function wrongWith(
  article: Article,
  settings: Settings,
  before: Report,
  changed: string,
  { ruleId }: Finding,
  kind?: FixKind,
): string[] {
  const after = check(read(changed, article.languageId), settings, { today });
  const [old, now] = [counts(before), counts(after)];
  const stays = (now.get(ruleId) ?? 0) >= (old.get(ruleId) ?? 0) ? [`${ruleId} stays`] : [];
  const added = [...now]
    .filter(([id, count]) => !ofMarks.has(id) && count > (old.get(id) ?? 0))
    .filter(([id]) => kind !== 'drop' || !(id === 'hedged-claim' || id.startsWith('unsourced-')))
    .filter(([id, count]) => {
      const alone = check(article, settings, { today, rules: rules.filter(rule => rule.id === id) });
      return alone.findings.length < count;
    });
  return [...stays, ...added.map(([id]) => `${id} is new`)].map(problem => `${problem}: ${changed}`);
}

/** Those that are read and written like another are tried in one style. */
const stylesIn = (languageId: string) =>
  ['rmd', 'quarto', 'tex', 'mediawiki'].includes(languageId) ? placeholderStyles.slice(0, 1) : placeholderStyles;

describe.each(languages.map(({ id }) => id))('in %s', languageId => {
  test.each(stylesIn(languageId))('any fix in the style %s removes its finding and adds no other', style => {
    const settings = settingsOf(style);
    const wrong: string[] = [];
    const isFirst = style === placeholderStyles[0];
    // The first style is tried on every example, and each of the others on its share.
    const share = placeholderStyles.indexOf(style);
    const tried = isFirst ? examples : examples.filter((_, index) => index % placeholderStyles.length === share);
    for (const example of tried) {
      const text = (escaped[languageId] ?? (words => words))(example);
      const article = read(text, languageId);
      const report = check(article, settings, { today });
      const context = { article, settings, today, placer: createPlacer(article) };
      for (const finding of report.findings) {
        // Other words are tried by reading the draft again as they are offered, so that one language is enough.
        const fixes: readonly DraftFix[] = fixesFor(context, finding, isFirst && languageId === 'markdown');
        for (const { edits, kind } of fixes)
          wrong.push(...wrongWith(article, settings, report, applyEdits(text, edits), finding, kind));
        for (const scope of isFirst ? standScopes : []) {
          const edits = letStand(article, finding, scope);
          if (edits) wrong.push(...wrongWith(article, settings, report, applyEdits(text, edits), finding));
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('placeholders for everything leave nothing of what asked for one', () => {
  for (const style of placeholderStyles) {
    const settings = settingsOf(style);
    const text = examples.join('\n\n');
    const article = read(text, 'markdown');
    const { findings } = check(article, settings, { today });
    const { edits } = fillAll({ article, settings, today, placer: createPlacer(article) }, findings);
    const asked = new Set(findings.filter(({ fixes }) => fixes.length > 0).map(({ message }) => message));
    const left = check(read(applyEdits(text, edits), 'markdown'), settings, { today }).findings.filter(
      ({ message, fixes }) => fixes[0]?.kind === 'placeholder' && asked.has(message),
    );
    expect([style, left.map(({ ruleId, message }) => `${ruleId}: ${message}`)]).toEqual([style, []]);
  }
});
