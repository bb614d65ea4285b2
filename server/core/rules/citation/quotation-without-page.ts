import type { Library } from '../../bibliography/library.ts';
import { blocksThat } from '../../model/alongside.ts';
import type { PlacedBlock } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { Evidence } from '../../model/evidence.ts';
import { firstWhere, type Span, shift, startingIn } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

/** Fewer words than this are a term rather than somebody's words. */
const fewestWords = 5;

export default defineArticleRule({
  id: 'quotation-without-page',
  family: 'citation',
  severity: 'off',
  since: '0.1.0',
  docs: {
    summary: 'Flags a citation of a book, a paper or a report for words quoted from it that gives no page.',
    why: 'Without the page, neither the reader nor the checker finds the words, and a quotation is the first thing that both look up.',
    advice: 'Add the page, or the chapter or paragraph of a text that has no pages.',
    references: [
      'The Chicago Manual of Style, 17th edition (2017), 13.66 and 15.23',
      'https://en.wikipedia.org/wiki/Template:Page_needed',
    ],
  },
  messages: { found: 'Quoted without a page' },
  examples: {
    flags: [
      {
        text: '“The dam will not hold another winter,” the engineer wrote [[(Lind 2019)]].',
        fixed: '“The dam will not hold another winter,” the engineer wrote (Lind 2019) [page needed].',
      },
      {
        text: 'The report calls it “a wall that nobody will pay for” [[[@lind2019]]].',
        languageId: 'markdown',
        keys: ['lind2019'],
      },
      {
        text: "The report calls it ``a wall that nobody will pay for'' [[\\autocite{lind2019}]].",
        languageId: 'latex',
        keys: ['lind2019'],
      },
    ],
    passes: [
      '“The dam will not hold another winter,” the engineer wrote (Lind 2019, p. 4).',
      '“The dam will not hold another winter,” the engineer said (Halden Post, 12 May 2024).',
      'The engineer calls it a “lost wall” (Lind 2019).',
      'The dam will not hold (Lind 2019).',
      '“The dam will not hold another winter,” the engineer wrote (Lind 2019) [page needed].',
      {
        text: 'The report calls it “a wall that nobody will pay for” [@lind2019, ch. 3].',
        languageId: 'markdown',
        keys: ['lind2019'],
      },
      { text: 'The report calls it “a wall that nobody will pay for” [@lind2019].', languageId: 'markdown' },
      {
        text: 'The report calls it “a wall that nobody will pay for” [@TODO-page].',
        languageId: 'markdown',
        keys: ['lind2019'],
      },
      {
        text: "The report calls it ``a wall that nobody will pay for'' \\autocite[44]{lind2019}.",
        languageId: 'latex',
        keys: ['lind2019'],
      },
    ],
  },
  check({ article, library, report }) {
    for (const index of quoting(article)) {
      const { start, block } = article.blocks[index] as PlacedBlock;
      for (const mark of pageless(block, article.text.slice(start, start + block.length)))
        if (mark.key === undefined || isPaged(library, mark.target))
          report(
            shift(mark, start),
            'found',
            {},
            { fixes: [{ kind: 'placeholder', need: 'page', at: start + mark.end }] },
          );
    }
  },
});

const quoting = blocksThat(({ quotations, evidence }) => quotations.length > 0 && evidence.length > 0);

/** The types of works that have pages, as BibTeX, BibLaTeX, CSL and Typst name them. */
const paged =
  /^(?:(?:mv|in|supp)?book|bookinbook|booklet|(?:mv|in)?collection|(?:mv|in)?proceedings|conference|article|article-journal|paper-conference|chapter|thesis|(?:phd|masters)thesis|report|techreport|manual|pamphlet)$/;

const isPaged = ({ entries }: Library, key: string): boolean => paged.test(entries.get(key)?.type ?? '');

const remembered = new WeakMap<Block, readonly Evidence[]>();

/** The citations of a block without a page that stand by quoted words: pure, so remembered with it. */
function pageless(block: Block, source: string): readonly Evidence[] {
  let known = remembered.get(block);
  if (!known) remembered.set(block, (known = [...new Set(block.quotations.flatMap(citationOf))]));
  return known;

  function citationOf({ kind, words, start, end }: Block['quotations'][number]): Evidence[] {
    if (kind === 'title' || words < fewestWords) return [];
    const sentence = block.sentences[firstWhere(block.sentences, other => other.end >= end)];
    if (!sentence) return [];
    // "Lind (2019) calls it …" stands in front of the words.
    const near = startingIn(block.evidence, { start: Math.min(sentence.start, start), end: sentence.end + 2 });
    if (near.some(mark => mark.kind === 'placeholder')) return [];
    const mark = near.find(one => one.start >= end && one.kind === 'citation') ?? near.find(isCitation);
    return mark && isCitation(mark) && !hasPlace(mark) ? [mark] : [];
  }

  /** True where the mark, or what follows it, has a figure or a part of a work beside its key. */
  function hasPlace({ start, end, key }: Evidence): boolean {
    if (key === undefined) return false;
    const keys = block.evidence.filter(other => other.start === start && other.key).map(other => other.key as Span);
    const besides = keys.reduceRight(
      (words, { start: from, end: to }) => {
        return words.slice(0, from - start) + words.slice(to - start);
      },
      source.slice(start, end),
    );
    return (
      /\d|\b(?:pp?|ch|chap|sec|para?|vol|art)\.|§/.test(besides) ||
      /^[\s,(]{0,3}(?:pp?\.|§|\d)/.test(source.slice(end, end + 8))
    );
  }
}

/** "(Smith 2019)" is how books and papers are cited; what has a day or a page is not meant, nor what says no more than a name. */
const authorAndYear = /^(?:see (?:also )?|cf\.? )?[^\d]{2,80},? \d{4}[a-z]?$/;

const isCitation = ({ kind, key, note }: Evidence): boolean =>
  kind === 'citation' &&
  (key !== undefined || (note !== undefined && authorAndYear.test(note) && !/\d .*\d{4}/.test(note)));
