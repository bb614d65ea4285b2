import type { FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from './failures.ts';
import type { NodeFileSystem } from './node.ts';

/** A lock that this process holds. */
export interface Lock {
  /** False where another process took it for abandoned, as it may when this one was suspended for long. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Who holds a lock, as its file says; for the messages that people read, and for finding out whether they are gone. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly time: string;
  readonly token: string;
}

let taken = 0;

/**
 * Takes the lock that a file stands for, waiting for its holder. A lock is abandoned if its holder's process is gone, or if the very
 * same lock has stood for `patience` milliseconds while we watched: no clock is compared with another. `undefined`: somebody holds
 * it, and keeps writing, longer than `patience` allows. Errors of the file system are thrown.
 *
 * @param onRecovery Called, with the lock held, after an abandoned one was removed.
 */
export async function takeLock(
  fs: NodeFileSystem,
  path: string,
  patience: number,
  onRecovery: () => Promise<void>,
): Promise<Lock | { readonly heldBy: string }> {
  const token = `${hostname()}-${process.pid}-${performance.timeOrigin}-${taken++}`;
  const owner: Owner = { pid: process.pid, host: hostname(), time: new Date().toISOString(), token };
  const started = performance.now();
  let seen = { content: '', since: started };
  let recovered = false;
  for (let pause = 1; ; pause = Math.min(2 * pause, 40)) {
    if (await create(fs, path, `${JSON.stringify(owner)}\n`)) {
      if (recovered) await onRecovery();
      return {
        isHeld: async () => (await contentOf(fs, path)).includes(token),
        release: async () => {
          if ((await contentOf(fs, path)).includes(token)) await fs.rm(path, { force: true });
        },
      };
    }
    const content = await contentOf(fs, path);
    const now = performance.now();
    if (content !== seen.content) seen = { content, since: now };
    if (isOrphan(content) || now - seen.since >= patience) {
      if (await removeAbandoned(fs, path, content, `${path}.${process.pid}-${taken++}`)) recovered = true;
    } else if (now - started >= 3 * patience) return { heldBy: describe(content) };
    else await new Promise(resolve => setTimeout(resolve, pause + (process.pid % 7)));
  }
}

async function create(fs: NodeFileSystem, path: string, content: string): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await fs.open(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.writeFile(content);
  } catch (error) {
    await handle.close();
    await fs.rm(path, { force: true });
    throw error;
  }
  await handle.close();
  return true;
}

/** Empty where the lock is gone, or its holder has not written into it yet. */
const contentOf = (fs: NodeFileSystem, path: string): Promise<string> => fs.readFile(path, 'utf8').catch(() => '');

/** Its holder was a process on this machine that has ended. */
function isOrphan(content: string): boolean {
  const owner = ownerOf(content);
  if (owner?.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * Two may find the same lock abandoned at the same time, and the slower one must not remove the lock that the faster one took since.
 * A rename takes exactly one file away; where it turns out to be another's lock, it is put back.
 */
async function removeAbandoned(fs: NodeFileSystem, path: string, content: string, away: string): Promise<boolean> {
  try {
    await fs.rename(path, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  const isTheOne = (await contentOf(fs, away)) === content;
  if (!isTheOne) await fs.link(away, path).catch(() => undefined);
  await fs.rm(away, { force: true });
  return isTheOne;
}

function ownerOf(content: string): Owner | undefined {
  try {
    const owner: Owner = JSON.parse(content);
    return Number.isInteger(owner.pid) && owner.pid > 0 && typeof owner.host === 'string' ? owner : undefined;
  } catch {
    return undefined;
  }
}

function describe(content: string): string {
  const owner = ownerOf(content);
  return owner ? `process ${owner.pid} on ${owner.host}, since ${owner.time}` : 'another program';
}
