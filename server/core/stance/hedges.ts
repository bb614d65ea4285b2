import { sourceNounKind } from '../attribution/nouns.ts';
import { entries } from '../generated/hedges.ts';
import { type Match, phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { bySpan } from '../model/span.ts';
import type { Hedge } from '../model/stance.ts';
import { lemmaOf } from '../text/lemma.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { figureApproximator } from './approximators.ts';
import { isEpistemicModal } from './epistemic-modals.ts';
import type { Attributed } from './stance.ts';

const findEntries = phraseMatcher(entries);

/** Hedges in the epistemic sense: a permission, an ability, the month of May or "about the war" is none. */
export function findHedges(block: Attributed): Hedge[] {
  const { tokens } = block;
  const hedges: Hedge[] = [];
  block.sentences.forEach((sentence, index) => {
    for (const match of findEntries(tokens, sentence.firstToken, sentence.endToken))
      if (isEpistemic(tokens, sentence, match))
        hedges.push({
          kind:
            match.entry.kind === 'attribute' ? 'adverb' : match.entry.kind === 'finding' ? 'verb' : match.entry.kind,
          ...spanOfTokens(block, match.first, match.end),
          sentence: index,
        });
    for (let i = sentence.firstToken; i + 1 < sentence.endToken; i++) {
      const end = figureApproximator(tokens, i);
      if (end !== undefined) hedges.push({ kind: 'approximator', ...spanOfTokens(block, i, end), sentence: index });
    }
  });
  return hedges.sort(bySpan);
}

/** "More likely than", "how likely" and "equally likely" compare or ask. */
const comparing = wordSet('more less least as how so too equally twice times');
const copulas = wordSet('is are was were be been being');
const determiners = wordSet('a an the this that these those some any every each other same what which that no one');

function isEpistemic(tokens: readonly Token[], sentence: Sentence, match: Match<(typeof entries)[number]>): boolean {
  const before = tokens[match.first - 1];
  const next = tokens[match.end];
  switch (match.entry.kind) {
    case 'modal':
      return isEpistemicModal(tokens, sentence, match.first);
    case 'attribute':
      return next?.pos === 'noun' || next?.pos === 'adj' || next?.pos === 'x';
    case 'finding':
      return isThingsFinding(tokens, sentence, match.first);
    case 'approximator':
      return before?.normal !== 'not' && next?.kind !== 'punctuation';
    default:
  }
  switch (match.entry.term) {
    case 'likely':
      return (
        !comparing.has(before?.normal ?? '') &&
        !(before?.normal === 'most' && copulas.has(tokens[match.first - 2]?.normal ?? ''))
      );
    case 'seem':
      return next?.text !== ',';
    case 'tend':
      return next?.pos !== 'det' && next?.pos !== 'pron';
    case 'sort of':
      return !determiners.has(before?.normal ?? '') && before?.pos !== 'adj';
    case 'i believe':
    case 'i think':
      return (
        next?.normal !== 'in' &&
        next?.normal !== 'and' &&
        next?.normal !== 'of' &&
        next?.normal !== 'about' &&
        next?.kind !== 'punctuation'
      );
    default:
      return true;
  }
}

/** "Polls suggest": something shows it, more or less. Somebody who suggests proposes, or is a source. */
function isThingsFinding(tokens: readonly Token[], sentence: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(sentence.firstToken, verb - 3); i--) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'noun') {
      const kind = sourceNounKind(normal) ?? sourceNounKind(lemmaOf(tokens[i] as Token));
      return kind === undefined || kind === 'document';
    }
    if (normal === 'this' || normal === 'that' || normal === 'it' || normal === 'which') return true;
    if (pos !== 'aux' && pos !== 'adv') return false;
  }
  return false;
}
