import { type Defined, linksOf } from '../../citation/links.ts';
import type { Article, PlacedBlock } from '../../model/article.ts';
import { type Span, shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'duplicate-definition',
  family: 'citation',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags a footnote, a reference or a link label that is defined twice.',
    why: 'Only one of the two is ever shown, so one claim points to the source of another.',
    advice: 'Give one of them a label of its own.',
    references: ['https://spec.commonmark.org/0.31.2/#link-reference-definitions'],
  },
  messages: { twice: '“{label}” is defined twice.' },
  examples: {
    flags: [
      { text: 'Rents rose.[^1]\n\n[^1]: Lind 2019.\n\n[[[^1]:]] Roe 2020.', languageId: 'markdown' },
      {
        text: 'The [report] says so.\n\n[report]: https://a.example/2019\n[[[Report]]]: https://a.example/2020',
        languageId: 'markdown',
      },
      {
        text: 'Rents rose.<ref name="a">Lind 2019.</ref> They fell.[[<ref name="a">Roe 2020.</ref>]]',
        languageId: 'wikitext',
      },
    ],
    passes: [
      { text: 'Rents rose.[^1]\n\n[^1]: Lind 2019.\n\n    And more of it.', languageId: 'markdown' },
      { text: 'Rents rose.<ref name="a">Lind.</ref> They fell.<ref name="a">Lind.</ref>', languageId: 'wikitext' },
      { text: 'Rents rose. [#]_ They fell. [#]_\n\n.. [#] Lind.\n.. [#] Roe.', languageId: 'restructuredtext' },
    ],
  },
  check({ article, report }) {
    const first = new Map<string, Defined>();
    for (const one of linksOf(article).defined) {
      if (one.label === '#' || one.label === '*') continue;
      const key = `${one.kind} ${one.label}`;
      const other = first.get(key);
      if (!other) first.set(key, one);
      else if (!isSameNote(article, one, other)) {
        const related = [{ ...placed(article, other), message: 'It is defined here first.' }];
        report(placed(article, one), 'twice', { label: one.label }, { related });
      }
    }
  },
});

function placed({ blocks }: Article, { block, start, end }: Defined): Span {
  const { start: by, block: whole } = blocks[block] as PlacedBlock;
  return shift(end > start ? { start, end } : { start: 0, end: whole.length }, by);
}

/** The same note may be written out twice, where a mark is the note. */
function isSameNote(article: Article, one: Defined, other: Defined): boolean {
  const words = (which: Defined) => {
    const { start, end } = placed(article, which);
    return article.text.slice(start, end);
  };
  return one.inText && other.inText && words(one) === words(other);
}
