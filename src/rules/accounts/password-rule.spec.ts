import { describe, expect, test } from '@jest/globals';
import { passwordProblem } from './password-rule.js';

const facts = {
  mobile: '13905700001',
  names: ['江小桔', '衢州市商务局'],
  common: new Set([
    'password',
    'qwerty',
    'dragon',
    'titanic',
    'q1w2e3r4t5y6u7i8',
    'abc123def',
    'cat',
  ]),
};

test('of somebody not known yet is held to all else', () => {
  const unknown = { ...facts, mobile: '', names: [] };
  expect(passwordProblem('Qz2013bgao', unknown)).toBeNull();
  expect(passwordProblem('Qz2013b', unknown)).toBe('accounts.password.short');
});

describe('a password', () => {
  test.each([
    ['Qz2013bgao', null],
    ['Qz2013b', 'accounts.password.short'],
    ['quzhou2013', 'accounts.password.classes'],
    ['Qz2013bgao!!'.repeat(11), 'accounts.password.long'],
    ['Aa13905700001', 'accounts.password.mobile'],
    ['QZTRKLMN24', 'accounts.password.classes'],
    ['Qz13bgao'.repeat(16), null],
    [`${'Qz13bgao'.repeat(16)}!`, 'accounts.password.long'],
    // Five different characters are enough, four are not.
    ['abcdeabcedabdceabd', null],
    ['abcdabcdabdcabdcab', 'accounts.password.common'],
    // A word of three letters is no common password.
    ['Cat-1234567', null],
    // Three characters around a common word are trimmings, four are not.
    ['WxyPassword!', 'accounts.password.common'],
    ['WxyPassword-z', null],
    ['xyz-Qwerty-Qwerty', null],
    ['Qwerty-Qwerty-xyz', null],
  ])('%s → %s', (password, problem) => {
    expect(passwordProblem(password, facts)).toBe(problem);
  });

  test.each([
    'Password123!',
    'P@ssw0rd2013',
    '2013Password',
    'Qwerty-Qwerty',
    'QwertyQwerty-Qwerty',
    '12345P@ssw0rd!',
    'P@ssw0rd!12345',
    '2013-Abc123def-2013',
    'T1tanic-2013',
    '7itanic-X9',
    'Qw3rty-2013',
    'Dr4gon-2013',
    'Pa55word-13',
    'Pa$$word-13',
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
    'Quzhou-19-19',
    'Quzhou-20-20',
    'Quzhou-2013-2014-2015-2016',
    'Quzhou-!?!?-2013',
  ])('%s is put together from the words of the office', (password) => {
    expect(passwordProblem(password, facts)).toBe('accounts.password.words');
  });

  test('a name written in letters is one of the words, in any case', () => {
    expect(passwordProblem('Limin-2013-Quzhou', { ...facts, names: ['LiMin'] })).toBe(
      'accounts.password.words',
    );
  });

  test('a single character is no word, and four others are enough', () => {
    const named = { ...facts, names: ['桔'] };
    expect(passwordProblem('Quzhou-桔桔桔桔-2013', named)).toBeNull();
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
