import { expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  MarkupContent,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FilePort } from '../../../server/files/port.ts';
import {
  generousClient,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '../../support/start-test-server.ts';

const refs = `@article{moeller2020,
  author = {M{\\"o}ller, Ann and Berg, Bo},
  title = {The Dam *at* Lake}, journal = {Journal of Dams}, year = 2020, url = {https://example.org/dam}
}
@misc{lind2019, title = {Walls}}
`;
const named = '---\nbibliography: refs.bib\n---\n\n';
const draftUri = 'file:///desk/draft.md';
const refsUri = 'file:///desk/refs.bib';

/** Files in memory that tell when they are changed. */
function memory(files: Record<string, string>) {
  const watching = new Map<string, () => void>();
  let version = 0;
  const never = async () => ({ kind: 'missing' as const });
  const port: FilePort = {
    read: async (uri, known, most = Infinity) => {
      const content = files[uri];
      if (content === undefined) return { kind: 'missing' };
      if (content.length > most) return { kind: 'too-large', size: content.length };
      return known === `${version}`
        ? { kind: 'unchanged' }
        : { kind: 'found', bytes: new TextEncoder().encode(content), version: `${version}` };
    },
    write: async () => ({ kind: 'changed' }),
    keepAside: never,
    find: async () => ({ kind: 'found', uris: [] }),
    search: async (folder, endings) => ({
      kind: 'found',
      uris: Object.keys(files).filter(uri => uri.startsWith(folder) && endings.some(ending => uri.endsWith(ending))),
    }),
    watch: (uri, changed) => {
      watching.set(uri, changed);
      return () => watching.delete(uri);
    },
  };
  return {
    port,
    watching,
    change: (uri: string, content: string) => {
      version++;
      files[uri] = content;
      watching.get(uri)?.();
    },
  };
}

/** A server with a draft whose bibliography is read. */
async function desk(
  text: string,
  files: Record<string, string> = { [refsUri]: refs },
  options: TestServerOptions = {},
) {
  const store = memory(files);
  const server = await startTestServer({
    ...options,
    environment: { files: store.port, pushDelay: 0 },
    rootUri: 'file:///desk',
  });
  const uri = server.open(text, { uri: draftUri });
  await diagnosticsOf(server, uri);
  await server.next('workspace/diagnostic/refresh');
  return { server, uri, store };
}

const diagnosticsOf = async (server: TestServer, uri: string): Promise<Diagnostic[]> => {
  const { items } = await server.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return items.filter(({ code }) => code === 'unresolved-citation-key' || code === 'bibliography');
};

const at = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};

const completed = async (server: TestServer, uri: string, position: object): Promise<readonly string[] | null> => {
  const list = await server.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return list?.items.map(({ label }) => label) ?? null;
};

test('a key that the bibliography does not have is pointed out, with the nearest as a quick fix', async () => {
  const text = `${named}The dam is safe [@lindt2019, p. 3].\n`;
  const { server, uri } = await desk(text);
  const [finding] = await diagnosticsOf(server, uri);
  expect(finding).toMatchObject({
    severity: 2,
    message: 'No bibliography has the key “lindt2019”; did you mean “lind2019”?',
    range: { start: at(text, 'lindt2019') },
  });
  const actions = await server.connection.sendRequest<{ title: string }[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding?.range,
    context: { diagnostics: [] },
  });
  expect(actions[0]).toMatchObject({ title: 'Replace with “lind2019”', isPreferred: true });
});

test('keys complete by what is typed of them, of an author, a year or a title', async () => {
  const text = `${named}See [@ and [@berg and [@walls and [@2020 and mail x@mo.\n`;
  const { server, uri } = await desk(text);
  const after = (words: string) => {
    const { line, character } = at(text, words);
    return { line, character: character + words.length };
  };
  expect(await completed(server, uri, after('See [@'))).toEqual(['lind2019', 'moeller2020']);
  expect(await completed(server, uri, after('[@berg'))).toEqual(['moeller2020']);
  expect(await completed(server, uri, after('[@walls'))).toEqual(['lind2019']);
  expect(await completed(server, uri, after('[@2020'))).toEqual(['moeller2020']);
  expect(await completed(server, uri, after('x@mo'))).toBeNull();
  const { items } = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: after('[@berg'),
  });
  expect(items[0]).toMatchObject({
    detail: 'Möller and Berg 2020',
    documentation: 'Ann Möller, Bo Berg (2020). The Dam *at* Lake. Journal of Dams',
    filterText: 'moeller2020 Möller Berg 2020 The Dam *at* Lake Journal of Dams',
    textEdit: { range: { start: after('and [@'), end: after('[@berg') }, newText: 'moeller2020' },
  });
});

test('hovering over a key shows its entry, whose markup has no effect', async () => {
  const text = `${named}We agree [@moeller2020].\n`;
  const { server, uri } = await desk(text);
  const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: at(text, 'moeller'),
  });
  expect((hover.contents as MarkupContent).value).toBe(
    '**Möller and Berg 2020**\n\nThe Dam \\*at\\* Lake. *Journal of Dams*\n\nmoeller2020 · article · https://example.org/dam',
  );
  expect(hover.range).toEqual({ start: at(text, 'moeller2020'), end: at(text, '].') });
});

test('a key leads to its entry', async () => {
  const text = `${named}We agree [@lind2019].\n`;
  const { server, uri } = await desk(text);
  const define = (words: string) =>
    server.connection.sendRequest<Location | null>('textDocument/definition', {
      textDocument: { uri },
      position: at(text, words),
    });
  expect(await define('lind2019')).toEqual({
    uri: refsUri,
    range: { start: at(refs, 'lind2019'), end: { line: 4, character: 14 } },
  });
  expect(await define('agree')).toBeNull();
});

test('a change of the bibliography is seen, and what is broken in it is shown in it until it is mended', async () => {
  const { server, uri, store } = await desk(`${named}We agree [@new2021].\n`);
  expect(await diagnosticsOf(server, uri)).toHaveLength(1);
  store.change(refsUri, `${refs}@misc{new2021,\n  title = {A}\n  year = 2021\n}\n`);
  await server.next('workspace/diagnostic/refresh');
  expect(await diagnosticsOf(server, uri)).toEqual([]);
  const shown = await server.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
  expect(shown).toMatchObject({
    uri: refsUri,
    diagnostics: [{ severity: 2, code: 'broken-entry', range: { start: { line: 7, character: 2 } } }],
  });
  store.change(refsUri, refs);
  expect(await server.next('textDocument/publishDiagnostics')).toEqual({ uri: refsUri, diagnostics: [] });
  server.close(uri);
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  expect(store.watching.size).toBe(0);
});

test('a bibliography that is missing is told where the draft names it now', async () => {
  const { server, uri } = await desk(`${named}We agree [@lind2019].\n`, {});
  const [missing] = await diagnosticsOf(server, uri);
  expect(missing).toMatchObject({
    severity: 3,
    message: 'The bibliography “refs.bib” is not there.',
    range: { start: { line: 1, character: 14 }, end: { line: 1, character: 22 } },
  });
  server.change(uri, 2, {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
    text: 'title: On dams\n',
  });
  const [moved] = await diagnosticsOf(server, uri);
  expect(moved?.range.start).toEqual({ line: 2, character: 14 });
});

test('the user is asked once before a bibliography outside the folder is read', async () => {
  const text = '---\nbibliography: ../all.bib\n---\n\nWe agree [@lind2019].\n';
  let asked = 0;
  const answer = async (message: string) => {
    expect(message).toContain('“draft.md” names the bibliography “all.bib”');
    asked++;
    return { title: 'Read It' };
  };
  const { server, uri } = await desk(text, { 'file:///all.bib': refs }, { answer });
  await server.next('workspace/diagnostic/refresh');
  expect(await diagnosticsOf(server, uri)).toEqual([]);
  expect(asked).toBe(1);
});

test('a client that trusts nobody is told so', async () => {
  const store = memory({ [refsUri]: refs });
  const server = await startTestServer({
    environment: { pushDelay: 0 },
    rootUri: 'file:///desk',
    initializationOptions: { files: true },
    requests: {
      'sayswho/readFile': async () => ({ kind: 'missing' }),
      'sayswho/mayReadOutside': async () => ({ answer: 'untrusted' }),
    },
  });
  const uri = server.open('---\nbibliography: ../all.bib\n---\n\nText.\n', { uri: draftUri });
  await diagnosticsOf(server, uri);
  await server.next('workspace/diagnostic/refresh');
  await server.next('workspace/diagnostic/refresh');
  expect((await diagnosticsOf(server, uri))[0]?.message).toContain('Trust the folder to be asked');
  expect(store.watching.size).toBe(0);
});

test('cites what was picked, in place of the placeholder at the cursor or right there', async () => {
  const text = `${named}The dam is safe [citation needed].\n\nIt is.\n`;
  const { server, uri } = await desk(text);
  const { entries } = await server.connection.sendRequest<{ entries: object[] }>('sayswho/library', {
    textDocument: { uri },
  });
  expect(entries).toContainEqual({
    key: 'moeller2020',
    authors: 'Möller and Berg',
    year: '2020',
    title: 'The Dam *at* Lake',
    container: 'Journal of Dams',
  });
  const citeAt = (position: object, key: string) =>
    server.connection.sendRequest<WorkspaceEdit | null>('sayswho/cite', { textDocument: { uri }, position, key });
  const editsOf = (edit: WorkspaceEdit | null) =>
    edit?.documentChanges?.flatMap(change => ('edits' in change ? change.edits : []));
  expect(editsOf(await citeAt(at(text, 'needed'), 'lind2019'))).toEqual([
    { range: { start: at(text, '[citation'), end: at(text, '.\n\nIt') }, newText: '[@lind2019]' },
  ]);
  const { line } = at(text, 'It is.');
  const end = { line, character: 6 };
  expect(editsOf(await citeAt(end, 'lind2019'))).toEqual([
    { range: { start: { line, character: 5 }, end: { line, character: 5 } }, newText: ' [@lind2019]' },
  ]);
  expect(await citeAt(end, 'nobody')).toBeNull();
});

test.each([
  [true, 1],
  [false, 0],
])('offers the picker on a claim without a source to a client that has it: %s', async (commands, count) => {
  const text = `${named}Landings have fallen by 40 per cent since 2015.\n`;
  const { server, uri } = await desk(text, undefined, { initializationOptions: { commands } });
  const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at(text, 'Landings'), end: at(text, ' since') },
    context: { diagnostics: [], only: ['quickfix.sayswho.citeEntry'] },
  });
  expect(actions).toHaveLength(count);
  for (const { command } of actions)
    expect(command).toMatchObject({
      command: 'sayswho.citeFromBibliography',
      arguments: [uri, { line: at(text, 'Landings').line, character: expect.any(Number) }],
    });
});

test('puts the work that a claim is about forward as a plain edit, for clients that run no commands', async () => {
  const text = `${named}The dam at the lake has lost 40 per cent of its water since 2015.\n`;
  const { server, uri } = await desk(text);
  const [action, ...others] = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at(text, 'lost'), end: at(text, ' since') },
    context: { diagnostics: [], only: ['quickfix.sayswho.citeEntry'] },
  });
  expect(others).toEqual([]);
  expect(action).toMatchObject({
    title: 'Cite Möller and Berg 2020, The Dam *at* Lake',
    edit: { documentChanges: [{ edits: [{ newText: ' [@moeller2020]' }] }] },
  });
  expect(action).not.toHaveProperty('command');
});

test('a server that reaches no files offers no keys', async () => {
  const { result } = await startTestServer({ client: generousClient });
  expect(result.capabilities).not.toHaveProperty('completionProvider');
  expect(result.capabilities).not.toHaveProperty('definitionProvider');
});

test('a key that nobody has gives way to the one that is picked, and alone', async () => {
  const text = `${named}We agree [see @nobody, p. 3].\n`;
  const { server, uri } = await desk(text, undefined, { initializationOptions: { commands: true } });
  const position = at(text, 'nobody');
  const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ['quickfix.sayswho.citeEntry'] },
  });
  expect(actions).toMatchObject([
    { title: 'Cite from the bibliography…', diagnostics: [{ code: 'unresolved-citation-key' }] },
  ]);
  const edit = await server.connection.sendRequest<WorkspaceEdit>('sayswho/cite', {
    textDocument: { uri },
    position,
    key: 'lind2019',
  });
  expect(edit.documentChanges).toMatchObject([
    { edits: [{ range: { start: position, end: at(text, ', p. 3') }, newText: 'lind2019' }] },
  ]);
});

test('where a bibliography is missing, hovering over a key that it may have says that the others do not', async () => {
  const text = '---\nbibliography: [refs.bib, gone.bib]\n---\n\nWe agree [@nobody] or not [@TODO-source].\n';
  const { server, uri } = await desk(text);
  const hoverAt = async (words: string) => {
    const params = { textDocument: { uri }, position: at(text, words) };
    const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', params);
    return hover ? (hover.contents as MarkupContent).value : '';
  };
  expect(await hoverAt('nobody')).toBe('No bibliography has the key “nobody”, as far as they could be read.');
  expect(await hoverAt('TODO')).not.toContain('No bibliography');
});
