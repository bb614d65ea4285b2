import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { resolveSettings } from '../../server/core/index.ts';
import { createConverter } from '../../server/lsp/convert.ts';
import { createEditMaker } from '../../server/lsp/edits.ts';
import { createReadings } from '../../server/lsp/readings.ts';
import { generousClient } from '../support/start-test-server.ts';

const document = TextDocument.create('file:///a.md', 'markdown', 3, 'One.');
const reading = createReadings(() => undefined).of(document, resolveSettings({}));

test('nothing in the draft’s words is taken for snippet syntax', () => {
  const make = createEditMaker(generousClient, createConverter('utf-16'));
  const text = `a\\b $1 {c} [\${x}]`;
  const edit = make(reading, [{ span: { start: 0, end: 0 }, text, typeOver: { start: 11, end: 16 } }]);
  expect(edit.documentChanges?.[0]).toMatchObject({
    edits: [{ snippet: { kind: 'snippet', value: `a\\\\b \\$1 {c\\} \${1:[\\\${x\\}}]` } }],
  });
});
