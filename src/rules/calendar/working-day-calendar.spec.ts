import { RuleError } from '../rule-error.js';
import { beijingDate, endOfBeijingDay } from './beijing-time.js';
import { checkPrintedDays } from './printed-days.js';
import {
  addWorkingDays,
  countWorkingDays,
  createWorkingDayCalendar,
  isWorkingDay,
  noticeEnd,
  workingDaysLeft,
} from './working-day-calendar.js';

const emptyYears = createWorkingDayCalendar(
  [2013, 2015, 2019, 2023].map((year) => ({ year, holidays: [], makeUpDays: [] })),
);
const calendarC = createWorkingDayCalendar([
  {
    year: 2023,
    holidays: ['21', '22', '23', '24', '25', '26', '27'].map((day) => `2023-01-${day}`),
    makeUpDays: ['2023-01-28', '2023-01-29'],
  },
]);

describe('counting both ends, as old notices print it', () => {
  it.each([
    ['2023-01-03', '2023-01-07', 4, 'the span a real notice called five working days'],
    ['2019-11-19', '2019-11-25', 5, 'a span over one weekend'],
    ['2015-06-03', '2015-06-17', 11, 'two weeks and a day'],
  ])('%s to %s is %i: %s', (from, to, days) => {
    expect(countWorkingDays(emptyYears, from, to)).toBe(days);
  });

  it('counts the two make-up days after the Spring Festival', () => {
    expect(countWorkingDays(calendarC, '2023-01-19', '2023-01-30')).toBe(5);
  });

  it('counts nothing inside the holiday', () => {
    expect(countWorkingDays(calendarC, '2023-01-21', '2023-01-27')).toBe(0);
  });
});

describe('end of a public notice, posting day not counted', () => {
  it.each([
    ['2023-01-03', '2023-01-10'],
    ['2019-11-19', '2019-11-26'],
    ['2013-06-21', '2013-06-28'],
  ])('five working days posted on %s end on %s', (posted, end) => {
    expect(noticeEnd(emptyYears, posted, 5)).toBe(end);
  });

  it('runs over the Spring Festival and its make-up days', () => {
    expect(noticeEnd(calendarC, '2023-01-19', 5)).toBe('2023-01-31');
  });

  it('may end on a Saturday that counts', () => {
    expect(noticeEnd(calendarC, '2023-01-20', 1)).toBe('2023-01-28');
  });

  it('refuses a notice of no days', () => {
    expect(() => noticeEnd(calendarC, '2023-01-20', 0)).toThrow(
      new RuleError('calendar.numberOfDaysInvalid', { days: 0 }),
    );
  });
});

describe('a year that is not loaded', () => {
  const refusal = new RuleError('calendar.yearNotLoaded', { year: 2024 });

  it.each([
    ['isWorkingDay', () => isWorkingDay(calendarC, '2024-01-02')],
    ['countWorkingDays', () => countWorkingDays(calendarC, '2023-12-29', '2024-01-02')],
    ['addWorkingDays', () => addWorkingDays(calendarC, '2023-12-29', 1)],
    ['addWorkingDays by zero', () => addWorkingDays(calendarC, '2024-01-02', 0)],
    ['noticeEnd', () => noticeEnd(calendarC, '2023-12-27', 5)],
    ['workingDaysLeft', () => workingDaysLeft(calendarC, '2023-12-29T00:00:00Z', '2024-01-05')],
    [
      'checkPrintedDays',
      () =>
        checkPrintedDays(calendarC, {
          from: '2023-12-29',
          to: '2024-01-05',
          printedDays: 4,
          counting: 'PostingDayExcluded',
        }),
    ],
  ])('is refused by name in %s', (_name, compute) => {
    expect(compute).toThrow(refusal);
  });
});

describe('a loaded year', () => {
  it('knows its holidays and its make-up days', () => {
    const calendar = createWorkingDayCalendar([
      { year: 2023, holidays: ['2023-01-02'], makeUpDays: ['2023-01-28'] },
    ]);
    expect(['2023-01-02', '2023-01-03'].map((date) => isWorkingDay(calendar, date))).toEqual([
      false,
      true,
    ]);
    expect(['2023-01-28', '2023-01-29'].map((date) => isWorkingDay(calendar, date))).toEqual([
      true,
      false,
    ]);
  });
});

describe('bad calendar data', () => {
  it.each([
    [
      new RuleError('calendar.dateOutsideYear', { date: '2024-01-01', year: 2023 }),
      { year: 2023, holidays: ['2024-01-01'], makeUpDays: [] },
    ],
    [
      new RuleError('calendar.dateInvalid', { date: '2023-02-30' }),
      { year: 2023, holidays: ['2023-02-30'], makeUpDays: [] },
    ],
    [
      new RuleError('calendar.dayInBothSets', { date: '2023-01-02' }),
      { year: 2023, holidays: ['2023-01-02'], makeUpDays: ['2023-01-02'] },
    ],
  ])('is refused with %s', (refusal, year) => {
    expect(() => createWorkingDayCalendar([year])).toThrow(refusal);
  });

  it('is refused when a year comes twice', () => {
    const year = { year: 2023, holidays: [], makeUpDays: [] };
    expect(() => createWorkingDayCalendar([year, year])).toThrow(
      new RuleError('calendar.yearLoadedTwice', { year: 2023 }),
    );
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => countWorkingDays(calendarC, '2023-03-02', '2023-03-01')).toThrow(
      new RuleError('calendar.periodReversed', { from: '2023-03-02', to: '2023-03-01' }),
    );
  });
});

describe('Beijing time', () => {
  it('is already tomorrow at 16:00 UTC', () => {
    expect(beijingDate('2023-01-03T15:59:59.999Z')).toBe('2023-01-03');
    expect(beijingDate('2023-01-03T16:00:00.000Z')).toBe('2023-01-04');
    expect(beijingDate('2023-01-04T00:00:00+08:00')).toBe('2023-01-04');
  });

  it.each(['2023-01-03T15:59:59', 'Tue Jan 3 2023 15:59:59 Z (UTC)', '2023-01-03', 'now'])(
    'refuses “%s”, an instant without a zone or with more than that',
    (instant) => {
      expect(() => beijingDate(instant)).toThrow(
        new RuleError('calendar.instantInvalid', { instant }),
      );
    },
  );

  it('ends a day at 24:00, which is 16:00 UTC of the same date', () => {
    expect(endOfBeijingDay('2023-01-10')).toBe('2023-01-10T16:00:00.000Z');
  });

  it('counts today until midnight and then no more', () => {
    expect(workingDaysLeft(emptyYears, '2023-01-03T15:59:59Z', '2023-01-10')).toBe(6);
    expect(workingDaysLeft(emptyYears, '2023-01-03T16:00:00Z', '2023-01-10')).toBe(5);
    expect(workingDaysLeft(emptyYears, '2023-01-10T16:00:00Z', '2023-01-10')).toBe(0);
  });

  it('counts the last day itself', () => {
    expect(workingDaysLeft(emptyYears, '2023-01-10T01:00:00Z', '2023-01-10')).toBe(1);
  });

  it('refuses half a day', () => {
    expect(() => addWorkingDays(emptyYears, '2023-01-10', 1.5)).toThrow(
      new RuleError('calendar.numberOfDaysInvalid', { days: 1.5 }),
    );
  });

  it('counts back from a day', () => {
    expect(addWorkingDays(emptyYears, '2023-01-10', -5)).toBe('2023-01-03');
  });
});

describe('the printed number of working days', () => {
  it('is blocked when a Saturday was counted', () => {
    const printed = { from: '2023-01-03', to: '2023-01-07', printedDays: 5 };
    expect(checkPrintedDays(emptyYears, { ...printed, counting: 'BothEnds' })).toEqual({
      ok: false,
      code: 'calendar.printedDaysDiffer',
      variables: { from: '2023-01-03', to: '2023-01-07', printed: 5, computed: 4 },
      computedDays: 4,
    });
  });

  it('counts no day where the posting day is the last', () => {
    const printed = { from: '2023-01-03', to: '2023-01-03', printedDays: 0 };
    expect(checkPrintedDays(emptyYears, { ...printed, counting: 'PostingDayExcluded' })).toEqual({
      ok: true,
      computedDays: 0,
    });
  });

  it('counts the one day of a period that begins and ends on it', () => {
    const printed = { from: '2023-01-03', to: '2023-01-03', printedDays: 1 };
    expect(checkPrintedDays(emptyYears, { ...printed, counting: 'BothEnds' })).toEqual({
      ok: true,
      computedDays: 1,
    });
  });

  it('passes when the posting day is left out and the end is computed', () => {
    expect(
      checkPrintedDays(emptyYears, {
        from: '2023-01-03',
        to: '2023-01-10',
        printedDays: 5,
        counting: 'PostingDayExcluded',
      }),
    ).toEqual({ ok: true, computedDays: 5 });
  });
});
