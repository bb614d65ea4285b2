import { decodeHTML } from 'entities';
import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import type { Masked } from './prose-of.ts';

/**
 * One piece of inline markup and what a reader reads of it. Without any option it is left out.
 *
 * Every pattern is sticky and every repetition in it is bounded or cannot overlap with what follows, so that reading stays linear
 * whatever the draft holds.
 */
export interface InlineRule {
  /**
   * The markup. A group named `words` is what readers read of it, `target` is what the evidence points to and `note` what it says of the
   * source; `mark` is the evidence where the markup is more than that.
   */
  readonly at: RegExp;
  /** The evidence that it is. */
  readonly is?: Evidence['kind'];
  /** Finds the keys in the target, or in the argument where there is no target; global. Each is evidence of its own; its group is the key. */
  readonly keys?: RegExp;
  /** True where the target is the label of a definition elsewhere, `#` where the mark has none; `anchor` where it is a place in the document. */
  readonly labelled?: true | '#' | 'anchor';
  /** What readers read in its place. */
  readonly reads?: string | ((match: RegExpExecArray) => string | undefined);
  /**
   * A bracket follows directly, whose contents belong to the markup, up to the bracket that matches it: they are left out or they are words.
   * Where nothing closes the bracket, only the markup before it is left out.
   */
  readonly argument?: 'hidden' | 'words';
  /** What readers read for the two brackets around words. */
  readonly around?: readonly [string, string];
  /** What readers read between the words and those of the groups `words2` to `words4`; a space where nothing is given. */
  readonly between?: readonly string[];
}

export interface InlineSyntax {
  /** Finds the next character at which a rule may apply; global, and by whole characters. */
  readonly trigger: RegExp;
  /** In order of precedence. */
  readonly rules: readonly InlineRule[];
  /** Finds the brackets that have a match, and whatever escapes one. Nothing is bracketed if absent. */
  readonly brackets?: RegExp;
}

/** What of a block is not read as it stands, and the evidence in it. Positions count from the start of the block. */
export interface InlineMarks {
  readonly masked: Masked[];
  readonly evidence: Evidence[];
}

/** @param skipped Stretches that hold no inline markup, such as the marks that start a line; in order. */
export function readInline(source: string, syntax: InlineSyntax, skipped: readonly Masked[] = []): InlineMarks {
  const marks: InlineMarks = { masked: [...skipped], evidence: [] };
  const pairs = syntax.brackets ? bracketPairs(source, syntax.brackets) : undefined;
  // What stands behind the words of a rule belongs to that rule; the innermost is the last.
  const tails: Span[] = [];
  let skip = 0;
  const { trigger } = syntax;
  let at = 0;
  while (at < source.length) {
    trigger.lastIndex = at;
    const found = trigger.exec(source);
    if (!found) break;
    at = found.index;
    while (tails.length > 0 && (tails.at(-1) as Span).end <= at) tails.pop();
    while (skip < skipped.length && (skipped[skip] as Span).end <= at) skip++;
    const passed = [tails.at(-1), skipped[skip]].find(span => span && span.start <= at);
    if (passed) {
      at = passed.end;
      continue;
    }
    at = applyRule(source, at, syntax.rules, pairs, marks, tails);
  }
  return marks;
}

const furtherWords = ['words2', 'words3', 'words4'] as const;

/** Applies the first rule that fits, and returns where reading goes on. */
function applyRule(
  source: string,
  at: number,
  rules: readonly InlineRule[],
  pairs: BracketPairs | undefined,
  { masked, evidence }: InlineMarks,
  tails: Span[],
): number {
  for (const rule of rules) {
    rule.at.lastIndex = at;
    const match = rule.at.exec(source);
    if (!match) continue;
    const end = at + match[0].length;
    const close = rule.argument ? pairs?.get(end) : undefined;
    const whole = { start: at, end: close === undefined ? end : close + 1 };
    if (whole.end === at) continue;
    if (rule.is) {
      const mark = match.indices?.groups?.['mark'];
      // What a rule looks back at belongs to the mark, such as the word in front of a sign.
      const before = match.indices?.groups?.['target']?.[0] ?? at;
      const where = mark ? { start: mark[0], end: mark[1] } : { start: Math.min(at, before), end: whole.end };
      evidence.push(...evidenceOf(source, rule, rule.is, match, where, close));
    }
    if (close !== undefined && rule.argument === 'words') {
      masked.push({ start: at, end: end + 1, ...reading(rule.around?.[0]) });
      masked.push({ start: close, end: close + 1, ...reading(rule.around?.[1]) });
      tails.push({ start: close, end: close + 1 });
      return end + 1;
    }
    const words = match.indices?.groups?.['words'];
    if (words) {
      masked.push({ start: at, end: words[0], ...reading(rule.around?.[0]) });
      let last = words[1];
      const gaps: Masked[] = [];
      furtherWords.forEach((name, index) => {
        const further = match.indices?.groups?.[name];
        if (!further) return;
        gaps.unshift({ start: last, end: further[0], reads: rule.between?.[index] ?? ' ' });
        last = further[1];
      });
      masked.push(...gaps, { start: last, end, ...reading(rule.around?.[1]) });
      if (last < end) tails.push({ start: last, end });
      tails.push(...gaps);
      return Math.max(words[0], at + 1);
    }
    const reads = typeof rule.reads === 'function' ? rule.reads(match) : rule.reads;
    masked.push({ ...whole, ...reading(reads) });
    return whole.end;
  }
  return at + 1;
}

/** The evidence that a match is: once for each key that it has. */
function evidenceOf(
  source: string,
  { keys, labelled, argument }: InlineRule,
  kind: Evidence['kind'],
  match: RegExpExecArray,
  whole: Span,
  close: number | undefined,
): Evidence[] {
  const hidden =
    close !== undefined && argument === 'hidden' ? { start: match.index + match[0].length + 1, end: close } : undefined;
  const named = match.groups?.['target'];
  const target = labelled === '#' ? '#' : labelled === 'anchor' ? `#${named}` : named;
  const where = match.indices?.groups?.['target'];
  if (keys) {
    const list = where ? { start: where[0], end: where[1] } : (hidden ?? whole);
    const found = keysIn(source, list, keys);
    if (found.length > 0) return found.map(({ text, key }) => ({ kind, target: text, key, ...whole }));
  }
  const note =
    kind === 'footnote' || kind === 'citation'
      ? (match.groups?.['note'] ?? (hidden && source.slice(hidden.start, hidden.end)))
      : undefined;
  return [
    {
      kind,
      target: target ?? (note === undefined || kind === 'citation' ? source.slice(whole.start, whole.end) : ''),
      ...(labelled && { key: where ? { start: where[0], end: where[1] } : { start: whole.start, end: whole.end } }),
      ...(labelled === true && kind === 'link' && { byLabel: true as const }),
      ...(note !== undefined && note !== '' && { note }),
      ...whole,
    },
  ];
}

/** The keys in a stretch, as the group of a pattern finds them, each at its place. */
export function keysIn(
  source: string,
  { start, end }: Span,
  keys: RegExp,
): { readonly text: string; readonly key: Span }[] {
  return Array.from(source.slice(start, end).matchAll(keys), ({ index, 0: whole, 1: text = whole }) => {
    const from = start + index + whole.indexOf(text);
    return { text, key: { start: from, end: from + text.length } };
  });
}

const reading = (reads: string | undefined) => (reads === undefined ? {} : { reads });

/** Tells where brackets are closed. */
export interface BracketPairs {
  /** Where the bracket that opens at a place is closed; undefined where nothing closes it or none opens there. */
  get(open: number): number | undefined;
  /** The furthest place that was told since this was asked last; infinite where a bracket is nowhere closed. */
  furthest(): number;
}

const closes: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(', '}}': '{{', '*/': '/*' };

/** Pairs brackets, as far into the source as it is asked. Brackets nest; each kind is matched on its own. */
export function bracketPairs(source: string, brackets: RegExp): BracketPairs {
  const pairs = new Map<number, number>();
  const open = new Map(Object.values(closes).map(bracket => [bracket, [] as number[]]));
  const unclosed = new Set<number>();
  const marks = source.matchAll(brackets);
  let seen = -1;
  let furthest = -1;
  const readOn = () => {
    const { done, value } = marks.next();
    if (done) {
      seen = Infinity;
      return;
    }
    const [bracket] = value;
    seen = value.index;
    const opening = closes[bracket];
    if (opening !== undefined) {
      const start = open.get(opening)?.pop();
      if (start === undefined) return;
      pairs.set(start, seen);
      unclosed.delete(start);
    } else if (open.has(bracket)) {
      open.get(bracket)?.push(seen);
      unclosed.add(seen);
    }
  };
  return {
    get: start => {
      while (seen < start || (unclosed.has(start) && seen !== Infinity)) readOn();
      const end = pairs.get(start);
      if (end !== undefined || unclosed.has(start)) furthest = Math.max(furthest, end ?? Infinity);
      return end;
    },
    furthest: () => {
      const told = furthest;
      furthest = -1;
      return told;
    },
  };
}

/** A character reference such as `&amp;`, read as its character. */
export const characterReference: InlineRule = {
  at: /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/iy,
  reads: ([reference]) => decodeHTML(reference),
};
