import type { Browser, BrowserContext } from 'playwright-core';
import { CorrectionRequest } from '../../src/applications/correction-request.entity.js';
import { newId } from '../../src/database/new-id.js';
import { launchBrowser } from '../support/browser.js';
import { demoAccount, startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage, originOf } from '../support/inspect-page.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let merchant: BrowserContext;
let reviewer: BrowserContext;
let id: string;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
  const account = await demoAccount(app, 'LegalRepresentative');
  const row = await app.database.row<{ id: string; divisionCode: string; programmeId: string }>(
    `SELECT a.id, a.division_code, a.programme_id FROM application a
     JOIN duty d ON d.merchant_id = a.merchant_id WHERE d.account_id = ?
     ORDER BY a.created_at DESC, a.id LIMIT 1`,
    [account],
  );
  ({ id } = row!);
  await app.database.execute("UPDATE programme SET state = 'DivisionReview' WHERE id = ?", [
    row!.programmeId,
  ]);
  await app.database.execute("UPDATE application SET state = 'CorrectionRequested' WHERE id = ?", [
    id,
  ]);
  await app.database.repo(CorrectionRequest).insert({
    id: newId(),
    applicationId: id,
    stage: 'division',
    items: ['orders', 'evidence.G3', 'text.G15'],
    reason: '订单量与平台汇总不一致，请核对。',
    requestedBy: newId(),
    requestedAt: app.clock.now(),
    dueOn: '2099-12-31',
    answeredAt: null,
  });
  const clerk = await app.database.row<{ accountId: string }>(
    `SELECT d.account_id FROM duty d JOIN account a ON a.id = d.account_id
     WHERE d.role = 'DivisionReviewer' AND d.division_code = ? AND a.demo = 1`,
    [row!.divisionCode],
  );
  merchant = await signedIn(account);
  reviewer = await signedIn(clerk!.accountId);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function signedIn(account: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${originOf(app)}/sign-in`);
  await page.click(`button[name=accountId][value="${account}"]`);
  await page.waitForLoadState();
  return context;
}

const pages: readonly (readonly [string, () => BrowserContext, () => string])[] = [
  ['the application', () => merchant, () => `/my/applications/${id}`],
  ['the check', () => merchant, () => `/my/applications/${id}/check`],
  ['the evidence', () => merchant, () => `/my/applications/${id}/evidence`],
  ['the correction', () => merchant, () => `/my/applications/${id}/correction`],
  ['the guide', () => merchant, () => '/guide'],
  ['the progress', () => merchant, () => '/progress?number=QZ1'],
  ['the queue', () => reviewer, () => '/division'],
  ['the corrections of a file', () => reviewer, () => `/division/applications/${id}/corrections`],
  ['the request', () => reviewer, () => `/division/applications/${id}/correction`],
  ['the opinion', () => reviewer, () => `/division/applications/${id}/opinion`],
];

test.each(pages)(
  '%s',
  async (_name, context, path) => {
    const cookies = await context().cookies();
    const views: Inspection['views'] = [{ width: 360 }, { width: 1280, colorScheme: 'dark' }];
    const complaints: string[] = [];
    for (const scripts of [true, false]) {
      const visit = { path: path(), views, scripts, cookies };
      complaints.push(...(await inspectPage(browser, app, visit)));
    }
    expect(complaints).toEqual([]);
  },
  60_000,
);
