import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, merchantPerson } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Shop } from '../shop.entity.js';

let app: TestApp;
let owner: Person;

describe('parts and rates of an annual return', () => {
  beforeAll(async () => {
    app = await TestApp.start();
    app.clock.moveTo('2026-03-02T02:00:00.000Z');
    const merchantId = await makeMerchant(app);
    owner = await merchantPerson(app, merchantId);
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
  });

  afterAll(() => app.stop());

  test('totals that are left empty are the sum of the shops; a shop that cannot be read is named alone', async () => {
    const { visitor } = owner;
    const empty = { grossWan: '', refundWan: '', orders: '' };
    await visitor.get('/my/returns/2024');
    const labels = visitor.page.querySelectorAll('.return-grid tfoot label');
    expect(labels.map(({ text }) => text.replace(/\s+/g, ''))).toEqual([
      '支付金额万元合计',
      '退款金额万元合计',
      '订单量单合计',
      '快递单量单合计',
    ]);
    await visitor.submit('/my/returns/2024', { ...totals, ...empty, 'shop.shop1.orders': '很多' });
    expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
    await visitor.submit('/my/returns/2024', { ...totals, ...empty });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const row = await app.database.row(
      'SELECT gross_wan, refund_wan, orders FROM annual_return WHERE year = 2024',
    );
    expect(row).toEqual({ grossWan: 100_00, refundWan: 10_00, orders: 8000 });
    await app.database.execute('DELETE FROM annual_return');
  });

  test('parts beyond the net and rates out of range are refused, kept, and not written', async () => {
    const { visitor } = owner;
    await visitor.get('/my/returns/2025');
    await visitor.submit('/my/returns/2025', {
      ...totals,
      selfOperatedWan: '60',
      agencyWan: '40',
      physicalWan: '90.01',
      refundRatePct: '3',
      disputeRefundRatePct: '4',
    });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      [
        '“其中自营”与同类的另一项合计大于净额，请核对。',
        '“其中实物商品”是其中数，不能大于净额。',
        '“纠纷退款率”不能大于退款率。',
      ],
    ]);
    await visitor.submit('/my/returns/2025', { refundRatePct: '100.01' });
    expect(visitor.status).toBe(422);
    expect(visitor.html).toContain('value="100.01"');
    expect(await app.database.rows('SELECT id FROM annual_return')).toEqual([]);
  });

  test('sound ones are kept in hundredths and shown as typed', async () => {
    const { visitor } = owner;
    await visitor.get('/my/returns/2025');
    await visitor.submit('/my/returns/2025', {
      ...totals,
      selfOperatedWan: '50',
      agencyWan: '40',
      physicalWan: '80',
      serviceWan: '10',
      refundRatePct: '10.25',
      disputeRefundRatePct: '0.5',
    });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const row = await app.database.row<{ figures: string }>('SELECT figures FROM annual_return');
    expect(JSON.parse(row!.figures)).toMatchObject({
      selfOperatedWan: 50_00,
      physicalWan: 80_00,
      serviceWan: 10_00,
      refundRatePct: 10_25,
      disputeRefundRatePct: 50,
    });
    await visitor.get('/my/returns/2025');
    expect(visitor.html).toContain('value="10.25"');
  });
});

const totals = {
  'shop.shop1.grossWan': '100',
  'shop.shop1.refundWan': '10',
  'shop.shop1.orders': '8000',
  grossWan: '100',
  refundWan: '10',
  orders: '8000',
  parcels: '8100',
  agencyWan: '0',
  wholesaleWan: '0',
  staff: '3',
  insuredYearEnd: '0',
  insuredAverage: '0',
};
