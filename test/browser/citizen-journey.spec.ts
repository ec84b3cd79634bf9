import type { Browser, Page } from 'playwright-core';
import { closeContext, launchBrowser } from '../support/browser.js';
import { Finger, Keyboard } from '../support/hands.js';
import { originOf } from '../support/inspect-page.js';
import { OwnObjections } from '../support/own-objections.js';
import { smallPng } from '../support/small-files.js';

let own: OwnObjections;
let browser: Browser;
beforeAll(async () => {
  own = await OwnObjections.open();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await own.close();
});

const shot = (name: string) => ({ name, mimeType: 'image/png', buffer: smallPng });
const facts = (page: Page) => page.locator('main dd').allInnerTexts();

test.each([
  ['by touch on a phone, with scripts', 360, true, Finger],
  ['by keys at a desk, without scripts', 1280, false, Keyboard],
] as const)(
  'a citizen finds a notice and objects %s',
  async (_how, width, scripts, Hand) => {
    const context = await browser.newContext({
      baseURL: originOf(own.app),
      viewport: { width, height: 740 },
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const hands = new Hand(page, `citizen-${width}`);
    await page.goto('/notices');
    await hands.put({ text: '公示' });
    await hands.go('查询');
    await hands.follow(page.locator('main .link-list a').first());
    await hands.go('提出异议');
    await hands.put({
      identityKind: 'person',
      name: '异议人丙',
      telephone: '138 1234 5678',
      substance: '申报的销售数据与平台公开数据明显不一致，请核查。',
      evidence: shot('平台页.png'),
    });
    await hands.go('提交异议');
    const [receipt, code] = await facts(page);
    // Loading the receipt anew files nothing a second time.
    await page.reload();
    expect(await facts(page)).toEqual([receipt, code]);
    await context.clearCookies();

    await page.goto('/objections/follow');
    // As somebody reads it from paper.
    await hands.put({
      receiptNumber: receipt!,
      code: `${code!.slice(0, 5)}-${code!.slice(5)} `.toLowerCase(),
    });
    await hands.go('查询');
    expect(await page.locator('main').innerText()).toContain('请核查');
    await hands.put({ note: '截图为公示期间所截。', evidence: shot('补充.png') });
    await hands.go('提交补充材料');
    expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
    const said = await page.locator('main').innerText();
    expect([said.includes('截图为公示期间所截。'), said.includes('平台页.png')]).toEqual([
      true,
      true,
    ]);
    await closeContext(context);
    const rows = await own.app.database.rows('SELECT id FROM objection WHERE receipt_number = ?', [
      receipt!,
    ]);
    expect(rows).toHaveLength(1);
  },
  90_000,
);
