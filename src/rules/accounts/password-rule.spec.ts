import { describe, expect, test } from '@jest/globals';
import { passwordProblem } from './password-rule.js';

const facts = {
  mobile: '13905700001',
  names: ['江小桔', '衢州市商务局'],
  common: new Set(['password', 'qwerty', 'dragon', 'q1w2e3r4t5y6u7i8']),
};

describe('a password', () => {
  test.each([
    ['Qz2013bgao', null],
    ['Qz2013b', 'accounts.password.short'],
    ['quzhou2013', 'accounts.password.classes'],
    ['Qz2013bgao!!'.repeat(11), 'accounts.password.long'],
    ['Aa13905700001', 'accounts.password.mobile'],
  ])('%s → %s', (password, problem) => {
    expect(passwordProblem(password, facts)).toBe(problem);
  });

  test.each([
    'Password123!',
    'P@ssw0rd2013',
    '2013Password',
    'Qwerty-Qwerty',
    '!Dragon20130621',
    'q1w2e3r4t5y6u7i8',
    'ab-Password-x',
    'aaaaaaaaaaaaaaaaaaaa',
    'abababababababababab',
  ])('%s is one that many people use', (password) => {
    expect(passwordProblem(password, facts)).toBe('accounts.password.common');
  });

  test.each([
    'Quzhou-2013',
    'Biaogan@2026',
    'quzhou biaogan 2013',
    '江小桔-2013-Quzhou',
    'Wangshang-Shifan-2013',
  ])('%s is put together from the words of the office', (password) => {
    expect(passwordProblem(password, facts)).toBe('accounts.password.words');
  });

  test.each(['correct horse battery', '桔子花开的时候我在钱江源头散步呢', 'lanse de tian hen gao'])(
    'a sentence needs no classes: %s',
    (password) => {
      expect(passwordProblem(password, facts)).toBeNull();
    },
  );

  test('one character fewer than a sentence needs them', () => {
    expect(passwordProblem('correct horse b', facts)).toBe('accounts.password.classes');
    expect(passwordProblem('correct horse ba', facts)).toBeNull();
  });
});
