import type { PlacedBlock } from '../model/article.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ProseRun } from '../model/prose.ts';
import { bySpan, overlapping, type Span } from '../model/span.ts';

/** What is no mark around words, whatever it looks like: comments, code and formulas, addresses, commands with their arguments, escapes. */
const whole = [
  '<!--[\\s\\S]*?-->',
  '\\{?/\\*[\\s\\S]*?\\*/\\}?',
  '@@[a-z]+:[^@\\n]*@@',
  '(`+)[^`]+\\1(?!`)',
  '\\$[^$]+\\$',
  '\\]\\([^)\\n]*\\)',
  '[a-z]{2,10}://[^\\s\\])}>"]+',
  '\\\\[a-zA-Z]+\\*?(?:\\[[^\\]]*\\])?(?:\\{[^{}]*\\}(?=\\{))*',
  '\\\\.',
].join('|');
const mark = new RegExp(
  `${whole}|<(?<ends>/?)(?<tag>[a-z][\\w-]*)[^<>]*?(?<empty>/?)>|(?<quotes>'{2,5})|(?<pair>\\*\\*|__|~~|##|[*_~#^+/]|\`+)_{0,2}|(?<bracket>[{}[\\]])`,
  'gi',
);

const opening: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** Tags of HTML in a line; a block may start behind one and end in front of one. */
const tags =
  '(?:</?(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\\s[^<>]{0,300})?>\\s{0,20})+';
const tagsBefore = new RegExp(`${tags}$`, 'i');
const tagsBehind = new RegExp(`^${tags}`, 'i');
const reach = 500;

/**
 * The stretches of an article, around the words of a block, that stand between two marks: links, code, emphasis, whatever the
 * language. Outermost only, in order, in positions of the block. They are told from what is left out of the prose, so that a star
 * that readers see is none.
 */
export function enclosed(text: string, { block, start }: PlacedBlock): Span[] {
  const end = start + block.length;
  const before = tagsBefore.exec(text.slice(Math.max(0, start - reach), start))?.[0].length ?? 0;
  const behind = tagsBehind.exec(text.slice(end, end + reach))?.[0].length ?? 0;
  const gaps = gapsOf(block.prose.runs, { start: -before, end: block.length + behind });
  return outermost(pairsIn(gaps, block.evidence, text.slice(start - before, end + behind), before), text, start);
}

/** @param before Where the positions of the gaps and the evidence count from in the source. */
function pairsIn(gaps: readonly Span[], evidence: readonly Evidence[], source: string, before: number): Span[] {
  const found: Span[] = [];
  const open: { readonly kind: string; readonly start: number }[] = [];
  const close = (kind: string, end: number): boolean => {
    const last = open.findLastIndex(other => other.kind === kind);
    if (last < 0) return false;
    found.push({ start: (open[last] as { start: number }).start, end });
    open.length = last;
    return true;
  };
  for (const { start, end } of gaps) {
    for (const match of source.slice(start + before, end + before).matchAll(mark)) {
      const { ends, tag, empty, quotes, pair, bracket } = match.groups ?? {};
      const from = start + match.index;
      const to = from + match[0].length;
      if (overlapping(evidence, { start: from, end: to }).some(({ kind }) => kind !== 'link')) continue;
      if (match[0].startsWith('](')) close('[', to);
      else if (tag) {
        if (empty) continue;
        if (ends) close(tag, to);
        else open.push({ kind: tag, start: from });
      } else if (bracket) {
        const other = opening[bracket];
        if (other) close(other, to);
        else open.push({ kind: bracket, start: from });
      } else {
        const kind = quotes ?? pair;
        if (kind !== undefined && !close(kind, to)) open.push({ kind, start: from });
      }
    }
  }
  return found;
}

/** What lies between the runs of prose, before the first and behind the last. */
function gapsOf(runs: readonly ProseRun[], whole: Span): Span[] {
  const gaps: Span[] = [];
  let at = whole.start;
  for (const run of runs) {
    if (run.source > at) gaps.push({ start: at, end: run.source });
    at = run.source + run.length;
  }
  if (at < whole.end) gaps.push({ start: at, end: whole.end });
  return gaps;
}

function outermost(spans: readonly Span[], text: string, base: number): Span[] {
  const kept: Span[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    if (end <= (kept.at(-1)?.end ?? Number.NEGATIVE_INFINITY)) continue;
    // Three stars open and close two kinds of emphasis at once.
    const more = /^[*_']*/.exec(text.slice(base + end, base + end + 3))?.[0].length ?? 0;
    kept.push({ start, end: end + more });
  }
  return kept;
}
