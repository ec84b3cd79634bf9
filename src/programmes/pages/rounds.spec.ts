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
