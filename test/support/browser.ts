import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Debian's Chromium, told that this network leads nowhere. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
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
