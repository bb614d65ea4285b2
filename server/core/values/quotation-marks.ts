import type { Token } from '../model/sentence.ts';

/** A quotation by indices of token: from its opening mark to behind its closing one, or as far as it goes without one. */
export interface MarkedPair {
  readonly open: number;
  readonly end: number;
  readonly closed: boolean;
}

/** What pairing finds in a block. */
export interface Marks {
  /** In order of opening mark; they lie beside or within each other. */
  readonly pairs: readonly MarkedPair[];
  /** Index of the opening mark of a quotation that may run on past the block. */
  readonly leftOpen?: number;
  /** Index of the first closing mark that nothing opened. */
  readonly stray?: number;
}

/** The marks that close what an opening mark opens. */
const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”‟',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
};
const straight = /^["']$/;
/** Single marks stand for missing letters too. One that nothing closes is taken for that, a straight double one for a slip. */
const single = /^[‘’‚']$/;

interface Frame {
  readonly open: number;
  readonly mark: string;
  /** A mark that may close it and may as well be an apostrophe: "the boys’ room". */
  maybe?: number;
}

/** Quotations are not nested deeper than this, which keeps the stack small whatever the text is. */
const deepest = 6;

/** Pairs the quotation marks of a block in one pass. */
export function pairMarks(tokens: readonly Token[]): Marks {
  const stack: Frame[] = [];
  const pairs: MarkedPair[] = [];
  /** Computed once, where a mark is first met inside its like. */
  let matched: ReadonlySet<number> | undefined;
  let lastStraight = -1;
  let stray: number | undefined;
  const close = ({ open }: Frame, at: number) => {
    if (at > open + 1) pairs.push({ open, end: at + 1, closed: true });
  };
  /** Takes frames off down to a depth. One that surely ended nowhere ends before `end`. */
  const unwind = (depth: number, end: number) => {
    while (stack.length > depth) {
      const frame = stack.pop() as Frame;
      if (frame.maybe !== undefined) close(frame, frame.maybe);
      else if (!single.test(frame.mark) && !straight.test(frame.mark) && end > frame.open + 1)
        pairs.push({ open: frame.open, end, closed: false });
    }
  };

  /** `said."No"`: a straight mark that nothing opened, at a word, with another one to close it. */
  const opensUnspaced = (i: number): boolean => {
    if (tokens[i]?.text !== '"' || tokens[i + 1]?.kind !== 'word' || tokens[i + 1]?.spaceBefore) return false;
    if (!/^[.!?]$/.test(tokens[i - 1]?.text ?? '')) return false;
    if (lastStraight < 0) lastStraight = tokens.findLastIndex(({ text }) => text === '"');
    return lastStraight > i;
  };

  /** The same mark within itself is quoted where each of the two has a mark of its own that closes it. */
  const isNested = (frame: Frame, inner: number): boolean => {
    if (frame.mark !== '“') return false;
    matched ??= matchedMarks(tokens);
    return matched.has(frame.open) && matched.has(inner);
  };

  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'quote') continue;
    const depth = stack.findLastIndex(frame => closing[frame.mark]?.includes(text));
    if (depth >= 0 && canClose(tokens, i)) {
      const frame = stack[depth] as Frame;
      if (single.test(text) && isDoubtful(tokens, i)) frame.maybe ??= i;
      else {
        unwind(depth + 1, i);
        close(stack.pop() as Frame, i);
      }
    } else if (closing[text] !== undefined && (canOpen(tokens, i) || opensUnspaced(i))) {
      // The same mark again: quoted within other marks, or the writer forgot to close the one before.
      const before = stack.findLastIndex(frame => frame.mark === text);
      const like = stack[before];
      const isSlip = like !== undefined && before === stack.length - 1 && !isNested(like, i);
      if (like && (isSlip || stack.length >= deepest)) unwind(before, i);
      stack.push({ open: i, mark: text });
    } else if (stack.length === 0 && /^[”»"]$/.test(text) && canClose(tokens, i) && !isMeasure(tokens, i)) stray ??= i;
  }
  const leftOpen = stack.find(
    ({ open, mark, maybe }) => maybe === undefined && (!single.test(mark) || open === 0),
  )?.open;
  unwind(0, tokens.length);
  return {
    pairs: pairs.sort((a, b) => a.open - b.open),
    ...(leftOpen === undefined ? {} : { leftOpen }),
    ...(stray === undefined ? {} : { stray }),
  };
}

/** Indices of the opening curly marks that have a closing one, were they to nest like brackets. */
function matchedMarks(tokens: readonly Token[]): ReadonlySet<number> {
  const open: number[] = [];
  const matched = new Set<number>();
  tokens.forEach(({ text }, i) => {
    if (text === '“') open.push(i);
    else if (text === '”' && open.length > 0) matched.add(open.pop() as number);
  });
  return matched;
}

/** An opening mark touches the word after it. One that could as well close needs a space or an opening bracket before it. */
function canOpen(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next) return false;
  if (mark.text === '«' || mark.text === '‹') return mark.spaceBefore || !next.spaceBefore;
  if (next.spaceBefore || isMeasure(tokens, i)) return false;
  if (/^[“„‟]$/.test(mark.text)) return true;
  const before = tokens[i - 1];
  return (
    mark.spaceBefore || before === undefined || /^[([{—–\-/…:,]$|^--$/.test(before.text) || before.kind === 'quote'
  );
}

function canClose(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i] as Token;
  const next = tokens[i + 1];
  if (mark.text === '”' || mark.text === '»' || mark.text === '›') return true;
  if (mark.text === '"') return !mark.spaceBefore || !next || next.spaceBefore;
  return !mark.spaceBefore && (!single.test(mark.text) || !next || next.spaceBefore || !isWordOrNumber(next));
}

/** Behind a letter or a figure and before a small word, a single mark is as often an apostrophe or feet; behind a stop or comma it closes. */
function isDoubtful(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  return before !== undefined && isWordOrNumber(before) && next?.spaceBefore === true && /^\p{Ll}/u.test(next.text);
}

const isWordOrNumber = ({ kind }: Token): boolean => kind === 'word' || kind === 'number';

/** Inches and feet: 6'2", a 12" pipe. */
const isMeasure = (tokens: readonly Token[], i: number): boolean =>
  straight.test(tokens[i]?.text ?? '') && tokens[i - 1]?.kind === 'number' && tokens[i]?.spaceBefore === false;
