import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeMerchant } from '../support/merchant.js';
import { type Person, office } from '../support/people.js';
import { makeProgramme } from '../support/programme.js';
import { sentenceOf } from '../support/sentence-of.js';
import { TestApp } from '../support/test-app.js';
import { makeTitle } from '../support/title.js';
import { MoveTitle, titleEvents } from '../../src/awards/titles/move-title.js';
import { Title } from '../../src/awards/titles/title.entity.js';
import { titleLifecycle } from '../../src/rules/lifecycle/title-lifecycle.js';

/** What the office says of a step whose ground nobody has confirmed. */
const cases = [
  ['startReview', '须已提交年度填报，或者出现应当复核的情形'],
  ['confirm', '须仍符合称号条件'],
  ['warn', '须属可以改正的问题'],
  ['liftWarning', '须已在期限内改正'],
  ['revokeAfterWarning', '须逾期未改正'],
  ['revoke', '须具备规定的撤销情形'],
  ['restore', '原决定须已被上级机关或者法院撤销'],
] as const;

let app: TestApp;
let people: Readonly<Record<'CityRegistrar' | 'Approver', Person>>;
let id: string;

beforeAll(async () => {
  app = await TestApp.start();
  const programme = await makeProgramme(app, 'InForce');
  people = {
    CityRegistrar: await office(app, 'CityRegistrar'),
    Approver: await office(app, 'Approver'),
  };
  id = await makeTitle(app, {
    programmeId: programme.id,
    merchantId: await makeMerchant(app),
    validTo: '2036-05-31',
  });
});
afterAll(() => app.stop());

test('every step of the office has its case', () => {
  expect(cases.map(([event]) => event)).toEqual([...titleEvents]);
});

test.each(cases)('%s without its ground: %s', async (event, missing) => {
  const row = titleLifecycle.rows.find((one) => one.event === event)!;
  const state = row.from[0] as Title['state'];
  await app.database.repo(Title).update({ id }, { state });
  const role = row.actors[0] as 'CityRegistrar' | 'Approver';
  const { visitor, accountId } = people[role];
  await visitor.get(`/office/titles/${id}`);
  const reason = '经核查，按评选办法办理。';
  await visitor.submit('/state', { event, reason, grounds: [] });
  expect([visitor.status, visitor.errors]).toEqual([422, ['请阅读并勾选“条件”。']]);
  expect(visitor.page.querySelector('textarea[name=reason]')!.text).toBe(reason);
  // The form asks for the tick before the step does; a request that gets by it is told the ground.
  const { version } = await app.database.repo(Title).findOneByOrFail({ id });
  const refused = await app.app
    .get(MoveTitle)
    .run(
      {
        accountId,
        name: '',
        kind: 'office',
        mustChangePassword: false,
        duties: [{ role, divisionCode: null, merchantId: null, programmeId: null }],
      },
      { titleId: id, version, event, reason, grounds: false },
    )
    .then(() => null, sentenceOf);
  expect(refused).toBe(`此步骤暂不能办理：${missing}。`);
  expect((await app.database.repo(Title).findOneByOrFail({ id })).state).toBe(state);
  expect(
    await app.database.rows("SELECT event FROM journal_entry WHERE event LIKE 'title.%'"),
  ).toEqual([]);
});
