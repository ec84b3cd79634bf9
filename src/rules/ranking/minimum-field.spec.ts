import { minimumField } from './minimum-field.js';

it('a field of one and a half times the quota, rounded up', () => {
  const rule = { numerator: 3, denominator: 2, otherwise: 'cancel' } as const;
  expect(minimumField(rule, 10, 15)).toEqual({ needed: 15, met: true, otherwise: 'cancel' });
  expect(minimumField(rule, 10, 14).met).toBe(false);
  expect(minimumField(rule, 5, 7)).toMatchObject({ needed: 8, met: false });
});

it('or simply as many applicants as places', () => {
  const rule = { numerator: 1, denominator: 1, otherwise: 'defer' } as const;
  expect(minimumField(rule, 10, 10).met).toBe(true);
});
