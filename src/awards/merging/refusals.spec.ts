import { storeReturn } from '../../../test/support/returns.js';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeApplication } from '../../../test/support/evidence.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { TwoRecords } from '../../../test/support/merging.js';
import { person } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import { registerFile, registerLine } from '../../../test/support/register-file.js';
import { makeTitle } from '../../../test/support/title.js';
import { WindowEntry } from '../../applications/window/window-entry.entity.js';
import { newId } from '../../database/new-id.js';
import { AdmitAgent } from '../../merchants/admit-agent.js';
import { ImportMerchants } from '../../merchants/import-merchants.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { UndoMerge } from './undo-merge.js';

let two: TwoRecords;
beforeAll(async () => {
  two = await TwoRecords.open();
});
afterAll(() => two.app.stop());

const undo = (id: string, by = acting('CityRegistrar')) => two.app.app.get(UndoMerge).run(by, id);
const merchants = () => two.app.database.repo(Merchant);
const already = { code: 'merchants.merge.already', kind: 'conflict' } as const;
describe('two records that are merged', () => {
  refusalTable(
    () => two.app,
    [
      ['by a verifier', () => () => two.merge({}, acting('Verifier')), missingIn('acting-role')],
      [
        'one with itself',
        () => () => two.merge({ keptId: two.mergedId }),
        { code: 'merchants.merge.same' },
      ],
      ['one with none', () => () => two.merge({ keptId: newId() }), missingIn('hold-merged')],
      [
        'one that was merged before',
        async () => {
          await merchants().update(two.mergedId, { mergedIntoId: two.otherId });
          return () => two.merge();
        },
        already,
      ],
      [
        'one into a record that was merged',
        async () => {
          await merchants().update(two.keptId, { mergedIntoId: two.otherId });
          return () => two.merge();
        },
        already,
      ],
      [
        'with two applications in one category',
        async () => {
          await makeApplication(two.app, two.programme, two.keptId, 'Draft');
          return () => two.merge();
        },
        { code: 'merchants.merge.collision.application' },
      ],
      [
        'with two practices on one subject',
        async () => {
          await two.practice(two.keptId, 'delivery');
          return () => two.merge();
        },
        { code: 'merchants.merge.collision.practice', variables: { label: '当天发货' } },
      ],
      [
        'with two titles of one year and category',
        async () => {
          await makeTitle(two.app, {
            programmeId: two.programme.id,
            merchantId: two.keptId,
            certificateNumber: 'QZ-2026-G-002',
            verifyCode: 'ABCDEFGHJM',
          });
          return () => two.merge();
        },
        { code: 'merchants.merge.collision.title', variables: { label: 'QZ-2026-G-001' } },
      ],
      [
        'while somebody is at the window for one of them',
        async () => {
          await two.app.database.repo(WindowEntry).insert({
            id: newId(),
            receiptNumber: 'CK-2026-0001',
            merchantId: two.mergedId,
            personSealed: 'x',
            capacity: 'head',
            sheetId: newId(),
            enteredBy: newId(),
            openedAt: two.app.clock.now(),
            openedOn: '2026-03-02',
            version: 1,
          });
          return () => two.merge();
        },
        { code: 'merchants.merge.collision.window', variables: { label: 'CK-2026-0001' } },
      ],
      [
        'with several collisions, all of them named',
        async () => {
          await two.practice(two.keptId, 'delivery');
          await makeApplication(two.app, two.programme, two.keptId, 'Draft');
          return () => two.merge();
        },
        {
          code: 'merchants.merge.collides',
          variables: { count: 2, labels: expect.stringMatching(/.+, 当天发货/) as never },
        },
      ],
      [
        'with two returns of two years and no word which are kept',
        async () => {
          await storeReturn(two.app, two.keptId, { year: 2024 });
          return () => two.merge({ returns: {} });
        },
        {
          code: 'merchants.merge.chooseReturns',
          field: 'return2024',
          variables: { years: '2024, 2025' },
        },
      ],
      [
        'after something changed',
        () => () => two.merge({ digest: 'of before' }),
        { code: 'merchants.merge.changed', kind: 'conflict' },
      ],
      [
        'without a reason',
        () => () => two.merge({ reason: null }),
        { code: 'merchants.merge.reasonMissing', field: 'reason' },
      ],
      [
        'with two returns of one year and no word which is kept',
        () => () => two.merge({ returns: {} }),
        { code: 'merchants.merge.chooseReturn', field: 'return2025', variables: { year: 2025 } },
      ],
      [
        'with a word for them that the form does not have',
        () => () => two.merge({ returns: { 2025: 'both' as never } }),
        { code: 'merchants.merge.chooseReturn', field: 'return2025' },
      ],
    ],
  );
});

describe('a merge that is undone', () => {
  refusalTable(
    () => two.app,
    [
      [
        'by a verifier',
        async () => {
          const id = await two.merge();
          return () => undo(id, acting('Verifier'));
        },
        missingIn('acting-role'),
      ],
      ['though there is none', () => () => undo(newId()), missingIn('undo-merge')],
      [
        'a second time',
        async () => {
          const id = await two.merge();
          await undo(id);
          return () => undo(id);
        },
        { code: 'merchants.unmerge.done', kind: 'conflict' },
      ],
      [
        'after the kept record was merged itself',
        async () => {
          const id = await two.merge();
          await merchants().update(two.keptId, { mergedIntoId: two.otherId });
          return () => undo(id);
        },
        { code: 'merchants.unmerge.keptMerged', variables: { name: '橘海新登记' } },
      ],
    ],
  );
});

describe('a record that only points to another', () => {
  refusalTable(
    () => two.app,
    [
      [
        'takes nobody in who acts for it',
        async () => {
          await two.merge();
          const { mobile } = await person(two.app, 'merchant', []);
          return () =>
            two.app.app
              .get(AdmitAgent)
              .run(acting('CityRegistrar'), two.mergedId, { mobile, role: 'Agent' });
        },
        { code: 'merchants.admit.merged' },
      ],
      [
        'is not changed by a file',
        async () => {
          const content = registerFile(registerLine(1));
          const by = { accountId: null, role: 'System' };
          const enter = () =>
            two.app.app.get(ImportMerchants).run(by, { content, digest: null, confirmed: true });
          await enter();
          const mergedIntoId = await makeMerchant(two.app);
          await two.app.database.execute(
            'UPDATE merchant SET merged_into_id = ? WHERE registered_at = (SELECT MAX(registered_at) FROM merchant WHERE credit_code IS NOT NULL) AND credit_code IS NOT NULL AND id <> ?',
            [mergedIntoId, two.mergedId],
          );
          return enter;
        },
        { code: 'merchants.import.hasErrors', field: 'file' },
      ],
    ],
  );
});
