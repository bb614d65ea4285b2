import type { Severity } from '../../core/model/finding.ts';

type Paint = (text: string) => string;

/** How parts of a report are painted; without colours every one leaves its text as it is. */
export interface Colours {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const sgr =
  (open: number, close: number): Paint =>
  text =>
    `\u001b[${open}m${text}\u001b[${close}m`;

const plain: Paint = text => text;

const painted: Colours = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  severity: { error: sgr(31, 39), warning: sgr(33, 39), information: sgr(36, 39), hint: sgr(90, 39) },
};

const unpainted: Colours = {
  strong: plain,
  faint: plain,
  severity: { error: plain, warning: plain, information: plain, hint: plain },
};

/** Colours for a stream: FORCE_COLOR decides, then NO_COLOR (no-color.org), then whether a terminal is there to show them. */
export function coloursFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Colours {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force === '0' || force === 'false' ? unpainted : painted;
  if (env['NO_COLOR'] || env['TERM'] === 'dumb') return unpainted;
  return isTerminal ? painted : unpainted;
}
