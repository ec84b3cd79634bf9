import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { UnlockSteps } from '../../../test/support/unlock-steps.js';
import { newId } from '../../database/new-id.js';
import { Application } from '../../applications/application.entity.js';
import { DecideRemoval } from '../../judging/removals/decide-removal.js';
import { Removal } from '../../judging/removals/removal.entity.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import { AwardList } from '../lists/award-list.entity.js';
import { CorrectProposedList } from '../lists/correct-proposed-list.js';
import { ReplaceReReviewer } from '../objections/replace-re-reviewer.js';
import { ReReview } from '../objections/re-review.entity.js';
import { RelockQueries } from './relock.queries.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
/** Counted by the second lock, and posted on no list yet; one of its sheets is to fall. */
let id: string;
let unlock: UnlockSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  id = await reReview.counted();
  await reReview.proposeVoiding(id, 1);
  unlock = new UnlockSteps(award);
  await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const applicationId = () => award.entries[1]!.applicationId;
const setState = (state: ApplicationState) =>
  award.app.database.repo(Application).update(applicationId(), { state });
const stateNow = async () =>
  (await award.app.database.repo(Application).findOneByOrFail({ id: applicationId() })).state;
const decide = async (decision: 'confirm' | 'decline') => {
  const removal = await award.app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
  const given = { decision, reason: '经核实情况属实' };
  await award.app.app.get(DecideRemoval).run(award.people.approver, removal.id, given);
};
const guarded = (guard: string) => ({
  code: 'lifecycle.refused.guard',
  variables: { rule: 'A22r', guard },
});

describe('the unlock for a counted re-review', () => {
  refusalTable(app, [
    [
      'once nobody proposes any more that a sheet should fall',
      async () => {
        await decide('decline');
        return () => unlock.ask();
      },
      { code: 'awards.unlock.tooLate', kind: 'conflict' },
    ],
    [
      'after the outcome is published',
      async () => {
        await setState('NotProposed');
        await award.app.database.execute("UPDATE programme SET state = 'Conferred'");
        return () => unlock.ask();
      },
      { code: 'awards.unlock.tooLate', kind: 'conflict' },
    ],
    [
      'by one person who agrees to the own request',
      async () => {
        await unlock.ask();
        return () => unlock.goOn(award.people.first);
      },
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'whose reason is lost',
      async () => {
        await unlock.agreed();
        await unlock.changeUnlock({ reason: '' });
        return () => unlock.goOn();
      },
      guarded('conflictEstablished'),
    ],
    [
      'for a sheet of which no ground was named',
      async () => {
        await unlock.agreed();
        await award.app.database.repo(Removal).update({ state: 'Proposed' }, { ground: null });
        return () => unlock.goOn();
      },
      guarded('conflictEstablished'),
    ],
    [
      'of which both people are one',
      async () => {
        await unlock.agreed();
        await unlock.changeUnlock({ agreedBy: award.people.first.accountId });
        return () => unlock.goOn();
      },
      guarded('secondPersonConfirmsHash'),
    ],
    [
      'witnessed by who agreed to it',
      async () => {
        await unlock.agreed();
        await unlock.changeUnlock({ agreedBy: award.people.supervisor.accountId });
        return () => unlock.goOn();
      },
      guarded('supervisorWitnesses'),
    ],
  ]);

  const told = [
    { message: 'objection.reReviewReopened', to: 'Agent' },
    ...['Approver', 'CityRegistrar', 'Supervisor'].map((to) => ({
      message: 'reReviewReopened',
      to,
    })),
  ];
  const moved = (from: ApplicationState) => ({
    event: 'application.reopenReReview',
    actorRole: 'Tabulator',
    subjectType: 'application',
    details: { from, to: 'InReview', rule: 'A22r', objection: '<id>', lock: '<id>' },
  });
  const opened = {
    event: 'standings.unlock',
    actorRole: 'Supervisor',
    subjectType: 'standings',
    details: { number: 2, first: '<id>', second: '<id>', reReviews: ['<id>'] },
  };
  recordTable(app, [
    [
      'the wish to open it',
      () => () => unlock.ask(),
      {
        events: [
          {
            event: 'standings.agreeUnlock',
            actorRole: 'Tabulator',
            subjectType: 'standings',
            details: { number: 2, first: '<id>', second: null },
          },
        ],
        messages: [],
      },
    ],
    [
      'the supervisor who witnesses: merchant, approver, registrar and supervisor are told',
      async () => {
        await unlock.agreed();
        return () => unlock.goOn();
      },
      { events: [moved('ScoreLocked'), opened], messages: told },
    ],
    [
      'the same once more with a list that is approved and names the merchant, which gives way',
      async () => {
        const rows = [{ applicationId: applicationId(), category: 'G', serial: 1 }];
        const list = await award.app.database.repo(AwardList).findOneByOrFail({ kind: 'proposed' });
        const own = { id: newId(), kind: 'award', state: 'Prepared', rows } as const;
        await award.app.database.repo(AwardList).insert(Object.assign({}, list, own) as never);
        await setState('Selected');
        await unlock.agreed();
        return () => unlock.goOn();
      },
      {
        events: [
          moved('Selected'),
          {
            event: 'list.prepare',
            actorRole: 'Tabulator',
            subjectType: 'list',
            details: {
              number: 2,
              rows: 0,
              hash: '<hash>',
              inputHash: '<hash>',
              bundle: '<hash>',
            },
          },
          opened,
        ],
        messages: told,
      },
    ],
  ]);
});

describe('a counted re-review that was opened again', () => {
  fromSavedState(app);

  test('leaves the locked version in force until the next, and may be opened once more', async () => {
    await unlock.unlocked();
    expect(await stateNow()).toBe('InReview');
    expect(await unlock.inForce()).toMatchObject({ number: 2 });
    const replaced = await award.app.app.get(RelockQueries).replacedBy(award.categoryId);
    expect(replaced).toBe((await unlock.inForce()).id);
    await decide('decline');
    await award.lock();
    expect(await stateNow()).toBe('ScoreLocked');
    expect(await unlock.inForce()).toMatchObject({ number: 3 });
    await reReview.proposeVoiding(id, 1);
    await unlock.unlocked();
    expect(await stateNow()).toBe('InReview');
  });

  test('counts what another expert finds, in a new version, and is told anew', async () => {
    await unlock.unlocked();
    await decide('confirm');
    await expect(award.compute()).rejects.toMatchObject({ code: 'awards.lock.reReviewOpen' });
    const [expertId] = await objections.experts(1);
    const given = { objectionId: id, expertId: expertId! };
    await award.app.app.get(ReplaceReReviewer).run(award.people.registrar, given);
    const comments = { G11: '材料只能证明其中一部分，其余缺少佐证。' };
    await reReview.give(id, 4, { scores: { G11: 0 }, comments });
    await objections.reReview(id);
    const next = await award.lock();
    expect(await stateNow()).toBe('ScoreLocked');
    expect(
      await award.app.database.repo(ReReview).findOneByOrFail({ objectionId: id }),
    ).toMatchObject({ lockId: next, noticeId: null });
  });

  test('gives back the place on the list that was lost by it', async () => {
    const lists = award.app.database.repo(AwardList);
    const posted = await lists.findOneByOrFail({ kind: 'proposed', state: 'Posted' });
    const others = posted.rows.filter((row) => row.applicationId !== applicationId());
    await lists.update(posted.id, { rows: others });
    await setState('NotProposed');
    await unlock.unlocked();
    await decide('decline');
    await award.lock();
    const { listId } = await award.app.app.get(CorrectProposedList).run(award.people.registrar, {
      programmeId: award.id,
      minutes: '复核重新进行后，恢复入选。',
    });
    const { rows } = await lists.findOneByOrFail({ id: listId });
    expect(rows.map((row) => row.applicationId)).toEqual(
      award.entries.slice(0, 2).map((one) => one.applicationId),
    );
  });
});
