import { describe, expect, it } from 'vitest';
import { cellsOf, printable } from '../../server/cli/terminal/cells.ts';
import { coloursFor } from '../../server/cli/terminal/colours.ts';
import { excerpt } from '../../server/cli/terminal/excerpt.ts';

/** Excerpts the words between double square brackets. */
function excerptOf(marked: string, columns = 60) {
  const start = marked.indexOf('[[');
  const line = marked.replace('[[', '').replace(']]', '');
  return excerpt(line, { start, end: marked.indexOf(']]') - 2 }, columns);
}

const widths = (text: string) => cellsOf(text).map(cell => cell.width);

describe('cells', () => {
  it.each([
    ['ascii', 'ab', [1, 1]],
    ['wide characters', '字ｶﾞ한', [2, 2, 2]],
    ['an emoji of several code points', '🧑‍🧑‍🧒👍🏽🇫🇷1️⃣', [2, 2, 2, 2]],
    ['text that may be an emoji', '©✔️', [1, 2]],
    ['a combining mark', 'e\u0301', [1]],
    ['a mark without a base, a soft hyphen and a joiner', '\u0301', [0]],
    ['a soft hyphen', '\u00ad', [0]],
    ['a tab', '\t', [4]],
    ['a lone surrogate', 'a\ud800b', [1, 1, 1]],
  ])('measures %s', (_, text, expected) => {
    expect(widths(text)).toEqual(expected);
  });

  it('prints nothing that drives a terminal or turns a line', () => {
    expect(printable('\u001b[31mred\u0007 \u007f \u0085 \u202edlrow\u2066 \ud800')).toBe(
      '␛[31mred␇ ␡ \ufffd dlrow \ufffd',
    );
  });
});

describe('an excerpt', () => {
  it.each([
    ['Hello [[world]].', 'Hello world.', '      ^^^^^'],
    ['\tA [[tab]]', '    A tab', '      ^^^'],
    ['字字 [[字🎣]]!', '字字 字🎣!', '     ^^^^'],
    ['e\u0301a\u0300 [[e\u0301]] x', 'e\u0301a\u0300 e\u0301 x', '   ^'],
    ['an empty [[]]span', 'an empty span', '         ^'],
    ['at the end[[]]', 'at the end', '          ^'],
    ['', '', '^'],
  ])('puts carets under %j', (marked, line, carets) => {
    expect(excerptOf(marked)).toEqual({ line, carets });
  });

  const words = 'lorem ipsum dolor sit amet consectetur '.repeat(10);

  it('is a window on a long line, cut between words', () => {
    const { line, carets } = excerptOf(`${words}[[critics argue]] ${words}`);
    expect(line).toMatch(
      /^…(lorem|ipsum|dolor|sit|amet|consectetur) .* critics argue .* (lorem|ipsum|dolor|sit|amet|consectetur)…$/,
    );
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('critics argue');
  });

  it('uses the room that a span near the end of a long line leaves', () => {
    const { line } = excerptOf(`${words}[[critics argue]].`);
    expect(line).toMatch(/^….* critics argue\.$/);
    expect(line.length).toBeGreaterThan(60 - 17);
  });

  it('shows the start of a span that is wider than the window', () => {
    const { line, carets } = excerptOf(`${words}[[A ${words}]] end`);
    expect(line).toMatch(/^…A lorem .*…$/);
    expect(carets).toMatch(/^ \^+$/);
    expect(carets.length).toBeLessThan(line.length);
  });

  it('does not divide characters where it looks away from the rest of the line', () => {
    const { line, carets } = excerptOf(`${'🎣'.repeat(2001)}[[here]]${'🎣'.repeat(2001)}`);
    expect(line).not.toContain('\ufffd');
    expect(carets.trim()).toBe('^^^^');
  });

  it('takes no longer for a book on one line', () => {
    const book = words.repeat(10_000);
    const start = performance.now();
    for (let i = 0; i < 100; i++) excerpt(book, { start: 20_000 * i, end: 20_000 * i + 5 }, 100);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('colours', () => {
  const isColoured = (isTerminal: boolean, env: Record<string, string>) =>
    coloursFor(isTerminal, env).strong('x') !== 'x';

  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['a terminal with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR against NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('for %s', (_, isTerminal, env, expected) => {
    expect(isColoured(isTerminal, env)).toBe(expected);
  });
});
