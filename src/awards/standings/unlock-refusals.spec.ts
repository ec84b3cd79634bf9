import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import { StandingUnlock } from './standing-unlock.entity.js';
import { StandingLock } from './standing-lock.entity.js';
import { UnlockStandings } from './unlock-standings.js';

let award: AwardSteps;
let lockId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  lockId = await award.lock();
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setLock = (change: Partial<StandingLock>) =>
  award.app.database.repo(StandingLock).update(lockId, change as never);
const setUnlock = (change: Partial<StandingUnlock>) =>
  award.app.database.repo(StandingUnlock).update({ lockId }, change);

describe('an unlocking', () => {
  const reason = '发现一名评委与申报人存在利害关系。';
  const unlock = (actor = award.people.first, over: { reason?: string | null } = {}) =>
    award.app.app.get(UnlockStandings).run(actor, { lockId, reason, ...over });
  const asked = async () => {
    await unlock();
  };
  const agreed = async () => {
    await unlock();
    await unlock(award.people.second, { reason: null });
  };
  refusalTable(app, [
    ['by the registrar', () => () => unlock(award.people.registrar), missingIn('acting-role')],
    [
      'of standings nobody computed',
      () => () =>
        award.app.app.get(UnlockStandings).run(award.people.first, { lockId: newId(), reason }),
      missingIn('lock-standings'),
    ],
    [
      'begun by the supervisor',
      () => () => unlock(award.people.supervisor),
      missingIn('acting-role'),
    ],
    [
      'without a reason',
      () => () => unlock(award.people.first, { reason: null }),
      { code: 'awards.unlock.reasonMissing', field: 'reason' },
    ],
    [
      'by a tabulator who also publishes',
      () => () => unlock(also(award.people.first, 'Publisher')),
      { code: 'forbiddenPair.tabulatorPublisher' },
    ],
    [
      'agreed to by the first person',
      async () => {
        await asked();
        return () => unlock();
      },
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'asked for a second time, by somebody who has not read why',
      async () => {
        await asked();
        return () => unlock(award.people.second);
      },
      { code: 'awards.unlock.askedAlready', kind: 'conflict' },
    ],
    [
      'agreed to by the supervisor',
      async () => {
        await asked();
        return () => unlock(award.people.supervisor);
      },
      missingIn('acting-role'),
    ],
    [
      'witnessed by a tabulator',
      async () => {
        await agreed();
        return () => unlock();
      },
      { code: 'awards.unlock.agreedAlready', kind: 'conflict' },
    ],
    [
      'witnessed by a supervisor who also judges',
      async () => {
        await agreed();
        return () => unlock(also(award.people.supervisor, 'Judge'));
      },
      { code: 'forbiddenPair.supervisorJudging' },
    ],
    [
      'witnessed by who agreed to it',
      async () => {
        await agreed();
        await setUnlock({ agreedBy: award.people.supervisor.accountId });
        return () => unlock(award.people.supervisor);
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'R04', guard: 'supervisorWitnesses' } },
    ],
    [
      'of which both people are one',
      async () => {
        await agreed();
        await setUnlock({ agreedBy: award.people.first.accountId });
        return () => unlock(award.people.supervisor);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'R04', guard: 'secondPersonConfirmsHash' },
      },
    ],
    [
      'whose reason is lost',
      async () => {
        await agreed();
        await setUnlock({ reason: '' });
        return () => unlock(award.people.supervisor);
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'R04', guard: 'conflictEstablished' } },
    ],
    [
      'of what is not locked',
      async () => {
        await setLock({ state: 'Proposed' });
        return () => unlock();
      },
      { code: 'awards.lock.superseded', kind: 'conflict' },
    ],
    [
      'after the proposal',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Proposed' });
        return () => unlock();
      },
      { code: 'awards.unlock.tooLate', kind: 'conflict' },
    ],
    [
      'as a new computation without unlocking',
      () => () => award.compute(),
      { code: 'awards.lock.already', kind: 'conflict' },
    ],
  ]);
});
