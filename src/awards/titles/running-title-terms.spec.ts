import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { office } from '../../../test/support/people.js';
import { TitleSteps } from '../../../test/support/title-steps.js';
import { SaveWorkingDayYear } from '../../programmes/save-working-day-year.js';
import { WorkingDays } from '../../programmes/working-days.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await office(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

/** A working day in each of the terms becomes a holiday. */
const change = async () => {
  const { version } = (await life.app.app.get(WorkingDays).year(2027))!;
  await life.app.app.get(SaveWorkingDayYear).run(life.people.registrar, {
    year: 2027,
    version,
    holidays: '2027-03-03',
    makeUpDays: '',
    source: '国办通知',
  });
};
const moved = (terms: readonly string[]) => ({
  events: [
    {
      event: 'workingDayYear.save',
      actorRole: 'CityRegistrar',
      subjectType: 'workingDayYear',
      details: { hash: '<hash>', version: 2, terms },
    },
  ],
  messages: ['CityRegistrar', 'Supervisor'].map((to) => ({
    message: 'workingDays.termsMoved',
    to,
  })),
});

describe('a changed calendar tells registrar and supervisor of the terms of titles', () => {
  recordTable(
    () => life.app,
    [
      [
        'the review of the year',
        async () => {
          await life.openYearly();
          return change;
        },
        moved(['titleReview']),
      ],
      [
        'the term of a warning',
        async () => {
          await life.toWarning();
          return change;
        },
        moved(['titleWarning']),
      ],
      [
        'the statement before a revocation',
        async () => {
          await life.propose();
          return change;
        },
        moved(['titleStatement']),
      ],
    ],
  );
});
