import { statementDays } from './statement-days.js';

test('a condition not met leaves three working days, a veto hit five', () => {
  expect(statementDays([{ result: 'Clear' }, { result: 'Flag' }])).toBe(3);
  expect(statementDays([{ result: 'Clear' }, { result: 'Hit' }])).toBe(5);
});
