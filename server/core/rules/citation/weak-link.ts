import { linksOf } from '../../citation/links.ts';
import { type Weakness, weaknessOf } from '../../citation/weak-links.ts';
import { type Backing, backingsOf } from '../../claims/backed.ts';
import { alongside } from '../../model/alongside.ts';
import type { Evidence } from '../../model/evidence.ts';
import { shift } from '../../model/span.ts';
import { defineArticleRule } from '../rule.ts';

export default defineArticleRule({
  id: 'weak-link',
  family: 'citation',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    summary:
      'Flags a claim that is backed by nothing better than a link to a front page, a search, an e-mail address or the draft itself.',
    why: 'The reader who follows it has to find the evidence, and may find another one tomorrow.',
    advice: 'Link the very document that says so.',
    references: ['https://en.wikipedia.org/wiki/Wikipedia:Citing_sources#Linking_to_pages'],
  },
  messages: {
    home: 'The front page of a site does not show where it says so.',
    search: 'A search finds something else tomorrow; link what it found.',
    mail: 'An e-mail address is no source for a reader.',
    here: 'A link within the draft is no source.',
  },
  examples: {
    flags: [
      {
        text: 'Rents in Halden [[[rose by 40 per cent](https://stats.example/)]] between 2015 and 2023.',
        languageId: 'markdown',
        message: 'home',
      },
      {
        text: 'Rents in Halden [[[rose by 40 per cent](https://stats.example/search?q=rents)]] between 2015 and 2023.',
        languageId: 'markdown',
        message: 'search',
      },
      {
        text: 'Rents in Halden [[[rose by 40 per cent](#rents)]] between 2015 and 2023.',
        languageId: 'markdown',
        message: 'here',
      },
      {
        text: 'Rents in Halden [[<a href="mailto:lind@stats.example">rose by 40 per cent</a>]] between 2015 and 2023.',
        languageId: 'html',
        message: 'mail',
      },
    ],
    passes: [
      {
        text: 'Rents in Halden [rose by 40 per cent](https://stats.example/rents/2023) between 2015 and 2023.',
        languageId: 'markdown',
      },
      { text: 'I hope that [the Post](https://post.example/) prints this.', languageId: 'markdown' },
    ],
  },
  check({ article, report }) {
    const { resolved } = linksOf(article);
    weakLinks(backingsOf(article)).forEach((links, index) => {
      for (const { mark, at, needsSource } of links) {
        const address = resolved.get(index)?.[at]?.defined?.address ?? (mark.byLabel ? '#' : mark.target);
        const weakness: Weakness = weaknessOf(address) ?? 'here';
        report(shift(mark, article.blocks[index]?.start ?? 0), weakness, {}, { confidence: needsSource });
      }
    });
  },
});

/** A link that is all that backs a claim, with its place in the block's evidence and how much the claim needs a source. */
interface WeakLink {
  readonly mark: Evidence;
  readonly at: number;
  readonly needsSource: number;
}

const none: readonly WeakLink[] = [];

const weakLinks = alongside(({ block, reach }: Backing): readonly WeakLink[] => {
  if (block.evidence.length === 0) return none;
  const links = block.claims.flatMap(({ sentence, needsSource, quoted, imagined }): WeakLink[] => {
    const here = reach[sentence];
    if (here?.strength !== 'vague' || here.from !== 'sentence' || needsSource < 0.5 || quoted || imagined) return [];
    return here.evidence.flatMap(({ kind, start }): WeakLink[] => {
      const at = block.evidence.findIndex(mark => mark.kind === 'link' && mark.start === start);
      const mark = block.evidence[at];
      return kind === 'link' && mark ? [{ mark, at, needsSource }] : [];
    });
  });
  return links.length > 0 ? links : none;
});
