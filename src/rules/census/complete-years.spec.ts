import { expect, it } from '@jest/globals';
import { completeYears } from './complete-years.js';

const year = (of: number, returns: number) => ({ year: of, returns });

it('takes the years of which half as many reported as in the fullest, newest first', () => {
  const years = [year(2023, 100), year(2026, 49), year(2025, 50), year(2024, 12)];
  expect(completeYears(years).map((one) => one.year)).toEqual([2025, 2023]);
  expect(completeYears([])).toEqual([]);
});
