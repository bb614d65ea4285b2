/**
 * A seal tells whether an entry still stands as Says Who wrote it. It guards against accidents (a flipped bit, half a merge, a hand
 * edit that was not meant), not against forgery: whoever wants to forge can compute it. Comments are not sealed.
 *
 * FNV-1a over UTF-16 code units, 32 bits, in seven letters and digits.
 */
export function sealOf(lines: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const line of lines) {
    if (isComment(line)) continue;
    for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/** Told without an expression, since a large record asks it of a hundred thousand lines. */
function isComment(line: string): boolean {
  let at = 0;
  while (line[at] === ' ') at++;
  return at === line.length || line[at] === '#';
}
