import type { Browser } from 'playwright-core';
import { provideChromium } from './chromium.ts';

/** Starts a headless Chromium that can reach this machine and nothing else. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await provideChromium();
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium refuses to run as root with its sandbox, and containers run as root.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
