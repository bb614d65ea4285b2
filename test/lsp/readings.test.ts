import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { resolveSettings } from '../../server/core/index.ts';
import { createReadings, type Reading } from '../../server/lsp/readings.ts';

const documentOf = (text: string, version = 1, languageId = 'markdown'): TextDocument =>
  TextDocument.create('file:///a.md', languageId, version, text);

test('reads a version once under the same settings', () => {
  const heard: Reading[] = [];
  const readings = createReadings(reading => heard.push(reading));
  const settings = resolveSettings({});
  const document = documentOf('One.');
  const first = readings.of(document, settings);
  expect(readings.of(document, settings)).toBe(first);
  expect(heard).toEqual([first]);
});

test('takes over the blocks that did not change', () => {
  const readings = createReadings(() => undefined);
  const settings = resolveSettings({});
  const before = readings.of(documentOf('First words.\n\nLast words.'), settings).article;
  const after = readings.of(documentOf('First words.\n\nNew ones.\n\nLast words.', 2), settings).article;
  expect(after.blocks[0]?.block).toBe(before.blocks[0]?.block);
  expect(after.blocks[2]?.block).toBe(before.blocks[1]?.block);
});

test('checks again but does not read again when only settings change', () => {
  const readings = createReadings(() => undefined);
  const document = documentOf('Experts say it.');
  const before = readings.of(document, resolveSettings({}));
  const after = readings.of(document, resolveSettings({ rules: { 'vague-source': 'error' } }));
  expect(after.article).toBe(before.article);
  expect(after.report).not.toBe(before.report);
});

test('reads what it could not read before once the settings let it', () => {
  const readings = createReadings(() => undefined);
  const long = documentOf('Experts say it. '.repeat(100));
  const refused = readings.of(long, resolveSettings({ maximumLength: 1000 }));
  expect(refused).toMatchObject({ notRead: { reason: 'too-long' }, article: { text: '', blocks: [] } });
  const accepted = readings.of(long, resolveSettings({ maximumLength: 2000 }));
  expect(accepted.notRead).toBeUndefined();
  expect(accepted.article.text).toBe(long.getText());
});

test('reads anew what was opened anew, though version and language be the same', () => {
  const readings = createReadings(() => undefined);
  const settings = resolveSettings({});
  readings.of(documentOf('# One'), settings);
  expect(readings.of(documentOf('# Two'), settings).article.text).toBe('# Two');
  expect(readings.of(documentOf('# Two', 1, 'plaintext'), settings).article.languageId).toBe('plaintext');
});

test('remembers nothing of a document that was forgotten', () => {
  const readings = createReadings(() => undefined);
  const settings = resolveSettings({});
  const document = documentOf('One.');
  const first = readings.of(document, settings);
  readings.forget(document.uri);
  const again = readings.of(document, settings);
  expect(again).not.toBe(first);
  expect(again.article.blocks[0]?.block).not.toBe(first.article.blocks[0]?.block);
});
