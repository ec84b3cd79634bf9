import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { office, password, type Person, person } from '../../../../test/support/people.js';
import { PostOffice } from '../../../../test/support/post-office.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { Deliver } from '../../../notifications/deliver.js';
import { Account } from '../../account.entity.js';

const fresh = 'Xin-mima-2013';
let post: PostOffice;
let app: TestApp;
let agent: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  agent = await person(app, 'merchant', []);
});
afterAll(async () => {
  await app.stop();
  await post.close();
});
fromSavedState(() => app);
beforeEach(() => {
  post.mails.length = 0;
  post.texts.length = 0;
});

const deliver = () => app.app.get(Deliver).run();
const account = () => app.database.repo(Account).findOneByOrFail({ id: agent.accountId });

async function giveEmail({ visitor }: Person, email: string): Promise<Visitor> {
  await visitor.get('/account/email');
  await visitor.submit('/account/email', { email });
  await deliver();
  return visitor.submit('/account/email/code', { code: post.lastCode('mail') });
}

test('a mail address is used once its code has come back, and is taken away again', async () => {
  const { visitor } = agent;
  await visitor.get('/account/email');
  await visitor.submit('/account/email', { email: 'Agent@Shop.Invalid' });
  expect(visitor.path).toMatch(/^\/account\/email\/code\?id=/);
  expect((await account()).email).toBeNull();
  await deliver();
  expect(post.mails[0]!.subject).toBe('确认邮箱的验证码');
  // A mail scanner may open what it likes: the address alone confirms nothing.
  await visitor.get(visitor.path);
  expect((await account()).email).toBeNull();
  const wrong = post.lastCode('mail') === '000000' ? '111111' : '000000';
  await visitor.submit('/account/email/code', { code: wrong });
  expect(visitor.status).toBe(422);
  await visitor.submit('/account/email/code', { code: ` ${post.lastCode('mail')} ` });
  expect(visitor.path).toBe('/account');
  expect(visitor.html).toContain('Agent@shop.invalid（已确认）');
  await visitor.submit('/account/email/removal');
  expect((await account()).email).toBeNull();
});

test('a code is tried five times and no more', async () => {
  const { visitor } = agent;
  await visitor.get('/account/email');
  await visitor.submit('/account/email', { email: 'tried@shop.invalid' });
  await deliver();
  const right = post.lastCode('mail');
  const path = visitor.path;
  for (let tries = 0; tries < 5; tries += 1) {
    await visitor.submit('/account/email/code', { code: right === '000000' ? '1' : '000000' });
    expect(visitor.status).toBe(422);
  }
  await visitor.submit('/account/email/code', { code: right });
  expect(visitor.status).toBe(429);
  await visitor.get(path);
  expect((await account()).email).toBeNull();
});

test('an address gets five codes an hour, whoever asks for them', async () => {
  const visitor = app.visitor();
  for (let sent = 0; sent < 5; sent += 1) {
    await visitor.get('/recover');
    await visitor.submit('/recover', {
      address: `139 9999 ${'0000'.slice(sent % 2)}${'0'.repeat(sent % 2)}`,
    });
    expect(visitor.status).toBe(200);
  }
  await visitor.get('/recover');
  await visitor.submit('/recover', { address: '+86 13999990000'.replace('+86 ', '') });
  expect(visitor.status).toBe(429);
});

test('a number is confirmed by SMS at registration', async () => {
  const visitor = app.visitor();
  await visitor.get('/register');
  await visitor.submit('/register', {
    mobile: '13705700099',
    personName: '岳小满',
    password: fresh,
    consent: 'on',
  });
  expect(visitor.path).toBe('/account/mobile-code');
  await visitor.submit('/account/mobile-code');
  await deliver();
  expect(post.texts[0]).toMatchObject({ number: '13705700099', template: 'code.mobile' });
  await visitor.submit('/account/mobile-code/check', { code: post.lastCode('sms') });
  expect(visitor.path).toBe('/my');
  await visitor.get('/account');
  expect(visitor.html).toContain('137******99（已确认）');
  expect(visitor.html).toContain('我已阅读并同意');
});

test('a number is changed by a code on both, and the new one signs in', async () => {
  const { visitor } = agent;
  await visitor.get('/account/mobile');
  await visitor.submit('/account/mobile', { mobile: '13705700088' });
  await deliver();
  const byNumber = new Map(post.texts.map((text) => [text.number, String(text.variables.code)]));
  const oldCode = byNumber.get(agent.mobile)!;
  const newCode = byNumber.get('13705700088')!;
  await visitor.submit('/account/mobile/codes', { oldCode, newCode: '' });
  expect(visitor.status).toBe(422);
  await visitor.submit('/account/mobile/codes', { oldCode, newCode });
  expect(visitor.path).toBe('/account');
  const other = app.visitor();
  await other.get('/sign-in');
  await other.submit('/sign-in', { mobile: '13705700088', password });
  expect(other.path).toBe('/my');
});

test('of two who confirm one address only the first has it', async () => {
  await giveEmail(agent, 'both@shop.invalid');
  const other = await person(app, 'merchant', []);
  const visitor = await giveEmail(other, 'both@shop.invalid');
  expect(visitor.status).toBe(422);
  expect(visitor.html).toContain('另一个账号使用');
});

test('sessions are listed by what they are, and the others end', async () => {
  const elsewhere = app.visitor();
  const phone = 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36';
  await elsewhere.get('/sign-in');
  const fields = { _csrf: elsewhere.token, mobile: agent.mobile, password };
  await elsewhere.post('/sign-in', fields, { 'user-agent': phone });
  await agent.visitor.get('/account');
  expect(agent.visitor.html).toContain('Android · Chrome');
  await agent.visitor.submit('/account/sessions/end');
  expect(agent.visitor.html).not.toContain('Android · Chrome');
  await elsewhere.get('/account');
  expect(elsewhere.path).toMatch(/^\/sign-in/);
  await agent.visitor.get('/account');
  expect(agent.visitor.path).toBe('/account');
});

test('channels are chosen, and the choice is shown', async () => {
  await agent.visitor.get('/account/channels');
  expect(agent.visitor.page.querySelectorAll('input[checked]')).toHaveLength(3);
  await agent.visitor.submit('/account/channels', { channels: ['mailUrgent'] });
  expect((await account()).channels).toEqual({
    mailUrgent: true,
    mailOther: false,
    smsUrgent: false,
  });
});

test("a person's data are theirs alone, with what they did and what was read of them", async () => {
  const { visitor } = agent;
  await giveEmail(agent, 'mine@shop.invalid');
  await visitor.get('/account/data.json');
  const data = JSON.parse(visitor.html) as Record<string, Record<string, unknown>[]>;
  expect(data.account).toMatchObject({ mobile: agent.mobile, email: 'mine@shop.invalid' });
  expect(data.acts!.map(({ event }) => event)).toContain('account.confirmEmail');
  expect(visitor.html).not.toMatch(/password|sealed|\$argon2/i);
});

test('an account that is closed signs nobody in, and its number is free', async () => {
  const { visitor } = agent;
  await visitor.get('/account/closing');
  await visitor.submit('/account/closing', { password: 'not it' });
  expect(visitor.status).toBe(422);
  await visitor.submit('/account/closing', { password });
  expect(visitor.path).toBe('/');
  const again = app.visitor();
  await again.get('/sign-in');
  await again.submit('/sign-in', { mobile: agent.mobile, password });
  expect(again.status).toBe(422);
  await again.get('/register');
  const facts = { mobile: agent.mobile, personName: '岳小满', password: fresh, consent: 'on' };
  await again.submit('/register', facts);
  expect(again.path).toBe('/account/mobile-code');
});

test('every role has the page, and an office account cannot close itself', async () => {
  const { visitor } = await office(app, 'Supervisor');
  await visitor.get('/');
  expect(visitor.page.querySelector('header a[href="/account"]')).not.toBeNull();
  await visitor.get('/account');
  expect(visitor.html).not.toContain('href="/account/closing"');
  await visitor.get('/account/closing');
  await visitor.submit('/account/closing', { password });
  expect(visitor.status).toBe(422);
});

test('where no messages can be sent, the page says where a mobile is changed', async () => {
  const silent = await TestApp.start();
  try {
    const { visitor } = await person(silent, 'merchant', []);
    await visitor.get('/account');
    expect(visitor.text).toContain('本系统尚未接通短信，手机号事宜请到服务窗口办理。');
    expect(visitor.page.querySelectorAll('a[href^="/account/mobile"]')).toEqual([]);
  } finally {
    await silent.stop();
  }
});
