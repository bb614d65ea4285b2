import type { Library } from '../bibliography/library.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { Sentence } from '../model/sentence.ts';
import { firstWhere } from '../model/span.ts';
import type { Settings } from '../settings.ts';
import type { CalendarDay } from '../values/calendar.ts';
import { blockAt, type Placer } from './place.ts';

/** What can be done about a finding. */
export const fixKinds = ['placeholder', 'drop', 'replace', 'attribute', 'agent', 'date', 'opinion'] as const;
export type FixKind = (typeof fixKinds)[number];

/** A change that mends a finding, for the writer to choose. */
export interface DraftFix {
  readonly kind: FixKind;
  /** What it does, in English. */
  readonly title: string;
  /** Made together or not at all; they do not overlap. */
  readonly edits: readonly DraftEdit[];
  /** True for a placeholder in another style than that of the settings. */
  readonly isVariant?: true;
}

/** What fixes are made from. */
export interface FixContext {
  readonly article: Article;
  readonly settings: Settings;
  readonly today: CalendarDay;
  readonly placer: Placer;
  readonly library?: Library;
}

/** Where a finding stands: its block, the sentence there, and how far the block is from the start of the article. */
export interface Site {
  readonly placed: PlacedBlock;
  readonly sentence: Sentence;
}

export function siteOf({ article }: Pick<FixContext, 'article'>, { start }: Pick<Finding, 'start'>): Site | undefined {
  const placed = blockAt(article, start);
  if (!placed) return undefined;
  const { sentences } = placed.block;
  const sentence = sentences[firstWhere(sentences, other => other.start > start - placed.start) - 1];
  return sentence && { placed, sentence };
}

/** The sentence at a position as it reads, without markup; empty where there is none. */
export function sentenceAt(article: Article, position: number): string {
  const site = siteOf({ article }, { start: position });
  if (!site) return '';
  const { sentence, placed } = site;
  return placed.block.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .map(({ text, spaceBefore }) => (spaceBefore ? ' ' : '') + text)
    .join('');
}

/** An insertion whose last part the writer will want to type over. */
export function insertion(at: number, before: string, typedOver: string, after = ''): DraftEdit {
  return replacement({ start: at, end: at }, before, typedOver, after);
}

export function replacement(span: DraftEdit['span'], before: string, typedOver: string, after = ''): DraftEdit {
  return {
    span,
    text: before + typedOver + after,
    typeOver: { start: before.length, end: before.length + typedOver.length },
  };
}
