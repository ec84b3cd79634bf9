import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Application } from '../../applications/application.entity.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { LegalBasis } from '../../programmes/legal-basis.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { CorrectProposedList } from './correct-proposed-list.js';
import { AwardList } from './award-list.entity.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setState = (state: Programme['state']) =>
  award.app.database.repo(Programme).update(award.id, { state });
const applicationId = () => award.entries[1]!.applicationId;

describe('an approval', () => {
  const ready = async () => {
    award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
    await award.close();
    await award.state();
    await award.clear('K3');
  };
  const after = (change: () => Promise<unknown>) => async () => {
    await ready();
    await change();
    return () => award.approve();
  };
  refusalTable(app, [
    [
      'by somebody without the duty',
      () => () => award.approve('同意', award.people.registrar),
      missingIn('acting-role'),
    ],
    [
      'while the public notice runs',
      () => () => award.approve(),
      { code: 'awards.approve.notNow', kind: 'conflict' },
    ],
    [
      'without the statement of the supervisor',
      async () => {
        award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
        await award.close();
        await award.clear('K3');
        return () => award.approve();
      },
      { code: 'awards.approve.statement' },
    ],
    [
      'over a statement that says nothing',
      after(() =>
        award.app.database
          .repo(AwardList)
          .update({ programmeId: award.id }, { supervisorStatement: ' ' }),
      ),
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'P17', guard: 'supervisorStatementFiled' },
      },
    ],
    [
      'without minutes',
      async () => {
        await ready();
        return () => award.approve(' ');
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'P17', guard: 'decisionRecorded' } },
    ],
    [
      'over a credit query of another check point',
      after(() => award.app.database.repo(VetoCheck).delete({ checkPoint: 'K3', rule: 'V1' })),
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0001', rules: 'V1', more: 1, checkPoint: 'K3' },
      },
    ],
    [
      'of a merchant who is held',
      async () => {
        await objections.accepted();
        award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
        await award.close();
        await award.close(award.people.approver);
        await award.state();
        await award.clear('K3');
        await award.app.database
          .repo(Application)
          .update(applicationId(), { state: 'InPublicity' });
        return () => award.approve();
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'A23', guard: 'noHold' } },
    ],
    [
      'over an objection that nobody has accepted or refused',
      async () => {
        await objections.object();
        await setState('Approved');
        await award.state();
        await award.clear('K3');
        award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
        return () => award.approve();
      },
      {
        code: 'programmes.blocked.everyObjectionAcceptedOrRefused',
        variables: { open: 1 },
        kind: 'conflict',
      },
    ],
    [
      'over an objection to the procedure that is not decided',
      async () => {
        await objections.accepted({ applicationId: null });
        await setState('Approved');
        await award.state();
        await award.clear('K3');
        award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
        return () => award.approve();
      },
      {
        code: 'programmes.blocked.objectionsDecidedAndAnsweredOrHeldAlone',
        variables: { open: 1 },
      },
    ],
    [
      'when the legal basis has ended',
      after(() =>
        award.app.database
          .repo(LegalBasis)
          .update({ programmeId: award.id }, { validTo: '2026-06-08' }),
      ),
      { code: 'lifecycle.refused.guard', variables: { rule: '', guard: 'legalBasisApproved' } },
    ],
    ...(['made', 'not made'] as const).map(
      (list) =>
        [
          `while a corrected list is ${list} and not posted`,
          async () => {
            await new ReReviewSteps(objections).done();
            await award.lock();
            const given = { programmeId: award.id, minutes: '经复核更正名单。' };
            if (list === 'made')
              await award.app.app.get(CorrectProposedList).run(award.people.registrar, given);
            await ready();
            return () => award.approve();
          },
          {
            code: 'awards.approve.correctionOpen',
            variables: { merchants: 'G类测试网商2' },
          },
        ] as const,
    ),
    [
      'a second time, with nobody who had to wait',
      after(() => award.approve()),
      { code: 'awards.approve.nobody', kind: 'conflict' },
    ],
    [
      'of a merchant whose own notice still runs, as a further version',
      after(async () => {
        await award.approve();
        await award.app.database
          .repo(Application)
          .update(applicationId(), { state: 'InPublicity' });
        await award.app.database
          .repo(Notice)
          .update({ programmeId: award.id }, { lastDay: '2026-06-09' });
      }),
      { code: 'awards.approve.nobody', kind: 'conflict' },
    ],
  ]);
});
