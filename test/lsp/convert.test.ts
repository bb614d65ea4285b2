import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createConverter, negotiateEncoding, type PositionEncoding } from '../../server/lsp/convert.ts';
import { startTestServer } from '../support/start-test-server.ts';
import { flagging } from './flagging.ts';

const encodings: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** Emoji beyond the basic plane, a flag of two code points, CJK, an e with a combining accent, and a precomposed one. */
const samples = ['📰', '🇸🇪', '事実', 'e\u0301', 'é', 'plain', '\u00A0', '𝔘'];

/** Counts as a client does, by really encoding. */
function unitsIn(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'utf-16' ? text.length : [...text].length;
}

const documentOf = (text: string): TextDocument => TextDocument.create('file:///a.md', 'markdown', 1, text);

/** The position of an offset as a client would count it. */
function positionIn(text: string, offset: number, encoding: PositionEncoding): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: unitsIn(lines.at(-1) as string, encoding) };
}

test.each([
  [undefined, 'utf-16'],
  [[], 'utf-16'],
  [['utf-8', 'utf-16', 'utf-32'], 'utf-16'],
  [['utf-8'], 'utf-8'],
  [['utf-32', 'utf-8'], 'utf-32'],
  [['utf-7', 'utf-8'], 'utf-8'],
  [['utf-7'], 'utf-16'],
])('of %j the server takes %s', async (positionEncodings, chosen) => {
  expect(negotiateEncoding(positionEncodings)).toBe(chosen);
  const { result } = await startTestServer({ client: positionEncodings ? { general: { positionEncodings } } : {} });
  expect(result.capabilities.positionEncoding).toBe(chosen);
});

test.each(encodings)('positions in %s agree with a real encoder, both ways', encoding => {
  const text = samples.map(sample => `${sample}x${sample}`).join('\r\n');
  const document = documentOf(text);
  const convert = createConverter(encoding);
  let offset = 0;
  for (const character of [...text, '']) {
    const insideLineBreak = text.slice(offset - 1, offset + 1) === '\r\n';
    if (!insideLineBreak) {
      const position = positionIn(text, offset, encoding);
      expect(convert.toRange(document, { start: offset, end: offset }).start).toEqual(position);
      expect(convert.toOffset(document, position)).toBe(offset);
    }
    offset += character.length;
  }
});

test.each(encodings)('a position outside the text in %s is moved into it', encoding => {
  const document = documentOf('📰 one\r\ntwo');
  const convert = createConverter(encoding);
  expect(convert.toOffset(document, { line: 0, character: 99 })).toBe(6);
  expect(convert.toOffset(document, { line: 9, character: 0 })).toBe(11);
  expect(convert.toOffset(document, { line: 1, character: 99 })).toBe(11);
});

test('a position inside a character is moved to its start', () => {
  expect(createConverter('utf-8').toOffset(documentOf('a📰b'), { line: 0, character: 3 })).toBe(1);
});

test('a span that ends inside a character ends before it', () => {
  const range = createConverter('utf-32').toRange(documentOf('a📰b'), { start: 0, end: 2 });
  expect(range.end).toEqual({ line: 0, character: 1 });
});

test('lone surrogates take what an encoder writes for them', () => {
  const text = 'a\uD83Db\uDE00c';
  const convert = createConverter('utf-8');
  expect(convert.toRange(documentOf(text), { start: 4, end: 5 })).toEqual({
    start: { line: 0, character: Buffer.byteLength('a\uD83Db\uDE00') },
    end: { line: 0, character: Buffer.byteLength(text) },
  });
});

test.each(encodings)('edits in %s are applied where the client meant them', encoding => {
  const convert = createConverter(encoding);
  let text = 'The 📰 said 事実 today.\nIt said so 🇸🇪 e\u0301 twice.\r\nThe end';
  let document = documentOf(text);
  const replacements: [string, string][] = [
    ['事実', 'é é'],
    ['🇸🇪 ', ''],
    ['said so', '📰\n📰 事'],
    ['e\u0301', '𝔘'],
    ['The end', 'The end\n'],
  ];
  const changes: TextDocumentContentChangeEvent[] = [];
  for (const [before, after] of replacements) {
    const start = text.indexOf(before);
    const end = start + before.length;
    changes.push({
      range: { start: positionIn(text, start, encoding), end: positionIn(text, end, encoding) },
      text: after,
    });
    text = text.slice(0, start) + after + text.slice(end);
  }
  document = convert.update(document, changes, 2);
  expect(document.getText()).toBe(text);
  expect(document.version).toBe(2);
});

test.each(encodings)(
  'a range beyond the end in %s appends, and a change without a range replaces everything',
  encoding => {
    const convert = createConverter(encoding);
    const beyond = { line: 7, character: 0 };
    const appended = convert.update(documentOf('one\n'), [{ range: { start: beyond, end: beyond }, text: 'two\n' }], 2);
    expect(appended.getText()).toBe('one\ntwo\n');
    expect(appended.positionAt(8)).toEqual({ line: 2, character: 0 });
    expect(convert.update(appended, [{ text: 'three' }], 3).getText()).toBe('three');
  },
);

test.each(encodings)('any chain of edits in %s leaves the text that the client has', encoding => {
  const convert = createConverter(encoding);
  const character = fc.constantFrom('a', ' ', '\n', '\r\n', ...samples);
  const words = fc.array(character, { maxLength: 12 });
  const edit = fc.record({ from: fc.nat(20), length: fc.nat(6), by: words });
  fc.assert(
    fc.property(words, fc.array(edit, { maxLength: 4 }), (characters, edits) => {
      let shown = characters;
      const changes = edits.map(({ from, length, by }): TextDocumentContentChangeEvent => {
        const text = shown.join('');
        const positionAt = (index: number): Position =>
          positionIn(text, shown.slice(0, index).join('').length, encoding);
        const range = { start: positionAt(from), end: positionAt(from + length) };
        shown = [...shown.slice(0, from), ...by, ...shown.slice(from + length)];
        return { range, text: by.join('') };
      });
      const updated = convert.update(documentOf(characters.join('')), changes, 2);
      const text = shown.join('');
      expect(updated.getText()).toBe(text);
      const end = { start: text.length, end: text.length };
      expect(convert.toRange(updated, end).end).toEqual(positionIn(text, text.length, encoding));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.each(encodings)('a client that counts in %s is served in %s', async encoding => {
  const server = await startTestServer({
    client: {
      general: { positionEncodings: [encoding] },
      textDocument: { diagnostic: {} },
    },
    environment: { check: flagging(/Experts 事実/) },
  });
  const before = 'É 📰 e\u0301: ';
  const uri = server.open(`One.\n${before}nobody says.`);
  const start = unitsIn(before, encoding);
  server.change(uri, 2, {
    range: { start: { line: 1, character: start }, end: { line: 1, character: start + 6 } },
    text: 'Experts 事実',
  });
  const report = await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const range = {
    start: { line: 1, character: start },
    end: { line: 1, character: start + unitsIn('Experts 事実', encoding) },
  };
  expect(report).toMatchObject({ items: [{ range }] });
  const hover = await server.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 1, character: range.end.character - unitsIn('実', encoding) },
  });
  expect(hover).toMatchObject({ range });
});
