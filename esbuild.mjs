// Bundles what ships: the client for desktop and for the web, the server for Node and for a browser worker, the command line.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { context } from 'esbuild';
import { compileExpressionsOnce, forNode } from './scripts/bundling.mjs';
import { modelsScript, sharedModels } from './scripts/shared-models.mjs';

const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  legalComments: 'none',
  logLevel: 'info',
  treeShaking: true,
};
const node = { ...shared, ...forNode, format: 'cjs' };
const browser = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entryPoints: ['client/extension.ts'], outfile: 'dist/client/extension.cjs', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/extension.web.ts'],
    outfile: 'dist/client/extension.web.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['server/lsp/node.ts'],
    outfile: 'dist/server/server.cjs',
    banner: { js: compileExpressionsOnce },
    plugins: [sharedModels('node')],
  },
  {
    ...browser,
    entryPoints: ['server/lsp/worker.ts'],
    outfile: 'dist/server/server.worker.js',
    format: 'iife',
    plugins: [sharedModels('worker')],
  },
  {
    ...node,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: `#!/usr/bin/env node\n${compileExpressionsOnce}` },
    plugins: [sharedModels('node', 'server/models.js')],
  },
];

const models = 'server/core/models/';
await mkdir('dist/server', { recursive: true });
await writeFile(
  'dist/server/models.js',
  await modelsScript((await readdir(models)).filter(name => name.endsWith('.json')).map(name => models + name)),
);

const contexts = await Promise.all(bundles.map(bundle => context(bundle)));
if (watch) await Promise.all(contexts.map(each => each.watch()));
else {
  await Promise.all(contexts.map(each => each.rebuild()));
  await Promise.all(contexts.map(each => each.dispose()));
}
