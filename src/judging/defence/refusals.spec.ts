import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { HeardMerchants, inTime, overTime } from '../../../test/support/heard-merchants.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Round } from '../../programmes/round.entity.js';

let heard: HeardMerchants;
beforeAll(async () => {
  heard = await HeardMerchants.make();
}, 120_000);
afterAll(() => heard.app.stop());

describe('a record of a defence', () => {
  refusalTable(
    () => heard.app,
    [
      [
        'by an approver',
        () => () => heard.record(acting('Approver'), inTime),
        missingIn('acting-role'),
      ],
      [
        'by a verifier of another programme',
        () => () => heard.record(acting('Verifier', { programmeId: newId() }), inTime),
        missingIn('acting-role'),
      ],
      [
        'in a round nobody knows',
        () => () => heard.record(heard.first, inTime, 0, newId()),
        missingIn('lock-round'),
      ],
      [
        'in a category that deducts nothing',
        () => () => heard.record(heard.first, inTime, 0, heard.programme.roundIds['G.defence']),
        missingIn('record-defence'),
      ],
      [
        'in the material review',
        () => () => heard.record(heard.first, inTime, 0, heard.programme.roundIds['Y.material']),
        missingIn('record-defence'),
      ],
      [
        'after the lock',
        async () => {
          await heard.app.database.repo(Round).update({ kind: 'defence' }, { state: 'Locked' });
          return () => heard.record(heard.first, inTime);
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'without a time',
        () => () => heard.record(heard.first, { ...inTime, overtimeSeconds: null }),
        { code: 'forms.required', field: 'overtimeSeconds' },
      ],
      [
        'with a contradiction and no ground',
        () => () => heard.record(heard.first, { ...overTime, remark: null }),
        { code: 'judging.defence.remarkMissing', field: 'remark', variables: { min: 10 } },
      ],
      [
        'of who did not come, with a time',
        () => () => heard.record(heard.first, { ...overTime, attended: false }),
        { code: 'judging.defence.absentOnly', field: 'overtimeSeconds' },
      ],
      [
        'confirmed by who noted it',
        async () => {
          await heard.record(heard.first, overTime);
          return () => heard.record(heard.first, overTime);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'confirmed twice',
        async () => {
          await heard.record(heard.first, overTime);
          await heard.record(heard.second, overTime);
          return () => heard.record(heard.third, overTime);
        },
        { code: 'judging.defence.confirmedAlready', kind: 'conflict' },
      ],
    ],
  );
});
