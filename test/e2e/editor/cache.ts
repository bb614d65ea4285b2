import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { undoAtEnd } from './cleanup.ts';

const MARKER = 'complete.json';
const ABANDONED_AFTER_MS = 2 * 60 * 60 * 1000;

/**
 * The folder where editors and browsers are kept from one run to the next.
 *
 * It lies outside the checkout, so that a clean clone does not mean another download of 800 MB.
 */
export function cacheFolder(): string {
  return process.env['SAYSWHO_TEST_CACHE'] || join(systemCache(), 'sayswho-test');
}

function systemCache(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}

/**
 * Gives the folder of something installed, and installs it first where that has not been done.
 *
 * An installation is made in a folder of its own and renamed into place when it is whole. Nobody therefore
 * ever sees half of one, and two runs at the same time cost one installation too many, never a broken one.
 *
 * @param versions What is installed; any change of it makes a new installation.
 */
export async function provide(
  name: string,
  versions: Readonly<Record<string, string>>,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = cacheFolder();
  const place = join(cache, name);
  const marker = JSON.stringify(versions);
  if (isWhole(place, marker)) return place;

  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const made = await mkdtemp(join(cache, `${name}.part-`));
  const remove = () => rmSync(made, { recursive: true, force: true });
  const callOff = undoAtEnd(remove);
  try {
    await install(made);
    writeFileSync(join(made, MARKER), marker);
    if (!isWhole(place, marker)) {
      rmSync(place, { recursive: true, force: true });
      moveIntoPlace(made, place, marker);
    }
    return place;
  } finally {
    callOff();
    remove();
  }
}

function isWhole(place: string, marker: string): boolean {
  const file = join(place, MARKER);
  return existsSync(file) && readFileSync(file, 'utf8') === marker;
}

function moveIntoPlace(made: string, place: string, marker: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    // Another run may have put its own there since the check, and that one is as good.
    if (!isWhole(place, marker)) throw error;
  }
}

/** Removes what an interrupted run left behind, but not what another run may be making now. */
function removeAbandoned(cache: string): void {
  for (const name of readdirSync(cache).filter(name => name.includes('.part-'))) {
    const folder = join(cache, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) rmSync(folder, { recursive: true, force: true });
  }
}
