import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, merchantPerson, office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { projectRoot } from '../../config/project-root.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { Shop } from '../shop.entity.js';

const given = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/entry/04-unit-yuan-for-wan.json'), 'utf8'),
) as { typed: Record<string, string>; previousYear: { netWan: string; orders: string } };
const address = '/my/returns/2025';
const others = {
  agencyWan: '0',
  wholesaleWan: '0',
  staff: '3',
  insuredYearEnd: '1',
  insuredAverage: '1',
};

let app: TestApp;
let owner: Person;
let reader: Person;
let merchantId: string;

describe('a return in yuan where 10,000 yuan are meant', () => {
  beforeAll(async () => {
    app = await TestApp.start();
    app.clock.moveTo('2026-03-02T02:00:00.000Z');
    merchantId = await makeMerchant(app);
    owner = await merchantPerson(app, merchantId);
    reader = await office(app, 'CityRegistrar');
    await app.database.repo(Shop).insert({
      id: 'shop1',
      merchantId,
      platform: 'taobao',
      shopName: '橘农小店',
      url: 'https://shop1.taobao.com/',
      openedOn: '2017-01-01',
      sameSubject: true,
      status: 'open',
      version: 1,
    });
    for (let at = 0; at < 4; at += 1) {
      const id = await makeMerchant(app);
      await stores(id, 2024, 100_00, 5000);
      await stores(id, 2025, 100_00, 5000);
    }
    const { netWan, orders } = given.previousYear;
    await stores(merchantId, 2024, Number(netWan) * 100, Number(orders));
  });
  afterAll(() => app.stop());

  const stores = (of: string, year: number, netWan: number, orders: number) =>
    app.database.repo(AnnualReturn).insert({
      id: newId(),
      merchantId: of,
      year,
      grossWan: netWan,
      refundWan: 0,
      netWan,
      agencyWan: 0,
      wholesaleWan: 0,
      farmGoodsNetWan: null,
      orders,
      parcels: orders,
      staff: 3,
      insuredYearEnd: 1,
      insuredAverage: 1,
      shops: [],
      figures: {},
      filedBy: null,
      filedAt: app.clock.now(),
      version: 1,
    });
  /** The total, and the same in the row of the only shop. */
  const typed = (fields: Record<string, string>) => ({
    ...fields,
    ...Object.fromEntries(
      Object.entries(fields)
        .filter(([key]) => ['grossWan', 'refundWan', 'orders'].includes(key))
        .map(([key, value]) => [`shop.shop1.${key}`, value]),
    ),
  });
  const stored = () => app.database.repo(AnnualReturn).findOneBy({ merchantId, year: 2025 });
  const decision = async () => `/office/registry/doubts/${(await stored())!.id}`;
  const total = async () => {
    // Somebody signed in has pages of their own, past the cache of public ones.
    const { visitor } = reader;
    await visitor.get('/census/2025/data.json');
    const { divisions } = JSON.parse(visitor.html) as { divisions: { netWan: number }[] };
    return divisions.at(-1)!.netWan;
  };

  test('is asked before it is kept, with both figures, the ratio and the unit', async () => {
    const { visitor } = owner;
    await visitor.get(address);
    await visitor.submit(address, { ...others, ...typed(given.typed) });
    expect(visitor.status).toBe(422);
    expect(visitor.page.querySelector('title')?.text).toMatch(/^错误：/);
    expect(visitor.text).toContain('净额3,200,000万元，订单48,000单，平均每单666,666.67元');
    expect(visitor.text).toContain(
      '2025年净额3,200,000万元，2024年为34.4万元，是上年的93,023.26倍',
    );
    expect(visitor.text).toContain('金额按万元填写：1万元填1');
    expect(await stored()).toBeNull();
    expect(await total()).toBe(400);
  });

  test('stays asked when the tick was set for another figure', async () => {
    const { visitor } = owner;
    await visitor.submit(address, { confirmed: 'on', ...typed({ grossWan: '3260000' }) });
    expect(visitor.status).toBe(422);
    expect(visitor.page.querySelector('[name=confirmed]')?.hasAttribute('checked')).toBe(false);
    expect(await stored()).toBeNull();
  });

  test('keeps its tick beside another error, is kept with it, and is not asked again', async () => {
    const { visitor } = owner;
    await visitor.submit(address, { confirmed: 'on', insuredYearEnd: '9' });
    expect(visitor.errors).toHaveLength(1);
    expect(visitor.page.querySelector('[name=confirmed]')?.hasAttribute('checked')).toBe(true);
    await visitor.submit(address, { insuredYearEnd: '1' });
    expect(visitor.path).toBe('/my/returns');
    expect(await stored()).toMatchObject({ grossWan: 326_000_000, doubted: 1 });
    await visitor.get('/my/returns');
    expect(visitor.text).toContain('待主办单位核实');
    expect(await total()).toBe(400);
    await visitor.get(address);
    await visitor.submit(address, { staff: '4' });
    expect([visitor.path, visitor.errors]).toEqual(['/my/returns', []]);
    await visitor.get(address);
    await visitor.submit(address, typed({ grossWan: '3270000' }));
    expect(visitor.status).toBe(422);
  });

  test('counts once the office has asked, and stays so while the same figures are filed', async () => {
    const { visitor: clerk } = reader;
    await clerk.get('/office/registry/doubts');
    expect(clerk.text).toContain('2025年');
    await clerk.get(await decision());
    await clerk.submit(await decision(), { decision: 'confirm' });
    expect([clerk.status, clerk.errors]).toEqual([422, [expect.stringContaining('核实经过')]]);
    await clerk.submit(await decision(), {
      decision: 'sendBack',
      note: '电话核对，单位填错',
    });
    const { visitor } = owner;
    await visitor.get(address);
    expect(visitor.text).toContain('退回了这份数据：电话核对，单位填错');
    await visitor.get('/my/returns');
    expect(visitor.text).toContain('请核对');
    expect(await total()).toBe(400);
    await visitor.get(address);
    await visitor.submit(address, typed({ grossWan: '3270000' }));
    await visitor.submit(address, { confirmed: 'on' });
    expect(visitor.path).toBe('/my/returns');
    expect(await total()).toBe(400);
    await clerk.get(await decision());
    expect(clerk.text).toContain('3,220,000.00');
    await clerk.submit(await decision(), {
      decision: 'confirm',
      note: '已看合同',
    });
    expect(clerk.path).toBe('/office/registry/doubts');
    expect(await total()).toBe(3_220_400);
    await visitor.get(address);
    await visitor.submit(address, { staff: '5' });
    expect(await stored()).toMatchObject({ doubted: null, checkNote: '已看合同' });
  });

  test('of before anybody asked is in no public figure until it is confirmed', async () => {
    await app.database
      .repo(AnnualReturn)
      .update({ merchantId, year: 2025 }, { doubted: 1, confirmedDoubts: null });
    const { visitor } = owner;
    await visitor.get('/my/returns');
    expect(visitor.text).toContain('请核对');
    await visitor.get(address);
    await visitor.submit(address, {});
    expect(visitor.status).toBe(422);
    expect(await total()).toBe(400);
    await visitor.submit(address, {
      confirmed: 'on',
      ...typed({ grossWan: '36', refundWan: '1' }),
    });
    expect(visitor.path).toBe('/my/returns');
    expect(await total()).toBe(435);
  });
});
