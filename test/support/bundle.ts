import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Bundles a program of the repository for Node, as one file that needs nothing beside it. */
export async function bundle(entry: string, outfile: string, plugins: Plugin[] = []): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    plugins,
  });
}
