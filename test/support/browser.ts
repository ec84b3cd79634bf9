import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Debian's Chromium without its windows, which takes a third of the time of the one with them. */
export const browserPath = '/usr/bin/chromium-headless-shell';

/** A browser that is told that this network leads nowhere. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/**
 * Chromium sometimes never answers that a context is gone; then it ends with its browser. A test is not
 * held up by it.
 */
export async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.race([context.close(), pause(10_000, undefined, { ref: false })]);
}
