import { WORKING_DAY_YEARS } from '../../seeds/reference/working-days.js';
import { RuleError } from '../../src/rules/rule-error.js';
import {
  countWorkingDays,
  createWorkingDayCalendar,
  isWorkingDay,
  noticeEnd,
} from '../../src/rules/calendar/working-day-calendar.js';

const calendar = createWorkingDayCalendar(WORKING_DAY_YEARS);

describe('the shipped working-day calendar', () => {
  it('is loaded for 2012 to 2026 and for no other year', () => {
    expect([...calendar.keys()]).toEqual(Array.from({ length: 15 }, (_, index) => 2012 + index));
    expect(() => isWorkingDay(calendar, '2027-01-04')).toThrow(
      new RuleError('calendar.yearNotLoaded', { year: 2027 }),
    );
  });

  it.each([
    [2013, 250],
    [2015, 249],
    [2019, 250],
    [2023, 249],
    [2025, 248],
    [2026, 248],
  ])('has the working days of %i: %i', (year, days) => {
    expect(countWorkingDays(calendar, `${year}-01-01`, `${year}-12-31`)).toBe(days);
  });

  it('knows the National Day of 2025 and its make-up Saturday', () => {
    expect(isWorkingDay(calendar, '2025-10-08')).toBe(false);
    expect(isWorkingDay(calendar, '2025-10-09')).toBe(true);
    expect(isWorkingDay(calendar, '2025-10-11')).toBe(true);
  });

  it('gives the spans of real notices', () => {
    expect(countWorkingDays(calendar, '2023-01-03', '2023-01-07')).toBe(4);
    expect(countWorkingDays(calendar, '2019-11-19', '2019-11-25')).toBe(5);
    expect(countWorkingDays(calendar, '2015-06-03', '2015-06-17')).toBe(11);
    expect(noticeEnd(calendar, '2023-01-03', 5)).toBe('2023-01-10');
    expect(noticeEnd(calendar, '2019-11-19', 5)).toBe('2019-11-26');
  });
});
