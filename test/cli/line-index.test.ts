import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../server/cli/line-index.ts';

const places = (text: string) =>
  Array.from({ length: text.length + 1 }, (_, at) => {
    const { line, column } = lineIndex(text).placeAt(at);
    return `${line}:${column}`;
  });

describe('the line index', () => {
  it.each([
    ['', ['1:1']],
    ['a\nb', ['1:1', '1:2', '2:1', '2:2']],
    ['a\r\nb', ['1:1', '1:2', '1:3', '2:1', '2:2']],
    ['a\rb', ['1:1', '1:2', '2:1', '2:2']],
    ['🎣x\n', ['1:1', '1:2', '1:3', '1:4', '2:1']],
    ['a\u2028b', ['1:1', '1:2', '1:3', '1:4']],
  ])('counts lines and columns in %j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('gives lines without their breaks', () => {
    const text = 'one\r\ntwo\n\nfour\rfive';
    const { lineSpan } = lineIndex(text);
    const lines = [1, 2, 3, 4, 5].map(line => text.slice(lineSpan(line).start, lineSpan(line).end));
    expect(lines).toEqual(['one', 'two', '', 'four', 'five']);
  });
});
