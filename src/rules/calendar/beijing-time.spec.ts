import { RuleError } from '../rule-error.js';
import {
  addDays,
  addYears,
  completedMonths,
  completedYears,
  daysBetween,
  endOfBeijingDay,
  parseDate,
  startOfBeijingDay,
} from './beijing-time.js';

describe('a date', () => {
  it.each([
    '2023-02-30',
    ' 2023-02-28',
    '2023-02-28T',
    '12023-02-28',
    '2023-2-28',
    '',
    'heute',
    '+012023-02',
  ])('“%s” is refused', (date) => {
    expect(() => parseDate(date)).toThrow(new RuleError('calendar.dateInvalid', { date }));
  });

  it('is counted in days over the ends of months and years', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(startOfBeijingDay('2024-03-01')).toBe('2024-02-29T16:00:00.000Z');
    expect(startOfBeijingDay('2024-03-01')).toBe(endOfBeijingDay('2024-02-29'));
  });

  it.each([
    ['9999-12-31', 1],
    ['9999-01-01', 400],
    ['0000-01-01', -1],
  ])('%s and %i days is no day, and says so', (date, days) => {
    expect(() => addDays(date, days)).toThrow(RuleError);
  });

  it.each([
    ['9998-06-21', 3],
    ['0001-06-21', -2],
  ])('%s and %i years is no day, and says so', (date, years) => {
    expect(() => addYears(date, years)).toThrow(new RuleError('calendar.dateInvalid', { date }));
  });
});

describe('years later', () => {
  it.each([
    ['2023-06-21', 3, '2026-06-21'],
    ['2023-06-21', -3, '2020-06-21'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-28', 1, '2025-02-28'],
    ['1000-06-21', -1, '0999-06-21'],
  ])('%s and %i years are %s', (date, years, moved) => {
    expect(addYears(date, years)).toBe(moved);
  });
});

describe('whole years and months', () => {
  it.each([
    ['2000-06-21', '2023-06-20', 22],
    ['2000-06-21', '2023-06-21', 23],
    ['2000-06-21', '2023-06-22', 23],
    ['2000-06-21', '2023-05-22', 22],
    ['2000-06-21', '2023-07-01', 23],
    ['2000-12-31', '2001-01-01', 0],
    ['2000-06-21', '1999-06-21', -1],
  ])('from %s to %s: %i years', (from, on, years) => {
    expect(completedYears(from, on)).toBe(years);
  });

  it.each([
    ['2023-01-31', '2023-02-28', 0],
    ['2023-01-31', '2023-03-31', 2],
    ['2022-11-15', '2023-02-14', 2],
    ['2022-11-15', '2023-02-15', 3],
    ['2022-11-15', '2024-02-15', 15],
  ])('from %s to %s: %i months', (from, on, months) => {
    expect(completedMonths(from, on)).toBe(months);
  });

  it('refuse a day that is none', () => {
    expect(() => completedMonths('2023-02-30', '2023-03-30')).toThrow(RuleError);
    expect(() => completedMonths('2023-03-30', '2023-02-30')).toThrow(RuleError);
  });
});
