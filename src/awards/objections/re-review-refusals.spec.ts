import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import type { Appointment } from './appoint-re-review.js';
import { Objection } from './objection.entity.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
/** Partly upheld, the experts named and not yet asked. */
let id: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  id = await reReview.decided();
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const over = { code: 'awards.reReview.over', kind: 'conflict' } as const;
const cancelled = () => award.app.database.execute("UPDATE application SET state = 'Cancelled'");
const named = async () =>
  (await award.app.database.repo(Objection).findOneByOrFail({ id })).reReviewers!;
/** The account of the first of them turns out to be that of who decided. */
const decidedByExpert = async () => {
  const [first] = await named();
  const { accountId } = await award.app.database.repo(Expert).findOneByOrFail({ id: first! });
  await award.app.database.repo(Objection).update(id, { decidedBy: accountId });
};
const notUpheld = () => objections.accepted({ applicationId: award.entries[0]!.applicationId });

describe('the appointment of the experts', () => {
  const appoint = (given: Partial<Appointment>) => () => () => reReview.appoint(id, given);
  refusalTable(app, [
    [
      'by the approver',
      () => () => reReview.appoint(id, {}, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'for an objection nobody has made',
      () => () => reReview.appoint(newId()),
      missingIn('lock-objection'),
    ],
    [
      'for an objection that was not upheld in part',
      async () => {
        const other = await notUpheld();
        return () => reReview.appoint(other);
      },
      missingIn('appoint-re-review'),
    ],
    [
      'of an application that is no longer in review',
      async () => {
        await cancelled();
        return () => reReview.appoint(id);
      },
      over,
    ],
    [
      'a second time',
      async () => {
        await reReview.appoint(id);
        return () => reReview.appoint(id);
      },
      { code: 'awards.reReview.appointedAlready', kind: 'conflict' },
    ],
    [
      'for nothing',
      appoint({ indicators: [] }),
      { code: 'awards.reReview.nothing', field: 'indicators' },
    ],
    [
      'for an indicator nobody scores',
      appoint({ indicators: ['G1'] }),
      { code: 'forms.choose', field: 'indicators' },
    ],
    [
      'for a figure nobody claimed',
      appoint({ figures: ['unknown'] }),
      { code: 'forms.choose', field: 'figures' },
    ],
    [
      'for what a merchant pays in tax',
      appoint({ figures: ['taxPaidWan'] }),
      { code: 'forms.choose', field: 'figures' },
    ],
    [
      'until yesterday',
      appoint({ closesOn: '2026-05-31' }),
      { code: 'awards.reReview.closesOnPast', field: 'closesOn' },
    ],
    [
      'one of whom decided the objection',
      async () => {
        await decidedByExpert();
        return () => reReview.appoint(id);
      },
      { code: 'forbiddenPair.approverObjectionExpert' },
    ],
    [
      'one of whom the register has come to tie to the merchant',
      async () => {
        const [first] = await named();
        const organisation = award.entries[1]!.name;
        await award.app.database.repo(Expert).update({ id: first! }, { organisation });
        return () => reReview.appoint(id);
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'S08', guard: 'noAutomaticHit' } },
    ],
    [
      'one of whom has left the pool',
      async () => {
        const [first] = await named();
        await award.app.database.repo(Expert).update({ id: first! }, { active: false });
        return () => reReview.appoint(id);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'S08', guard: 'reReviewersDidNotJudge' },
      },
    ],
  ]);
});

describe('the opinion', () => {
  refusalTable(app, [
    [
      'by the approver',
      () => () => objections.reReview(id, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'on an objection that was not upheld in part',
      async () => {
        const other = await notUpheld();
        return () => objections.reReview(other);
      },
      missingIn('record-re-review'),
    ],
    [
      'before the experts were asked',
      () => () => objections.reReview(id),
      { code: 'awards.reReview.unsigned' },
    ],
    [
      'while one of them has not signed',
      async () => {
        await reReview.appoint(id);
        await reReview.points(id, 'G11', [100, 200]);
        return () => objections.reReview(id);
      },
      { code: 'awards.reReview.unsigned' },
    ],
    [
      'when fewer than three are left',
      async () => {
        await reReview.appoint(id);
        await reReview.points(id, 'G11', [100, 200]);
        await reReview.declare(id, 3, { ground: '1', explanation: '现为其顾问。' });
        return () => objections.reReview(id);
      },
      { code: 'awards.reReview.unsigned' },
    ],
    [
      'that a lock has counted',
      async () => {
        await reReview.appoint(id);
        await reReview.points(id, 'G11', [100, 200, 300]);
        await objections.reReview(id);
        await award.lock();
        return () => objections.reReview(id);
      },
      over,
    ],
    [
      'on an application that is no longer in review',
      async () => {
        await cancelled();
        return () => objections.reReview(id);
      },
      over,
    ],
  ]);
});

describe('a computation of the scores', () => {
  refusalTable(app, [
    [
      'while a re-review on record is not what its sheets say, because one fell',
      async () => {
        await reReview.appoint(id);
        await reReview.points(id, 'G11', [100, 200, 300]);
        await objections.reReview(id);
        await (
          await reReview.proposed(id, 1)
        )();
        return () => award.compute();
      },
      { code: 'awards.lock.reReviewOpen' },
    ],
  ]);
});
