import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { password } from '../../../../test/support/people.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { filled, formOn, texts } from '../../../../test/support/typed-form.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

test('a sheet that is sent after the end of its session comes back as it was typed', async () => {
  const round = await JudgedRound.open(app);
  const { visitor, mobile } = round.judges[0]!;
  const path = `/judging/sheets/${(await round.sheet(1)).id}`;
  await visitor.get(path);
  const typed = filled(formOn(visitor.page, path));
  const [score] = formOn(visitor.page, path)
    .querySelectorAll('input[type=radio]')
    .map((radio) => [radio.getAttribute('name')!, radio.getAttribute('value')!] as const);
  await app.database.execute('DELETE FROM session', []);
  await visitor.submit(path, { ...typed, ...Object.fromEntries(score ? [score] : []) });
  expect(visitor.status).toBe(401);
  await visitor.submit('/sign-in', { mobile, password });
  const form = formOn(visitor.page, path);
  expect([visitor.path, texts(form)]).toEqual([path, typed]);
  expect(Object.keys(typed).length).toBeGreaterThan(0);
});
