import { type Defined, linksOf } from '../../citation/links.ts';
import type { PlacedBlock } from '../../model/article.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'unused-definition',
  family: 'citation',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a footnote, a reference or a link address that is defined and that nothing refers to.',
    why: 'The claim that it was to back lost its mark, or was cut; either is worth knowing before print.',
    advice: 'Put its mark back behind the claim, or take it out.',
    references: ['https://pandoc.org/MANUAL.html#footnotes'],
  },
  messages: { unused: 'Nothing refers to “{label}”.' },
  examples: {
    flags: [
      { text: 'Rents rose.[^1]\n\n[^1]: Lind 2019.\n\n[[[^2]:]] Roe 2020.', languageId: 'markdown' },
      { text: 'Rents rose.\n\n[[[annual]]]: https://a.example/2019', languageId: 'markdown' },
      { text: 'Rents rose [1]_.\n\n.. [1] Lind, 2019.\n\n[[.. [2]]] Roe, 2020.', languageId: 'restructuredtext' },
      { text: 'Rents rose [1].\n\n[1] Lind, Rents, 2019.\n[[[2]]] Roe, Wages, 2020.' },
    ],
    passes: [
      { text: 'Rents rose.[^1]\n\n[^1]: Lind 2019.', languageId: 'markdown' },
      { text: 'Rents rose.\n\n[//]: # (A note to myself.)', languageId: 'markdown' },
      { text: 'Rents rose.<ref name="a">Lind 2019.</ref>', languageId: 'wikitext' },
      { text: 'Rents rose.\n\n.. _below:\n\nThey fell.', languageId: 'restructuredtext' },
      '[1] The first of my points.\n[2] The second one.',
    ],
  },
  check({ article, report }) {
    const { defined, used, resolved } = linksOf(article);
    const numbered = [...resolved].some(([index, marks]) =>
      marks.some((found, at) => found && /^\d+$/.test(article.blocks[index]?.block.evidence[at]?.target ?? '')),
    );
    for (const one of defined) {
      if (used.has(one) || one.inText || isNoTarget(one)) continue;
      // Without a single mark, lines that start with numbers in brackets are a list.
      if (one.kind === 'footnote' && /^\d+$/.test(one.label) && !numbered) continue;
      const { start, block } = article.blocks[one.block] as PlacedBlock;
      const label = block.defines.find(({ start: at }) => at === one.start)?.label ?? one.label;
      const where = one.end > one.start ? one : { start: 0, end: block.length };
      report(shift(where, start), 'unused', { label });
    }
  },
});

/** A comment that is written as the address of a link, or a place within the document. */
const isNoTarget = ({ kind, label, address = '' }: Defined): boolean =>
  kind === 'address' && (address === '' || address.startsWith('#') || label.startsWith('//'));
