/** Where the line that a position lies in ends, in front of its break. */
export function endOfLine(text: string, from: number): number {
  const lineBreak = text.indexOf('\n', from);
  if (lineBreak < 0) return text.length;
  return text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
}

/** How the line that a position lies in is broken; as the first line is where it is the last. */
export function lineBreakAt(text: string, from: number): string {
  const here = text.indexOf('\n', from);
  const lineBreak = here < 0 ? text.indexOf('\n') : here;
  return text.charAt(lineBreak - 1) === '\r' ? '\r\n' : '\n';
}
