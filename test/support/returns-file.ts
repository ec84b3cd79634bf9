import { RETURN_COLUMNS, returnHeader } from '../../src/merchants/returns-import/return-columns.js';
import { newId } from '../../src/database/new-id.js';
import { Shop } from '../../src/merchants/shop.entity.js';
import { writeCsv } from '../../src/text/csv.js';
import { makeMerchant } from './merchant.js';
import { shopFacts } from './register-entries.js';
import type { TestApp } from './test-app.js';

type Row = Readonly<Record<string, string | number>>;

/** A merchant's totals of 2025 as a row of the table of returns, sound in every cell. */
export const returnRow = (name: string, creditCode: string, over: Row = {}): Row => ({
  name,
  creditCode,
  year: 2025,
  grossWan: 120,
  refundWan: 20,
  orders: 5000,
  parcels: 4800,
  agencyWan: 0,
  wholesaleWan: 0,
  staff: 6,
  insuredYearEnd: 4,
  insuredAverage: 4,
  ...over,
});

/** The rows as a file, with some of the columns left out. */
export function returnsFile(rows: readonly Row[], without: readonly string[] = []): Buffer {
  const columns = RETURN_COLUMNS.filter(({ key }) => !without.includes(key));
  return Buffer.from(
    writeCsv(
      columns.map((column) => returnHeader('zh-CN', column)),
      rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
    ),
  );
}

export const codes = { one: '91330802MA2TEKT7X7', two: '91330802MA28F1AB0K' };
export const first = (over: Row = {}) => returnRow('橘海电商', codes.one, over);
export const second = (over: Row = {}) => returnRow('竹海电商', codes.two, over);
export const ofShop = (shopUrl: string, over: Row = {}): Row => ({
  creditCode: codes.two,
  name: '竹海电商',
  year: 2025,
  shopUrl,
  grossWan: 60,
  refundWan: 10,
  orders: 2500,
  ...over,
});
export const bothShops = [ofShop('shop1.taobao.com'), ofShop('https://X.1688.com/')];

/** A merchant with one shop, one with two, and one without a credit code. */
export async function returnMerchants(app: TestApp) {
  const shop = async (merchantId: string, url: string, day = 1): Promise<string> => {
    const id = newId();
    const row = { ...shopFacts({ url, openedOn: `2020-03-0${day}` }), id, merchantId, version: 1 };
    await app.database.repo(Shop).insert(row);
    return id;
  };
  const one = await makeMerchant(app, { name: '橘海电商', creditCode: codes.one });
  const two = await makeMerchant(app, { name: '竹海电商', creditCode: codes.two });
  const exempt = await makeMerchant(app, { name: '叶小舟' });
  const shops = [
    await shop(two, 'https://shop1.taobao.com/'),
    await shop(two, 'https://x.1688.com', 2),
  ];
  await shop(one, 'https://shop3.taobao.com/');
  return { one, two, exempt, shops };
}
