import { writePlaceholder } from '../citation/placeholder.ts';
import type { PlaceholderStyle, Written } from '../citation/placeholder-styles.ts';
import { type PlaceholderTemplates, templateNumbers, writeTemplate } from '../citation/placeholder-templates.ts';
import type { Article } from '../model/article.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import { monthInWords } from '../values/calendar.ts';
import { type FixContext, sentenceAt } from './fix.ts';
import { openPlaceholders } from './open-placeholders.ts';
import { nextNoteNumber } from './placeholder-edits.ts';

/**
 * The placeholder that is asked for at a position: in a style or, where none is named, in the desk's own words or the style of the settings.
 *
 * @param number Tells it apart from the others of the draft, as `nextNumber` gives it.
 */
export function placeholderOf(
  context: FixContext,
  position: number,
  need: PlaceholderNeed,
  number: number,
  style?: PlaceholderStyle,
): Written {
  const { article, settings } = context;
  const date = monthInWords(context.today);
  const own =
    style === undefined &&
    writeTemplate(settings.placeholderTemplates, need, article.languageId, {
      claim: sentenceAt(article, position),
      date,
      n: number,
    });
  return own || writePlaceholder(need, style ?? settings.placeholderStyle, article.languageId, { date, number });
}

/** A number that no placeholder and no note of the draft has, and none above it. */
export function nextNumber({ article, settings }: Pick<FixContext, 'article' | 'settings'>): number {
  const known = numbers.get(article);
  if (known?.templates === settings.placeholderTemplates) return known.next;
  const next = numberAfterAll(article, settings.placeholderTemplates);
  numbers.set(article, { templates: settings.placeholderTemplates, next });
  return next;
}

/** Each style of each fix asks, and the whole draft is gone through for the answer. */
const numbers = new WeakMap<Article, { readonly templates: PlaceholderTemplates; readonly next: number }>();

function numberAfterAll(article: Article, templates: PlaceholderTemplates): number {
  const numbersIn = templateNumbers(templates);
  const taken = numbersIn
    ? openPlaceholders(article).flatMap(({ start, end }) => numbersIn(article.text.slice(start, end)))
    : [];
  return taken.reduce((most, number) => Math.max(most, number + 1), nextNoteNumber(article.text));
}
