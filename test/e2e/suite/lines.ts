/**
 * What a suite inside the editor tells the run outside it, one line of the console each.
 *
 * The console is the only way out that desktop, remote and web editors share. They may put something before or
 * after a line and drop `%s` formatting, so a line is ready JSON between two marks.
 */
export type Line =
  | { readonly kind: 'test'; readonly title: string; readonly ms: number; readonly error?: string }
  | { readonly kind: 'measure'; readonly name: string; readonly ms: number }
  | { readonly kind: 'end'; readonly passed: number; readonly failed: number };

const START = 'sayswho-e2e>>';
const END = '<<sayswho-e2e';

/** Writes a line for the console. */
export function toConsole(line: Line): string {
  return START + JSON.stringify(line) + END;
}

/** Reads the lines that a piece of console output holds; usually none or one. One that was cut off is none. */
export function fromConsole(text: string): Line[] {
  return text
    .split(START)
    .slice(1)
    .filter(rest => rest.includes(END))
    .map(rest => JSON.parse(rest.slice(0, rest.indexOf(END))) as Line);
}
