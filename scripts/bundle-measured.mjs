// Bundles what the benchmark of reading measures, as what ships is bundled: node scripts/bundle-measured.mjs OUTFILE
import { build } from 'esbuild';
import { compileExpressionsOnce, forNode } from './bundling.mjs';

await build({
  ...forNode,
  bundle: true,
  format: 'cjs',
  entryPoints: ['scripts/bench-entry.ts'],
  outfile: process.argv[2],
  banner: { js: compileExpressionsOnce },
  logLevel: 'error',
});
