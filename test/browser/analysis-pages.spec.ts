import type { Browser } from 'playwright-core';
import { cookieNames } from '../../src/web/sessions/cookies.js';
import { AnalysedCategory } from '../support/analysed-category.js';
import { launchBrowser } from '../support/browser.js';
import { type Inspection, inspectPage } from '../support/inspect-page.js';

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

test('the pages over locked standings fit and are read by everybody', async () => {
  const views: Inspection['views'] = [{ width: 360 }, { width: 1280, colorScheme: 'dark' }];
  const complaints: string[] = [];
  for (const path of paths) {
    complaints.push(
      ...(await inspectPage(browser, made.app, { path, views, scripts: true, cookies })),
    );
  }
  expect(complaints).toEqual([]);
}, 60_000);
