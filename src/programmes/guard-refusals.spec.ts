import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeProgramme } from '../../test/support/programme.js';
import { missingIn, refuses } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { type ProgrammeEvent, programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import type { Actor as Role } from '../rules/lifecycle/roles.js';
import { MoveProgramme } from './move-programme.js';
import { StepProgramme } from './step-programme.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const { accountId: actorId } = acting('CityRegistrar');
/** A step for which everything was found but one thing. */
const without =
  (state: ProgrammeState, event: ProgrammeEvent, missing: string, role: Role = 'CityRegistrar') =>
  async () => {
    const { id: programmeId } = await makeProgramme(app, state);
    const { guards } = programmeLifecycle.rows.find((row) => row.event === event)!;
    const found = Object.fromEntries(guards.map((guard) => [guard, guard !== missing]));
    const move = { programmeId, event, actorId, role, guards: found };
    return () => app.app.get(MoveProgramme).run(move);
  };
const code = 'lifecycle.refused.guard';

/** These say which of two steps an act brings. A use case that takes the wrong one moves nothing. */
describe('a move of a programme', () => {
  refusalTable(
    () => app,
    [
      [
        'into a second reading that nobody needs',
        without('MaterialReview', 'startSpreadReview', 'spreadFlagOpen'),
        { code, variables: { rule: 'P09a', guard: 'spreadFlagOpen' } },
      ],
      [
        'into a defence that nobody was told of',
        without('MaterialReview', 'startDefence', 'defenceNoticeGiven'),
        { code, variables: { rule: 'P09b', guard: 'defenceNoticeGiven' } },
      ],
      [
        'past the defence',
        without('MaterialReview', 'closeScoringWithoutDefence', 'defenceHasNoWeight'),
        { code, variables: { rule: 'P10', guard: 'defenceHasNoWeight' } },
      ],
      [
        'out of a defence that is not scored',
        without('Defence', 'closeDefence', 'everyDefenceSheetSigned'),
        { code, variables: { rule: 'P11', guard: 'everyDefenceSheetSigned' } },
      ],
      [
        'into the handling of no objection',
        without('Publicity', 'startObjectionHandling', 'acceptedObjectionOpen'),
        { code, variables: { rule: 'P15a', guard: 'acceptedObjectionOpen' } },
      ],
      [
        'to the approval past an objection',
        without('Publicity', 'submitForApproval', 'noAcceptedObjectionOpen'),
        { code, variables: { rule: 'P15b', guard: 'noAcceptedObjectionOpen' } },
      ],
    ],
  );
});

/** The case says which file answers: not one that stands further down on the stack. */
test('a case that names the caller of the rule that says no does not pass', async () => {
  const { id: programmeId } = await makeProgramme(app, 'Screening');
  const step = { programmeId, event: 'startVerification' };
  const act = () => app.app.get(StepProgramme).run(acting('Publisher'), step);
  await refuses(app, act, missingIn('acting-role'));
  await expect(refuses(app, act, missingIn('step-programme'))).rejects.toThrow('acting-role');
});
