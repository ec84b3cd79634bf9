import { describe, expect, test } from '@jest/globals';
import { type BasisFacts, basisInForce, renewalDue } from './legal-basis.js';

const basis = (
  number: number,
  validFrom: string,
  validTo: string,
  approved = true,
): BasisFacts => ({
  number,
  validFrom,
  validTo,
  approvedAt: approved ? '2026-01-05T02:00:00.000Z' : null,
});
const first = basis(1, '2026-01-01', '2026-12-31');

describe('the legal basis in force', () => {
  test.each([
    ['the day before it begins', '2025-12-31', null],
    ['its first day', '2026-01-01', 1],
    ['its last day', '2026-12-31', 1],
    ['the day after its end', '2027-01-01', null],
  ])('on %s', (_, day, number) => {
    expect(basisInForce([first], day)?.number ?? null).toBe(number);
  });

  test('is the newest of those that overlap, and never one that nobody approved', () => {
    const renewed = basis(2, '2026-06-01', '2028-12-31');
    const waiting = basis(3, '2026-06-01', '2029-12-31', false);
    expect(basisInForce([first, renewed, waiting], '2026-07-01')).toBe(renewed);
  });
});

describe('the renewal', () => {
  test.each([
    ['61 days before the end', '2026-10-31', null],
    ['60 days before the end', '2026-11-01', { lastDay: '2026-12-31', daysLeft: 60 }],
    ['on the last day', '2026-12-31', { lastDay: '2026-12-31', daysLeft: 0 }],
    ['after the end', '2027-01-01', { lastDay: null, daysLeft: 0 }],
  ])('%s', (_, today, due) => {
    expect(renewalDue([first], today)).toEqual(due && { ...due, waiting: false });
  });

  test('is over when an approved one follows without a gap, and not when a day lies between', () => {
    const next = basis(2, '2027-01-01', '2027-12-31');
    expect(renewalDue([first, next], '2026-12-01')).toBeNull();
    const late = basis(2, '2027-01-02', '2027-12-31');
    expect(renewalDue([first, late], '2026-12-01')).toMatchObject({ lastDay: '2026-12-31' });
  });

  test.each([
    ['the last day there is', [basis(1, '2026-01-01', '9999-12-31')]],
    ['the day before it', [basis(1, '2026-01-01', '9999-12-30')]],
    ['the last day by a renewal', [first, basis(2, '2027-01-01', '9999-12-31')]],
    [
      'the last day, whose last year is renewed',
      [basis(1, '2026-01-01', '9999-12-31'), basis(2, '9999-01-01', '9999-12-31')],
    ],
  ])('is not due for one that is valid to %s', (_, bases) => {
    expect(renewalDue(bases, '2026-12-01')).toBeNull();
  });

  test('waits for the approver once it is recorded', () => {
    const recorded = basis(2, '2027-01-01', '2027-12-31', false);
    expect(renewalDue([first, recorded], '2026-12-01')).toMatchObject({ waiting: true });
    // Recorded early: there is time, and the approver sees it all the same.
    expect(renewalDue([first, recorded], '2026-02-01')).toMatchObject({
      lastDay: '2026-12-31',
      waiting: true,
    });
  });
});
