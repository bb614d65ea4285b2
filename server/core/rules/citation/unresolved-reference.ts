import { type Defined, linksOf } from '../../citation/links.ts';
import type { Article, PlacedBlock } from '../../model/article.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'unresolved-reference',
  family: 'citation',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary:
      'Flags a footnote mark, a reference or a link label that the draft never defines, or whose definition is still empty.',
    why: 'A mark that leads nowhere looks like a source and is none; in print it shows as a stray number or a question mark.',
    advice: 'Write the note, correct the label, or take the mark out.',
    references: [
      'https://pandoc.org/MANUAL.html#footnotes',
      'University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4',
    ],
  },
  messages: {
    footnote: 'There is no footnote “{label}”.',
    reference: 'The draft does not define “{label}”.',
    empty: 'The footnote “{label}” says nothing yet.',
  },
  examples: {
    flags: [
      { text: 'Rents rose.[[[^1]]]', languageId: 'markdown', message: 'footnote' },
      { text: 'Rents rose.[[[^a]]] Wages fell.[^b]\n\n[^b]: Lind 2019.', languageId: 'markdown', message: 'footnote' },
      { text: 'Rents rose.[[[^1]]]\n\n[^1]:', languageId: 'markdown', message: 'empty' },
      { text: 'Rents rose.[[[^1]]]\n\n[^1]: TODO', languageId: 'markdown', message: 'empty' },
      { text: 'The [[[report][annual]]] says so.', languageId: 'markdown', message: 'reference' },
      { text: 'Rents rose [[[Lind2019]_]].', languageId: 'restructuredtext', message: 'reference' },
      { text: 'Rents rose.[[<ref name="lind" />]]', languageId: 'wikitext', message: 'footnote' },
      { text: 'Rents rose [2].[[[3]]]\n\n[2] Lind, Rents, 2019.', message: 'footnote' },
    ],
    passes: [
      { text: 'Rents rose.[^1]\n\n[^1]: Lind 2019.', languageId: 'markdown' },
      { text: 'Rents rose.[^1]\n\n[^1]: [citation needed]', languageId: 'markdown' },
      { text: 'The [report][annual] says so.\n\n[Annual]: https://a.example/2019', languageId: 'markdown' },
      { text: 'It is 10<sup>6</sup> m<sup>2</sup> wide.', languageId: 'html' },
      { text: 'See `Rents`_ below.\n\nRents\n=====\n\nThey rose.', languageId: 'restructuredtext' },
      { text: 'Rents rose.<ref name="a">Lind 2019.</ref> They fell.<ref name="a" />', languageId: 'wikitext' },
      {
        text: 'Rents rose.<ref name="a" />\n\n{{reflist|refs=\n<ref name="a">Lind 2019.</ref>\n}}',
        languageId: 'wikitext',
      },
      { text: 'Rents rose \\cite{lind2019}.', languageId: 'latex' },
      'The mayor [sic] said so.',
    ],
  },
  check({ article, report }) {
    const { defined, resolved } = linksOf(article);
    const hasNotes = defined.some(({ kind }) => kind === 'footnote');
    for (const [index, marks] of resolved) {
      const { start, block } = article.blocks[index] as PlacedBlock;
      for (const [at, found] of marks.entries()) {
        // Most marks lead somewhere or ask for nothing.
        if (!found?.missing && !found?.defined) continue;
        const mark = block.evidence[at] as Evidence;
        const label = mark.target;
        const where = shift(mark, start);
        // Bare numbers in a text that has no notes at all may be left from where it was copied.
        const details = /^\d+$/.test(label) && !hasNotes ? ({ atMost: 'hint' } as const) : {};
        if (found.missing) report(where, mark.kind === 'footnote' ? 'footnote' : 'reference', { label }, details);
        else if (found.defined && isUnwritten(article, found.defined))
          report(where, 'empty', { label }, { related: [noteAt(article, found.defined)] });
      }
    }
  },
});

/** True where a note is empty or only says that it has to be written. A placeholder in it has a rule of its own. */
function isUnwritten({ blocks }: Article, { kind, block, isEmpty, strength }: Defined): boolean {
  if (kind !== 'footnote') return false;
  const marks = blocks[block]?.block.evidence ?? [];
  return isEmpty || (strength === 'placeholder' && !marks.some(mark => mark.kind === 'placeholder'));
}

const noteAt = ({ blocks }: Article, { block, start, end }: Defined) => ({
  ...shift({ start, end }, (blocks[block] as PlacedBlock).start),
  message: 'The footnote stands here.',
});
