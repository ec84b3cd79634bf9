import type { Browser } from 'playwright-core';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { launchBrowser } from '../support/browser.js';
import { demoVisitor, startDemo } from '../support/demo-people.js';
import { type Inspection, inspectPage } from '../support/inspect-page.js';
import { cookiesOf } from '../support/page-look.js';
import type { TestApp } from '../support/test-app.js';

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

/** Room → the links on it whose first one is opened as well. */
const rooms: readonly (readonly [Role, string, readonly string[]])[] = [
  ['Judge', '/judging', ['/judging/sheets/', '/judging/rounds/']],
  ['Agent', '/my', ['/my/applications/', '/my/shops', '/my/returns', '/my/merchant']],
];

/** Rooms of the offices: the same walk with scripts on, since theirs only print and warn. */
const officeRooms: readonly (readonly [Role, string, readonly string[]])[] = [
  [
    'CityRegistrar',
    '/office',
    ['/office/conflicts', '/office/rounds/', '/office/registry/completeness', '/office/registry'],
  ],
  ['CityRegistrar', '/office/working-days', ['/office/working-days/']],
  ['CityRegistrar', '/office/notices', ['/office/notices/new']],
  ['Approver', '/office', ['/office/lists/']],
  ['Publisher', '/office/notices', ['/office/notices/']],
  ['Verifier', '/office/screening', ['/office/screening/']],
  ['DivisionReviewer', '/division', ['/division/returns', '/division/roll-up']],
  ['Supervisor', '/supervision', ['/supervision/journal']],
];

/** On a phone by day and on a desk at night. */
const views: Inspection['views'] = [{ width: 360 }, { width: 1280, colorScheme: 'dark' }];

test.each(officeRooms)(
  'office pages of %s at %s',
  async (role, home, prefixes) => {
    const { cookies, paths } = await enter(role, home, prefixes);
    expect(paths.length).toBe(prefixes.length + 1);
    const complaints: string[] = [];
    for (const path of paths) {
      complaints.push(
        ...(await inspectPage(browser, app, { path, views, scripts: true, cookies })),
      );
    }
    expect(complaints).toEqual([]);
  },
  120_000,
);

describe.each(rooms)('pages of %s', (role, home, prefixes) => {
  let cookies: ReturnType<typeof cookiesOf>;
  let paths: string[];
  beforeAll(async () => {
    ({ cookies, paths } = await enter(role, home, prefixes));
  }, 60_000);

  test.each([true, false])(
    'with scripts: %s',
    async (scripts) => {
      expect(paths.length).toBeGreaterThan(1);
      const complaints: string[] = [];
      for (const path of paths) {
        complaints.push(...(await inspectPage(browser, app, { path, views, scripts, cookies })));
      }
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});

async function enter(role: Role, home: string, prefixes: readonly string[]) {
  const visitor = await demoVisitor(app, role);
  if (visitor.path !== home) await visitor.get(home);
  const links = visitor.page
    .querySelectorAll('main a[href]')
    .map((link) => link.getAttribute('href') ?? '');
  const first = prefixes.flatMap((prefix) => links.find((link) => link.startsWith(prefix)) ?? []);
  return { cookies: cookiesOf(visitor), paths: [home, ...first] };
}
