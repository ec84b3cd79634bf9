import type { Browser } from 'playwright-core';
import { cookieNames } from '../../src/web/sessions/cookies.js';
import { AnalysedCategory } from '../support/analysed-category.js';
import { launchBrowser } from '../support/browser.js';
import { inspectPage } from '../support/inspect-page.js';

let made: AnalysedCategory;
let browser: Browser;
let paths: string[];
let cookies: { name: string; value: string; domain: string; path: string }[];

beforeAll(async () => {
  made = await AnalysedCategory.make();
  await made.lock('G');
  const { visitor } = made.approver;
  const path = made.path('G');
  await visitor.get(`${path}/what-if`);
  await visitor.submit('/what-if', { rule: 'median' });
  paths = [path, `${path}/robustness`, visitor.path, `${path}/agreement`];
  const value = visitor.cookie(cookieNames.session).slice(cookieNames.session.length + 1);
  cookies = [{ name: cookieNames.session, value, domain: '127.0.0.1', path: '/' }];
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await made.app.stop();
});

describe.each([360, 1280])('the pages over locked standings at %s px', (width) => {
  test.each(['light', 'dark'] as const)(
    'in %s',
    async (colorScheme) => {
      const complaints: string[] = [];
      for (const path of paths) {
        const inspection = { path, width, scripts: true, colorScheme, cookies: cookies as never };
        complaints.push(...(await inspectPage(browser, made.app, inspection)));
      }
      expect(complaints).toEqual([]);
    },
    60_000,
  );
});
