import * as vscode from 'vscode';

const duration = 5000;

/** Says something in the status bar for a few seconds. It asks for no answer and covers nothing. */
export function notice(message: string): void {
  vscode.window.setStatusBarMessage(message, duration);
}
