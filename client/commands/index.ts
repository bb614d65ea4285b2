import * as vscode from 'vscode';
import type { App, Command } from '../app.ts';
import { copyClaims } from './copy-claims.ts';
import { fixFinding } from './fix-finding.ts';
import { nextFinding } from './next-finding.ts';
import { openRule } from './open-rule.ts';
import { openSample } from './open-sample.ts';
import { previousFinding } from './previous-finding.ts';
import { refreshClaims } from './refresh-claims.ts';
import { restartServer } from './restart-server.ts';
import { revealClaim } from './reveal-claim.ts';
import { showClaims } from './show-claims.ts';
import { showLog } from './show-log.ts';
import { toggle } from './toggle.ts';

const commands: readonly Command[] = [
  copyClaims,
  fixFinding,
  nextFinding,
  openRule,
  openSample,
  previousFinding,
  refreshClaims,
  restartServer,
  revealClaim,
  showClaims,
  showLog,
  toggle,
];

export const registerCommands = (app: App): vscode.Disposable =>
  vscode.Disposable.from(
    ...commands.map(({ id, run }) => vscode.commands.registerCommand(id, (...given) => run(app, ...given))),
  );
