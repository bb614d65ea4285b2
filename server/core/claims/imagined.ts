import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { firstWhere, type Span } from '../model/span.ts';

/** A condition, a proposal, or the writer's own affairs around the cue: nothing that a source could settle. */
export function isImagined(tokens: readonly Token[], cue: Span): boolean {
  if (/^(?:if|unless|suppose|imagine)$/.test(openingOf(tokens)?.normal ?? '')) return true;
  const begins = firstWhere(tokens, ({ end }) => end > cue.start);
  const ends = firstWhere(tokens, ({ start }) => start >= cue.end);
  for (let i = 0; i < Math.min(tokens.length, ends + 6); i++)
    if ((i < begins || i >= ends) && tokens[i]?.normal === 'would' && !isForetold(tokens, i)) return true;
  for (let i = Math.max(1, begins - 7); i < begins; i++) {
    const before = (tokens[i - 1] as Token).normal;
    const { normal } = tokens[i] as Token;
    if ((normal === 'to' || normal === 'that') && planned.has(before)) return true;
    if (normal === 'to' && tokens[i + 1]?.pos === 'verb' && isPledgeOf(tokens, i))
      return !tokens.slice(i, begins).some(({ text }) => text === ',');
    if ((before === 'i' || before === 'we') && owned.has(normal)) return true;
  }
  return isGoal(tokens, begins);
}

/** True where what a span says stands behind "can", "may" or their like. */
export const isSupposed = (tokens: readonly Token[], { start }: Span, floor: number): boolean =>
  isSupposedAt(
    tokens,
    firstWhere(tokens, token => token.start >= start),
    floor,
  );

/** The same for what begins with a token. */
export function isSupposedAt(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let i = first; i >= floor; i--) {
    const { normal, pos } = tokens[i] as Token;
    if (/^(?:can|could|may|might|should|must|cannot|can't|couldn't|shouldn't)$/.test(normal)) return true;
    if (pos !== 'aux' && pos !== 'adv' && i < first) return false;
  }
  return false;
}

/** The first word behind "and," or "but". */
function openingOf(tokens: readonly Token[]): Token | undefined {
  let at = 0;
  while (/^(?:and|but|so|or|yet|,)$/.test(tokens[at]?.normal ?? '')) at++;
  return tokens[at];
}

const foretelling = wordSet(
  'knew said thought believed feared hoped expected assumed claimed promised warned told insisted argued predicted announced vowed pledged realised realized understood',
);

/** "Ministers knew it would happen": seen from the past, and no condition. */
function isForetold(tokens: readonly Token[], would: number): boolean {
  for (let i = would - 1; i >= Math.max(0, would - 5); i--) {
    if (tokens[i]?.kind !== 'word') return false;
    if (foretelling.has(tokens[i]?.normal ?? '')) return true;
  }
  return false;
}

const planned = wordSet('offer offers offered propose proposes proposed plan plans planned promise promises promised');

const owned = wordSet('have had own owned paid pay earn earned bought');

/** "A pledge made last year to raise the share": the noun stands before what tells of when and by whom. */
function isPledgeOf(tokens: readonly Token[], to: number): boolean {
  for (let i = to - 1; i >= Math.max(0, to - 6); i--) {
    const { normal, pos, kind } = tokens[i] as Token;
    if (kind === 'punctuation') return false;
    if (
      /^(?:pledges?|promises?|plans?|vows?|commitments?|proposals?|targets?|offers?|efforts?|bids?|campaigns?|attempts?)$/.test(
        normal,
      ) &&
      pos === 'noun'
    )
      return true;
  }
  return false;
}

const goals = wordSet('aim aims ambition ambitions goal goals objective objectives pillars target targets');

/** "Its goals are a dam and raising the wage to 40 crowns": what is to be. */
function isGoal(tokens: readonly Token[], cue: number): boolean {
  for (let i = 1; i < Math.min(cue, 8); i++)
    if (goals.has((tokens[i - 1] as Token).normal))
      return (
        /^(?:is|are|was|were)$/.test((tokens[i] as Token).normal) &&
        tokens
          .slice(i + 1, cue)
          .some(({ normal, pos }, at, rest) =>
            normal === 'to' ? rest[at + 1]?.pos === 'verb' : pos === 'verb' && normal.endsWith('ing'),
          )
      );
  return false;
}
