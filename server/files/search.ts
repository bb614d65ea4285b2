import { join } from 'node:path';
import type { NodeFileSystem } from './node.ts';

/** Folders that programs fill. */
const passedOver = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'target',
  'dist',
  'build',
  '__pycache__',
  'venv',
]);
/** A home folder that was opened by mistake is not gone through to its end. */
const mostFolders = 2000;
const deepest = 8;

/** The paths of files in a folder and the folders in it, the nearest first; folders that may not be read have none. */
export async function searchFolder(
  fs: Pick<NodeFileSystem, 'readdir'>,
  folder: string,
  isWanted: (name: string) => boolean,
  most: number,
): Promise<string[]> {
  const found: string[] = [];
  let level = [folder];
  let folders = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: string[] = [];
    for (const path of level) {
      if (++folders > mostFolders || found.length >= most) return found.slice(0, most);
      const entries = await fs.readdir(path, { withFileTypes: true }).catch(() => []);
      for (const entry of entries)
        if (entry.isFile() && isWanted(entry.name)) found.push(join(path, entry.name));
        else if (entry.isDirectory() && !entry.name.startsWith('.') && !passedOver.has(entry.name))
          next.push(join(path, entry.name));
    }
    level = next;
  }
  return found.slice(0, most);
}
