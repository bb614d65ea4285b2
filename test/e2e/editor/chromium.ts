import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { isProgram, onPath, runCommand } from './commands.ts';
import { Unavailable } from './unavailable.ts';

const MAC_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const HOW = 'install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome';

/**
 * Gives the path of a Chromium that starts, in the order of what costs least: the one that was named, one that
 * is installed, the one that Playwright downloads into the cache, and Debian's package where we may install it.
 */
export async function provideChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await starts(named)) return named;
    throw new Unavailable(`CHROMIUM_PATH names ${named}, which does not start: ${HOW}.`);
  }
  const found = (await installed()) ?? (await downloaded()) ?? (await debianPackage());
  if (found) return found;
  throw new Unavailable(`No Chromium was found and none could be downloaded: ${HOW}.`);
}

async function installed(): Promise<string | undefined> {
  const candidates = [onPath('chromium'), onPath('chromium-browser'), onPath('google-chrome'), ...MAC_PLACES];
  for (const candidate of candidates) if (candidate && (await starts(candidate))) return candidate;
  return undefined;
}

async function downloaded(): Promise<string | undefined> {
  const folder = join(cacheFolder(), 'playwright');
  // Playwright reads this variable once, when it is loaded, which is why it is loaded here and not above.
  process.env['PLAYWRIGHT_BROWSERS_PATH'] = folder;
  const { chromium } = await import('playwright-core');
  const program = chromium.executablePath();
  if (existsSync(program) && (await starts(program))) return program;

  console.log(`e2e: downloading Chromium once into ${folder}`);
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
  await runCommand(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { limitMs: 5 * 60 * 1000 });
  return (await starts(program)) ? program : undefined;
}

/** Debian's package also brings the libraries that a bare machine lacks; without a font the editor shows no text. */
async function debianPackage(): Promise<string | undefined> {
  const aptGet = onPath('apt-get');
  if (!aptGet || process.getuid?.() !== 0) return undefined;
  console.log('e2e: installing the Debian packages chromium and fonts-dejavu-core');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const limitMs = 10 * 60 * 1000;
  await runCommand(aptGet, ['update'], { env, limitMs });
  await runCommand(aptGet, ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    env,
    limitMs,
  });
  return installed();
}

/** A path is no proof: some systems put a note there instead of a browser, and libraries may be missing. */
async function starts(program: string): Promise<boolean> {
  return isProgram(program) && (await runCommand(program, ['--version'], { limitMs: 30_000 })).ok;
}
