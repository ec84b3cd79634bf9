import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { appointed } from '../../test/support/award-steps.js';
import { refusalTable } from '../../test/support/case-tables.js';
import {
  newProgramme,
  prepared,
  preparedWithBasis,
} from '../../test/support/prepared-programme.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { missingIn, staleIn } from '../../test/support/refusals.js';
import { TestApp } from '../../test/support/test-app.js';
import { rules } from '../../test/lifecycle/programme-cases.js';
import { newId } from '../database/new-id.js';
import { RECOMMENDING_DIVISIONS } from '../rules/programme/recommending-divisions.js';
import { AnnounceProgramme } from './announce-programme.js';
import { ApproveLegalBasis } from './approve-legal-basis.js';
import { EditProgramme } from './edit-programme.js';
import { PlanCalendar } from './plan-calendar.js';
import { Round } from './round.entity.js';
import { SaveWorkingDayYear, type WorkingDayYearInput } from './save-working-day-year.js';
import { type RoundInput, SetRounds } from './set-rounds.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
const approver = acting('Approver');
const both = { ...acting('Approver'), duties: [...registrar.duties, ...approver.duties] };
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-02T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const edit = (programmeId: string, over: object) =>
  app.app.get(EditProgramme).run(registrar, { ...newProgramme(over), programmeId, version: 1 });
const approve = (programmeId: string) =>
  app.app
    .get(ApproveLegalBasis)
    .run(approver, { programmeId, number: 1, version: 1, wordingAccepted: false });
const announce = (programmeId: string, version = 1, actor = approver) =>
  app.app.get(AnnounceProgramme).run(actor, { programmeId, version });
const plan = (programmeId: string, to: string, version = 1, from = '2026-03-02') =>
  app.app
    .get(PlanCalendar)
    .run(registrar, { programmeId, version, phases: [{ phase: 'Open', from, to }] });
const year = (given: Partial<WorkingDayYearInput>) =>
  app.app.get(SaveWorkingDayYear).run(registrar, {
    year: 2031,
    version: 0,
    holidays: '01-01',
    makeUpDays: null,
    source: '国办通知',
    ...given,
  });
async function rounds(change: (round: Round) => Partial<RoundInput>, before: Partial<Round> = {}) {
  const { id: programmeId, roundIds } = await makeProgramme(app, 'Announced');
  const id = roundIds['G.material']!;
  await app.database.repo(Round).update({ id }, before);
  const round = await app.database.repo(Round).findOneByOrFail({ id });
  const { version, blind, repeats, otherScores, opensOn, closesOn } = round;
  const input = { id, version, blind, repeats, otherScores, opensOn, closesOn, ...change(round) };
  return () => app.app.get(SetRounds).run(registrar, { programmeId, rounds: [input] });
}

/** Everything an announcement asks for. */
const ready = async () => {
  await staffed();
  const id = await preparedWithBasis(app, registrar);
  await approve(id);
  return id;
};
const staffed = async () => {
  for (const divisionCode of RECOMMENDING_DIVISIONS) {
    await appointed(app, 'DivisionReviewer', { divisionCode });
    await appointed(app, 'DivisionApprover', { divisionCode });
  }
};

describe('an announcement', () => {
  refusalTable(
    () => app,
    [
      [
        'by the person who prepared it',
        async () => {
          const id = await preparedWithBasis(app, both);
          await approve(id);
          return () => announce(id, 1, both);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'of what somebody changed meanwhile',
        async () => {
          const id = await prepared(app, registrar);
          await edit(id, { scope: '市区网商' });
          return () => announce(id);
        },
        staleIn('load-programme'),
      ],
      [
        'without an approved legal basis',
        async () => {
          await staffed();
          const id = await preparedWithBasis(app, registrar);
          return () => announce(id);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: '', guard: 'legalBasisApproved' } },
      ],
      [
        'while divisions lack their two people',
        async () => {
          const id = await preparedWithBasis(app, registrar);
          await approve(id);
          return () => announce(id);
        },
        { code: 'programmes.blocked.divisionsStaffed', variables: { open: 6 } },
      ],
      [
        'under rules that contradict themselves',
        async () => {
          const id = await ready();
          await app.database.execute(rules({ totalQuota: 1 }), []);
          return () => announce(id);
        },
        { code: 'programmes.blocked.rubricWeightsSumTo100', variables: { open: 1 } },
      ],
      [
        'of a plan whose window lies in the past',
        async () => {
          const id = await ready();
          app.clock.moveTo('2026-06-01T02:00:00.000Z');
          return () => announce(id);
        },
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: '', guard: 'applicationWindowLongEnough' },
        },
      ],
      [
        'over a year whose working days nobody entered',
        async () => {
          const id = await ready();
          await app.database.execute('DELETE FROM working_day_year WHERE year = 2026', []);
          return () => announce(id);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: '', guard: 'calendarLoaded' } },
      ],
    ],
  );
});

describe('a plan', () => {
  const onPrepared = (to: string, from?: string) => async () => {
    const id = await prepared(app, registrar);
    return () => plan(id, to, 1, from);
  };
  refusalTable(
    () => app,
    [
      [
        'an application window of nineteen working days',
        onPrepared('2026-03-26'),
        {
          code: 'programmes.calendar.tooShort',
          field: 'Open.to',
          variables: { workingDays: 19, least: 20 },
        },
      ],
      [
        'a last day nobody works',
        onPrepared('2026-03-29'),
        { code: 'programmes.calendar.lastDayIdle', field: 'Open.to' },
      ],
      [
        'an end before the beginning',
        onPrepared('2026-03-01'),
        { code: 'calendar.periodReversed', field: 'Open.to' },
      ],
    ],
  );
});

describe('the rounds', () => {
  refusalTable(
    () => app,
    [
      ['one of another programme', () => rounds(() => ({ id: newId() })), missingIn('set-rounds')],
      [
        'one that somebody saved meanwhile',
        () => rounds(({ version }) => ({ version: version + 1 })),
        staleIn('set-rounds'),
      ],
    ],
  );
});

describe('a year of working days', () => {
  refusalTable(
    () => app,
    [
      [
        'text that is no day',
        () => () => year({ holidays: '01-01 春节' }),
        { code: 'programmes.refused.dayList', field: 'holidays', variables: { part: '春节' } },
      ],
      [
        'a day of another year',
        () => () => year({ holidays: '2030-12-31' }),
        { code: 'calendar.dateOutsideYear', field: 'holidays' },
      ],
      [
        'a day that is both holiday and make-up day',
        () => () => year({ makeUpDays: '01-01' }),
        { code: 'calendar.dayInBothSets', field: 'makeUpDays' },
      ],
      [
        'with a make-up day on a day that is worked anyway',
        () => () => year({ makeUpDays: '01-06' }),
        {
          code: 'calendar.makeUpOnWorkday',
          field: 'makeUpDays',
          variables: { day: '2031-01-06' },
        },
      ],
      [
        'a year that somebody loaded meanwhile',
        async () => {
          await year({});
          return () => year({});
        },
        staleIn('save-working-day-year'),
      ],
      [
        'a year that is not there yet',
        () => () => year({ version: 1 }),
        staleIn('save-working-day-year'),
      ],
    ],
  );
});
