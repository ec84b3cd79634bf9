import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { HeardMerchants, inTime, overTime } from '../../../test/support/heard-merchants.js';

let heard: HeardMerchants;
beforeAll(async () => {
  heard = await HeardMerchants.make();
}, 120_000);
afterAll(() => heard.app.stop());

describe('a record of a defence', () => {
  const noted = (by: string | null, given: object) => ({
    subjectType: 'application',
    details: { round: '<id>', ...given, first: by },
  });
  const overDetails = {
    attended: true,
    overtimeSeconds: 31,
    contradiction: true,
    remark: '<hash>',
  };
  recordTable(
    () => heard.app,
    [
      [
        'the first entry',
        () => () => heard.record(heard.first, overTime),
        {
          events: [
            {
              event: 'application.enterDefence',
              actorRole: 'Verifier',
              ...noted(null, overDetails),
            },
          ],
          messages: [],
        },
      ],
      [
        'its confirmation by another person, of which the first is told',
        async () => {
          await heard.record(heard.first, overTime);
          return () => heard.record(heard.second, overTime);
        },
        {
          events: [
            {
              event: 'application.confirmDefence',
              actorRole: 'CityRegistrar',
              ...noted('<id>', overDetails),
            },
          ],
          messages: [{ message: 'defenceConfirmed', to: 'Verifier' }],
        },
      ],
      [
        'a differing entry, which goes back to the first',
        async () => {
          await heard.record(heard.first, overTime);
          return () => heard.record(heard.second, inTime);
        },
        {
          events: [
            {
              event: 'application.enterDefence',
              actorRole: 'CityRegistrar',
              ...noted('<id>', {
                attended: true,
                overtimeSeconds: 0,
                contradiction: false,
                remark: null,
              }),
            },
          ],
          messages: [{ message: 'defenceDiffers', to: 'Verifier' }],
        },
      ],
      [
        'a correction of one’s own entry, of which nobody is told',
        async () => {
          await heard.record(heard.first, overTime);
          return () => heard.record(heard.first, inTime);
        },
        {
          events: [
            {
              event: 'application.enterDefence',
              actorRole: 'Verifier',
              ...noted('<id>', {
                attended: true,
                overtimeSeconds: 0,
                contradiction: false,
                remark: null,
              }),
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
