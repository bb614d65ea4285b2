import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const suiteFolder = join(dirname(fileURLToPath(import.meta.url)), 'suite');

/** The two bundles of the suites: the same tests, for the two kinds of extension host. */
export interface SuiteBundles {
  readonly node: string;
  readonly web: string;
}

/**
 * Bundles the suites into a folder, as CommonJS, which is what every kind of extension host loads.
 *
 * The file names must say so: our manifest has `"type": "module"`, and a worker refuses a module of ECMAScript.
 */
export async function bundleSuites(folder: string): Promise<SuiteBundles> {
  const node = join(folder, 'index.node.cjs');
  const web = join(folder, 'index.web.cjs');
  await build({
    ...shared,
    entryPoints: [join(suiteFolder, 'index.node.ts')],
    outfile: node,
    platform: 'node',
    target: 'node20',
  });
  await build({
    ...shared,
    entryPoints: [join(suiteFolder, 'index.web.ts')],
    outfile: web,
    platform: 'browser',
    target: 'es2022',
    plugins: [everySuite, mochaForBrowsers],
  });
  return { node, web };
}

const everySuite: Plugin = {
  name: 'every-suite',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sayswho:suites$/ }, () => ({ path: 'suites', namespace: 'every-suite' }));
    onLoad({ filter: /.*/, namespace: 'every-suite' }, () => {
      const files = readdirSync(suiteFolder)
        .filter(name => name.endsWith('.suite.ts'))
        .sort();
      const lines = files.map(name => `  require('./${name}')`);
      return { contents: `export default function loadSuites() {\n${lines.join('\n')}\n}`, resolveDir: suiteFolder };
    });
  },
};

/** Mocha ships one file for browsers, which gives its class to the page (or the worker) as a global. */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'mocha-for-browsers' }));
    onLoad({ filter: /.*/, namespace: 'mocha-for-browsers' }, () => ({
      contents: "require('mocha/mocha.js')\nmodule.exports = globalThis.Mocha",
      resolveDir: suiteFolder,
    }));
  },
};

const shared = {
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  plugins: [everySuite],
  logLevel: 'error',
} satisfies BuildOptions;
