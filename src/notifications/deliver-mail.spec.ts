import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { person } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';
import { Account } from '../accounts/account.entity.js';
import { DeliverMail } from './deliver-mail.js';
import { Notify } from './notify.js';

const arrived: ParsedMail[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, done) {
    void simpleParser(stream).then((mail) => {
      if (refuse) return done(new Error('mailbox full'));
      arrived.push(mail);
      return done();
    });
  },
});
let app: TestApp;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  app = await TestApp.start({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'office@city.invalid',
  });
});
afterAll(async () => {
  await app.stop();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
});

test('a message is mailed once, after the commit, to an account with an address', async () => {
  const { accountId } = await person(app, 'merchant', []);
  const silent = await person(app, 'merchant', []);
  await app.database.repo(Account).update({ id: accountId }, { email: 'agent@shop.invalid' });
  const news = { kind: 'noticePrepared', variables: { title: '柑橘' }, path: '/my' };
  await app.database
    .transaction(async () => {
      await app.app.get(Notify).accounts([accountId], news);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await app.app.get(Notify).accounts([accountId, silent.accountId], news);

  const deliver = app.app.get(DeliverMail);
  expect(await Promise.all([deliver.run(), deliver.run()])).toHaveLength(2);
  expect(await deliver.run()).toBe(0);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]!.text).toContain('柑橘');
  expect(arrived[0]!.text).toMatch(/http:\/\/localhost.*\/my/);
});

test('a mail that is refused waits and is tried again', async () => {
  const { accountId } = await person(app, 'merchant', []);
  await app.database.repo(Account).update({ id: accountId }, { email: 'later@shop.invalid' });
  await app.app
    .get(Notify)
    .accounts([accountId], { kind: 'noticePrepared', variables: { title: '茶' }, path: '/my' });
  const deliver = app.app.get(DeliverMail);
  refuse = true;
  expect(await deliver.run()).toBe(0);
  refuse = false;
  expect(await deliver.run()).toBe(1);
});
