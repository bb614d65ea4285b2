import type { Token } from './tokenize.ts';

/**
 * A fixture shows text and, under each line, what the grammar made of it:
 *
 *     > Trade fell [who?].
 *                  ^      markup.other.placeholder punctuation.definition.placeholder.begin
 *                   ^^^^  markup.other.placeholder keyword.other.placeholder
 *
 * Text stands behind "> ". The carets stand under the characters to which our scopes apply, the outermost scope first
 * and without their common ending `.sayswho`. What has no carets is blank or has no scope of ours. Other
 * lines are remarks.
 */
export const textLines = (fixture: string): string[] =>
  fixture
    .split('\n')
    .filter(line => isText(line))
    .map(line => line.slice(2));

/** The fixture as it should read, given the tokens of its text lines. Remarks are kept. */
export function withMarks(fixture: string, tokens: readonly (readonly Token[])[]): string {
  const lines = fixture.split('\n').filter(line => !isMark(line));
  let next = 0;
  return lines.flatMap(line => (isText(line) ? [line, ...marksOf(line, tokens[next++] ?? [])] : [line])).join('\n');
}

const isText = (line: string): boolean => line.startsWith('> ') || line === '>';
const isMark = (line: string): boolean => /^ +\^/.test(line);

function marksOf(line: string, tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ start, end, scopes }) => {
    const text = line.slice(start + 2, end + 2);
    const own = scopes.filter(scope => scope.endsWith('.sayswho')).map(scope => scope.replace(/\.sayswho$/, ''));
    if (own.length === 0 || text.trim() === '') return [];
    const carets = `${' '.repeat(start + 2)}${'^'.repeat(end - start)}`;
    return [`${carets.padEnd(line.length)}  ${own.join(' ')}`];
  });
}
