import { entries as cueEntries } from '../generated/claim-cues.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import type { Block } from '../model/block.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { isMisleading } from './misleading-cues.ts';

const findCues = phraseMatcher(cueEntries);

/** The wordings in a sentence that show what kind of claim it may make, in order. */
export function cuesIn(
  block: Pick<Block, 'tokens' | 'prose'>,
  { firstToken, endToken }: Sentence,
): readonly { readonly kind: ClaimKind; readonly cue: Span }[] {
  const { tokens } = block;
  return findCues(tokens, firstToken, endToken)
    .filter(match => !isMisleading(match.entry.kind, tokens, match, firstToken))
    .map(({ entry: { kind, term }, first, end }) => ({
      kind,
      cue: spanOfTokens(block, term === 'than' ? comparativeBefore(tokens, first, firstToken) : first, end),
    }));
}

/** "Far more refugees than": what is compared opens with the comparative, which may be a few words before "than". */
function comparativeBefore(tokens: readonly Token[], than: number, floor: number): number {
  for (let i = than - 1; i >= Math.max(floor, than - 6); i--) {
    const { normal, pos, kind } = tokens[i] as Token;
    if (kind !== 'word') break;
    if (/^(?:more|less|fewer|better|worse|further)$/.test(normal) || (/.er$/.test(normal) && pos === 'adj')) return i;
  }
  return than;
}
