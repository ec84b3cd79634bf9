import type { Browser } from 'playwright-core';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { closeContext, launchBrowser } from '../support/browser.js';
import { demoVisitor, startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage } from '../support/inspect-page.js';
import { makeManyApplications } from '../support/many-applications.js';
import { contextOf, cookiesOf } from '../support/page-look.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startDemo();
  browser = await launchBrowser();
  const programme = await app.database.row<{ id: string }>(
    'SELECT id FROM programme ORDER BY year DESC LIMIT 1',
  );
  await makeManyApplications(app, programme!.id, 300);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const lists: readonly (readonly [Role, string])[] = [
  ['CityRegistrar', '/office/applications'],
  ['CityRegistrar', '/office/applications?q=youfu&flag=figureUnread&column=merchant&column=state'],
  ['Screener', '/office/screening'],
  ['Verifier', '/office/verification?state=ScreenedIn&sort=-open'],
  ['CityRegistrar', '/office/registry'],
  ['CityRegistrar', '/office/window'],
  ['Supervisor', '/supervision/journal?from=2026-11-01'],
];

const views: Inspection['views'] = [
  { width: 360 },
  { width: 820 },
  { width: 1280, colorScheme: 'dark' },
];

/** With 300 applications in hand every list fits, flows, weighs little and is read by everybody. */
test.each(lists)(
  'to %s the list %s',
  async (role, path) => {
    const cookies = cookiesOf(await demoVisitor(app, role));
    const complaints: string[] = [];
    for (const scripts of [true, false]) {
      complaints.push(...(await inspectPage(browser, app, { path, views, scripts, cookies })));
    }
    expect(complaints).toEqual([]);
  },
  60_000,
);

test('no list scrolls inside a box', async () => {
  const context = await contextOf(browser, app, await demoVisitor(app, 'CityRegistrar'));
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const own = lists.filter(([role]) => role !== 'Supervisor');
  for (const [, path] of own) {
    await page.goto(path);
    const boxes = `[...document.querySelectorAll('main *')]
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflow + getComputedStyle(box).overflowX))
      .map((box) => box.className)`;
    expect(await page.evaluate(boxes)).toEqual([]);
  }
  await closeContext(context);
}, 60_000);
