import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { refusalTable } from '../../../../test/support/case-tables.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { newId } from '../../../database/new-id.js';
import type { ChangeKind } from '../../../rules/titles/change-duty.js';
import { TitleChange } from '../title-change.entity.js';
import { HandleChange } from './handle-change.js';
import { ReportChange } from './report-change.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

const report = (
  given: { kind?: ChangeKind; happenedOn?: string } = {},
  actor = life.people.holder,
) =>
  life.app.app.get(ReportChange).run(actor, {
    kind: 'shopClosure',
    happenedOn: '2027-02-22',
    text: '网店已经关闭。',
    ...given,
  });
const handle = (changeId: string, answer: 'note' | 'review', actor = life.people.registrar) =>
  life.app.app.get(HandleChange).run(actor, { changeId, answer, reply: '已收到。' });
const reported = async () => {
  await report();
  return (await life.app.database.repo(TitleChange).find())[0]!.id;
};

describe('a reported change', () => {
  refusalTable(
    () => life.app,
    [
      [
        'of somebody without a title',
        async () => {
          const merchantId = await makeMerchant(life.app);
          return () => report({}, acting('Agent', { merchantId }));
        },
        missingIn('report-change'),
      ],
      [
        'of a title that has ended',
        async () => {
          await life.put('Revoked');
          return () => report();
        },
        missingIn('report-change'),
      ],
      ['by the office', () => () => report({}, life.people.registrar), missingIn('acting-role')],
      [
        'that lies ahead',
        () => () => report({ happenedOn: '2027-03-02' }),
        { code: 'awards.change.ahead', field: 'happenedOn' },
      ],
      ['that nobody reported', () => () => handle(newId(), 'note'), missingIn('handle-change')],
      [
        'that the approver answers',
        () => () => handle(newId(), 'note', life.people.approver),
        missingIn('acting-role'),
      ],
      [
        'that was answered',
        async () => {
          const id = await reported();
          await handle(id, 'note');
          return () => handle(id, 'note');
        },
        { code: 'awards.change.handledAlready', kind: 'conflict' },
      ],
      [
        'after which no review is due',
        async () => {
          const id = await reported();
          return () => handle(id, 'review');
        },
        { code: 'awards.change.noReview', field: 'answer' },
      ],
    ],
  );
});
