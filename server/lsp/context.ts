import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  Emitter,
  ErrorCodes,
  type Event,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CalendarDay } from '../core/index.ts';
import { createClientFiles } from '../files/client-files.ts';
import type { FilePort } from '../files/port.ts';
import type { DocumentParams, InitializationOptions } from '../protocol/messages.ts';
import { createLibraries, type Libraries } from './bibliography/libraries.ts';
import { createPermissions, type Permissions } from './bibliography/permissions.ts';
import { type ClientSettings, createClientSettings } from './client-settings.ts';
import { type Converter, createConverter, negotiateEncoding } from './convert.ts';
import { type Check, createReadings, type Reading, type Readings } from './readings.ts';
import { followFolders, type WorkspaceFolders } from './workspace-folders.ts';

/** What the server is given by the place in which it runs. */
export interface ServerEnvironment {
  /** The folder of the rule pages as a URI, used unless the client names one. Without either, nothing links to a page. */
  readonly docsUri?: string;
  /** Runs the script of the models' weights that the client names; absent where the server finds them by itself. */
  readonly useModels?: (uri: string) => void;
  /** Takes the place of the core's `check` in tests. */
  readonly check?: Check;
  /** The day it is, from which "yesterday" is told; by the clock if absent. */
  readonly today?: () => CalendarDay;
  /** Milliseconds without a keystroke after which diagnostics are pushed to a client that cannot pull them; 150 if absent. */
  readonly pushDelay?: number;
  /** The files that this place reaches; a client that reads and writes files for the server goes before. */
  readonly files?: FilePort;
}

/** A feature sets its capability and its handler together, or neither where the client has no use for it. */
export type Feature = (context: Context) => void;

/** What features share. */
export interface Context {
  readonly connection: Connection;
  readonly environment: ServerEnvironment;
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  /** What the server will say that it can do; features add to it. */
  readonly capabilities: ServerCapabilities;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: ClientSettings;
  readonly readings: Readings;
  /** Files other than drafts; absent where neither this place nor the client reaches any. */
  readonly files: FilePort | undefined;
  readonly folders: WorkspaceFolders;
  readonly permissions: Permissions;
  /** What drafts can cite; absent where no files are reached. */
  readonly libraries: Libraries | undefined;
  readonly convert: Converter;
  /** The folder of the rule pages, ending in a slash; absent where nobody named one. */
  readonly docsUri: string | undefined;
  /** Fires once for every new reading. */
  readonly onReading: Event<Reading>;
  /** Fires after settings changed and what depended on them was forgotten. */
  readonly onSettingsChange: Event<void>;
  /** Forgets settings that may have changed and tells everyone. `sent` is what came with the news. */
  changeSettings(sent: unknown): void;
  /** Fires when the client is ready for requests of the server; the connection itself tells but one listener. */
  readonly onInitialized: Event<void>;
  /** Fires when the client asks the server to stop; the connection itself tells but one listener. */
  readonly onShutdown: Event<void>;
  /** True once the client asked the server to stop. */
  isShutDown(): boolean;
  /** Writes an unexpected error to the log, unless the server was asked to stop. */
  logError(doing: string, error: unknown): void;
  forDocument: ForDocument;
}

interface DocumentRequest<Answer, ErrorData> {
  /** What is asked for, to complete the sentence "Says Who could not work out …". */
  readonly what: string;
  /** The answer for a document that is not open. */
  readonly missing: Answer;
  /** The error for a document that changed while its settings were fetched; `ContentModified` if absent. */
  readonly stale?: () => ResponseError<ErrorData>;
}

/**
 * Makes the handler of a request about one document: it finds the document, waits for its settings, minds cancellation and
 * change, and turns an exception into a logged error, so that a feature only says what its answer is.
 */
type ForDocument = <Params extends DocumentParams, Answer, ErrorData = never>(
  request: DocumentRequest<Answer, ErrorData>,
  answer: (reading: Reading, params: Params) => Answer,
) => (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<ErrorData>>;

/** Without the weights, drafts are read all the same, and each model that is missed says so. */
function useModels(connection: Connection, use: (uri: string) => void, uri: string): void {
  try {
    use(uri);
  } catch (error) {
    connection.console.error(`The weights of the models could not be loaded from ${uri}: ${String(error)}`);
  }
}

export function createContext(
  connection: Connection,
  environment: ServerEnvironment,
  params: InitializeParams,
): Context {
  const { capabilities: client, initializationOptions } = params;
  const options: InitializationOptions = isRecord(initializationOptions) ? initializationOptions : {};
  const docsUri = withSlash(options.docsUri ?? environment.docsUri);
  if (typeof options.modelsUri === 'string' && environment.useModels)
    useModels(connection, environment.useModels, options.modelsUri);
  const convert = createConverter(negotiateEncoding(client.general?.positionEncodings), docsUri, showsRelated(client));
  const capabilities: ServerCapabilities = {
    positionEncoding: convert.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  };
  const documents = new TextDocuments({ create: TextDocument.create, update: convert.update });
  const settings = createClientSettings(connection, client.workspace?.configuration === true, options.settings);
  const reading = new Emitter<Reading>();
  const settingsChange = new Emitter<void>();
  const files = options.files === true ? clientFiles(connection) : environment.files;
  const initialized = new Emitter<void>();
  const folders = followFolders(connection, params, initialized.event);
  const permissions = createPermissions(connection, options.files === true, () => libraries?.refresh());
  const libraries =
    files &&
    createLibraries({
      files,
      surroundings: async document => ({
        folder: folders.of(document.uri),
        settings: (await settings.of(document.uri)).settings.bibliography,
        mayRead: async uri => permissions.of(uri, document.uri),
      }),
      logError: (doing, error) => logError(doing, error),
      delay: environment.pushDelay ?? 300,
    });
  const readings = createReadings(made => reading.fire(made), {
    check: environment.check,
    clock: environment.today,
    libraryOf: uri => libraries?.of(uri),
  });
  const shutdown = new Emitter<void>();
  let shutDown = false;

  documents.listen(connection);
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    readings.forget(document.uri);
  });
  connection.onInitialized(() => initialized.fire());
  connection.onShutdown(() => {
    shutDown = true;
    shutdown.fire();
  });

  const logError = (doing: string, error: unknown): void => {
    // Nobody listens any more, and the connection may be gone.
    if (shutDown) return;
    connection.console.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };

  const forDocument: ForDocument = ({ what, missing, stale }, answer) => {
    return async (params, token) => {
      const cancelled = (): ResponseError<never> =>
        new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      try {
        if (shutDown) return new ResponseError(ErrorCodes.InvalidRequest, 'The server was asked to shut down.');
        if (token.isCancellationRequested) return cancelled();
        const document = documents.get(params.textDocument.uri);
        if (!document) return missing;
        const { version } = document;
        const resolved = await settings.of(document.uri);
        if (token.isCancellationRequested) return cancelled();
        if (documents.get(document.uri) !== document) return missing;
        if (document.version !== version) return stale?.() ?? contentModified();
        const result = answer(readings.of(document, resolved), params);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        logError(`Could not work out ${what} for ${params.textDocument.uri}`, error);
        const reason = error instanceof Error ? error.message : String(error);
        return new ResponseError(ErrorCodes.InternalError, `Says Who could not work out ${what}: ${reason}`);
      }
    };
  };

  return {
    connection,
    environment,
    client,
    options,
    capabilities,
    documents,
    settings,
    readings,
    files,
    folders,
    permissions,
    libraries,
    convert,
    docsUri,
    onReading: reading.event,
    onSettingsChange: settingsChange.event,
    changeSettings: sent => {
      settings.change(sent);
      settingsChange.fire();
    },
    onInitialized: initialized.event,
    onShutdown: shutdown.event,
    isShutDown: () => shutDown,
    logError,
    forDocument,
  };
}

const clientFiles = (connection: Connection): FilePort =>
  createClientFiles({
    sendRequest: (method, params) => connection.sendRequest(method, params),
    sendNotification: (method, params) => connection.sendNotification(method, params),
    onNotification: (method, handler) => connection.onNotification(method, handler as (params: unknown) => void),
  });

/** Clients that ask for diagnostics announce it with those or, as before there was such a place, with the ones that are sent. */
const showsRelated = ({ textDocument }: ClientCapabilities): boolean =>
  textDocument?.publishDiagnostics?.relatedInformation === true ||
  (textDocument?.diagnostic as { relatedInformation?: boolean } | undefined)?.relatedInformation === true;

const contentModified = (): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.ContentModified, 'The document changed before the answer was ready.');

const withSlash = (uri: string | undefined): string | undefined =>
  uri === undefined || uri.endsWith('/') ? uri : `${uri}/`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
