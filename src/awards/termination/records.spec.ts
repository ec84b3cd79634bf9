import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { Application } from '../../applications/application.entity.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { DecideTermination } from './decide-termination.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  const [first, second] = award.entries;
  await appointed(award.app, 'Agent', { merchantId: first!.merchantId });
  await appointed(award.app, 'Agent', { merchantId: second!.merchantId });
  const { database } = award.app;
  await database.repo(Application).update(second!.applicationId, { state: 'Withdrawn' });
  await database
    .repo(ScoreSheet)
    .update({ applicationId: first!.applicationId, position: 0 }, { state: 'Open' });
});
afterAll(() => award.app.stop());

const decide = async () => {
  const { version } = await award.app.database.repo(Programme).findOneByOrFail({ id: award.id });
  return award.app.app.get(DecideTermination).run(award.people.approver, {
    programmeId: award.id,
    version,
    ground: 'processDefect',
    reason: '评审程序有不能补正的缺陷。',
  });
};

describe('the end of a programme', () => {
  recordTable(
    () => award.app,
    [
      [
        'the decision, which waits for the publishers',
        () => decide,
        {
          events: [
            {
              event: 'notice.prepare',
              actorRole: 'Approver',
              subjectType: 'noticeDraft',
              details: { kind: 'termination', hash: '<hash>', list: null, number: null },
            },
          ],
          messages: [1, 2].map(() => ({ message: 'noticePrepared', to: 'Publisher' })),
        },
      ],
      [
        'the notice, which ends what is still under way and tells whom it concerns',
        async () => {
          const { draftId } = await decide();
          return () => award.post(draftId);
        },
        {
          events: [
            {
              event: 'programme.terminate',
              actorRole: 'Approver',
              subjectType: 'programme',
              details: {
                from: 'ScoresLocked',
                to: 'Cancelled',
                rule: 'P-cancel',
                ground: 'processDefect',
                reason: '<hash>',
                confirmedBy: '<id>',
              },
            },
            ...[1, 2].map(() => ({
              event: 'application.endWithProgramme',
              actorRole: 'System',
              subjectType: 'application',
              details: { from: 'InReview', to: 'Cancelled', rule: 'A27', notice: '<id>' },
            })),
            ...[1, 2].map(() => ({
              event: 'round.endWithProgramme',
              actorRole: 'System',
              subjectType: 'round',
              details: { from: 'Open', rule: 'R05', voided: ['<id>'] },
            })),
            {
              event: 'notice.post',
              actorRole: 'Publisher',
              subjectType: 'notice',
              details: { kind: 'termination', hash: '<hash>', number: null },
            },
          ],
          messages: [
            { message: 'checkpoint.publication', to: 'Supervisor' },
            { message: 'programme.terminated', to: 'Agent' },
            { message: 'programme.terminatedJudge', to: 'Judge' },
          ],
        },
      ],
    ],
  );
});
