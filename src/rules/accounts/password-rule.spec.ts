import { describe, expect, test } from '@jest/globals';
import { passwordProblem } from './password-rule.js';

describe('a password', () => {
  test.each([
    ['Qz2013bgao', null],
    ['Qz2013b', 'accounts.password.short'],
    ['quzhou2013', 'accounts.password.classes'],
    ['Password123!', 'accounts.password.common'],
    ['Aa13905700001', 'accounts.password.mobile'],
    [`Aa1${'x'.repeat(130)}`, 'accounts.password.long'],
  ])('%s → %s', (password, problem) => {
    expect(passwordProblem(password, '13905700001')).toBe(problem);
  });
});
