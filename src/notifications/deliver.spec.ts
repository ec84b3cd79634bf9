import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { person } from '../../test/support/people.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { PostOffice } from '../../test/support/post-office.js';
import { TestApp } from '../../test/support/test-app.js';
import { Account } from '../accounts/account.entity.js';
import { MOST_ATTEMPTS, plusMinutes } from '../rules/delivery/delivery-rules.js';
import { Deliver } from './deliver.js';
import { Delivery } from './delivery.entity.js';
import { Notify } from './notify.js';

let office: PostOffice;
let app: TestApp;
let accountId: string;
const urgent = { kind: 'returnWanted', variables: { year: '2025' }, path: '/my/returns/2025' };
const plain = (title: string) => ({ kind: 'noticePrepared', variables: { title }, path: '/my' });

beforeAll(async () => {
  office = await PostOffice.open();
  app = await TestApp.start(office.environment);
  ({ accountId } = await person(app, 'merchant', []));
  await reach({ email: 'agent@shop.invalid', emailConfirmedAt: app.clock.now() });
});
afterAll(async () => {
  await app.stop();
  await office.close();
});
fromSavedState(() => app);
beforeEach(() => {
  office.mails.length = 0;
  office.texts.length = 0;
  office.mailRefusal = null;
  office.smsStatus = 200;
});

const reach = (facts: Partial<Account>) => app.database.repo(Account).update(accountId, facts);
const tell = (news: Parameters<Notify['accounts']>[1]) =>
  app.app.get(Notify).accounts([accountId], news);
const deliver = (now?: string) => app.app.get(Deliver).run(now);
const deliveries = () => app.database.repo(Delivery).find({ order: { createdAt: 'ASC' } });
const now = () => new Date().toISOString();

describe('mail', () => {
  test('leaves after the commit, once, and never of what was undone', async () => {
    await app.database
      .transaction(async () => {
        await tell(plain('undone'));
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await tell(plain('柑橘'));
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    const [mail] = office.mails;
    expect(office.mails).toHaveLength(1);
    expect(mail!.subject).toBe('“柑橘”已经拟好，请核对后发布');
    expect(mail!.text).toContain('柑橘');
    expect(mail!.text).toMatch(/http:\/\/localhost:\d+\/my\n/);
    expect(mail!.html).toMatch(/<a href="http:\/\/localhost:\d+\/my">/);
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
    const [row] = await deliveries();
    expect(row).toMatchObject({ outcome: 'sent', attempts: 1, reason: null });
    expect(mail!.messageId).toBe(`<${row!.id}@localhost>`);
  });

  test('shows a day with its weekday, and in HTML nothing of what people typed acts', async () => {
    await tell({
      kind: 'title.reminded',
      variables: { number: '<b>1</b>', day: '2026-03-02' },
      path: '/my',
    });
    await deliver();
    expect(office.mails[0]!.text).toContain('2026年3月2日（星期一）');
    expect(office.mails[0]!.html).toContain('&lt;b&gt;1&lt;/b&gt;');
  });

  test('goes only to an address that is confirmed, of an account in use', async () => {
    await reach({ emailConfirmedAt: null });
    await tell(urgent);
    await reach({ emailConfirmedAt: now() });
    await deliver();
    expect(office.mails).toHaveLength(0);
    expect(await deliveries()).toHaveLength(0);
    await tell(urgent);
    await reach({ disabledAt: now() });
    await deliver();
    expect(office.mails).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ outcome: 'dropped', reason: 'noAddress' }]);
  });

  test('keeps to what a person chose', async () => {
    await reach({ channels: { mailUrgent: true, mailOther: false, smsUrgent: false } });
    await tell(plain('甲'));
    await tell(urgent);
    expect(await deliver()).toBe(1);
    expect(office.mails.map(({ subject }) => subject)).toEqual(['请填报2025年度经营数据']);
  });

  test('of low urgency goes in one letter an hour, and what was read meanwhile not at all', async () => {
    await tell(plain('甲'));
    await tell(plain('乙'));
    const start = now();
    expect(await deliver(start)).toBe(1);
    expect(office.mails[0]!.subject).toMatch(/^“[甲乙]”已经拟好，请核对后发布等2条消息$/);
    await tell(plain('丙'));
    await tell(plain('丁'));
    await app.database.execute(`UPDATE message SET read_at = ? WHERE variables LIKE '%丁%'`, [
      now(),
    ]);
    await tell(urgent);
    expect(await deliver(plusMinutes(start, 59))).toBe(1);
    expect(office.mails).toHaveLength(2);
    expect(await deliver(plusMinutes(start, 61))).toBe(1);
    expect(office.mails[2]!.text).toContain('丙');
    expect(office.mails[2]!.text).not.toContain('丁');
    expect((await deliveries()).filter(({ reason }) => reason === 'read')).toHaveLength(1);
  });

  test('with a checkpoint of the journal leaves, read or not', async () => {
    const variables = { sequence: 7, checkpoint: 'BG1.abc' };
    await tell({ kind: 'checkpoint.day', variables, path: '/supervision/journal' });
    await app.database.execute('UPDATE message SET read_at = ?', [now()]);
    expect(await deliver()).toBe(1);
    expect(office.mails[0]!.text).toContain('BG1.abc');
  });

  test('that is refused for now is tried again after growing pauses, then given up with the reason', async () => {
    await tell(urgent);
    office.mailRefusal = { code: 451, at: 'letter' };
    let at = now();
    for (let tries = 1; tries <= MOST_ATTEMPTS; tries += 1) {
      expect(await deliver(at)).toBe(0);
      const [row] = await deliveries();
      expect(row).toMatchObject({ outcome: null, attempts: tries });
      expect(row!.reason).toContain('not taken');
      expect(await deliver(at)).toBe(0);
      expect((await deliveries())[0]!.attempts).toBe(tries);
      at = row!.dueAt;
    }
    office.mailRefusal = null;
    expect(await deliver(at)).toBe(0);
    const [row] = await deliveries();
    expect(row).toMatchObject({ outcome: 'failed', attempts: MOST_ATTEMPTS });
    expect(row!.reason).toContain('not taken');
  });

  test('to an address that the server does not know is given up at once, and names it nowhere', async () => {
    await tell(urgent);
    office.mailRefusal = { code: 550, at: 'address' };
    await deliver();
    const [row] = await deliveries();
    expect(row).toMatchObject({ outcome: 'failed', attempts: 1 });
    expect(row!.reason).toContain('550');
    expect(row!.reason).not.toContain('agent@');
  });

  test('that has waited for days says nothing new any more', async () => {
    await tell(urgent);
    expect(await deliver(plusMinutes(now(), 73 * 60))).toBe(0);
    expect(await deliveries()).toMatchObject([{ outcome: 'failed', reason: 'tooOld' }]);
    expect(office.mails).toHaveLength(0);
  });

  test('that a process was sending when it died is sent by the next', async () => {
    await tell(urgent);
    const start = now();
    await app.database
      .repo(Delivery)
      .update({ accountId }, { attempts: 1, triedAt: start, dueAt: plusMinutes(start, 2) });
    expect(await deliver(plusMinutes(start, 1))).toBe(0);
    expect(await deliver(plusMinutes(start, 2))).toBe(1);
  });
});

describe('two processes', () => {
  test('never send the same letter', async () => {
    const other = await TestApp.start(office.environment, app.place);
    for (let i = 0; i < 12; i += 1) await tell({ ...urgent, path: `/my/${i}` });
    const sent = await Promise.all([
      deliver(),
      other.app.get(Deliver).run(),
      deliver(),
      other.app.get(Deliver).run(),
    ]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(12);
    expect(office.mails).toHaveLength(12);
    expect(new Set(office.mails.map(({ messageId }) => messageId)).size).toBe(12);
    await other.app.close();
  });
});

describe('a server that is away', () => {
  test('stops no act, and is asked once in a look, not once for every letter', async () => {
    const away = { SMTP_URL: 'smtp://127.0.0.1:9', SMS_URL: 'http://127.0.0.1:9' };
    const lost = await TestApp.start(away, app.place);
    await lost.app.get(Notify).accounts([accountId], { ...urgent, path: '/my/a' });
    await lost.app.get(Notify).accounts([accountId], { ...urgent, path: '/my/b' });
    expect(await lost.app.get(Deliver).run()).toBe(0);
    const waiting = (await deliveries()).filter(({ outcome }) => outcome === null);
    expect(waiting.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(1);
    expect(waiting).toHaveLength(2);
    expect(waiting.find(({ attempts }) => attempts === 1)!.reason).toContain('ECONNREFUSED');
    await lost.app.close();
    expect(await deliver(plusMinutes(now(), 3))).toBe(2);
  });

  test('or was not set up queues nothing: what was written before is never sent', async () => {
    const silent = await TestApp.start({}, app.place);
    const before = await app.database.repo(Delivery).count();
    await silent.app.get(Notify).accounts([accountId], urgent);
    expect(await app.database.repo(Delivery).count()).toBe(before);
    expect(await silent.app.get(Deliver).run()).toBe(0);
    await silent.app.close();
    expect(await deliver()).toBe(0);
  });
});
