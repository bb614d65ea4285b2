import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type LogMessageParams,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { ServerEnvironment } from '../../server/lsp/context.ts';
import { startServer } from '../../server/lsp/server.ts';
import { tolerance } from '../../server/lsp/tolerance.ts';

/** Everything that a generous client can do, as VS Code announces it. */
export const generousClient: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix'] } } },
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

export interface TestServerOptions {
  /** What the client can do; `generousClient` if absent. */
  readonly client?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers for `workspace/configuration`; no settings if absent. */
  readonly settings?: (uri: string) => unknown;
  readonly environment?: ServerEnvironment;
  /** The folder that is open; none if absent. */
  readonly rootUri?: string;
  /** Answers a question to the user; dismissed if absent. */
  readonly answer?: (message: string) => Promise<unknown>;
  /** Answers requests of the server, by method. */
  readonly requests?: Readonly<Record<string, (params: never) => Promise<unknown>>>;
}

/** A client's view of the real server, over its real protocol. */
export interface TestServer {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  /** What the server wrote to the log so far. */
  readonly log: readonly string[];
  /** Opens a document and gives its address back; its version is 1. */
  open(text: string, as?: { uri?: string; languageId?: string }): string;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** Waits for the next message of a method that the server sends on its own account, and takes it. */
  next<Params>(method: string): Promise<Params>;
  nextPush(): Promise<PublishDiagnosticsParams>;
  /** What the server sent of a method and nobody took yet. */
  waiting(method: string): readonly unknown[];
}

/** Starts the server on two in-memory streams, initializes it, and stops it when the test is over. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { connection, received, log } = connect(options);
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: options.rootUri ?? null,
    capabilities: options.client ?? generousClient,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  return {
    connection,
    result,
    log,
    open: (text, { uri = 'file:///drafts/op-ed.md', languageId = 'markdown' } = {}) => {
      send('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return uri;
    },
    change: (uri, version, ...contentChanges) =>
      send('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: uri => send('textDocument/didClose', { textDocument: { uri } }),
    next: method => received.next(method),
    nextPush: () => received.next('textDocument/publishDiagnostics'),
    waiting: method => received.waiting(method),
  };
}

/** A started server and a client connected to it, before the first request. */
export function connect({ environment = {}, settings, answer, requests = {} }: TestServerOptions): {
  connection: ProtocolConnection;
  received: Received;
  log: string[];
} {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    tolerance,
  );
  startServer(server, environment);

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const received = createReceived();
  const log: string[] = [];
  connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
    log.push(message);
    received.add('window/logMessage', message);
  });
  connection.onUnhandledNotification(({ method, params }) => received.add(method, params));
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string; section: string }[] }) => {
    received.add('workspace/configuration', items);
    return Promise.all(items.map(async ({ scopeUri }) => (await settings?.(scopeUri)) ?? null));
  });
  connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => answer?.(message) ?? null);
  for (const [method, handler] of Object.entries(requests)) connection.onRequest(method, handler);
  for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh'])
    connection.onRequest(method, params => {
      received.add(method, params);
      return null;
    });
  connection.listen();
  onTestFinished(async () => {
    await connection.sendRequest('shutdown').catch(() => undefined);
    connection.dispose();
    server.dispose();
  });
  return { connection, received, log };
}

/** Messages that came in, in order, until somebody takes them. */
interface Received {
  add(method: string, params: unknown): void;
  next<Params>(method: string): Promise<Params>;
  waiting(method: string): readonly unknown[];
}

function createReceived(): Received {
  const arrived = new Map<string, unknown[]>();
  const wanted = new Map<string, ((params: never) => void)[]>();
  return {
    add: (method, params) => {
      const taker = wanted.get(method)?.shift();
      if (taker) taker(params as never);
      else arrived.set(method, [...(arrived.get(method) ?? []), params]);
    },
    next: method => {
      const queue = arrived.get(method);
      if (queue && queue.length > 0) return Promise.resolve(queue.shift() as never);
      return new Promise(resolve => wanted.set(method, [...(wanted.get(method) ?? []), resolve]));
    },
    waiting: method => arrived.get(method) ?? [],
  };
}
