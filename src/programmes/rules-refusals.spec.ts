import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../test/support/acting.js';
import { makeScoredCategory } from '../../test/support/award.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { staleIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Round } from './round.entity.js';
import { type RulesInput, SaveRules } from './save-rules.js';
import { SetRounds } from './set-rounds.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'off' });
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const inState = async (state: ProgrammeState) => (await makeProgramme(app, state)).id;
const inPhase =
  (state: ProgrammeState, act: (programmeId: string) => Promise<unknown>) => async () => {
    const id = await inState(state);
    return () => act(id);
  };

describe('a change of rules', () => {
  const changed = {
    ...PRESET_NOW,
    reference: { ...PRESET_NOW.reference, applicationDeadline: '2026-09-29' },
  };
  const save =
    (given: Partial<RulesInput> = {}) =>
    (programmeId: string) =>
      app.app.get(SaveRules).run(registrar, {
        programmeId,
        hash: hashOf(PRESET_NOW),
        rules: changed,
        reason: '按纪要调整',
        ...given,
      });
  refusalTable(
    () => app,
    [
      [
        'over another one that somebody saved meanwhile',
        inPhase('Announced', save({ hash: 'a'.repeat(64) })),
        staleIn('save-rules'),
      ],
      [
        'once they are frozen without a reason',
        inPhase('Announced', save({ reason: '' })),
        { code: 'programmes.refused.reasonNeeded', field: 'reason' },
      ],
      [
        'after the end',
        inPhase('Archived', save()),
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'once a score exists',
        async () => {
          const programme = await makeProgramme(app, 'MaterialReview');
          await makeScoredCategory(app, programme, PRESET_NOW, 'G', [0.8]);
          return () => save()(programme.id);
        },
        { code: 'programmes.refused.scoresExist' },
      ],
    ],
  );
});

describe('a round', () => {
  const set = (programmeId: string, round: Round, over: Partial<Round>) =>
    app.app
      .get(SetRounds)
      .run(registrar, { programmeId, rounds: [Object.assign(new Round(), round, over)] });
  const withRound = (before: Partial<Round>, over: Partial<Round>) => async () => {
    const { id, roundIds } = await makeProgramme(app, 'Announced');
    const where = { id: roundIds['G.material']! };
    await app.database.repo(Round).update(where, before);
    const round = await app.database.repo(Round).findOneByOrFail(where);
    return async () => {
      try {
        return await set(id, round, over);
      } catch (error) {
        // The field carries the id of the round, which no table of cases can know.
        const refusal = error as { field: string };
        Object.assign(refusal, { field: refusal.field.replace(round.id, 'round') });
        throw error;
      }
    };
  };
  refusalTable(
    () => app,
    [
      [
        'that has begun',
        withRound({ state: 'Open' }, { closesOn: '2026-11-30' }),
        { code: 'programmes.refused.roundBegun', field: 'round.opensOn' },
      ],
      [
        'that ends before it begins',
        withRound({}, { closesOn: '2026-11-01' }),
        { code: 'calendar.periodReversed', field: 'round.closesOn' },
      ],
    ],
  );
});
