import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { checkPhases, planPhases } from './phase-calendar.js';
import { lastDeadline, phaseDeadline } from './phase-deadline.js';
import { PHASES } from './phases.js';

const calendar = createWorkingDayCalendar([
  { year: 2023, holidays: ['2023-05-01'], makeUpDays: ['2023-05-06'] },
]);
const check = (...days: readonly (readonly [phase: string, from: string, to: string])[]) => {
  const given = days.map(([phase, from, to]) => ({ phase, from, to }));
  const { phases, problems } = checkPhases(calendar, given);
  return [
    ...phases.map(({ phase, workingDays }) => `${phase} ${workingDays}`),
    ...problems.map(({ phase, code }) => `${phase} ${code}`),
  ];
};

describe('days as the office types them', () => {
  it.each([
    ['Open', '2023-03-06', '2023-03-31', 'Open 20'],
    ['Open', '2023-03-06', '2023-03-30', 'Open programmes.calendar.tooShort'],
    ['Screening', '2023-03-06', '2023-03-06', 'Screening 1'],
    ['Screening', '2023-03-04', '2023-03-05', 'Screening programmes.calendar.lastDayIdle'],
    ['Screening', '2023-04-28', '2023-05-01', 'Screening programmes.calendar.lastDayIdle'],
    ['Screening', '2023-05-05', '2023-05-06', 'Screening 2'],
    ['Screening', '2023-03-07', '2023-03-06', 'Screening calendar.periodReversed'],
    ['Preparing', '2023-03-06', '2023-03-06', 'Preparing programmes.calendar.phaseUnknown'],
    // The day of posting does not count, on a Sunday it did not anyway.
    ['Publicity', '2023-03-06', '2023-03-09', 'Publicity 3'],
    ['Publicity', '2023-03-06', '2023-03-08', 'Publicity programmes.calendar.tooShort'],
    ['Publicity', '2023-03-05', '2023-03-08', 'Publicity 3'],
    ['Publicity', '2023-03-06', '2023-03-27', 'Publicity 15'],
    ['Publicity', '2023-03-06', '2023-03-28', 'Publicity programmes.calendar.tooLong'],
    ['Published', '2023-03-06', '2023-03-31', 'Published 20'],
    ['Published', '2023-03-06', '2023-04-03', 'Published programmes.calendar.tooLong'],
  ])('%s from %s to %s: %s', (phase, from, to, expected) => {
    expect(check([phase, from, to])).toEqual([expected]);
  });

  it('may touch but not overlap', () => {
    const first = ['Screening', '2023-03-06', '2023-03-10'] as const;
    expect(check(first, ['Verification', '2023-03-13', '2023-03-17'])).toHaveLength(2);
    expect(check(first, ['Verification', '2023-03-10', '2023-03-17'])).toEqual([
      'Screening 5',
      'Verification programmes.calendar.overlap',
    ]);
  });
});

it('says what is wrong with the days of a phase', () => {
  const given = [
    ['Preparing', '2023-03-06', '2023-03-06'],
    ['Open', '2023-03-06', '2023-03-30'],
    ['Screening', '2023-04-03', '2023-04-07'],
    ['Verification', '2023-04-07', '2023-04-14'],
    ['Drawing', '2023-04-10', '2023-04-15'],
    ['Published', '2023-05-08', '2023-06-30'],
  ].map(([phase, from, to]) => ({ phase: phase!, from: from!, to: to! }));
  expect(checkPhases(calendar, given).problems).toEqual([
    {
      phase: 'Preparing',
      code: 'programmes.calendar.phaseUnknown',
      variables: { phase: 'Preparing' },
    },
    {
      phase: 'Open',
      code: 'programmes.calendar.tooShort',
      variables: { workingDays: 19, least: 20 },
    },
    {
      phase: 'Verification',
      code: 'programmes.calendar.overlap',
      variables: { from: '2023-04-07', before: '2023-04-07' },
    },
    {
      phase: 'Drawing',
      code: 'programmes.calendar.lastDayIdle',
      variables: { to: '2023-04-15' },
    },
    {
      phase: 'Published',
      code: 'programmes.calendar.tooLong',
      variables: { workingDays: 40, most: 20 },
    },
  ]);
});

it('does not hide a fault of the program among the problems', () => {
  const days = [{ phase: 'Open', from: '2023-03-06', to: '2023-03-31' }];
  expect(() => checkPhases(null as never, days)).toThrow(TypeError);
});

describe('a calendar laid out from a day', () => {
  const planned = () => planPhases(calendar, '2023-03-04', { Open: 20 });

  it('begins on the first working day and follows without a gap', () => {
    const plan = planned();
    expect(plan.map(({ phase }) => phase)).toEqual(PHASES.map(({ phase }) => phase));
    expect(plan[0]).toEqual({
      phase: 'Open',
      from: '2023-03-06',
      to: '2023-03-31',
      workingDays: 20,
    });
    expect(plan[1]).toMatchObject({ from: '2023-04-03', to: '2023-04-14' });
  });

  it('is one that the check accepts, with the same working days', () => {
    const plan = planned();
    expect(checkPhases(calendar, plan)).toEqual({ phases: plan, problems: [] });
  });
});

describe('the last day of a phase', () => {
  const phases = [
    { phase: 'Open', from: '2023-03-06', to: '2023-03-31' },
    { phase: 'Screening', from: '2023-04-03', to: '2023-04-07' },
  ];
  const order = (
    scope: 'all' | 'division' | 'application',
    scopeId: string | null,
    day: string,
  ) => ({
    phase: 'Open',
    scope,
    scopeId,
    newLastDay: day,
  });
  const orders = [
    order('all', null, '2023-04-03'),
    order('division', '330802', '2023-04-05'),
    order('division', '330802', '2023-04-04'),
    order('application', 'a', '2023-04-06'),
    { ...order('all', null, '2023-04-28'), phase: 'Screening' },
  ];

  it.each([
    ['for everybody', {}, '2023-04-03'],
    ['for a division, by the latest order', { divisionCode: '330802' }, '2023-04-05'],
    ['for another division', { divisionCode: '330803' }, '2023-04-03'],
    ['for one application', { applicationId: 'a', divisionCode: '330803' }, '2023-04-06'],
    ['for an application called like a division', { applicationId: '330802' }, '2023-04-03'],
    ['for a division called like an application', { divisionCode: 'a' }, '2023-04-03'],
  ])('%s', (_title, whose, day) => {
    expect(phaseDeadline(phases, orders, 'Open', whose)).toBe(day);
  });

  it('is the plan without an order, and never earlier than it', () => {
    expect(phaseDeadline(phases, [], 'Open')).toBe('2023-03-31');
    expect(phaseDeadline(phases, [order('all', null, '2023-03-30')], 'Open')).toBe('2023-03-31');
    expect(phaseDeadline(phases, orders, 'Defence')).toBeNull();
  });

  it('of anybody is the latest of all orders for that phase', () => {
    expect(lastDeadline(phases, orders, 'Open')).toBe('2023-04-06');
    expect(lastDeadline(phases, orders, 'Screening')).toBe('2023-04-28');
    expect(lastDeadline(phases, [], 'Open')).toBe('2023-03-31');
    expect(lastDeadline(phases, orders, 'Defence')).toBeNull();
  });
});
