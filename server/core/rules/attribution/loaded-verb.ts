import { wordSet } from '../../lexicon/word-set.ts';
import type { Block } from '../../model/block.ts';
import { firstWhere, type Span, startingIn } from '../../model/span.ts';
import { lemmaOf } from '../../text/lemma.ts';
import { textIn } from '../../text/text-of.ts';
import { defineRule } from '../rule.ts';

/** Verbs of speech that tell what the writer thinks of the words. */
const loaded = wordSet(
  'admit allege bluster boast brag claim concede confess crow expose fume gloat gush insist rant reveal scoff sneer trumpet whine',
);

export default defineRule({
  id: 'loaded-verb',
  family: 'attribution',
  severity: 'off',
  since: '0.1.0',
  docs: {
    summary: 'Flags a verb of speech that judges what was said.',
    why: '“Admitted” takes the words for a confession, “claimed” for a likely lie, “revealed” for a truth; a reader sees the verdict and not its reason.',
    advice: 'Write “said”, or quote the words, unless you show that it was a confession, a lie or a secret.',
    references: [
      'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Synonyms_for_said',
      'https://www.apstylebook.com/',
    ],
  },
  messages: { found: '“{phrase}” judges what was said.' },
  examples: {
    flags: [
      {
        text: 'The mayor [[claimed]] that the dam was safe.',
        fixed: 'The mayor claimed that the dam was safe. [quote needed]',
      },
      'The owner [[admitted]] that the dam leaks.',
    ],
    passes: ['The mayor said that the dam was safe.', 'The owner claimed the land.'],
  },
  check({ block, report }) {
    for (const { kind, cue, source, form, sense, sentence } of block.attributions) {
      if (form !== 'verb' || sense !== 'said' || source.length === 0) continue;
      for (const part of cue)
        for (const token of startingIn(block.tokens, part))
          if (token.pos === 'verb' && (kind !== 'indirect' || isFollowed(block, token)) && loaded.has(lemmaOf(token)))
            report(
              token,
              'found',
              { phrase: textIn(block, token) },
              // Their own words would show whether it was.
              {
                fixes:
                  kind === 'indirect'
                    ? [{ kind: 'placeholder', need: 'quote', at: block.sentences[sentence]?.end ?? token.end }]
                    : [],
              },
            );
    }
  },
});

/** "Claimed that": what is claimed otherwise may be land. */
const isFollowed = ({ tokens }: Pick<Block, 'tokens'>, { end }: Span): boolean =>
  tokens[firstWhere(tokens, token => token.start >= end)]?.normal === 'that';
