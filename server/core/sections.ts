import { alongside, blocksIn } from './model/alongside.ts';
import type { Article } from './model/article.ts';
import type { Block } from './model/block.ts';
import { type Severity, severities } from './model/finding.ts';
import { once } from './model/once.ts';
import { overlaps, type Span } from './model/span.ts';

/** The parts of a text that may be held to another standard than its body. */
export const sections = ['headline', 'lead', 'body', 'list', 'table', 'caption', 'quotation'] as const;
export type Section = (typeof sections)[number];

/** How much more or less is asked of a part than of the rest. */
export const strictnesses = ['off', 'looser', 'default', 'stricter'] as const;
export type Strictness = (typeof strictnesses)[number];

/** How much surer, or less sure, a finding must be where a part is held looser or stricter: a probability. */
const leeway = 0.15;

/** The section of every block, in line with the blocks. The lead is the first paragraph under the headline. */
export const sectionsIn = once((article: Article): readonly Section[] => {
  const blocks = blocksIn(article);
  const lead = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const found = sectionsByKind(blocks);
  return lead < 0 ? found : found.with(lead, 'lead');
});

const sectionsByKind = alongside(({ kind }: Block): Section => ofKind[kind]);

const ofKind: Readonly<Record<Block['kind'], Section>> = {
  heading: 'headline',
  paragraph: 'body',
  'list-item': 'list',
  'table-cell': 'table',
  caption: 'caption',
  quotation: 'quotation',
  boilerplate: 'body',
};

/** The section that a finding is in: words between quotation marks are a quotation, wherever it stands. */
export const sectionOfFinding = (block: Pick<Block, 'quotations'>, where: Span, section: Section): Section =>
  block.quotations.some(quotation => overlaps(quotation, where)) ? 'quotation' : section;

/**
 * The severity at which a finding is shown, or `off`.
 *
 * @param confidence How sure the rule is, 0 to 1.
 * @param threshold How sure it must be, 0 to 1, where no section says otherwise.
 */
export function severityIn(
  strictness: Strictness,
  severity: Severity,
  confidence: number,
  threshold: number,
): Severity | 'off' {
  if (strictness === 'off') return 'off';
  const step = strictness === 'stricter' ? -1 : strictness === 'looser' ? 1 : 0;
  if (confidence < threshold + step * leeway) return 'off';
  return severities[Math.min(severities.length - 1, Math.max(0, severities.indexOf(severity) + step))] ?? severity;
}
