import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { missingIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import { CloseApplications } from './close-applications.js';
import { MoveDemoClock } from './move-demo-clock.js';
import { type NewExtension, OrderExtension } from './order-extension.js';
import { RecordStep } from './record-step.js';
import { StepProgramme } from './step-programme.js';
import { TerminateProgramme } from './terminate-programme.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'off' });
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const withoutMinimum = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) => ({
    ...category,
    minimumField: { ...category.minimumField, numerator: 0 },
  })),
};
const inState = async (state: ProgrammeState) => (await makeProgramme(app, state)).id;
const inPhase =
  (state: ProgrammeState, act: (programmeId: string) => Promise<unknown>) => async () => {
    const id = await inState(state);
    return () => act(id);
  };

const order =
  (given: Partial<NewExtension>, actor = registrar) =>
  (programmeId: string) =>
    app.app.get(OrderExtension).run(actor, {
      programmeId,
      phase: 'Open',
      scope: 'all',
      divisionCode: null,
      applicationId: null,
      newDrafts: true,
      newLastDay: '2026-10-12',
      reason: '系统停机一天',
      ...given,
    });
const deadlineRuns = {
  code: 'lifecycle.refused.guard',
  variables: { rule: 'P03', guard: 'applicationDeadlinePassed' },
};

describe('an extension', () => {
  refusalTable(
    () => app,
    [
      [
        'by somebody without the duty',
        inPhase('Open', order({}, acting('Approver'))),
        missingIn('acting-role'),
      ],
      ['of a programme nobody prepared', () => () => order({})(newId()), missingIn('database')],
      [
        'before the announcement',
        inPhase('Preparing', order({})),
        { code: 'programmes.refused.notAnnounced', kind: 'conflict' },
      ],
      [
        'after the end',
        inPhase('Archived', order({})),
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'of a phase without days',
        inPhase('Open', order({ phase: 'Defence' })),
        { code: 'programmes.refused.phaseNotPlanned', field: 'phase' },
      ],
      [
        'to the day it ends anyway',
        inPhase('Open', order({ newLastDay: '2026-09-30' })),
        {
          code: 'programmes.refused.notLater',
          field: 'newLastDay',
          variables: { before: '2026-09-30' },
        },
      ],
      [
        'to a day that is over',
        async () => {
          const id = await inState('Open');
          app.clock.moveTo('2026-10-14T02:00:00.000Z');
          return () => order({ newLastDay: '2026-10-13' })(id);
        },
        { code: 'programmes.refused.dayPast', field: 'newLastDay' },
      ],
      [
        'to a day nobody works',
        inPhase('Open', order({ newLastDay: '2026-10-17' })),
        { code: 'programmes.calendar.lastDayIdle', field: 'newLastDay' },
      ],
      [
        'for a division nobody named',
        inPhase('Open', order({ scope: 'division' })),
        { code: 'programmes.refused.divisionNeeded', field: 'divisionCode' },
      ],
      [
        'for a receipt nobody has',
        inPhase('Open', order({ scope: 'application', applicationId: newId() })),
        { code: 'programmes.refused.applicantNeeded', field: 'applicationId' },
      ],
    ],
  );
});

describe('a step', () => {
  const step =
    (event: string, actor = registrar) =>
    (programmeId: string) =>
      app.app.get(StepProgramme).run(actor, { programmeId, event });
  const record =
    (guard: string, actor = registrar) =>
    (programmeId: string) =>
      app.app.get(RecordStep).run(actor, { programmeId, guard, text: '已按规定办理。' });
  const terminate = (ground: 'minimumField' | 'processDefect', reason: string) => (id: string) =>
    app.app.get(TerminateProgramme).requirePossible({ programmeId: id, ground, reason });
  refusalTable(
    () => app,
    [
      [
        'that does not leave this state',
        inPhase('Open', step('startVerification')),
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'programme', state: 'Open', event: 'startVerification' },
        },
      ],
      [
        'that is taken in another room',
        inPhase('Announced', step('openApplications', acting('Publisher'))),
        missingIn('step-programme'),
      ],
      [
        'by somebody without the duty',
        inPhase('Screening', step('startVerification', acting('Publisher'))),
        missingIn('acting-role'),
      ],
      [
        'the close of the applications in the minute before the deadline',
        inPhase('Open', async (id) => {
          app.clock.moveTo('2026-09-30T15:59:00.000Z');
          await app.app.get(CloseApplications).run(id);
        }),
        deadlineRuns,
      ],
      [
        'the close of the applications while a division has longer',
        async () => {
          const id = await inState('Open');
          const given = { scope: 'division', divisionCode: '330802' } as const;
          await order(given)(id);
          app.clock.moveTo('2026-09-30T16:00:00.000Z');
          return () => app.app.get(CloseApplications).run(id);
        },
        deadlineRuns,
      ],
      [
        'a record of what nobody attests in this state',
        inPhase('Open', record('drawRecordSigned')),
        { code: 'programmes.record.over', kind: 'conflict' },
      ],
      [
        'a record of what is found in another way',
        inPhase('Open', record('everySheetSigned')),
        missingIn('record-step'),
      ],
      ['that no table knows', inPhase('Open', step('jump')), missingIn('step-programme')],
      [
        'a record by somebody else',
        inPhase('Drawing', record('supervisorWitnesses')),
        missingIn('acting-role'),
      ],
      [
        'ending it for too few applicants when nothing says so',
        async () => {
          const { id } = await makeProgramme(app, 'Announced', withoutMinimum);
          return () => terminate('minimumField', '申报不足')(id);
        },
        { code: 'programmes.refused.fieldLargeEnough', field: 'ground' },
      ],
      [
        'ending it without a reason',
        inPhase('Announced', terminate('processDefect', ' ')),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'P-cancel', guard: 'publicReasonGiven' },
        },
      ],
      [
        'the clock of the demonstration outside of one',
        () => () => app.app.get(MoveDemoClock).run(registrar, { day: '2026-12-01' }),
        missingIn('move-demo-clock'),
      ],
    ],
  );
});
