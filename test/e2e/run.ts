import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSuites } from './bundle.ts';
import { cleanUp, cleanUpOnExit, temporaryFolder } from './editor/cleanup.ts';
import type { Context } from './parts/context.ts';
import { runInterface } from './parts/interface.ts';
import { runNodeHost } from './parts/node-host.ts';
import { type Counts, startTally, sum, type Tally } from './parts/tally.ts';
import { runWebHost } from './parts/web-host.ts';

const HELP = `Runs the tests that need the real editor: npm run test:e2e -- [options]

  --only node|web|ui   runs one part: the Node extension host, the web worker one, or the interface
  --keep               keeps the temporary folders and says where they are
  --report FILE        writes {"passed": N, "failed": N} there
`;

/** One part of a run. */
interface Part {
  readonly run: (context: Context, tally: Tally) => Promise<void>;
  /** What must have been built before. */
  readonly needs: readonly string[];
  /** False for a part that a desktop VS Code can run; code-server, which the others need, is for Linux. */
  readonly linuxOnly: boolean;
}

const parts: Readonly<Record<string, Part>> = {
  node: {
    run: runNodeHost,
    needs: ['dist/client/extension.cjs', 'dist/server/server.cjs', 'dist/server/models.js'],
    linuxOnly: false,
  },
  web: {
    run: runWebHost,
    needs: ['dist/client/extension.web.cjs', 'dist/server/server.worker.js', 'dist/server/models.js'],
    linuxOnly: true,
  },
  ui: { run: runInterface, needs: ['dist/sayswho.vsix'], linuxOnly: true },
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const chosen = options.only === undefined ? partsForThisSystem() : [options.only];
  const unknown = chosen.find(name => !(name in parts));
  if (unknown !== undefined) {
    console.error(`e2e: there is no part "${unknown}"; the parts are ${Object.keys(parts).join(', ')}`);
    return 2;
  }
  cleanUpOnExit();
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const bundles = await bundleSuites(temporaryFolder(options.keep));
  const context = { root, bundles, artefacts: join(root, 'dist', 'e2e-artefacts'), keep: options.keep };
  const all: Counts[] = [];
  for (const name of chosen) all.push(await runPart(name, context));

  // An editor that hangs would keep this process alive.
  cleanUp();
  const { passed, failed } = sum(all);
  if (options.report) writeFileSync(options.report, `${JSON.stringify({ passed, failed })}\n`);
  console.log(`e2e: ${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** A part that this system cannot run is named, so that nobody takes its silence for success. */
function partsForThisSystem(): string[] {
  const possible = Object.keys(parts).filter(name => process.platform === 'linux' || !parts[name]?.linuxOnly);
  const others = Object.keys(parts).filter(name => !possible.includes(name));
  if (others.length > 0) {
    console.log(
      `e2e: NOT RUN on this system: ${others.join(', ')}. They need code-server: run them on Linux, or in CI.`,
    );
  }
  return possible;
}

/** Runs one part; a part that cannot start, breaks, or has no test to show for itself counts as one failure. */
async function runPart(name: string, context: Context): Promise<Counts> {
  const began = Date.now();
  const tally = startTally(name);
  try {
    const missing = parts[name]?.needs.find(file => !existsSync(join(context.root, file)));
    if (missing) throw new Error(`${missing} is missing: run "npm run package" first.`);
    await parts[name]?.run(context, tally);
    if (tally.counts.passed + tally.counts.failed === 0) throw new Error('No test ran.');
  } catch (error) {
    tally.take('the part as a whole', Date.now() - began, error instanceof Error ? error.message : String(error));
  }
  return tally.counts;
}
