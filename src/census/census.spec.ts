import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeMerchant } from '../../test/support/merchant.js';
import { divisionPerson, office } from '../../test/support/people.js';
import { publicChange } from '../../test/support/public-change.js';
import { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import { AnnualReturn } from '../merchants/annual-return.entity.js';
import { Merchant } from '../merchants/merchant.entity.js';
import { PilotSite } from '../merchants/pilot-site.entity.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2013-06-21T02:00:00.000Z');
});
afterAll(() => app.stop());

describe('the census', () => {
  test('says what will appear before anybody filed', async () => {
    const visitor = app.visitor();
    await visitor.get('/census');
    expect([visitor.status, visitor.text]).toEqual([200, expect.stringContaining('还没有数据')]);
    await visitor.get('/census/2012');
    expect(visitor.status).toBe(404);
  });

  test('sums the divisions to the city and shows the growth of the source', async () => {
    for (const divisionCode of ['330802', '330881', '330824']) {
      for (let at = 0; at < 4; at += 1) await merchant(divisionCode, 102_500_00, 61_666_67);
    }
    await merchant('330822', 500_00, 400_00);
    const visitor = app.visitor();
    await visitor.get('/census/2012');
    expect(rows(visitor, 'divisions')).toEqual([
      '柯城区 4 0 100.00 不公开 不公开 不公开 40 4',
      '衢江区 0 0 没有网商 0.00 0.00 无上年数 0 0',
      '龙游县 0 0 没有网商 0.00 0.00 无上年数 0 0',
      '江山市 4 0 100.00 410,000.00 246,666.68 66.22 40 4',
      '常山县 1 0 100.00 不公开 不公开 不公开 10 1',
      '开化县 4 0 100.00 410,000.00 246,666.68 66.22 40 4',
      '市本级 0 0 没有网商 0.00 0.00 无上年数 0 0',
      '合计 13 0 100.00 1,230,500.00 740,400.04 66.19 130 13',
    ]);
  });

  test('says of which year the figures are and how many stand behind them; missing returns are no fall', async () => {
    const silent = await makeMerchant(app, { divisionCode: '330881', name: '还没填报的网商' });
    const earlier = await filed('330881', [[2011, 900_000_00]]);
    // Somebody signed in has pages of their own, past the cache of public ones.
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get('/census/2012');
    expect(visitor.text).toContain('数据年份：2012年。在册15家，已报13家，填报率86.67%');
    expect(rows(visitor, 'divisions')[3]).toBe(
      '江山市 6 0 66.67 410,000.00 1,146,666.68 66.22 40 4',
    );
    await app.database.repo(AnnualReturn).delete({ merchantId: earlier });
    for (const id of [silent, earlier]) await app.database.repo(Merchant).delete({ id });
    await publicChange(app);
  });

  test('leaves out figures that are in doubt, and a year that has only begun to come in', async () => {
    const doubted = await filed('330881', [[2012, 3_200_000_00]], 1);
    const early = await filed('330881', [[2013, 100_00]]);
    // Somebody signed in has pages of their own, past the cache of public ones.
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get('/census');
    expect(visitor.page.querySelector('h1')?.text).toBe('2012年全市网商概况');
    expect(visitor.text).toContain('在册15家，已报13家');
    expect(rows(visitor, 'divisions')[3]).toContain(' 410,000.00 246,666.68 ');
    await visitor.get('/');
    expect(visitor.html).toContain('href="/census/2012"');
    // The very figures of the census, with the year and the share of the register behind them.
    const home = visitor.page.querySelector('[aria-labelledby=home-registry]')!.text;
    expect(home).toContain('2012年网商概况');
    for (const figure of ['123.05', '比上年+66.19%', '在册15家，已报13家，填报率86.67%']) {
      expect(home).toContain(figure);
    }
    await visitor.get('/open-data');
    const years = visitor.page.querySelectorAll('.open-data-row').slice(0, 3);
    expect(years.map(({ text }) => text.trim().replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^2013年 CSV JSON 填报未齐/),
      '2012年 CSV JSON',
      '2011年 CSV JSON',
    ]);
    const hrefs = years.map((row) => row.querySelector('a')!.getAttribute('href'));
    expect(hrefs.slice(0, 2)).toEqual(['/census/2013/data.csv', '/census/2012/data.csv']);
    for (const merchantId of [doubted, early]) {
      await app.database.repo(AnnualReturn).delete({ merchantId });
      await app.database.repo(Merchant).delete({ id: merchantId });
    }
    await publicChange(app);
  });

  test('the downloads withhold what the page withholds', async () => {
    const visitor = app.visitor();
    await visitor.get('/census/2012/data.json');
    const document = JSON.parse(visitor.html) as {
      divisions: { key: string; netWan: number | null }[];
    };
    expect(document.divisions.map(({ key, netWan }) => [key, netWan])).toContainEqual([
      '330822',
      null,
    ]);
    await visitor.get('/census/2012/data.csv');
    expect(visitor.html.split('\r\n')[5]).toBe('2012,县（市、区）,常山县,1,0,100,,,,10,1');
  });

  test('a division has its own sheet only, with its pilots counted', async () => {
    await pilot('330822', 'town');
    await pilot('330822', 'village');
    const { visitor } = await divisionPerson(app, 'DivisionReviewer', '330822');
    await visitor.get('/division/roll-up?year=2012');
    expect(visitor.text).toContain('常山县2012年网商情况汇总');
    expect(rows(visitor, 'sectors').at(-1)).toBe('合计 1 0 100.00 500.00 400.00 25.00 10 1');
    expect(visitor.text).toContain('未达到要求 至少1个乡镇、2个村，现有1个乡镇、1个村。');
    await pilot('330822', 'village');
    await visitor.get('/division/roll-up?year=2012');
    expect(visitor.text).toContain('已达到要求 至少1个乡镇、2个村，现有1个乡镇、2个村。');
  });

  test('a division reads in January that nobody has reported the year that just ended', async () => {
    app.clock.moveTo('2014-01-10T02:00:00.000Z');
    const { visitor } = await divisionPerson(app, 'DivisionReviewer', '330822');
    await visitor.get('/division/roll-up');
    expect(visitor.text).toContain('数据年份：2013年。在册1家，已报0家，填报率0.00%');
    expect(rows(visitor, 'sectors').at(-1)).toMatch(/^合计 1 0 0\.00 /);
  });
});

function rows(
  visitor: { page: { querySelectorAll(selector: string): { text: string }[] } },
  id: string,
) {
  return visitor.page
    .querySelectorAll(`[aria-labelledby=${id}-caption] :is(tbody, tfoot) tr`)
    .map((row) => row.text.replace(/\s+/g, ' ').trim());
}

async function merchant(divisionCode: string, netWan: number, before: number): Promise<void> {
  await filed(divisionCode, [
    [2012, netWan],
    [2011, before],
  ]);
}

async function filed(
  divisionCode: string,
  years: readonly (readonly [year: number, net: number])[],
  doubted: 1 | null = null,
): Promise<string> {
  const merchantId = await makeMerchant(app, { divisionCode });
  for (const [year, net] of years) {
    await app.database.repo(AnnualReturn).insert({
      id: newId(),
      merchantId,
      year,
      grossWan: net,
      refundWan: 0,
      netWan: net,
      agencyWan: 0,
      wholesaleWan: 0,
      farmGoodsNetWan: null,
      orders: 100,
      parcels: 100,
      staff: 10,
      insuredYearEnd: 8,
      insuredAverage: 8,
      shops: [],
      figures: {},
      doubted,
      filedBy: null,
      filedAt: app.clock.now(),
      version: 1,
    });
  }
  await publicChange(app);
  return merchantId;
}

async function pilot(divisionCode: string, kind: 'town' | 'village'): Promise<void> {
  await app.database
    .repo(PilotSite)
    .insert({ id: newId(), divisionCode, kind, name: '示例点', sinceYear: 2013 });
}
