import { describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, CodeActionContext, Range, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClaimsResult, claimsRequest } from '../../../../server/protocol/messages.ts';
import { generousClient, startTestServer, type TestServer } from '../../../support/start-test-server.ts';
import { flagging } from '../../flagging.ts';

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

const placeholdersOnly = { only: ['quickfix.sayswho.placeholder'] };

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
    kind: 'quickfix.sayswho.placeholder',
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
  expect(actions.slice(0, 2).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
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
    (await actionsAt(server, uri, range, placeholdersOnly)).map(
      ({ diagnostics }) => diagnostics?.[0]?.range.start.line,
    );
  expect(await linesOf(at(0, 3))).toEqual([0]);
  expect(await linesOf(at(0, 7))).toEqual([0]);
  expect(await linesOf(at(0, 8))).toEqual([]);
  expect(await linesOf(at(2, 0, 17))).toEqual([2]);
  expect(await linesOf(everywhere)).toEqual([0, 2]);
});

const choice = `${'$'}{1|common knowledge,own experience,opinion,quoted,checked elsewhere,other|}`;

test('lets a finding stand by a comment, offered last, whose reason is chosen', async () => {
  const server = await startTestServer({ environment });
  const uri = server.open('Experts say.\n\n- Experts say.\n');
  const actions = await actionsAt(server, uri);
  const standing = actions.filter(({ kind }) => kind === 'quickfix.sayswho.letStand');
  expect(actions.slice(-standing.length)).toEqual(standing);
  expect(standing.map(({ title }) => title)).toEqual([
    'Let it stand: ignore “vague-source” here',
    'Let it stand: ignore “vague-source” here',
    'Let it stand: ignore “vague-source” in this paragraph',
    'Let it stand: ignore “vague-source” in the whole draft',
  ]);
  expect(standing.map(({ edit }) => edit?.documentChanges?.[0])).toMatchObject([
    { edits: [{ range: at(0, 0), snippet: { value: `<!-- sayswho-ignore-next vague-source -- ${choice} -->\n` } }] },
    { edits: [{ range: at(2, 14), snippet: { value: ` <!-- sayswho-ignore vague-source -- ${choice} -->` } }] },
    {
      edits: [
        { range: at(0, 0), snippet: { value: `<!-- sayswho-ignore-start vague-source -- ${choice} -->\n` } },
        { range: at(0, 12), newText: '\n<!-- sayswho-ignore-end -->' },
      ],
    },
    { edits: [{ snippet: { value: `\n\n<!-- sayswho-ignore-file vague-source -- ${choice} -->\n` } }] },
  ]);
});

test('a claim may stand in the record, where the client keeps one', async () => {
  const text = 'The dam cost $4 million in 2018.\n\nIs it high?\n';
  const standing = async (initializationOptions: unknown, range?: Range) => {
    const server = await startTestServer({ initializationOptions });
    const uri = server.open(text);
    const actions = await actionsAt(server, uri, range, { only: ['quickfix.sayswho.letStand'] });
    const { sections } = await server.connection.sendRequest<ClaimsResult>(claimsRequest, { textDocument: { uri } });
    return {
      commands: actions.flatMap(({ command }) => command ?? []),
      claims: sections.flatMap(({ claims }) => claims),
    };
  };
  const { commands, claims } = await standing({ commands: true });
  expect(claims).toHaveLength(1);
  expect(commands).toEqual([
    {
      title: 'Let it stand in the record of checking…',
      command: 'sayswho.markLetStand',
      arguments: [claims[0]?.id],
    },
  ]);
  expect((await standing({ commands: true }, at(2, 4))).commands).toEqual([]);
  expect((await standing({})).commands).toEqual([]);
});

test('a client without snippets chooses the reason in the menu', async () => {
  const server = await startTestServer({ client: withoutSnippets, environment });
  const actions = await actionsAt(server, server.open('Experts say.'), everywhere, {
    only: ['quickfix.sayswho.letStand'],
  });
  expect(actions.map(({ title }) => title).slice(0, 2)).toEqual([
    'Let it stand: ignore “vague-source” here (common knowledge)',
    'Let it stand: ignore “vague-source” here (own experience)',
  ]);
  expect(actions).toHaveLength(8);
});

test.each([
  'Experts say the dam will hold.',
  'It is so.\nExperts say the dam will hold.',
  '- One.\n- Experts say the dam will hold.',
])('the core heeds the comment: %j', async text => {
  const server = await startTestServer({ client: withoutVersions });
  const uri = server.open(text);
  const standing = () => actionsAt(server, uri, everywhere, { only: ['quickfix.sayswho.letStand'] });
  const [first] = await standing();
  const document = TextDocument.create(uri, 'markdown', 1, text);
  server.change(uri, 2, { text: TextDocument.applyEdits(document, first?.edit?.changes?.[uri] ?? []) });
  expect(await standing()).toEqual([]);
});

test('rewords only what the change settles', async () => {
  const server = await startTestServer();
  const uri = server.open('The general wanted to humiliate his rivals before the election.');
  const actions = await actionsAt(server, uri, everywhere, { only: ['refactor.rewrite'] });
  expect(actions.map(({ title, kind }) => [kind, title])).toEqual([
    ['refactor.rewrite.sayswho.attribute', 'Attribute to…: “according to [who?]”'],
    ['refactor.rewrite.sayswho.opinion', 'Mark as opinion: “To my mind, …”'],
  ]);
});

describe('placeholders for many findings', () => {
  const text = '# One\n\nExperts say.\n\n## Two\n\nExperts say. Experts say.\n\n# Three\n\nExperts say.\n';
  const confirming: ClientCapabilities = {
    ...generousClient,
    textDocument: {
      ...generousClient.textDocument,
      codeAction: {
        ...generousClient.textDocument?.codeAction,
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
    workspace: {
      ...generousClient.workspace,
      workspaceEdit: { documentChanges: true, snippetEditSupport: true, changeAnnotationSupport: {} },
    },
  };
  const only = ['quickfix.sayswho.fill', 'source.fixAll.sayswho'];
  const resolve = (server: TestServer, action: CodeAction | undefined): Promise<CodeAction> =>
    server.connection.sendRequest('codeAction/resolve', action);
  const linesOf = ({ edit }: CodeAction) =>
    (edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits.map(({ range }) => range.start.line);

  test('are worked out when they are chosen, and are to be confirmed', async () => {
    const server = await startTestServer({ client: confirming, environment });
    const uri = server.open(text);
    const actions = await actionsAt(server, uri, at(6, 1), { only });
    expect(actions.map(({ title, edit }) => [title, edit])).toEqual([
      ['Insert placeholders for all 4 findings of “vague-source”…', undefined],
      ['Insert placeholders for all warnings in this section…', undefined],
      ['Insert placeholders for all warnings in the draft…', undefined],
    ]);
    const [rule, section, all] = await Promise.all(actions.map(action => resolve(server, action)));
    expect(linesOf(rule as CodeAction)).toEqual([2, 6, 6, 10]);
    expect(linesOf(section as CodeAction)).toEqual([6, 6]);
    expect(linesOf(all as CodeAction)).toEqual([2, 6, 6, 10]);
    expect(section?.edit).toMatchObject({
      changeAnnotations: { 'sayswho.placeholders': { label: 'Insert 2 placeholders', needsConfirmation: true } },
      documentChanges: [
        { textDocument: { version: 1 }, edits: [{ newText: ' [who?]', annotationId: 'sayswho.placeholders' }, {}] },
      ],
    });
  });

  test('are refused once the draft has changed', async () => {
    const server = await startTestServer({ client: confirming, environment });
    const uri = server.open(text);
    const [action] = await actionsAt(server, uri, at(6, 1), { only });
    server.change(uri, 2, { range: at(0, 0), text: 'x' });
    await expect(resolve(server, action)).rejects.toThrow('The draft has changed since this was offered');
  });

  test('are worked out at once where the client resolves nothing', async () => {
    const server = await startTestServer({ environment });
    const [action] = await actionsAt(server, server.open(text), at(6, 1), { only: ['source.fixAll'] });
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({ edits: [{ newText: ' [who?]' }, {}, {}, {}] });
  });

  test('for the whole draft they have to be asked for', async () => {
    const server = await startTestServer({ environment });
    const actions = await actionsAt(server, server.open(text), at(6, 1));
    expect(actions.filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
  });
});

describe('a placeholder', () => {
  const citing = ['quickfix.sayswho.citation', 'quickfix.sayswho.citeUrl'];

  test('turns into a citation whose key is still open', async () => {
    const server = await startTestServer();
    const uri = server.open('The dam cost $4 million in 2018. [citation needed]');
    const [action] = await actionsAt(server, uri, at(0, 40), { only: citing });
    expect(action).toMatchObject({
      title: 'Turn the placeholder into a citation: [@TODO-source]',
      diagnostics: [{ code: 'open-placeholder' }],
      edit: {
        documentChanges: [{ edits: [{ range: at(0, 33, 50), snippet: { value: `[@${tabStop('TODO-source')}]` } }] }],
      },
    });
  });

  test('gives way to the address on the clipboard only where the client can', async () => {
    const text = 'The dam cost $4 million in 2018. [citation needed]';
    const titles = async (initializationOptions: unknown) => {
      const server = await startTestServer({ initializationOptions });
      return (await actionsAt(server, server.open(text), at(0, 40), { only: citing })).map(({ command }) => command);
    };
    expect(await titles({})).toEqual([undefined]);
    expect(await titles({ commands: true })).toEqual([
      undefined,
      expect.objectContaining({ command: 'sayswho.citeClipboard' }),
    ]);
  });
});

test('a comment that lets nothing stand can be removed', async () => {
  const server = await startTestServer({ client: withoutVersions });
  const text = 'It holds. <!-- sayswho-ignore vague-source -->\n';
  const uri = server.open(text);
  const [action] = await actionsAt(server, uri, at(0, 20), { only: ['quickfix.sayswho.removeComment'] });
  const document = TextDocument.create(uri, 'markdown', 1, text);
  expect(TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? [])).toBe('It holds.\n');
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
  const actions = await actionsAt(server, uri, everywhere, placeholdersOnly);
  expect(actions.map(({ title }) => title)).toEqual(['Insert [who?]']);
  expect(actions[0]?.diagnostics?.map(({ code }) => code)).toEqual(['vague-source', 'hearsay']);
});

test.each([
  [['quickfix'], true],
  [[''], true],
  [['refactor', 'quickfix'], true],
  [['refactor'], true],
  [['refactor.extract'], false],
  [['source.fixAll'], false],
  [['quickfix.other'], false],
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

test('corrects the name of a rule in a comment', async () => {
  const server = await startTestServer();
  const uri = server.open('Nobody came. <!-- sayswho-ignore vage-source -- quoted -->\n');
  const [fix] = await actionsAt(server, uri, at(0, 35), { only: ['quickfix.sayswho.replace'] });
  expect(fix).toMatchObject({
    title: 'Replace with “vague-source”',
    edit: { documentChanges: [{ edits: [{ range: at(0, 33, 44), newText: 'vague-source' }] }] },
  });
});
