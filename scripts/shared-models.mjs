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
      const members = keys.map(key => `get ${JSON.stringify(key)}() { return model()?.[${JSON.stringify(key)}]; }`);
      return {
        contents: [
          loaders[place](file),
          sealOf,
          modelWithSeal(JSON.stringify(name)),
          `export default { ${members.join(', ')} };`,
        ].join('\n'),
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

/** A model whose seal does not fit is as good as none: a figure that was changed would go unseen, and its findings would be wrong. */
const modelWithSeal = name => `
let looked, whole;
function model() {
  const { [${name}]: found, seals } = models();
  if (found !== looked) {
    looked = found;
    whole = found && sealOf(found) === seals?.[${name}] ? found : undefined;
  }
  return whole;
}`;

/** A checksum (FNV-1a) over all of a model but its data, which have their own. It is printed into the bundles. */
function sealOf(model) {
  const text = JSON.stringify(model, (key, value) => (key === 'data' ? undefined : value));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The text of that file, a script that both can run: the models by name, and a seal of each. */
export async function modelsScript(paths) {
  const models = {};
  for (const path of paths) models[basename(path, '.json')] = JSON.parse(await readFile(path, 'utf8'));
  const seals = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, sealOf(model)]));
  return `globalThis.saysWhoModels=${JSON.stringify({ ...models, seals })};\n`;
}
