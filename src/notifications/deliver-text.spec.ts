import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { person } from '../../test/support/people.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { PostOffice } from '../../test/support/post-office.js';
import { TestApp } from '../../test/support/test-app.js';
import { Account } from '../accounts/account.entity.js';
import { plusMinutes } from '../rules/delivery/delivery-rules.js';
import { Deliver } from './deliver.js';
import { Delivery } from './delivery.entity.js';
import { Dispatch } from './dispatch.js';
import { smsText } from './letter-text.js';
import { Notify } from './notify.js';

let office: PostOffice;
let app: TestApp;
let accountId: string;
let mobile: string;
const urgent = { kind: 'returnWanted', variables: { year: '2025' }, path: '/my/returns/2025' };
const plain = (title: string) => ({ kind: 'noticePrepared', variables: { title }, path: '/my' });

beforeAll(async () => {
  office = await PostOffice.open();
  app = await TestApp.start(office.environment);
  ({ accountId, mobile } = await person(app, 'merchant', []));
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

describe('a text message', () => {
  test('carries what is urgent to a confirmed number, with its cost on record', async () => {
    await reach({ mobileConfirmedAt: now(), emailConfirmedAt: null });
    await tell(plain('甲'));
    await tell(urgent);
    expect(await deliver()).toBe(1);
    const [row] = await deliveries();
    expect(office.texts).toEqual([
      {
        id: row!.id,
        number: mobile,
        template: 'message',
        variables: {
          news: '请填报2025年度经营数据',
          url: expect.stringMatching(/^http:\/\/localhost:\d+\/my\/returns\/2025$/),
          telephone: expect.stringMatching(/^[\d-]{8,}$/),
        },
        secret: 'Bearer known-by-this',
      },
    ]);
    expect(row).toMatchObject({ channel: 'sms', cost: 45, providerId: 'sms-1', outcome: 'sent' });
  });

  test('says until when, in its second sentence, and the mail beside it whom to call', async () => {
    await reach({ mobileConfirmedAt: now() });
    const variables = {
      category: '示范网商',
      number: '2026-G-0001',
      programme: '2026年衢州市示范网商评选',
      until: '2026-10-12',
    };
    await tell({ kind: 'application.inPublicity', variables, path: '/notices/1' });
    expect(await deliver()).toBe(2);
    expect(office.texts[0]!.variables.news).toBe(
      '您的“示范网商”类别申报2026-G-0001已列入2026年衢州市示范网商评选拟入选名单。公示至2026年10月12日（星期一），这期间不用办理；有人提出异议的，会请您陈述意见',
    );
    expect(office.mails[0]!.subject).toBe(
      '您的“示范网商”类别申报2026-G-0001已列入2026年衢州市示范网商评选拟入选名单',
    );
    expect(office.mails[0]!.text).toMatch(/有疑问请拨打[\d-]+（.+）。/);
  });

  test('of several parts is a few whole sentences, or the head of one', () => {
    expect(smsText('甲。乙；丙')).toBe('甲。乙；丙');
    expect(smsText(`请补正。${'长'.repeat(200)}。`)).toBe('请补正');
    expect(smsText('长'.repeat(200))).toBe(`${'长'.repeat(47)}…`);
  });

  test.each([
    [503, null],
    [429, null],
    [401, null],
    [400, 'failed'],
  ])('that the provider answers with %i', async (status, outcome) => {
    await reach({ mobileConfirmedAt: now(), emailConfirmedAt: null });
    await tell(urgent);
    office.smsStatus = status;
    expect(await deliver()).toBe(0);
    expect(await deliveries()).toMatchObject([{ outcome, attempts: 1 }]);
    office.smsStatus = 200;
    expect(await deliver(plusMinutes(now(), 3))).toBe(outcome ? 0 : 1);
  });
});

describe('a code', () => {
  fromSavedState(() => app);
  const code = (address: string, channel: 'mail' | 'sms' = 'mail') =>
    app.app.get(Dispatch).note({
      channel,
      template: 'code.recovery',
      address,
      variables: { code: '123456', minutes: 30 },
      accountId: null,
    });

  test('is sealed while it waits and gone when it was sent', async () => {
    await code('agent@shop.invalid');
    expect(JSON.stringify(await deliveries())).not.toContain('123456');
    expect(await deliver()).toBe(1);
    expect(office.mails[0]!.subject).toBe('重设密码的验证码');
    expect(office.lastCode('mail')).toBe('123456');
    expect((await deliveries())[0]!.sealed).toBeNull();
  });

  test('for a recovery goes to nobody but the owner of a confirmed address', async () => {
    await code('stranger@shop.invalid');
    await code(mobile, 'sms');
    expect(await deliver()).toBe(0);
    const ends = (await deliveries()).map(({ outcome, reason, sealed }) => [
      outcome,
      reason,
      sealed,
    ]);
    expect(ends).toEqual([
      ['dropped', 'noAccount', null],
      ['dropped', 'noAccount', null],
    ]);
    await reach({ mobileConfirmedAt: now() });
    await code(mobile, 'sms');
    expect(await deliver()).toBe(1);
    expect(office.texts[0]!.variables).toEqual({ code: '123456', minutes: 30 });
  });

  test('is not sent when it holds no longer', async () => {
    await code('agent@shop.invalid');
    expect(await deliver(plusMinutes(now(), 31))).toBe(0);
    expect(await deliveries()).toMatchObject([{ outcome: 'failed', reason: 'tooOld' }]);
  });
});
