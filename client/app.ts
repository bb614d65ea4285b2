import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ClaimsLoader } from './claims-loader.ts';
import type { Server } from './language-client.ts';
import type { Preferences } from './outline/preferences.ts';
import type { Outline } from './outline/view.ts';
import type { RecordOfChecking } from './record/record.ts';
import type { ShownDocument } from './shown-document.ts';

/** What commands may use. */
export interface App {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly server: Server;
  readonly shown: ShownDocument;
  readonly loader: ClaimsLoader;
  readonly outline: Outline;
  readonly preferences: Preferences;
  readonly record: RecordOfChecking;
}

/** A command: its identifier in the manifest and what it does. Arguments come from outside and may be anything. */
export interface Command {
  readonly id: string;
  run(app: App, ...given: unknown[]): unknown;
}
