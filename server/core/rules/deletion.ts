import type { Block } from '../model/block.ts';
import type { Fix } from '../model/finding.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere } from '../model/span.ts';
import type { Hedge } from '../model/stance.ts';

type Text = Pick<Block, 'tokens'>;

/**
 * The fix that deletes a half-open range of tokens of a sentence, with the commas and the space that belong to it; the word that then opens
 * the sentence gets its capital. `undefined` where markup stands in between, or where nothing would be left to open the sentence.
 */
export function deletion({ tokens }: Text, sentence: Sentence, first: number, end: number): Fix | undefined {
  const opens = first === sentence.firstToken;
  const comma = tokens[end]?.text === ',';
  const led = !opens && tokens[first - 1]?.text === ',';
  const joined = tokens[first - 1]?.pos === 'cconj' || tokens[first - 1]?.pos === 'sconj';
  // "The bank, of course, knew" loses both commas, "Of course, the bank knew" and "The bank knew, of course." their one.
  const from = led && (comma || /^[.!;]$/.test(tokens[end]?.text ?? '')) ? first - 1 : first;
  // "May possibly, perhaps, help": the comma behind the last goes with the one before it.
  const listed = tokens.slice(first, end).some(({ text }) => text === ',');
  const to = comma && (opens || led || joined || listed) ? end + 1 : end;
  const next = tokens[to];
  const last = tokens[to - 1];
  const words = tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' ,', ',');
  const title = `Drop “${words}”`;
  if (!next || !last || to >= sentence.endToken || !isPlain(tokens, from, to + 1)) return undefined;
  const start = (tokens[from] as Token).start;
  if (opens) {
    if (next.kind !== 'word') return undefined;
    const text = next.text.charAt(0).toUpperCase() + next.text.slice(1);
    return { kind: 'replace', span: { start, end: next.end }, text, title };
  }
  const before = tokens[from - 1] as Token;
  if (!isPlain(tokens, from - 1, to)) return undefined;
  return { kind: 'replace', span: { start: before.end, end: last.end }, text: '', title };
}

/** The fix that deletes a hedge which is an adverb, without which the sentence stands; `undefined` for any other. */
export function adverbDeletion(block: Pick<Block, 'tokens' | 'sentences'>, hedge: Hedge): Fix | undefined {
  const sentence = block.sentences[hedge.sentence];
  if (hedge.kind !== 'adverb' || !sentence) return undefined;
  const first = firstWhere(block.tokens, token => token.start >= hedge.start);
  const end = firstWhere(block.tokens, token => token.start >= hedge.end);
  if (block.tokens.slice(first, end).some(({ pos, text }) => pos !== 'adv' && text !== ',')) return undefined;
  return deletion(block, sentence, first, end);
}

/** True where the tokens stand in the source as in the prose: no markup lies between them. */
function isPlain(tokens: readonly Token[], first: number, end: number): boolean {
  const from = tokens[first];
  const last = tokens[end - 1];
  return from !== undefined && last !== undefined && last.end - from.start === last.at + last.text.length - from.at;
}
