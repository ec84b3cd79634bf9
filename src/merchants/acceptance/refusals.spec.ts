import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { office } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AcceptMerchants } from './accept-merchants.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const accept = (ids: string[], by = acting('CityRegistrar')) =>
  app.app.get(AcceptMerchants).run(by, ids);
const done = { code: 'merchants.acceptance.done', kind: 'conflict' } as const;

describe('new registrations', () => {
  refusalTable(
    () => app,
    [
      [
        'accepted by a verifier',
        async () => {
          const id = await makeMerchant(app, { acceptedAt: null });
          return () => accept([id], acting('Verifier'));
        },
        missingIn('acting-role'),
      ],
      ['none of them chosen', () => () => accept([]), { code: 'merchants.acceptance.none' }],
      [
        'one that somebody accepted meanwhile',
        async () => {
          const id = await makeMerchant(app);
          return () => accept([id]);
        },
        done,
      ],
      [
        'one that was merged into another meanwhile',
        async () => {
          const mergedIntoId = await makeMerchant(app);
          const id = await makeMerchant(app, { acceptedAt: null, mergedIntoId });
          return () => accept([id]);
        },
        done,
      ],
      [
        'the same on the page',
        async () => {
          const id = await makeMerchant(app, { acceptedAt: null });
          const { visitor } = await office(app, 'CityRegistrar');
          await visitor.get('/office/registry/new');
          await accept([id]);
          return async () => {
            await visitor.submit('/office/registry/new', {});
            return visitor;
          };
        },
        done,
      ],
    ],
  );
});
