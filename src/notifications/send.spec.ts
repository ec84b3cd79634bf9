import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../test/support/case-tables.js';
import { freePort } from '../../test/support/free-port.js';
import { person } from '../../test/support/people.js';
import { PostOffice } from '../../test/support/post-office.js';
import { TestApp } from '../../test/support/test-app.js';
import { Account } from '../accounts/account.entity.js';
import { plusMinutes } from '../rules/delivery/delivery-rules.js';
import { Deliver } from './deliver.js';
import { Delivery } from './delivery.entity.js';
import { Notify } from './notify.js';
import { SendMail } from './send-mail.js';

let office: PostOffice;
let app: TestApp;
let accountId: string;
const urgent = (path: string) => ({
  kind: 'returnWanted',
  variables: { year: '2025' },
  path: `/my/${path}`,
});

beforeAll(async () => {
  office = await PostOffice.open();
  app = await TestApp.start(office.environment);
  ({ accountId } = await person(app, 'merchant', []));
});
afterAll(async () => {
  await app.stop();
  await office.close();
});
fromSavedState(() => app);
beforeEach(() => {
  office.mails.length = 0;
  office.texts.length = 0;
  Object.assign(office, { mailRefusal: null, smsStatus: 200, receipt: null });
});

const reach = (facts: Partial<Account>) => app.database.repo(Account).update(accountId, facts);
const byMail = () => reach({ email: 'agent@shop.invalid', emailConfirmedAt: now() });
const bySms = () => reach({ mobileConfirmedAt: now() });
const now = () => new Date().toISOString();
const tell = (path: string, on = app) => on.app.get(Notify).accounts([accountId], urgent(path));
const deliver = (on = app) => on.app.get(Deliver).run();
const tries = async () => {
  const rows = await app.database.repo(Delivery).find({ order: { attempts: 'DESC' } });
  return rows.map(({ attempts, outcome }) => [attempts, outcome]);
};
const waiting = [1, null];
const untried = [0, null];

describe('what the server says of one letter keeps no other back', () => {
  test.each([
    ['mail that it takes later', { code: 499, at: 'letter' }, [waiting, waiting]],
    [
      'mail that it takes never',
      { code: 500, at: 'letter' },
      [
        [1, 'failed'],
        [1, 'failed'],
      ],
    ],
    ['an address that it knows later', { code: 499, at: 'address' }, [waiting, waiting]],
  ] as const)('%s', async (_what, mailRefusal, found) => {
    await byMail();
    await tell('a');
    await tell('b');
    office.mailRefusal = mailRefusal;
    expect(await deliver()).toBe(0);
    expect(await tries()).toEqual(found);
  });

  test.each([
    [
      400,
      [
        [1, 'failed'],
        [1, 'failed'],
      ],
    ],
    [401, [waiting, untried]],
    [403, [waiting, untried]],
    [429, [waiting, untried]],
    [500, [waiting, untried]],
  ])('a text message answered with %i', async (status, found) => {
    await bySms();
    await tell('a');
    await tell('b');
    office.smsStatus = status;
    expect(await deliver()).toBe(0);
    expect(await tries()).toEqual(found);
  });

  test('but a provider that is not there, with the reason', async () => {
    const lost = await TestApp.start(
      { SMS_URL: `http://127.0.0.1:${await freePort()}` },
      app.place,
    );
    await bySms();
    await tell('a', lost);
    await tell('b', lost);
    expect(await deliver(lost)).toBe(0);
    await lost.app.close();
    expect(await tries()).toEqual([waiting, untried]);
    const [first] = await app.database.repo(Delivery).findBy({ attempts: 1 });
    expect(first!.reason).toContain('ECONNREFUSED');
  });
});

test.each([
  ['{"id": 17, "cost": 0.0454}', { providerId: '17', cost: 45 }],
  ['{"id": "a", "cost": -1}', { providerId: 'a', cost: null }],
  ['{"id": true, "cost": "much"}', { providerId: null, cost: null }],
  ['taken', { providerId: null, cost: null }],
])('of the answer %s is kept what it says', async (receipt, kept) => {
  await bySms();
  await tell('a');
  office.receipt = receipt;
  expect(await deliver()).toBe(1);
  expect(await app.database.repo(Delivery).find()).toMatchObject([{ outcome: 'sent', ...kept }]);
});

test.each(['SMTP_URL', 'SMS_URL'] as const)(
  'with %s alone, only this way is queued',
  async (way) => {
    const { [way]: url, SMS_SECRET, MAIL_FROM } = office.environment;
    const one = await TestApp.start({ [way]: url, SMS_SECRET, MAIL_FROM }, app.place);
    await byMail();
    await bySms();
    await tell('a', one);
    await one.app.close();
    const rows = await app.database.repo(Delivery).find();
    expect(rows.map(({ channel }) => channel)).toEqual([way === 'SMTP_URL' ? 'mail' : 'sms']);
  },
);

test('mail that was taken later is too old after days, whatever the server said before', async () => {
  await byMail();
  await tell('a');
  office.mailRefusal = { code: 451, at: 'letter' };
  await deliver();
  const [row] = await app.database.repo(Delivery).find();
  expect(row!.reason).toContain('not taken');
  await app.app.get(Deliver).run(plusMinutes(now(), 73 * 60));
  expect(await app.database.repo(Delivery).find()).toMatchObject([
    { outcome: 'failed', reason: 'tooOld' },
  ]);
});

test('a message to an account that is closed stays in the house', async () => {
  await byMail();
  await reach({ disabledAt: now() });
  await tell('a');
  expect(await tries()).toEqual([]);
});

test('a fault of our own is no fault of the server, and does not end a letter', async () => {
  await byMail();
  await tell('a');
  const sending = app.app.get(SendMail);
  const { run } = SendMail.prototype;
  sending.run = () => Promise.reject(new TypeError('ours'));
  await expect(deliver()).rejects.toThrow('ours');
  sending.run = run;
  expect(await app.database.repo(Delivery).find()).toMatchObject([{ outcome: null, reason: null }]);
});

test('a program that listens sends what is queued while it runs', async () => {
  await byMail();
  const faults: unknown[] = [];
  const own = await TestApp.start(office.environment, app.place);
  const working = own.app.get(Deliver);
  working.start((error) => faults.push(error));
  await tell('a', own);
  for (let i = 0; i < 200 && office.mails.length === 0; i += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  await own.app.close();
  expect(office.mails).toHaveLength(1);
  expect(faults).toEqual([]);
});
