import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What must be undone when the run ends, however it ends.
 *
 * Everything here is synchronous: it has to work inside an `exit` handler, where nothing can be awaited.
 */
const undo = new Set<() => void>();

/** Has something undone at the end of the run; gives the way to call that off. */
export function undoAtEnd(step: () => void): () => void {
  undo.add(step);
  return () => undo.delete(step);
}

/** Undoes everything that is still open, the newest first. */
export function cleanUp(): void {
  for (const step of [...undo].reverse()) step();
  undo.clear();
}

/** Makes sure that no editor and no temporary folder outlives this process, not even after Ctrl+C. */
export function cleanUpOnExit(): void {
  process.on('exit', cleanUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Makes a temporary folder that is removed at the end, or kept and named when `keep` is set. */
export function temporaryFolder(keep: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'sayswho-e2e-'));
  undo.add(() => {
    if (keep) console.log(`e2e: kept ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return folder;
}

/** A process with all its descendants. */
export interface ProcessGroup {
  readonly process: ChildProcess;
  /** Ends the process and everything it started; doing so twice is harmless. */
  readonly end: () => void;
}

/** Starts a process as the leader of its own group, so that the whole group can be ended at once. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const end = () => {
    undo.delete(end);
    if (child.pid === undefined) return;
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else endUnixGroup(child.pid);
  };
  undo.add(end);
  return { process: child, end };
}

function endUnixGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The group has ended by itself, which is what was wanted.
  }
}
