import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * An esbuild plugin that leaves the models' weights out of the bundles, which read them from one file when a draft is first read:
 * the package holds them once, and starting does not wait for them.
 *
 * @param {'node' | 'worker'} place Where the bundle runs: Node reads the file; in a worker, `worker.ts` sees to it that it is there.
 * @param {string} file The file with the models, seen from the bundle.
 * @returns {import('esbuild').Plugin}
 */
export const sharedModels = (place, file = 'models.js') => ({
  name: 'shared-models',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]models[\\/][\w-]+\.json$/ }, async ({ path }) => {
      const name = basename(path, '.json');
      const keys = Object.keys(JSON.parse(await readFile(path, 'utf8')));
      const members = keys.map(
        key => `get ${JSON.stringify(key)}() { return models()[${JSON.stringify(name)}]?.[${JSON.stringify(key)}]; }`,
      );
      return {
        contents: `${loaders[place](file)}\nexport default { ${members.join(', ')} };`,
        loader: 'js',
        watchFiles: [path],
      };
    });
  },
});

/** What is not there is reported by whatever needs it, as a file that could not be loaded. */
const loaders = {
  node: file => `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
const models = () => {
  try {
    if (!globalThis.saysWhoModels) runInThisContext(readFileSync(join(__dirname, ${JSON.stringify(file)}), 'utf8'));
  } catch {}
  return globalThis.saysWhoModels ?? {};
};`,
  worker: () => 'const models = () => globalThis.saysWhoModels ?? {};',
};

/** The text of that file, a script that both can run. */
export async function modelsScript(paths) {
  const entries = await Promise.all(
    paths.map(
      async path =>
        `${JSON.stringify(basename(path, '.json'))}:${JSON.stringify(JSON.parse(await readFile(path, 'utf8')))}`,
    ),
  );
  return `globalThis.saysWhoModels={${entries.join(',')}};\n`;
}
