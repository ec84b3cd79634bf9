import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { office } from '../../../test/support/people.js';
import { prepared } from '../../../test/support/prepared-programme.js';
import { loadWorkingDays } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
});
afterAll(() => app.stop());

test('a day that is missing or no day is named with its round', async () => {
  const { visitor, accountId } = await office(app, 'CityRegistrar');
  const id = await prepared(app, acting('CityRegistrar', { accountId }));
  await visitor.get(`/office/programmes/${id}/rounds`);
  const [opens, closes] = ['opensOn', 'closesOn'].map((end) =>
    visitor.page.querySelector(`input[name$=".${end}"]`)!.getAttribute('name')!,
  );
  await visitor.submit('/rounds', { [opens!]: '', [closes!]: '明天' });
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    [
      '示范网商·材料评审，开始日期：请填写“开始日期”。',
      '示范网商·材料评审，截止日期：“明天”不是有效日期，请按“年-月-日”填写，例如2013-06-21。',
    ],
  ]);
});

test('a repeat is offered where a round can be blind, refused at its field with names, and kept', async () => {
  const { visitor, accountId } = await office(app, 'CityRegistrar');
  const id = await prepared(app, acting('CityRegistrar', { accountId }), { year: 2032 });
  const path = `/office/programmes/${id}/rounds`;
  await visitor.get(path);
  const field = (part: string) =>
    visitor.page.querySelector(`input[name$=".${part}"]`)!.getAttribute('name')!;
  const material = visitor.page.querySelectorAll('legend').filter(({ text }) => /材料/.test(text));
  const ticks = visitor.page.querySelectorAll('input[name$=".repeats"]');
  expect([ticks.length, ticks.some((one) => one.hasAttribute('checked'))]).toEqual([
    material.length,
    false,
  ]);
  await visitor.submit('/rounds', { [field('repeats')]: 'on' });
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    [
      '示范网商·材料评审，隐藏重评：只有匿名的材料评审才能隐藏重评：记名时评委一眼就能认出。请先选择匿名评审，或取消隐藏重评。',
    ],
  ]);
  expect(visitor.page.querySelector('input[name$=".repeats"]')!.getAttribute('aria-invalid')).toBe(
    'true',
  );
  await visitor.submit('/rounds', { [field('blind')]: 'on', [field('repeats')]: 'on' });
  await visitor.get(path);
  expect(visitor.page.querySelector('input[name$=".repeats"]')!.hasAttribute('checked')).toBe(true);
});
