import * as vscode from 'vscode';
import type { App, Command } from '../app.ts';
import { citeFromBibliography } from './cite-from-bibliography.ts';
import { copyClaims } from './copy-claims.ts';
import { fixFinding } from './fix-finding.ts';
import { fixCommands } from './fixes/apply-fix.ts';
import { choosePlaceholder } from './fixes/choose-placeholder.ts';
import { citeClipboard } from './fixes/cite-clipboard.ts';
import { placeholderSteps } from './fixes/step-to-placeholder.ts';
import { nextFinding } from './next-finding.ts';
import { openRule } from './open-rule.ts';
import { openSample } from './open-sample.ts';
import { arrangeCommands } from './outline/arrange-claims.ts';
import { previousFinding } from './previous-finding.ts';
import { addSource, openSource, removeSource } from './record/add-source.ts';
import { editNote } from './record/edit-note.ts';
import { listClaim } from './record/list-claim.ts';
import { matchCommands } from './record/match-entry.ts';
import {
  adoptRecord,
  openRecord,
  redoRecordChange,
  resolveConflicts,
  setAsideRecord,
  undoRecordChange,
} from './record/mend-record.ts';
import { setStatusCommands } from './record/set-status.ts';
import { exportSheet, importSheet } from './record/sheet.ts';
import { showChange } from './record/show-change.ts';
import { nextUnchecked, previousUnchecked } from './record/step-to-unchecked.ts';
import { refreshClaims } from './refresh-claims.ts';
import { restartServer } from './restart-server.ts';
import { peekClaim, revealClaim } from './reveal-claim.ts';
import { showClaims } from './show-claims.ts';
import { showLog } from './show-log.ts';
import { toggle } from './toggle.ts';

const commands: readonly Command[] = [
  citeFromBibliography,
  ...arrangeCommands,
  ...fixCommands,
  ...matchCommands,
  ...placeholderSteps,
  ...setStatusCommands,
  addSource,
  adoptRecord,
  choosePlaceholder,
  citeClipboard,
  copyClaims,
  editNote,
  exportSheet,
  fixFinding,
  importSheet,
  listClaim,
  nextFinding,
  nextUnchecked,
  openRecord,
  openRule,
  openSample,
  openSource,
  peekClaim,
  previousFinding,
  previousUnchecked,
  redoRecordChange,
  refreshClaims,
  removeSource,
  resolveConflicts,
  restartServer,
  revealClaim,
  setAsideRecord,
  showChange,
  showClaims,
  showLog,
  toggle,
  undoRecordChange,
];

export const registerCommands = (app: App): vscode.Disposable =>
  vscode.Disposable.from(
    ...commands.map(({ id, run }) => vscode.commands.registerCommand(id, (...given) => run(app, ...given))),
  );
