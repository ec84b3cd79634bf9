import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo-people.js';
import { inspectPage, originOf } from '../support/inspect-page.js';
import type { TestApp } from '../support/test-app.js';

const pages = [
  '/',
  '/notices',
  '/programmes/2026',
  '/verify',
  '/objections/follow',
  '/awards',
  '/census',
  '/open-data',
  '/privacy',
  '/accessibility',
  '/sign-in',
  '/register',
];

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe('public pages', () => {
  for (const width of [360, 1280]) {
    for (const scripts of [true, false]) {
      test(`at ${width} px with scripts ${scripts ? 'on' : 'off'}`, async () => {
        const complaints: string[] = [];
        // The first answer after a change goes as it is, while its packed copy is made for all others.
        for (const path of pages) await (await fetch(`${originOf(app)}${path}`)).text();
        for (const path of pages) {
          complaints.push(...(await inspectPage(browser, app, { path, width, scripts })));
        }
        expect(complaints).toEqual([]);
      }, 180_000);
    }
  }

  test('tell each language and both colour schemes apart without a violation', async () => {
    const complaints: string[] = [];
    for (const path of ['/?lang=en', '/awards?lang=en', '/notices?lang=en']) {
      const dark = { path, width: 360, scripts: true, colorScheme: 'dark' as const };
      complaints.push(...(await inspectPage(browser, app, dark)));
    }
    expect(complaints).toEqual([]);
  }, 120_000);
});
