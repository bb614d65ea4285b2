import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn, State } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol/messages.ts';
import { crashHandler } from './crash-handler.ts';
import { linkRules, rulesFolder } from './rule-links.ts';
import { onlyServed, servedLanguages } from './served.ts';

/** Builds the client of one platform; only the way to reach the server differs. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** `stopped` means that nobody will start it again unasked. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server as the rest of the client sees it. */
export interface Server extends vscode.Disposable {
  readonly client: BaseLanguageClient;
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<void>;
  /** Starts the server; rejects with the reason where it cannot be started. */
  start(): Promise<void>;
  restart(): Promise<void>;
}

export function connect(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  createClient: CreateClient,
): Server {
  const changed = new vscode.EventEmitter<void>();
  let stopped = false;
  const setStopped = (value: boolean) => {
    stopped = value;
    changed.fire();
  };

  const docsUri = rulesFolder(context.extensionUri);
  const initializationOptions: InitializationOptions = {
    docsUri,
    modelsUri: vscode.Uri.joinPath(context.extensionUri, 'dist/server/models.js').toString(true),
    analysed: true,
    commands: true,
    ledger: true,
    files: true,
  };
  const crashes = crashHandler(log, () => setStopped(true));
  const client = createClient('sayswho', vscode.l10n.t('Says Who'), {
    documentSelector: servedLanguages.map(language => ({ language })),
    initializationOptions,
    initializationFailedHandler: () => false,
    middleware: { ...onlyServed, ...linkRules(docsUri) },
    errorHandler: crashes.handler,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
  const stateListener = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) {
      stopped = false;
      log.info(vscode.l10n.t('The language server is running.'));
    }
    changed.fire();
  });

  const start = async () => {
    stopped = false;
    try {
      await client.start();
    } catch (error) {
      log.error(vscode.l10n.t('The language server could not be started.'), error);
      setStopped(true);
      throw error;
    }
  };

  return {
    client,
    get state() {
      if (client.isRunning()) return 'running';
      return stopped ? 'stopped' : 'starting';
    },
    onDidChangeState: changed.event,
    start,
    async restart() {
      log.info(vscode.l10n.t('Restarting the language server.'));
      crashes.forget();
      // One that hangs does not stop when it is asked to; its process is ended all the same.
      if (client.needsStop()) await client.stop().catch(error => log.warn(String(error)));
      await start();
    },
    dispose() {
      stateListener.dispose();
      changed.dispose();
      client.dispose().catch(() => {
        // It never came up, or did not answer in time; it ends with this process.
      });
    },
  };
}
