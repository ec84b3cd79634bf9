import { expect, test } from '@jest/globals';
import { checkPassword } from './check-password.js';

const office = { name: '标杆办公室', telephone: '', address: '', siteId: '', icp: '' };
const person = { mobile: '13905700001', personName: '江小桔' };

const check = (password: string) =>
  checkPassword(password, person, { office }, 'next').then(
    () => null,
    (refusal: { code: string; field: string }) => [refusal.code, refusal.field],
  );

// They stand in the shipped list only, in no rule of ours.
test.each(['Playstation-2', 'Leavemealone!', 'Manchester#1'])('%s is known', async (password) => {
  expect(await check(password)).toEqual(['accounts.password.common', 'next']);
});

test('nobody uses this one', async () => {
  expect(await check('Xin-mima-2013')).toBeNull();
});
