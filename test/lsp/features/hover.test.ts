import { describe, expect, test } from 'vitest';
import type { Hover, MarkupContent, Position } from 'vscode-languageserver';
import { rules } from '../../../server/core/index.ts';
import { generousClient, startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

const hoverAt = (server: TestServer, uri: string, position: Position): Promise<Hover | null> =>
  server.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });

const textOf = (hover: Hover | null): string | undefined => (hover?.contents as MarkupContent | undefined)?.value;

const rule = rules[0] as (typeof rules)[number];
const environment = {
  docsUri: 'file:///rules%20(1)/',
  check: flagging(/Experts\S*/, { ruleId: rule.id, reasons: ['no name near', 'no link within reach'] }),
};

test('says what was matched, what was noticed, why it matters, what would satisfy it, and where to read on', async () => {
  const server = await startTestServer({ environment });
  const hover = await hoverAt(server, server.open('So Experts say.'), { line: 0, character: 4 });
  expect(hover).toEqual({
    contents: {
      kind: 'markdown',
      value: [
        '**Matched:** “Experts”',
        '**Noticed:** no name near; no link within reach',
        '**Confidence:** 90 %',
        `**Why it matters:** ${rule.docs.why}`,
        `**What would satisfy it:** ${rule.docs.advice}`,
        `[About the rule “${rule.id}”](file:///rules%20%281%29/${rule.id}.md)`,
      ].join('\n\n'),
    },
    range: { start: { line: 0, character: 3 }, end: { line: 0, character: 10 } },
  });
});

test.each([
  ['on the first character', 3, true],
  ['on the last character', 9, true],
  ['before it', 2, false],
  ['after it', 10, false],
])('%s', async (_, character, found) => {
  const server = await startTestServer({ environment });
  const hover = await hoverAt(server, server.open('So Experts say.'), { line: 0, character });
  expect(hover !== null).toBe(found);
});

test('writes plain text for a client that does not ask for Markdown', async () => {
  const server = await startTestServer({ client: {}, environment });
  const hover = await hoverAt(server, server.open('Experts say.'), { line: 0, character: 0 });
  expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  expect(textOf(hover)).toContain('Matched: “Experts”');
  expect(textOf(hover)).toContain(`About the rule “${rule.id}”: file:///rules%20(1)/${rule.id}.md`);
});

test('markup in the draft is shown and never takes effect', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts[click](http://evil.example)<img>**x** say.');
  const value = textOf(await hoverAt(server, uri, { line: 0, character: 0 }));
  expect(value).toContain('Experts\\[click\\](http://evil.example)\\<img\\>\\*\\*x\\*\\*');
});

test('shortens a long match between words', async () => {
  const server = await startTestServer({ environment: { check: flagging(/Experts.*/) } });
  const uri = server.open(`Experts ${'say and '.repeat(100)}`);
  const value = textOf(await hoverAt(server, uri, { line: 0, character: 0 }));
  expect(value).toMatch(/Matched:\*\* “Experts (?:say and )+say…”/);
});

test('explains every finding at a place, the narrowest first', async () => {
  const wide = flagging(/Experts say it/, { ruleId: 'wide', message: 'Wide.' });
  const narrow = flagging(/say/, { ruleId: 'narrow', message: 'Narrow.' });
  const server = await startTestServer({
    environment: {
      check: (article, settings) => ({
        failures: [],
        findings: [...wide(article, settings).findings, ...narrow(article, settings).findings],
      }),
    },
  });
  const hover = await hoverAt(server, server.open('Experts say it.'), { line: 0, character: 8 });
  expect(textOf(hover)).toMatch(/^\*\*Matched:\*\* “say”[\s\S]*---[\s\S]*“Experts say it”/);
  expect(hover?.range).toEqual({ start: { line: 0, character: 8 }, end: { line: 0, character: 11 } });
});

test('has nothing to say about a document that is not open', async () => {
  const server = await startTestServer({ client: generousClient });
  expect(await hoverAt(server, 'file:///elsewhere.md', { line: 0, character: 0 })).toBeNull();
});

test('a time that is told from today says which days it speaks of', async () => {
  const today = () => ({ year: 2026, month: 3, day: 18 });
  const text = 'Rents rose last January, they say, and fell at 5 p.m. in the past two weeks.';
  const server = await startTestServer({ environment: { today, check: flagging(/Nothing/) } });
  const uri = server.open(text);
  const at = (words: string) => hoverAt(server, uri, { line: 0, character: text.indexOf(words) });
  expect(textOf(await at('last January'))).toBe('January 2026, told from 18 March 2026');
  expect(textOf(await at('past two weeks'))).toBe('4 to 18 March 2026, told from 18 March 2026');
  expect(textOf(await at('5 p.m.'))).not.toContain('told from');
});

test('the day that the settings name comes before that of the clock', async () => {
  const settings = () => ({ today: '2020-01-02' });
  const environment = { today: () => ({ year: 2026, month: 3, day: 18 }), check: flagging(/fell yesterday/) };
  const server = await startTestServer({ environment, settings });
  const text = textOf(await hoverAt(server, server.open('The dam fell yesterday.'), { line: 0, character: 14 }));
  expect(text).toMatch(/^\*\*Matched:\*\* “fell yesterday”[\s\S]*\n\n---\n\n1 January 2020, told from 2 January 2020$/);
});

test('without either, the day is that of the clock', async () => {
  const server = await startTestServer({ environment: { check: flagging(/Nothing/) } });
  const text = textOf(await hoverAt(server, server.open('The dam fell yesterday.'), { line: 0, character: 14 }));
  expect(text).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4}, told from \d{1,2} [A-Z][a-z]+ \d{4}$/);
});

describe('a claim that is not flagged', () => {
  const quiet = { check: flagging(/Nothing/) };
  const told = async (text: string, words: string, languageId = 'markdown', client = generousClient) => {
    const server = await startTestServer({ client, environment: quiet });
    const uri = server.open(text, { languageId });
    const before = text.slice(0, text.indexOf(words));
    const line = before.split('\n').length - 1;
    const found = await hoverAt(server, uri, { line, character: before.length - before.lastIndexOf('\n') - 1 });
    return textOf(found);
  };

  test('is told by its evidence, what the note says, how strong it is and where it stands', async () => {
    const text = 'Rents in Halden rose by 40 per cent in 2023.[^1]\n\n[^1]: Lind, Rents, 2024.';
    expect(await told(text, 'rose')).toBe(
      '**Not flagged:** The text backs it.\n\n**Evidence:** “\\[^1\\]”: Lind, Rents, 2024. (can be looked up)',
    );
    expect(await told(text, 'rose', 'markdown', {})).toBe(
      'Not flagged: The text backs it.\n\nEvidence: “[^1]”: Lind, Rents, 2024. (can be looked up)',
    );
  });

  test.each([
    [
      'According to the Ministry of Housing:\n\n- Rents rose by 40 per cent.',
      'Rents',
      /the sentence that introduces the list/,
    ],
    ['Rents rose by 40 per cent. Wages fell by 3 per cent (Lind 2019).', 'Rents', /at the end of the paragraph/],
    [
      'Rents in Halden rose by 40 per cent [citation needed].',
      'Rents',
      /marked for a source already[\s\S]*citation needed/,
    ],
    ['“Rents in Halden rose by 40 per cent in 2019.”', 'Rents', /somebody else’s words/],
    ['Rents in Halden rose by 40 per cent in 2019.', 'Rents', /your settings or a comment let it stand/],
    ['Rents in [Halden](https://halden.example/) rose by 40 per cent in 2019.', 'rose', /none that could be asked/],
  ])('%j', async (text, words, expected) => {
    expect(await told(text, words)).toMatch(expected);
  });

  test('is not explained where the rules flag it elsewhere in the sentence', async () => {
    const server = await startTestServer({ environment: { check: flagging(/40 per cent/, { family: 'claim' }) } });
    const uri = server.open('Rents in Halden rose by 40 per cent.');
    expect(await hoverAt(server, uri, { line: 0, character: 2 })).toBeNull();
  });
});
