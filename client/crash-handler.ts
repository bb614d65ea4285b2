import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** More crashes than this within the period, and the server is left stopped. */
const allowedCrashes = 4;
const periodInMilliseconds = 3 * 60 * 1000;

export interface CrashHandler {
  readonly handler: ErrorHandler;
  /** Forgets earlier crashes, because the user asked for a new start. */
  forget(): void;
}

/**
 * Restarts a server that crashed, with a line in the log and no message on the screen. One that keeps crashing is
 * left stopped; the status item and the Claims view then say so and offer a restart.
 */
export function crashHandler(log: vscode.LogOutputChannel, giveUp: () => void): CrashHandler {
  let crashes: number[] = [];
  return {
    handler: {
      error: (error, _message, count) => {
        log.error(vscode.l10n.t('The connection to the language server failed: {0}', error.message));
        const action = count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown;
        return { action, handled: true };
      },
      closed: () => {
        const now = Date.now();
        crashes = [...crashes.filter(time => now - time < periodInMilliseconds), now];
        if (crashes.length <= allowedCrashes) {
          const message = vscode.l10n.t(
            'The language server stopped unexpectedly and is started again ({0} of {1}).',
            crashes.length,
            allowedCrashes,
          );
          return { action: CloseAction.Restart, message, handled: true };
        }
        giveUp();
        const message = vscode.l10n.t(
          'The language server stopped {0} times within three minutes and is not started again. Run “Says Who: Restart Language Server” to try once more.',
          crashes.length,
        );
        return { action: CloseAction.DoNotRestart, message, handled: true };
      },
    },
    forget: () => {
      crashes = [];
    },
  };
}
