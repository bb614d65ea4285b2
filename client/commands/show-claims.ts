import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { claimsViewId } from '../outline/view.ts';

/** Opens the Claims view and puts the keyboard in it. */
export const showClaims: Command = {
  id: 'sayswho.showClaims',
  run: () => vscode.commands.executeCommand(`${claimsViewId}.focus`),
};
