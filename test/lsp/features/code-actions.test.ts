import { expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, CodeActionContext, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generousClient, startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

const actionsAt = (
  server: TestServer,
  uri: string,
  range = everywhere,
  context: Partial<CodeActionContext> = {},
): Promise<CodeAction[]> =>
  server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...context },
  });

const at = (line: number, from: number, to = from): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

const tabStop = (words: string): string => `\${1:${words}}`;

const environment = { check: flagging(/Experts/) };
const withoutSnippets: ClientCapabilities = {
  ...generousClient,
  workspace: { ...generousClient.workspace, workspaceEdit: { documentChanges: true } },
};
const withoutVersions: ClientCapabilities = {
  ...generousClient,
  workspace: { ...generousClient.workspace, workspaceEdit: { snippetEditSupport: true } },
};

test('inserts a placeholder as a snippet whose words are to be typed over', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.', { languageId: 'plaintext' });
  const [insert] = await actionsAt(server, uri);
  expect(insert).toMatchObject({
    title: 'Insert [who?]',
    kind: 'quickfix',
    isPreferred: true,
    edit: {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: at(0, 7), snippet: { kind: 'snippet', value: ` [${tabStop('who?')}]` } }],
        },
      ],
    },
  });
});

test('inserts plain text where the client takes no snippets', async () => {
  const server = await startTestServer({ client: withoutSnippets, environment });
  const uri = server.open('Experts say.');
  const [insert] = await actionsAt(server, uri);
  expect(insert?.edit).toEqual({
    documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range: at(0, 7), newText: ' [who?]' }] }],
  });
});

test('inserts plain text without a version where the client takes neither', async () => {
  const server = await startTestServer({ client: withoutVersions, environment });
  const uri = server.open('Experts say.');
  const [insert] = await actionsAt(server, uri);
  expect(insert?.edit).toEqual({ changes: { [uri]: [{ range: at(0, 7), newText: ' [who?]' }] } });
});

test.each([
  ['bracket', 'Insert [who?]', ` [${tabStop('who?')}]`],
  ['tk', 'Insert [TK: who]', ` [${tabStop('TK: who')}]`],
  ['comment', 'Insert <!-- who? -->', ` <!-- ${tabStop('who?')} -->`],
])('writes placeholders in the style %s', async (placeholderStyle, title, value) => {
  const server = await startTestServer({ environment, settings: () => ({ placeholderStyle }) });
  const [insert] = await actionsAt(server, server.open('Experts say.'));
  expect(insert?.title).toBe(title);
  expect(insert?.edit?.documentChanges?.[0]).toMatchObject({ edits: [{ snippet: { value } }] });
});

test('adds no second space in front, and one behind where a word follows', async () => {
  const check = flagging(/Experts /, { fixes: [{ kind: 'placeholder', need: 'source', at: 8 }] });
  const server = await startTestServer({ client: withoutSnippets, environment: { check } });
  const [insert] = await actionsAt(server, server.open('Experts say.'));
  expect(insert?.edit?.documentChanges?.[0]).toMatchObject({ edits: [{ newText: '[citation needed] ' }] });
});

test('replaces words, and prefers the first of several repairs', async () => {
  const check = flagging(/Experts/, {
    fixes: [
      { kind: 'replace', span: { start: 0, end: 7 }, text: 'A $5 {expert}', title: 'Say “A $5 {expert}”' },
      { kind: 'placeholder', need: 'which', at: 7 },
    ],
  });
  const server = await startTestServer({ environment: { check } });
  const uri = server.open('Experts say.', { languageId: 'plaintext' });
  const actions = await actionsAt(server, uri);
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['Say “A $5 {expert}”', true],
    ['Insert [which?]', undefined],
  ]);
  expect(actions[0]?.edit?.documentChanges?.[0]).toMatchObject({
    edits: [{ range: at(0, 0, 7), newText: 'A $5 {expert}' }],
  });
});

test('offers repairs for the findings that the range touches', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.\n\nMore Experts say.', { languageId: 'plaintext' });
  const linesOf = async (range: Range) =>
    (await actionsAt(server, uri, range)).map(({ diagnostics }) => diagnostics?.[0]?.range.start.line);
  expect(await linesOf(at(0, 3))).toEqual([0]);
  expect(await linesOf(at(0, 7))).toEqual([0]);
  expect(await linesOf(at(0, 8))).toEqual([]);
  expect(await linesOf(at(2, 0, 17))).toEqual([2]);
  expect(await linesOf(everywhere)).toEqual([0, 2]);
});

test('lets a finding stand by a comment, offered after the repairs', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.\n\n- Experts say.\n');
  const actions = await actionsAt(server, uri);
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['Insert [who?]', true],
    ['Insert [who?]', true],
    ['Let it stand: ignore “vague-source” here', undefined],
    ['Let it stand: ignore “vague-source” here', undefined],
  ]);
  const reason = tabStop('reason');
  expect(actions.slice(2).map(({ edit }) => edit?.documentChanges?.[0])).toMatchObject([
    {
      edits: [{ range: at(0, 0), snippet: { value: `<!-- sayswho-ignore-next vague-source -- ${reason} -->\n` } }],
    },
    { edits: [{ range: at(2, 14), snippet: { value: ` <!-- sayswho-ignore vague-source -- ${reason} -->` } }] },
  ]);
});

test.each([
  'Experts say the dam will hold.',
  'It is so.\nExperts say the dam will hold.',
  '- One.\n- Experts say the dam will hold.',
])('the core heeds the comment: %j', async text => {
  const server = await startTestServer({ client: withoutVersions });
  const uri = server.open(text);
  const standing = (actions: CodeAction[]) => actions.filter(({ title }) => title.startsWith('Let it stand'));
  const before = standing(await actionsAt(server, uri));
  expect(before.length).toBeGreaterThan(0);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  server.change(uri, 2, { text: TextDocument.applyEdits(document, before[0]?.edit?.changes?.[uri] ?? []) });
  const after = standing(await actionsAt(server, uri));
  expect(after.map(({ title }) => title)).toEqual(before.slice(1).map(({ title }) => title));
});

test('gives back the client’s own diagnostics of the finding, and no others', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.', { languageId: 'plaintext' });
  const shown = { range: at(0, 0, 7), message: 'As shown.', source: 'Says Who', code: 'vague-source' };
  const [insert] = await actionsAt(server, uri, at(0, 1), {
    diagnostics: [
      { ...shown, source: 'Spelling' },
      { ...shown, code: 'hearsay' },
      { ...shown, range: at(0, 0, 5) },
      { ...shown, data: { family: 'attribution', messageId: 'other' } },
      shown,
      { ...shown, data: null },
    ],
  });
  expect(insert?.diagnostics).toEqual([shown, { ...shown, data: null }]);
});

test('offers once what two findings ask for', async () => {
  const one = flagging(/Experts/);
  const two = flagging(/Experts/, { ruleId: 'hearsay' });
  const server = await startTestServer({
    environment: {
      check: (article, settings) => ({
        failures: [],
        findings: [...one(article, settings).findings, ...two(article, settings).findings],
      }),
    },
  });
  const uri = server.open('Experts say.', { languageId: 'plaintext' });
  const actions = await actionsAt(server, uri);
  expect(actions.map(({ title }) => title)).toEqual(['Insert [who?]']);
  expect(actions[0]?.diagnostics?.map(({ code }) => code)).toEqual(['vague-source', 'hearsay']);
});

test.each([
  [['quickfix'], true],
  [[''], true],
  [['refactor', 'quickfix'], true],
  [['refactor'], false],
  [['source.fixAll'], false],
  [[], false],
])('where the client asks only for %j', async (only, offered) => {
  const server = await startTestServer({ environment });
  const actions = await actionsAt(server, server.open('Experts say.'), everywhere, { only });
  expect(actions.length > 0).toBe(offered);
});

test('a client that takes nothing but commands is offered none', async () => {
  const { result } = await startTestServer({ client: { textDocument: { codeAction: {} } }, environment });
  expect(result.capabilities).not.toHaveProperty('codeActionProvider');
});

test('the edit belongs to the version that was read', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.');
  server.change(uri, 7, { range: at(0, 0), text: 'The ' });
  const [insert] = await actionsAt(server, uri);
  expect(insert?.edit?.documentChanges?.[0]).toMatchObject({
    textDocument: { uri, version: 7 },
    edits: [{ range: at(0, 11) }],
  });
});
