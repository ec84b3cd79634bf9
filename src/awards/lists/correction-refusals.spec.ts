import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { makeTitle } from '../../../test/support/title.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { newId } from '../../database/new-id.js';
import { CancelApplication } from './cancel-application.js';
import { CorrectProposedList } from './correct-proposed-list.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;
const applicationId = () => award.entries[1]!.applicationId;

describe('a cancellation', () => {
  const cancel = (over = {}, actor = award.people.approver) =>
    award.app.app.get(CancelApplication).run(actor, {
      programmeId: award.id,
      receiptNumber: '2026-G-0002',
      ground: 'V9',
      reason: '经查实提供虚假申报材料。',
      hearingHeld: true,
      ...over,
    });
  const guarded = ({ guard }: { guard: string }) =>
    ({ code: 'lifecycle.refused.guard', variables: { rule: 'A24', guard } }) as const;
  refusalTable(app, [
    ['by the registrar', () => () => cancel({}, award.people.registrar), missingIn('acting-role')],
    [
      'by the approver of another programme',
      () => () => cancel({}, acting('Approver', { programmeId: newId() })),
      missingIn('acting-role'),
    ],
    [
      'of a receipt nobody has',
      () => () => cancel({ receiptNumber: '2026-G-0009' }),
      { code: 'awards.cancel.unknown', field: 'receiptNumber' },
    ],
    [
      'without a ground',
      () => () => cancel({ ground: ' ' }),
      guarded({ guard: 'cancellationGroundHolds' }),
    ],
    ['without a reason', () => () => cancel({ reason: ' ' }), guarded({ guard: 'reasonGiven' })],
    [
      'without a hearing',
      () => () => cancel({ hearingHeld: false }),
      guarded({ guard: 'hearingHeld' }),
    ],
    [
      'of a merchant with a title',
      async () => {
        const { merchantId } = award.entries[1]!;
        await makeTitle(award.app, {
          programmeId: award.id,
          merchantId,
          applicationId: applicationId(),
        });
        return () => cancel();
      },
      guarded({ guard: 'noTitleExists' }),
    ],
    [
      'of what is cancelled',
      async () => {
        await cancel();
        return () => cancel();
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'application', state: 'Cancelled', event: 'cancel' },
      },
    ],
  ]);
});

describe('a correction of the proposed list', () => {
  const correct = (actor = award.people.registrar) =>
    award.app.app
      .get(CorrectProposedList)
      .run(actor, { programmeId: award.id, minutes: '经复核更正名单。' });
  const relocked = async () => {
    await new ReReviewSteps(objections).done();
    await award.lock();
  };
  refusalTable(app, [
    ['by the approver', () => () => correct(award.people.approver), missingIn('acting-role')],
    ['when nothing was looked at again', () => () => correct(), { code: 'awards.correct.nothing' }],
    [
      'over a tie that the re-review has made',
      async () => {
        await relocked();
        await award.app.database.execute("UPDATE standing SET outcome = 'undecided'");
        return () => correct();
      },
      { code: 'awards.deliberation.ties', variables: { receipts: '2026-G-0002' } },
    ],
    [
      'over a credit query that is missing',
      async () => {
        await relocked();
        await award.app.database.repo(VetoCheck).delete({ rule: 'V2' });
        return () => correct();
      },
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0002', rules: 'V2', more: 0, checkPoint: 'K2' },
      },
    ],
  ]);
});
