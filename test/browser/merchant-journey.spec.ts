import type { Browser, Page } from 'playwright-core';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { agreed, openWindow, typedFigures } from '../support/applicant.js';
import { closeContext, launchBrowser } from '../support/browser.js';
import { Finger, type Hands, Keyboard } from '../support/hands.js';
import { originOf } from '../support/inspect-page.js';
import { divisionPerson, password } from '../support/people.js';
import { smallPdf, smallPng } from '../support/small-files.js';
import type { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  ({ app } = await openWindow());
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const day = (name: string, text: string) => {
  const [year, month, date] = text.split('-').map(String);
  return { [`${name}.year`]: year!, [`${name}.month`]: month!, [`${name}.day`]: date! };
};
const screenshot = { name: '亮照.png', mimeType: 'image/png', buffer: smallPng };
const summary = { name: '平台汇总.pdf', mimeType: 'application/pdf', buffer: smallPdf };

test.each([
  ['by touch on a phone, with scripts', 360, true, Finger, 0],
  ['by keys at a desk, without scripts', 1280, false, Keyboard, 1],
] as const)(
  'a shop owner applies %s',
  async (_how, width, javaScriptEnabled, Hand, number) => {
    const context = await browser.newContext({
      baseURL: originOf(app),
      viewport: { width, height: 740 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const hands = new Hand(page, `merchant-${width}`);
    const name = ['柯城溪口竹艺有限公司', '柯城石塘柑橘有限公司'][number]!;
    const mobile = ['13905702001', '13905702002'][number]!;
    await page.goto('/');
    await hands.go(/申报/);
    await hands.go(/注册/);
    await hands.put({
      mobile,
      personName: '江小竹',
      password,
      consent: 'on',
    });
    await hands.go('注册');
    expect(page.url()).toMatch(/\/my$/);
    await hands.go(/登记/);
    if (javaScriptEnabled) {
      // What an answer asks for comes by itself, and what was typed into what went comes back.
      await hands.put({ creditCode: '9133', merchantType: 'exemptPerson' });
      await page.locator('[name=exemptionGround]').first().waitFor();
      await hands.put({ merchantType: 'soleBusiness' });
      await page.locator('[name=headNamePublic]').waitFor();
      expect(await page.locator('[name=creditCode]').inputValue()).toBe('9133');
      expect(await page.locator('[name=exemptionGround], [value=refresh]:visible').count()).toBe(0);
    }
    await hands.put({
      merchantType: 'enterprise',
      name,
      creditCode: syntheticCreditCode('91', '330802', 3_000_001 + number),
      headName: '江小竹',
      role: 'LegalRepresentative',
      ...day('foundedOn', '2016-05-09'),
      principalSharePct: '60',
      ...day('birthDate', '1990-04-01'),
      divisionCode: '330802',
      town: '信安街道',
      registeredAddress: '柯城区信安街道示例路8号',
      sameAddress: 'on',
      goodsCategories: ['food'],
      sector: 'tertiary',
      businessType: 'retail',
      staff: '42',
      insured: '36',
      contactName: '江小竹',
      contactMobile: mobile,
      intro: '本公司从事农产品和竹制品的网上销售，自建仓库，统一分拣、统一包装、统一发货。'.repeat(
        3,
      ),
    });
    await hands.go('提交登记');
    await hands.go('登记网店');
    await hands.put({
      platform: 'taobao',
      shopName: name.slice(2, 6),
      url: `https://shop${number}7654.taobao.com`,
      ...day('openedOn', '2016-06-01'),
      sameSubject: 'yes',
      deliveryPromise: '24',
      licenceShot: screenshot,
    });
    await hands.go('保存');
    await hands.go(/填报年度经营数据/);
    for (const [year, gross] of [
      [2025, '820'],
      [2024, '700'],
    ] as const) {
      await hands.go(`${year}年度经营数据`);
      const shop = await page.locator('main [name^="shop."]').first().getAttribute('name');
      const of = (key: string) => `shop.${shop!.split('.')[1]}.${key}`;
      // The totals are added up: by the page, and without scripts where they are kept.
      await hands.put({
        [of('grossWan')]: gross,
        [of('refundWan')]: '20',
        [of('orders')]: '9万'.replace('9万', '90000'),
        parcels: '88000',
        agencyWan: '0',
        wholesaleWan: '0',
        staff: '42',
        insuredYearEnd: '36',
        insuredAverage: '35',
      });
      if (javaScriptEnabled) expect(await page.inputValue('[name=grossWan]')).toBe(gross);
      await hands.go('保存年度经营数据');
    }
    await hands.go('我的申报');
    await hands.go(/申报/);
    const [category] = await page
      .locator('[name=categoryIds]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
    await hands.put({ categoryIds: category! });
    await hands.go('开始申报所选类别');
    await hands.go('指标数据');
    const shops = await page
      .locator('main [name^="shop."]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')!.split('.')[1]!));
    const { 'choice.taxBand': _band, ...figures } = typedFigures(shops[0] ?? '');
    await hands.put({
      ...figures,
      taxPaidWan: '24',
      complaintsAgainst: '0',
      complaintsUnanswered: '0',
    });
    await hands.go('保存并继续');
    expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
    await hands.put({ 'text.G15': '自建供应链系统，订单当日出库。', penalty: 'none' });
    await hands.go('保存并继续');
    await hands.put({ indicator: 'G1', caption: '后台汇总', file: summary });
    await hands.go('上传');
    await hands.put({ indicator: 'G15', file: { ...screenshot, name: '系统.png' } });
    await hands.go('上传');
    await hands.put({
      indicator: 'G15',
      file: {
        ...summary,
        name: '多余.pdf',
        buffer: Buffer.concat([smallPdf, Buffer.from('%2\n')]),
      },
    });
    await hands.go('上传');
    await hands.go(/删除.*多余/);
    await hands.go('下一步');
    await hands.go('下一步');
    await hands.go('下一步');
    await hands.put(agreed);
    await hands.go(/提交申报/);
    expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
    const [, receipt] = /受理编号(QZ\w+)/.exec(await page.locator('.flash').innerText())!;
    if (number === 0) {
      // Whoever sees a mistake takes it back until the deadline, and may leave it as it was.
      await hands.go('修改后再次提交');
      await hands.go('放弃修改，恢复上次提交的内容');
      expect(await page.locator('main .tag').first().innerText()).toBe('已提交');
    }
    await context.clearCookies();
    await page.goto('/');
    await hands.go(/进展/);
    await hands.put({ number: receipt! });
    await hands.go('查询');
    expect(await page.locator('main').innerText()).toContain('已受理');
    await closeContext(context);
  },
  120_000,
);

async function signedIn(mobile: string, width: number, scripts: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: originOf(app),
    viewport: { width, height: 740 },
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto('/sign-in');
  const hands = new Keyboard(page, 'entry');
  await hands.put({ mobile, password });
  await hands.go('登录');
  return page;
}

test('a county clerk reads, has corrected, judges, ranks and has signed what has come in', async () => {
  app.clock.moveTo('2026-10-09T02:00:00.000Z');
  await app.database.execute("UPDATE programme SET state = 'DivisionReview'");
  const reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  const approver = await divisionPerson(app, 'DivisionApprover', '330802');
  const opinion = '材料齐全，经营规范，带动本地就业明显，同意推荐参评。';

  // At a desk, by keys, without scripts.
  let page = await signedIn(reviewer.mobile, 1280, false);
  let hands: Hands = new Keyboard(page, 'clerk-1280');
  await hands.go('柯城溪口竹艺有限公司');
  await hands.go('开始初审');
  await hands.go('要求补正');
  await hands.press(page.locator('main summary').first());
  const [item] = await page
    .locator('details[open] [name=items]')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')!));
  await hands.put({ items: item!, [`say.${item}`]: '请说明与平台后台是否一致。' });
  await hands.put({ reason: '数据与平台汇总不一致，请核对后说明。' });
  await hands.go('发出补正通知');
  expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
  await page.context().close();

  page = await signedIn('13905702001', 360, true);
  hands = new Finger(page, 'answer-360');
  await hands.go('去补正');
  await hands.go('查看并补正');
  expect(await page.locator('main').innerText()).toContain('请说明与平台后台是否一致。');
  await hands.put({
    [(await page.locator('main textarea').first().getAttribute('name'))!]: '与后台一致，无需更改。',
  });
  if (await page.locator('[name=unchanged]').count()) await hands.put({ unchanged: 'on' });
  await hands.go('提交补正');
  expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
  await page.context().close();

  // On a phone, by touch, with scripts.
  page = await signedIn(reviewer.mobile, 360, true);
  hands = new Finger(page, 'clerk-360');
  await hands.go(/补正已回/);
  await hands.go('柯城溪口竹艺有限公司');
  expect(await page.locator('main').innerText()).toContain('与后台一致，无需更改。');
  for (const name of ['柯城溪口竹艺有限公司', '柯城石塘柑橘有限公司']) {
    await page.goto('/division');
    await hands.go(name);
    // What was corrected is shown before and after first.
    const file = page.getByRole('link', { name: '返回申报材料' });
    if (await file.count()) await hands.follow(file);
    if (await page.getByRole('button', { name: '开始初审' }).count()) await hands.go('开始初审');
    await hands.go('填写初审意见');
    await hands.put({ conclusion: 'recommend', opinion });
    await hands.go('保存意见');
    expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
  }
  await page.goto('/division/rankings/G');
  await page.locator('[data-ranking-line]').nth(1).locator('[data-ranking-move=up]').click();
  await hands.go('整套提交审核人');
  await page.context().close();

  page = await signedIn(approver.mobile, 360, false);
  hands = new Finger(page, 'approver-360');
  await page.goto('/division/rankings/G');
  expect(await page.locator('.ranking-line a').allTextContents()).toEqual([
    '柯城石塘柑橘有限公司',
    '柯城溪口竹艺有限公司',
  ]);
  await hands.put({ seal: screenshot });
  await hands.go('签发整套');
  expect(await page.locator('.error-summary').allTextContents()).toEqual([]);
  const signed = await app.database.rows(
    'SELECT rank FROM recommendation WHERE approved_at IS NOT NULL',
  );
  expect(signed).toHaveLength(2);
  await page.context().close();
}, 180_000);
