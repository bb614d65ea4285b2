import { wordSet } from '../lexicon/word-set.ts';
import { blocksThat } from '../model/alongside.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';
import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { inOthersWords } from '../text/quoted.ts';
import { indexAt } from '../text/token-index.ts';

/** An acronym that an article uses and never spells out, where it stands first. */
export interface Unexplained {
  readonly here: Span;
  readonly acronym: string;
  readonly placed: PlacedBlock;
}

/** Those that style books let stand on first reference; a reader who does not know them finds them in any dictionary. */
const known = wordSet(
  'usa nato fbi cia nasa kgb bbc cnn nbc cbs abc hbo itv fifa uefa nba nfl nhl opec unesco unicef who imf wto aids hiv dna rna gdp ceo cfo vat nhs mba atm gps usb pdf url html www vip ufo faq diy sos lgbt lgbtq covid sars led dvd sms isbn gmt utc bst est edt pst pdt cet gop irs naacp isis isil mtv cnbc msnbc afp bce asap rsvp llc plc ltd inc ibm bmw tnt ussr gdr suv iq iou',
);

interface Used {
  readonly acronyms: readonly (Span & { readonly acronym: string })[];
  /** What is spelt out here: acronyms in or before brackets, and the initials of names. */
  readonly explained: ReadonlySet<string>;
}

const usedIn = once(readUsed);
const using = blocksThat(block => usedIn(block).acronyms.length > 0);

/** The acronyms of an article that nothing in it spells out, each once, in order of position. */
export function unexplainedAcronyms(article: Article): Unexplained[] {
  const places = using(article);
  if (places.length === 0) return [];
  const seen = new Set(article.blocks.flatMap(({ block }) => [...usedIn(block).explained]));
  const found: Unexplained[] = [];
  for (const index of places) {
    const placed = article.blocks[index] as PlacedBlock;
    for (const { acronym, start, end } of usedIn(placed.block).acronyms) {
      if (seen.has(acronym)) continue;
      seen.add(acronym);
      found.push({ acronym, placed, here: { start, end } });
    }
  }
  return found;
}

function readUsed(block: Block): Used {
  const { tokens } = block;
  const explained = new Set<string>();
  const acronyms: (Span & { acronym: string })[] = [];
  for (const value of block.values)
    if (value.kind === 'name')
      explained.add(initialsOf(tokens.slice(indexAt(block, value.start), indexAt(block, value.end - 1) + 1)));
  const isProse = block.language !== 'other' && /^(?:paragraph|list-item|caption)$/.test(block.kind);
  tokens.forEach((token, i) => {
    const acronym = acronymOf(token);
    if (acronym === undefined) return;
    const isBracketed = tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')';
    if (isBracketed || (tokens[i + 1]?.text === '(' && tokens[i + 2]?.kind === 'word')) explained.add(acronym);
    else if (isProse && isNoun(token) && !isShouted(tokens, i) && !inOthersWords(block, token))
      acronyms.push({ acronym, start: token.start, end: token.end });
  });
  return { acronyms, explained };
}

/** The capitals of an acronym that readers may not know; a number in Roman figures is none. */
function acronymOf({ kind, text }: Token): string | undefined {
  const letters = /^(\p{Lu}{3,6})s?$/u.exec(text)?.[1];
  if (kind !== 'word' || letters === undefined || /^[IVXLCDM]+$/.test(letters)) return undefined;
  return known.has(letters.toLowerCase()) ? undefined : letters;
}

/** The letters that the words of a name begin with, small ones such as “of” left out. */
const initialsOf = (name: readonly Token[]): string =>
  name
    .filter(({ text }) => /^\p{Lu}/u.test(text))
    .map(({ text }) => text.charAt(0))
    .join('');

/** "A BIG mistake" is written so for its weight. */
const isNoun = ({ pos }: Token): boolean => pos === 'noun' || pos === 'propn';

/** So are words in capitals side by side; and "FILE –" or "UPDATE:" is a label. */
const isShouted = (tokens: readonly Token[], i: number): boolean =>
  /^[:–—-]$/.test(tokens[i + 1]?.text ?? '') ||
  [tokens[i - 1], tokens[i + 1]].some(
    token => token?.kind === 'word' && token.text.length > 1 && /^\p{Lu}+$/u.test(token.text),
  );
