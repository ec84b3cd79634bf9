import { Application } from '../../src/applications/application.entity.js';
import { newId } from '../../src/database/new-id.js';
import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import type { TestApp } from './test-app.js';

/** Contacts of its own, so that only what a test makes alike is alike. */
export async function distinguish(app: TestApp, merchantId: string, mark: string): Promise<void> {
  const workingAddress = `测试路${mark}号院`;
  await app.database
    .repo(Merchant)
    .update({ id: merchantId }, { headName: `经营者${mark}`, workingAddress });
}

interface Frozen {
  readonly grossWan?: number;
  readonly refundWan?: number;
  readonly figures?: Readonly<Record<string, number>>;
  readonly previous?: object;
}

/** Sets what the snapshot froze; with figures also a weaker year before and sales before the opening. */
export async function freeze(
  app: TestApp,
  id: string,
  { previous, ...current }: Frozen,
): Promise<void> {
  const row = await app.database.repo(Application).findOneByOrFail({ id });
  const sold = [{ shopId: 'shop-1', netWan: 1, orders: 1 }];
  const before = current.figures
    ? { year: 2024, netWan: 40_000, orders: 100_000, insuredYearEnd: 10 }
    : { year: 2024, ...previous };
  await app.database.repo(Application).update(
    { id },
    {
      snapshot: {
        ...row.snapshot,
        year: 2025,
        returns: [
          { year: 2025, netWan: 60_000, orders: 60_000, insuredYearEnd: 10, ...current },
          before,
          ...(current.figures ? [{ year: 2019, shops: sold }] : []),
        ],
      },
    },
  );
}

export async function filed(
  app: TestApp,
  merchantId: string,
  now: number,
  before: number,
): Promise<void> {
  const row = (year: number, netWan: number) => ({
    id: newId(),
    merchantId,
    year,
    grossWan: netWan,
    refundWan: 0,
    netWan,
    agencyWan: 0,
    wholesaleWan: 0,
    farmGoodsNetWan: null,
    orders: 1,
    parcels: 1,
    staff: 1,
    insuredYearEnd: 1,
    insuredAverage: 1,
    shops: [],
    figures: {},
    filedBy: null,
    filedAt: app.clock.now(),
    version: 1,
  });
  await app.database.repo(AnnualReturn).insert([row(2025, now), row(2024, before)]);
}

export function shop(merchantId: string, id: string, deliveryPromise: string | null) {
  return {
    id,
    merchantId,
    platform: 'taobao',
    shopName: '柑橘小店',
    url: 'https://shop.taobao.com/',
    openedOn: '2020-03-01',
    sameSubject: true,
    deliveryPromise,
    status: 'open',
    version: 1,
  };
}
