import type { Browser, BrowserContext, Page } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { covered, originOf } from '../support/inspect-page.js';
import { type Applicant, makeApplicant, openWindow, startDraft } from '../support/applicant.js';
import { password } from '../support/people.js';
import { smallPdf } from '../support/small-files.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let own: Applicant;
let path: string;
beforeAll(async () => {
  const opened = await openWindow();
  app = opened.app;
  browser = await launchBrowser();
  own = await makeApplicant(app);
  path = await startDraft(own, opened.programme);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

let filed = 0;
const file = async () => {
  await own.visitor.get(`${path}/evidence`);
  const indicator = own.visitor.page.querySelectorAll('[name=indicator] option').at(-1)!;
  await own.visitor.submit(
    '/evidence',
    { indicator: indicator.getAttribute('value')!, caption: '' },
    // The same bytes twice would be noticed.
    [
      {
        field: 'file',
        name: '后台截图.pdf',
        content: Buffer.concat([smallPdf, Buffer.from(`%${(filed += 1)}\n`)]),
      },
    ],
  );
  expect(own.visitor.errors).toEqual([]);
};

describe.each([360, 1280])('at %d px', (width) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({
      viewport: { width, height: 780 },
      hasTouch: width === 360,
      baseURL: originOf(app),
    });
    page = await context.newPage();
    await page.goto('/sign-in');
    await page.fill('[name=mobile]', own.mobile);
    await page.fill('[name=password]', password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/my');
  }, 60_000);
  afterAll(() => closeContext(context));

  test('a pointer reaches every control of the pages of a merchant', async () => {
    await file();
    const pages = ['', '/register', '/figures', '/texts', '/evidence', '/preview', '/declarations'];
    const rooms = [
      '/my',
      '/my/merchant',
      '/my/shops',
      '/my/returns',
      '/my/returns/2025',
      '/messages',
    ];
    const missed: string[] = [];
    for (const address of [...pages.map((one) => `${path}${one}`), ...rooms]) {
      await page.goto(address);
      missed.push(...(await covered(page)).map((one) => `${address} ${one}`));
    }
    expect(missed).toEqual([]);
  }, 120_000);

  test('evidence is taken away where the button is', async () => {
    await file();
    await page.goto(`${path}/evidence`);
    const button = page.locator('form[action$="/removal"] button').first();
    const count = await page.locator('form[action$="/removal"]').count();
    await button.scrollIntoViewIfNeeded();
    const box = (await button.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await (width === 360 ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
    const last = page.locator('form[action$="/removal"]').nth(count - 1);
    await last.waitFor({ state: 'detached' });
  }, 60_000);
});
