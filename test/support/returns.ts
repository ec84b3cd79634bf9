import { newId } from '../../src/database/new-id.js';
import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import type { TestApp } from './test-app.js';

/** A filed return of 2025 with plain figures; give what the test is about. */
export async function storeReturn(
  app: TestApp,
  merchantId: string,
  over: Partial<AnnualReturn> = {},
): Promise<string> {
  const id = newId();
  await app.database.repo(AnnualReturn).insert({
    id,
    merchantId,
    year: 2025,
    grossWan: 100_00,
    refundWan: 0,
    netWan: 100_00,
    agencyWan: 0,
    wholesaleWan: 0,
    farmGoodsNetWan: null,
    orders: 5000,
    parcels: 5000,
    staff: 3,
    insuredYearEnd: 1,
    insuredAverage: 1,
    shops: [],
    figures: {},
    filedBy: null,
    filedAt: app.clock.now(),
    version: 1,
    ...over,
  });
  return id;
}
