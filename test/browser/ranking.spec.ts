import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { demoAccount, startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage, originOf } from '../support/inspect-page.js';
import type { TestApp } from '../support/test-app.js';

const PATH = '/division/rankings/G';

let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
  const programme = await app.database.row<{ id: string }>(
    "SELECT id FROM programme WHERE state NOT IN ('Preparing', 'InForce', 'Archived', 'Cancelled') ORDER BY year DESC LIMIT 1",
  );
  const account = await demoAccount(app, 'DivisionReviewer');
  const duty = await app.database.row<{ code: string }>(
    "SELECT division_code AS code FROM duty WHERE account_id = ? AND role = 'DivisionReviewer'",
    [account],
  );
  // The set of the division as it stood before anybody signed it.
  await app.database.execute("UPDATE programme SET state = 'DivisionReview' WHERE id = ?", [
    programme!.id,
  ]);
  await app.database.execute(
    "UPDATE application SET state = 'InDivisionReview' WHERE programme_id = ? AND division_code = ?",
    [programme!.id, duty!.code],
  );
  await app.database.execute(
    'UPDATE recommendation SET approved_at = NULL, approver_id = NULL WHERE division_code = ?',
    [duty!.code],
  );
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(`${originOf(app)}/sign-in`);
  await page.click(`button[name=accountId][value="${account}"]`);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const names = () => page.locator('[data-ranking] .ranking-line a').allTextContents();
const open = async () => {
  await page.goto(`${originOf(app)}${PATH}`);
  return names();
};

describe('ordering recommendations', () => {
  test('by buttons, digits, arrows and dragging, and one save keeps it all', async () => {
    const before = await open();
    expect(before.length).toBeGreaterThan(3);
    const lines = page.locator('[data-ranking-line]');
    await lines.nth(1).locator('[data-ranking-move=up]').click();
    expect(await names()).toEqual([before[1], before[0], ...before.slice(2)]);
    await lines.nth(0).focus();
    await page.keyboard.press('ArrowDown');
    expect(await names()).toEqual(before);
    await lines.nth(3).focus();
    await page.keyboard.press('1');
    await page.waitForTimeout(800);
    const digit = [before[3]!, ...before.slice(0, 3), ...before.slice(4)];
    expect(await names()).toEqual(digit);
    await lines.nth(0).dragTo(lines.nth(1), { targetPosition: { x: 300, y: 50 } });
    const dragged = [digit[1]!, digit[0]!, ...digit.slice(2)];
    expect(await names()).toEqual(dragged);
    const places = await page
      .locator('[data-ranking-place]')
      .evaluateAll((inputs) =>
        inputs.map((input) => (input as unknown as { value: string }).value),
      );
    expect(places).toEqual(dragged.map((_, at) => String(at + 1)));
    await page.locator('[data-ranking] button:not([name])').first().click();
    await page.waitForLoadState();
    expect(await names()).toEqual(dragged);
    expect(await open()).toEqual(dragged);
  }, 60_000);

  test.each([true, false])(
    'fits and is read by everybody with scripts: %s',
    async (scripts) => {
      const cookies = await context.cookies();
      const views: Inspection['views'] = [{ width: 360 }, { width: 1280, colorScheme: 'dark' }];
      expect(await inspectPage(browser, app, { path: PATH, views, scripts, cookies })).toEqual([]);
    },
    60_000,
  );
});
