import { alongside, blocksIn } from '../../model/alongside.ts';
import type { Block } from '../../model/block.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'bare-url',
  family: 'citation',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary: 'Flags a web address that stands in the text by itself.',
    why: 'An address does not say who wrote what it leads to, or when; and once it is dead, nobody can find the document again.',
    advice: 'Link the words that name the document, and give its author and date.',
    references: ['https://en.wikipedia.org/wiki/Wikipedia:Bare_URLs'],
  },
  messages: { bare: 'A bare address does not say whose document it leads to.' },
  examples: {
    flags: [
      { text: 'Rents rose: [[https://a.example/rents/2019]].', languageId: 'markdown' },
      { text: 'Rents rose (see [[<https://a.example/rents/2019>]]).', languageId: 'markdown' },
      { text: 'Rents rose.[^1]\n\n[^1]: [[https://a.example/rents/2019]]', languageId: 'markdown' },
      { text: 'Rents rose [[[https://a.example/rents/2019]]].', languageId: 'wikitext' },
    ],
    passes: [
      { text: 'Rents [rose](https://a.example/rents/2019).', languageId: 'markdown' },
      { text: 'Rents rose.[^1]\n\n[^1]: Lind, *Rents*, 2019, https://a.example/rents/2019.', languageId: 'markdown' },
      'In plain text there is no other way: https://a.example/rents/2019.',
    ],
  },
  check({ article, report }) {
    // Plain text has no links.
    if (article.languageId === 'plaintext') return;
    bareLinks(blocksIn(article)).forEach((marks, index) => {
      for (const mark of marks) report(shift(mark, article.blocks[index]?.start ?? 0), 'bare', {});
    });
  },
});

const bareLinks = alongside(({ kind, prose, evidence }: Block): readonly Evidence[] => {
  // Words beside it in a note say whose document it is.
  if (evidence.length === 0 || (kind === 'boilerplate' && prose.text !== '')) return none;
  const found = evidence.filter(
    mark =>
      mark.kind === 'link' &&
      !mark.byLabel &&
      mark.end - mark.start - mark.target.length <= 2 &&
      /^(?:https?:|www\.)/i.test(mark.target),
  );
  return found.length > 0 ? found : none;
});

const none: readonly Evidence[] = [];
