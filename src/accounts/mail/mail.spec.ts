import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { office, type Person } from '../../../test/support/people.js';
import { PostOffice } from '../../../test/support/post-office.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Deliver } from '../../notifications/deliver.js';
import { Delivery } from '../../notifications/delivery.entity.js';
import { Notify } from '../../notifications/notify.js';
import { Account } from '../account.entity.js';
import { DeliveryQueries } from './delivery.queries.js';
import { ResendDelivery } from './resend-delivery.js';
import { SendTest } from './send-test.js';

let post: PostOffice;
let app: TestApp;
let silent: TestApp;
let admin: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  silent = await TestApp.start({}, app.place);
  admin = await office(app, 'SystemAdmin');
  const { accountId: id } = admin;
  const emailConfirmedAt = app.clock.now();
  await app.database.repo(Account).update(id, { email: 'admin@city.invalid', emailConfirmedAt });
});
afterAll(async () => {
  await silent.app.close();
  await app.stop();
  await post.close();
});

const me = () => acting('SystemAdmin', { accountId: admin.accountId });
const resend = () => app.app.get(ResendDelivery);
const deliver = () => app.app.get(Deliver).run();
const rows = () => app.database.repo(Delivery).find({ order: { createdAt: 'ASC' } });

/** A message that the mail server has refused for good. */
async function failed(): Promise<string> {
  const news = { kind: 'returnWanted', variables: { year: '2025' }, path: '/my' };
  await app.app.get(Notify).accounts([admin.accountId], news);
  post.mailRefusal = { code: 550, at: 'address' };
  await deliver();
  post.mailRefusal = null;
  return (await rows()).at(-1)!.id;
}

describe('mail', () => {
  const own = { actorRole: 'SystemAdmin', subjectType: 'account' };
  recordTable(
    () => app,
    [
      [
        'what is sent again',
        async () => {
          const id = await failed();
          return () => resend().run(me(), id);
        },
        { events: [{ event: 'mail.resend', ...own, details: { delivery: '<id>' } }], messages: [] },
      ],
      [
        'all that is sent again',
        async () => {
          await failed();
          await failed();
          return () => resend().all(me());
        },
        { events: [{ event: 'mail.resend', ...own, details: { deliveries: 2 } }], messages: [] },
      ],
      [
        'a test',
        () => () => app.app.get(SendTest).run(me(), { address: 'test@city.invalid' }),
        { events: [{ event: 'mail.test', ...own, details: { channel: 'mail' } }], messages: [] },
      ],
    ],
  );
});

describe('mail', () => {
  refusalTable(
    () => app,
    [
      [
        'to send again what is not there',
        () => () => resend().run(me(), newId()),
        missingIn('database'),
      ],
      [
        'to show what is not there',
        () => () => app.app.get(DeliveryQueries).byId(newId()),
        missingIn('delivery.queries'),
      ],
      [
        'to send again what waits already',
        async () => {
          const id = await failed();
          await resend().run(me(), id);
          return () => resend().run(me(), id);
        },
        { code: 'accounts.mail.notFailed', kind: 'conflict' },
      ],
      [
        'to send a code again',
        async () => {
          await app.app.get(SendTest).run(me(), { address: 'test@city.invalid' });
          post.mailRefusal = { code: 550, at: 'address' };
          await deliver();
          post.mailRefusal = null;
          const { id } = (await rows()).at(-1)!;
          return () => resend().run(me(), id);
        },
        { code: 'accounts.mail.codeGone', kind: 'conflict' },
      ],
      [
        'to send all again where none failed',
        () => () => resend().all(me()),
        { code: 'accounts.mail.noneFailed', kind: 'conflict' },
      ],
      [
        'a test to what is no address',
        () => () => app.app.get(SendTest).run(me(), { address: 'nowhere' }),
        { code: 'accounts.recover.form', field: 'address' },
      ],
      [
        'a test that nothing would send',
        () => () => silent.app.get(SendTest).run(me(), { address: 'test@city.invalid' }),
        { code: 'accounts.code.no.mail', field: 'address' },
      ],
    ],
  );
});

describe('the page of mail', () => {
  fromSavedState(() => app);

  test('names what failed and why, sends it again, and says when all is well', async () => {
    const { visitor } = admin;
    const id = await failed();
    await visitor.get('/admin/mail');
    expect(visitor.text).toContain('未送达1件');
    expect(visitor.text).toContain('550');
    expect(visitor.text).not.toContain('admin@city');
    await visitor.get(`/admin/mail/${id}`);
    await visitor.submit(`/admin/mail/${id}/resend`);
    post.mails.length = 0;
    expect(await deliver()).toBe(1);
    await visitor.get('/admin/mail');
    expect(visitor.text).toContain('等待0件，未送达0件。');
    expect(visitor.text).not.toContain('550');
  });

  test('sends a test to whom it is asked to', async () => {
    const { visitor } = admin;
    await visitor.get('/admin/mail');
    await visitor.submit('/admin/mail/test', { address: 'nowhere' });
    expect(visitor.status).toBe(422);
    await visitor.submit('/admin/mail/test', { address: 'test@city.invalid' });
    await deliver();
    expect(post.mails.at(-1)!.subject).toBe('测试邮件');
  });

  test('says where nothing is set up', async () => {
    const visitor = silent.visitor();
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile: admin.mobile, password: 'Ceshi-2013-renyuan' });
    await visitor.get('/admin/mail');
    expect(visitor.text).toContain('未设置，不发送。');
  });
});
