import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../test/support/award-steps.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { ObjectionSteps } from '../../test/support/objection-steps.js';
import { Programme } from '../programmes/programme.entity.js';
import { RequireStep } from '../programmes/require-step.js';
import { MoveObjection } from './objections/move-objection.js';
import { Objection } from './objections/objection.entity.js';
import { MoveRounds } from './standings/move-rounds.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;
const code = 'lifecycle.refused.guard';

/** The act itself brings these about. A use case that forgets one moves nothing. */
describe('a move of the rounds that are reopened', () => {
  const all = {
    conflictEstablished: true,
    notYetPublished: true,
    newVersionRecorded: true,
    secondPersonConfirmsHash: true,
    supervisorWitnesses: true,
  };
  const reopen = (over: Partial<typeof all>) => () => () =>
    award.app.database.transaction(() =>
      award.app.app
        .get(MoveRounds)
        .run(award.categoryId, 'unlock', award.people.second.accountId, { ...all, ...over }),
    );
  refusalTable(app, [
    [
      'after the list is public',
      reopen({ notYetPublished: false }),
      { code, variables: { rule: 'R04', guard: 'notYetPublished' } },
    ],
    [
      'without a new version of the standings',
      reopen({ newVersionRecorded: false }),
      { code, variables: { rule: 'R04', guard: 'newVersionRecorded' } },
    ],
  ]);
});

describe('a step of the programme', () => {
  refusalTable(app, [
    [
      'to the approval past an objection that is not decided',
      async () => {
        await objections.accepted();
        award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
        return () => award.app.app.get(RequireStep).run(award.id, 'submitForApproval');
      },
      { code: 'programmes.blocked.noAcceptedObjectionOpen', variables: { open: 1 } },
    ],
  ]);
});

describe('a move of an objection', () => {
  refusalTable(app, [
    [
      'into the review of which its merchant was told nothing',
      async () => {
        const id = await objections.object();
        await award.app.database.repo(Objection).update(id, { state: 'AcceptedForReview' });
        const by = { actor: award.people.registrar, role: 'CityRegistrar', version: null } as const;
        const found = { merchantToldSubstance: false };
        return () =>
          award.app.database.transaction(async () => {
            await award.app.database.lock(Programme, award.id);
            return award.app.app.get(MoveObjection).run(id, 'startReview', by, found);
          });
      },
      { code, variables: { rule: 'O04', guard: 'merchantToldSubstance' } },
    ],
  ]);
});
