import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { merchantPerson } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AcceptByMobile } from './accept-by-mobile.js';
import { AcceptMerchants } from './accept-merchants.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const accepted = (actorRole: string, how: string) => ({
  event: 'merchant.accept',
  actorRole,
  subjectType: 'merchant',
  details: { how },
});

describe('a merchant that counts from now', () => {
  recordTable(
    () => app,
    [
      [
        'each that the office accepted, and none a second time',
        async () => {
          const waiting = await makeMerchant(app, { acceptedAt: null });
          const counted = await makeMerchant(app);
          await merchantPerson(app, waiting);
          await merchantPerson(app, counted);
          return () =>
            app.app.get(AcceptMerchants).run(acting('CityRegistrar'), [waiting, counted]);
        },
        {
          events: [accepted('CityRegistrar', 'office')],
          messages: [{ message: 'merchant.accepted', to: 'Agent' }],
        },
      ],
      [
        'the one whose mobile was confirmed',
        async () => {
          const merchantId = await makeMerchant(app, { acceptedAt: null });
          return () => app.app.get(AcceptByMobile).run(acting('Agent', { merchantId }));
        },
        { events: [accepted('Agent', 'mobile')], messages: [] },
      ],
      [
        'nothing for one that counts already',
        async () => {
          const merchantId = await makeMerchant(app);
          return () => app.app.get(AcceptByMobile).run(acting('Agent', { merchantId }));
        },
        { events: [], messages: [] },
      ],
      [
        'nothing for one that was merged into another',
        async () => {
          const mergedIntoId = await makeMerchant(app);
          const merchantId = await makeMerchant(app, { acceptedAt: null, mergedIntoId });
          return () => app.app.get(AcceptByMobile).run(acting('Agent', { merchantId }));
        },
        { events: [], messages: [] },
      ],
      [
        'nothing for somebody without a merchant',
        () => () => app.app.get(AcceptByMobile).run(acting('Agent')),
        { events: [], messages: [] },
      ],
    ],
  );
});
