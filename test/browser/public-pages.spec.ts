import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage, originOf } from '../support/inspect-page.js';
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
  test.each([true, false])(
    'with scripts: %s',
    async (scripts) => {
      const views: Inspection['views'] = [{ width: 360 }, { width: 1280 }];
      const complaints: string[] = [];
      // The first answer after a change goes as it is, while its packed copy is made for all others.
      for (const path of pages) await (await fetch(`${originOf(app)}${path}`)).text();
      for (const path of pages) {
        complaints.push(...(await inspectPage(browser, app, { path, views, scripts })));
      }
      expect(complaints).toEqual([]);
    },
    180_000,
  );

  test('tell each language and both colour schemes apart without a violation', async () => {
    const complaints: string[] = [];
    const views: Inspection['views'] = [{ width: 360, colorScheme: 'dark' }];
    for (const path of ['/?lang=en', '/awards?lang=en', '/notices?lang=en']) {
      complaints.push(...(await inspectPage(browser, app, { path, views, scripts: true })));
    }
    expect(complaints).toEqual([]);
  }, 120_000);
});
