import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

/** The language server, bundled as it ships, to be run as a process. */
export interface BuiltServer {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles the language server into a folder of its own, so that tests need no build before them. */
export async function buildServer(): Promise<BuiltServer> {
  const folder = await mkdtemp(join(tmpdir(), 'says who 📰 '));
  const path = join(folder, 'dist', 'server', 'server.cjs');
  await bundle('server/lsp/node.ts', path);
  return { path, remove: () => rm(folder, { recursive: true }) };
}
