import { afterAll, beforeAll, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { makeMerchant } from '../../test/support/merchant.js';
import { type Person, divisionPerson, merchantPerson } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';

let app: TestApp;
let reviewer: Person;
let agent: Person;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-10T02:00:00.000Z');
  reviewer = await divisionPerson(app, 'DivisionReviewer', '330881');
  const own = await makeMerchant(app, { name: '江山青禾食品有限公司', divisionCode: '330881' });
  await makeMerchant(app, { name: '江山远山茶叶有限公司', divisionCode: '330881' });
  await makeMerchant(app, { name: '龙游溪口竹业有限公司', divisionCode: '330825' });
  agent = await merchantPerson(app, own, 'Agent');
});
afterAll(() => app.stop());

const path = '/division/returns';
const rows = ({ visitor }: Person) =>
  visitor.page
    .querySelectorAll('tbody tr')
    .map((row) => [row.querySelector('th')!.text, row.querySelectorAll('td').at(-1)!.text]);

test('a division sees who has not filed for last year, its own merchants only', async () => {
  await reviewer.visitor.get(path);
  expect(reviewer.visitor.text).toContain('江山市2025年度填报');
  expect(rows(reviewer)).toEqual([
    ['江山远山茶叶有限公司', '没有账号，请打电话'],
    ['江山青禾食品有限公司', '还没有催过'],
  ]);
  expect(
    await app.database.rows('SELECT action, object_id, result FROM access_log ORDER BY at, id'),
  ).toContainEqual({ action: 'registry.callList', objectId: '330881', result: 'rows 2' });
});

test('a reminder reaches those with an account and is in the journal', async () => {
  await reviewer.visitor.get(path);
  const { visitor } = reviewer;
  const part = (name: string) =>
    visitor.page.querySelector(`[name="dueOn.${name}"]`)!.getAttribute('value');
  expect(['year', 'month', 'day'].map(part)).toEqual(['2026', '9', '24']);
  await visitor.submit(`${path}/reminders`, { 'dueOn.day': '9' });
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    ['“最迟填报日期”已经过去，请填今天或以后的日期。'],
  ]);
  expect(part('day')).toBe('9');
  await visitor.submit(`${path}/reminders`, { 'dueOn.day': '10' });
  expect(reviewer.visitor.text).toContain('已向1户发送催报消息。');
  expect(rows(reviewer)[1]).toEqual(['江山青禾食品有限公司', '2026年9月10日 10:00']);
  await agent.visitor.get('/messages');
  expect(agent.visitor.text).toContain(
    '请填报2025年度经营数据，最迟2026年9月10日（星期四）24:00。',
  );
  expect(
    await app.database.rows(
      `SELECT subject_id, details FROM journal_entry WHERE event = 'annualReturn.remind'`,
    ),
  ).toEqual([{ subjectId: '330881', details: '{"year":2025,"dueOn":"2026-09-10","merchants":1}' }]);
});

test('takes the same number of queries for two merchants and for five', async () => {
  const reads = async () => {
    const before = app.database.readCount;
    await reviewer.visitor.get(path);
    return app.database.readCount - before;
  };
  const first = await reads();
  for (let i = 0; i < 3; i += 1) {
    await makeMerchant(app, { name: `江山第${i}商行`, divisionCode: '330881' });
  }
  expect(await reads()).toBe(first);
});

test('of 24 people who press the button at once one tells the merchants, the others are told so', async () => {
  const { visitor } = reviewer;
  await visitor.get(path);
  expect(visitor.page.querySelector('form[action$="/reminders"]')).toBeNull();
  app.clock.moveTo('2026-09-18T02:00:00.000Z');
  await visitor.get(path);
  const pressed = Array.from({ length: 24 }, () =>
    supertest(app.app.getHttpServer())
      .post(`${path}/reminders`)
      .set('cookie', visitor.cookies)
      .type('form')
      .send({
        _csrf: visitor.token,
        'dueOn.year': '2026',
        'dueOn.month': '9',
        'dueOn.day': '30',
      }),
  );
  const answers = await Promise.all(pressed);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    303,
    ...Array<number>(23).fill(409),
  ]);
  const [row] = await app.database.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM journal_entry WHERE event = 'annualReturn.remind'`,
  );
  expect(row!.count).toBe(2);
}, 60_000);

test('shows a hundred at a time and counts all of them', async () => {
  const { visitor } = reviewer;
  await visitor.get(path);
  const before = rows(reviewer).length;
  for (let i = 0; i < 100; i += 1) {
    await makeMerchant(app, { name: `江山第${i}家`, divisionCode: '330881' });
  }
  await visitor.get(path);
  expect(rows(reviewer)).toHaveLength(100);
  expect(visitor.text).toContain(`共${before + 100}家`);
  const next = visitor.page.querySelector('.pagination a[rel=next]')!.getAttribute('href')!;
  await visitor.get(next);
  expect(rows(reviewer)).toHaveLength(before);
  await visitor.get(`${path}?page=99`);
  expect(rows(reviewer)).toHaveLength(before);
});
