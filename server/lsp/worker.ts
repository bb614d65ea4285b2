import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';
import { tolerance } from './tolerance.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope & { importScripts(uri: string): void };

// The client knows where the extension's files are in this browser, and names the folder of the rule pages itself.
startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), tolerance),
  { useModels: uri => worker.importScripts(uri) },
);
