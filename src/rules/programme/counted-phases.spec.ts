import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { countPhases, planPhases } from './phase-calendar.js';
import { withExtensions } from './phase-deadline.js';

/** No holidays, so that the days can be counted on the fingers; 1 March 2027 is a Monday. */
const plain = createWorkingDayCalendar([{ year: 2027, holidays: [], makeUpDays: [] }]);
const holiday = createWorkingDayCalendar([
  { year: 2027, holidays: ['2027-03-02', '2027-03-03'], makeUpDays: [] },
]);

describe('the working days of phases', () => {
  const plan = planPhases(plain, '2027-03-01');

  it('are those of the plan while the calendar is the one of the plan', () => {
    const planned = planPhases(plain, '2027-03-01');
    expect(countPhases(plain, planned)).toEqual(
      planned.map((one) => ({ ...one, planned: one.workingDays })),
    );
  });

  it('are fewer by two new holidays in the first phase, and the plan stays beside them', () => {
    const [first, second] = countPhases(holiday, plan);
    expect([first!.workingDays, first!.planned]).toEqual([
      plan[0]!.workingDays - 2,
      plan[0]!.workingDays,
    ]);
    expect(second!.workingDays).toBe(plan[1]!.workingDays);
    const again = countPhases(holiday, countPhases(holiday, plan));
    expect(again[0]).toEqual(first);
  });

  it('stay those of the plan in a year that nobody has entered', () => {
    const unknown = createWorkingDayCalendar([{ year: 2026, holidays: [], makeUpDays: [] }]);
    expect(countPhases(unknown, plan).map(({ workingDays }) => workingDays)).toEqual(
      plan.map(({ workingDays }) => workingDays),
    );
  });

  it('of a phase that the rule book does not know are counted from its first day', () => {
    const own = { phase: 'own', from: '2027-03-01', to: '2027-03-05', workingDays: 9 };
    expect(countPhases(plain, [own])).toEqual([{ ...own, workingDays: 5, planned: 9 }]);
  });
});

it('an order for all moves the end of its phase, one for a division or an application none', () => {
  const phases = [
    { phase: 'application', from: '2027-03-01', to: '2027-03-05' },
    { phase: 'screening', from: '2027-03-08', to: '2027-03-12' },
  ];
  const extension = { phase: 'application', newLastDay: '2027-03-09', scopeId: null };
  const all = { ...extension, scope: 'all' } as const;
  const one = { ...extension, scope: 'division', scopeId: 'kecheng' } as const;
  expect(withExtensions(phases, [all])).toEqual([{ ...phases[0], to: '2027-03-09' }, phases[1]]);
  expect(withExtensions(phases, [one])).toEqual(phases);
});
