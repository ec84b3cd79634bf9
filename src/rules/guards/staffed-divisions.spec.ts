import { expect, test } from '@jest/globals';
import { done } from '../../../test/support/finished-programme.js';
import { divisionsUnstaffed } from './staffed-divisions.js';

const [reviewer, approver, ...others] = done.programme.divisionDuties;

test('six divisions with a reviewer and an approver each are staffed', () => {
  expect(divisionsUnstaffed(done.programme.divisionDuties)).toBe(0);
});

test('a division is not staffed by one person in both duties', () => {
  const alone = done.programme.divisionDuties.map((duty) => ({
    ...duty,
    accountId: duty.divisionCode,
  }));
  expect(divisionsUnstaffed(alone)).toBe(6);
});

test('two people in one duty are not two duties', () => {
  const reviewers = [reviewer!, { ...approver!, role: 'DivisionReviewer' }];
  const approvers = [{ ...reviewer!, role: 'DivisionApprover' }, approver!];
  expect(divisionsUnstaffed([...reviewers, ...others])).toBe(1);
  expect(divisionsUnstaffed([...approvers, ...others])).toBe(1);
});

test('a reviewer who may also approve does no harm where another approves', () => {
  const both = { ...reviewer!, role: 'DivisionApprover' };
  expect(divisionsUnstaffed([...done.programme.divisionDuties, both])).toBe(0);
});
