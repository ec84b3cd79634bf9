import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { missingIn } from '../../../test/support/refusals.js';
import { storeReturn } from '../../../test/support/returns.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { CheckReturnWithMerchant, type ReturnCheck } from './check-return-with-merchant.js';

let app: TestApp;
let returnId: string;
beforeAll(async () => {
  app = await TestApp.start();
  returnId = await storeReturn(app, await makeMerchant(app), { doubted: 1 });
});
afterAll(() => app.stop());

const check = (over: Partial<ReturnCheck> = {}, by = acting('CityRegistrar')) =>
  app.app
    .get(CheckReturnWithMerchant)
    .run(by, { returnId, version: 1, decision: 'confirm', note: '电话核实', ...over });
const done = { code: 'merchants.returnCheck.done', kind: 'conflict' } as const;

describe('a return in doubt that is settled', () => {
  refusalTable(
    () => app,
    [
      ['by a verifier', () => () => check({}, acting('Verifier')), missingIn('acting-role')],
      [
        'though there is none',
        () => () => check({ returnId: newId() }),
        missingIn('check-return-with-merchant'),
      ],
      [
        'without a word on how',
        () => () => check({ note: null }),
        { code: 'merchants.returnCheck.noteMissing', field: 'note' },
      ],
      [
        'back without a reason',
        () => () => check({ note: null, decision: 'sendBack' }),
        { code: 'merchants.returnCheck.noteMissing', field: 'note' },
      ],
      [
        'a second time',
        async () => {
          await check({ decision: 'sendBack' });
          return () => check();
        },
        done,
      ],
      [
        'when nothing is in doubt any more',
        async () => {
          await app.database.repo(AnnualReturn).update(returnId, { doubted: null });
          return () => check();
        },
        done,
      ],
      [
        'after the merchant filed other figures',
        () => () => check({ version: 9 }),
        { code: 'merchants.returnCheck.changed', kind: 'conflict' },
      ],
    ],
  );
});
