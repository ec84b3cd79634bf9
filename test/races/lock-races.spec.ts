import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { StandingUnlock } from '../../src/awards/standings/standing-unlock.entity.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { UnlockStandings } from '../../src/awards/standings/unlock-standings.js';
import type { Actor } from '../../src/web/actor.js';
import { AwardSteps, appointed } from '../support/award-steps.js';
import { raceTable } from './race.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
}, 120_000);
afterAll(() => award.app.stop());

const reason = '发现一名评委与申报人存在利害关系。';
const unlock = (lockId: string, actor: Actor, given: string | null = null) =>
  award.app.app.get(UnlockStandings).run(actor, { lockId, reason: given });
const states = async () =>
  (await award.app.database.repo(StandingLock).find({ order: { number: 'ASC' } })).map(
    ({ state }) => state,
  );
const computed = async () => {
  const lockId = await award.compute();
  const { inputHash } = await award.app.database.repo(StandingLock).findOneByOrFail({ id: lockId });
  return { lockId, inputHash };
};

describe('steps of the standings that compete', () => {
  raceTable(
    () => award.app,
    [
      [
        'confirming and computing anew',
        async () => {
          const { lockId, inputHash } = await computed();
          const confirm = () => award.confirm(lockId, award.people.second, inputHash);
          return {
            acts: [confirm, () => award.compute()],
            told: [['awards.lock.superseded'], []],
            both: true,
            after: async () => expect(await states()).toEqual(['Superseded', 'Proposed']),
          };
        },
      ],
      [
        'two confirmations',
        async () => {
          const { lockId, inputHash } = await computed();
          const third = await appointed(award.app, 'Tabulator');
          return {
            acts: [
              () => award.confirm(lockId, award.people.second, inputHash),
              () => award.confirm(lockId, third, inputHash),
            ],
            told: [['awards.lock.confirmedAlready'], ['awards.lock.confirmedAlready']],
            after: async () => expect(await states()).toEqual(['Proposed']),
          };
        },
      ],
      [
        'witnessing and computing anew',
        async () => {
          const lockId = await award.compute();
          await award.confirm(lockId);
          return {
            acts: [() => award.witness(lockId), () => award.compute()],
            told: [['awards.lock.superseded'], ['awards.lock.already']],
            after: async () =>
              expect([['Locked'], ['Superseded', 'Proposed']]).toContainEqual(await states()),
          };
        },
      ],
      [
        'two supervisors who witness',
        async () => {
          const lockId = await award.compute();
          await award.confirm(lockId);
          const other = await appointed(award.app, 'Supervisor');
          return {
            acts: [() => award.witness(lockId), () => award.witness(lockId, other)],
            told: [['awards.lock.lockedAlready'], ['awards.lock.lockedAlready']],
            after: async () => expect(await states()).toEqual(['Locked']),
          };
        },
      ],
      [
        'two who ask to unlock',
        async () => {
          const lockId = await award.lock();
          const { first, second } = award.people;
          return {
            acts: [() => unlock(lockId, first, reason), () => unlock(lockId, second, reason)],
            told: [['awards.unlock.askedAlready'], ['awards.unlock.askedAlready']],
            after: async () => {
              const lock = await award.app.database
                .repo(StandingLock)
                .findOneByOrFail({ id: lockId });
              const unlocks = await award.app.database.repo(StandingUnlock).findBy({ lockId });
              expect([lock.state, unlocks.map((one) => one.agreedBy)]).toEqual(['Locked', [null]]);
            },
          };
        },
      ],
      [
        'two who agree to unlock',
        async () => {
          const lockId = await award.lock();
          const { first, second } = award.people;
          await unlock(lockId, first, reason);
          const third = await appointed(award.app, 'Tabulator');
          return {
            acts: [() => unlock(lockId, second), () => unlock(lockId, third)],
            told: [['awards.unlock.agreedAlready'], ['awards.unlock.agreedAlready']],
            after: async () => expect(await states()).toEqual(['Locked']),
          };
        },
      ],
      [
        'two who witness the unlocking',
        async () => {
          const lockId = await award.lock();
          const { first, second, supervisor } = award.people;
          await unlock(lockId, first, reason);
          await unlock(lockId, second);
          const other = await appointed(award.app, 'Supervisor');
          return {
            acts: [() => unlock(lockId, supervisor), () => unlock(lockId, other)],
            told: [['awards.lock.superseded'], ['awards.lock.superseded']],
            after: async () => expect(await states()).toEqual(['Superseded']),
          };
        },
      ],
    ],
  );
});
