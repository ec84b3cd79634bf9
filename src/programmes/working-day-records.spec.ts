import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { Programme } from './programme.entity.js';
import { SaveWorkingDayYear } from './save-working-day-year.js';

let app: TestApp;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

const silent = { messages: [] };

describe('a change of the calendar', () => {
  recordTable(
    () => app,
    [
      [
        'a year of working days with the phase that comes into it from the year before',
        async () => {
          const { id } = await makeProgramme(app, 'Open');
          const phase = { phase: 'Open', from: '2026-12-28', to: '2027-01-08', workingDays: 8 };
          await app.database.repo(Programme).update({ id }, { calendar: [phase] });
          return () =>
            app.app.get(SaveWorkingDayYear).run(registrar, {
              year: 2027,
              version: 0,
              holidays: '01-01',
              makeUpDays: null,
              source: '国办通知',
            });
        },
        {
          events: [
            {
              event: 'workingDayYear.save',
              actorRole: 'CityRegistrar',
              subjectType: 'workingDayYear',
              details: {
                hash: '<hash>',
                version: 1,
                moved: [{ id: '<id>', name: '2026年示范网商评选', phases: ['Open'] }],
              },
            },
          ],
          ...silent,
        },
      ],
      ...(
        [
          ['of no programme', async () => undefined],
          ['beside the year of a programme', () => makeProgramme(app, 'Open')],
        ] as const
      ).map(
        ([which, arrange]) =>
          [
            `a year of working days ${which}`,
            async () => {
              await arrange();
              return () =>
                app.app.get(SaveWorkingDayYear).run(registrar, {
                  year: 2031,
                  version: 0,
                  holidays: '01-01',
                  makeUpDays: null,
                  source: '国办通知',
                });
            },
            {
              events: [
                {
                  event: 'workingDayYear.save',
                  actorRole: 'CityRegistrar',
                  subjectType: 'workingDayYear',
                  details: { hash: '<hash>', version: 1 },
                },
              ],
              ...silent,
            },
          ] as const,
      ),
    ],
  );
});
