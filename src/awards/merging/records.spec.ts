import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { TwoRecords } from '../../../test/support/merging.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { UndoMerge } from './undo-merge.js';

let two: TwoRecords;
beforeAll(async () => {
  two = await TwoRecords.open();
});
afterAll(() => two.app.stop());

const merchant = { actorRole: 'CityRegistrar', subjectType: 'merchant' };

describe('the register', () => {
  recordTable(
    () => two.app,
    [
      [
        'a merge, with a fingerprint of what moved',
        () => () => two.merge(),
        {
          events: [
            {
              event: 'merchant.merge',
              ...merchant,
              details: { into: '<id>', reason: '同一营业执照', rows: 13, hash: '<hash>' },
            },
          ],
          messages: [
            { message: 'merchant.merged', to: 'Agent' },
            { message: 'merchant.merged', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'that the kept record counts where the merged one did',
        async () => {
          await two.app.database.repo(Merchant).update(two.keptId, { acceptedAt: null });
          return () => two.merge();
        },
        {
          events: [
            { event: 'merchant.accept', ...merchant, details: { how: 'office' } },
            {
              event: 'merchant.merge',
              ...merchant,
              details: { into: '<id>', reason: '同一营业执照', rows: 13, hash: '<hash>' },
            },
          ],
          messages: [
            { message: 'merchant.merged', to: 'Agent' },
            { message: 'merchant.merged', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'that it was undone, to both',
        async () => {
          const id = await two.merge();
          return () => two.app.app.get(UndoMerge).run(acting('CityRegistrar'), id);
        },
        {
          events: [
            {
              event: 'merchant.unmerge',
              ...merchant,
              details: { from: '<id>', rows: 13, hash: '<hash>' },
            },
          ],
          messages: [
            { message: 'merchant.unmerged', to: 'Agent' },
            { message: 'merchant.unmerged', to: 'LegalRepresentative' },
          ],
        },
      ],
    ],
  );
});
