import { placeholderNeeds } from '../citation/placeholder.ts';
import { type PlaceholderStyle, placeholderStyles, type Written } from '../citation/placeholder-styles.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import { firstWhere } from '../model/span.ts';
import { nextNumber, placeholderOf } from './asked-by.ts';
import type { FixContext } from './fix.ts';
import { inPlaceOf, placeholderAt } from './open-placeholders.ts';
import { blockAt } from './place.ts';
import { insertionOf, noteOf } from './placeholder-edits.ts';

/** A placeholder as it could be written at a place. */
export interface PlaceholderChoice {
  /** Absent for the desk's own words, or the style of the settings. */
  readonly style?: PlaceholderStyle;
  readonly text: string;
}

/** Everything that a placeholder at a position could ask for, and how: first as the settings have it, then in each other style that looks different. */
export function placeholderChoices(
  context: FixContext,
  position: number,
): { readonly need: PlaceholderNeed; readonly choices: readonly PlaceholderChoice[] }[] {
  const number = nextNumber(context);
  return placeholderNeeds.map(need => {
    const choices = [undefined, ...placeholderStyles].map(style => ({
      ...(style && { style }),
      text: placeholderOf(context, position, need, number, style).text,
    }));
    return { need, choices: choices.filter(({ text }, at) => choices.findIndex(other => other.text === text) === at) };
  });
}

/** The edits that put a chosen placeholder in place of the one at a position or, where there is none, behind the word there. */
export function insertChosen(
  context: FixContext,
  position: number,
  need: PlaceholderNeed,
  style?: PlaceholderStyle,
): readonly DraftEdit[] {
  const { article, placer } = context;
  const written = placeholderOf(context, position, need, nextNumber(context), style);
  const old = placeholderAt(article, position);
  // A comment that ends its line may not stand where another mark did.
  if (old) return [inPlaceOf(article, old, inLine(written)), ...noteOf(article, written)];
  return insertionOf(article, written, endOfWord(context, position), placer).edits;
}

const inLine = (written: Written): Written =>
  written.line && written.instead !== undefined ? { text: written.instead, standing: written.standing } : written;

/** The end of the word in which a position lies, or the position itself. */
function endOfWord({ article }: FixContext, position: number): number {
  const placed = blockAt(article, position);
  if (!placed) return position;
  const { tokens } = placed.block;
  const at = position - placed.start;
  const token = tokens[firstWhere(tokens, ({ start }) => start >= at) - 1];
  return token && token.end > at ? placed.start + token.end : position;
}
