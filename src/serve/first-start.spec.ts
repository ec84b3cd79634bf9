import { TestApp } from '../../test/support/test-app.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { VerifyJournal } from '../journal/verify-journal.js';
import { translate } from '../text/catalogue.js';
import { prepareFirstStart } from './first-start.js';

/** Starts as `serve` does, with what is printed for people kept. */
async function firstStart(app: TestApp, overrides: Partial<Config> = {}): Promise<string[]> {
  const said: string[] = [];
  await prepareFirstStart(app.app, {
    config: { ...app.app.get<Config>(CONFIG), ...overrides },
    say: (text) => said.push(text),
    t: (key, variables) => translate('zh-CN', key, variables),
  });
  return said;
}

describe('the first start of a demonstration', () => {
  let app: TestApp;
  let said: string[];

  beforeAll(async () => {
    app = await TestApp.start({ DEMO: 'on' });
    said = await firstStart(app);
  });
  afterAll(() => app.stop());

  it('fills the empty database and says what it did', async () => {
    expect(said.slice(0, 3)).toEqual([
      '基础数据：新增工作日历15年、电子商务园2个。',
      '正在填入演示城市，人员、商户和数字均为虚构……',
      expect.stringMatching(/^网商名录：商户1,200家，网店[\d,]+个，年度填报[\d,]+份。$/),
    ]);
    expect(said[4]).toBe('演示人员41名，登录页可以直接选择；手工登录的演示密码为 Biaogan-2013。');
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });

  it('does nothing the second time', async () => {
    expect(await firstStart(app)).toEqual([]);
  });

  it('lists the demo people, the new account without a merchant too, and takes the password', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    expect(visitor.text).toContain('新注册账号，尚无商户');
    await visitor.submit('/sign-in', { mobile: '19900000001', password: 'Biaogan-2013' });
    expect(visitor.path).not.toContain('/sign-in');
  });

  it('is refused later by production, which takes no demo accounts', async () => {
    await expect(firstStart(app, { environment: 'production' })).rejects.toMatchObject({
      code: 'config.demoAccounts',
    });
  });
});

it('the first start of a real city adds the reference data and nothing else', async () => {
  const app = await TestApp.start();
  expect(await firstStart(app)).toEqual(['基础数据：新增工作日历15年、电子商务园2个。']);
  expect(await app.database.row('SELECT COUNT(*) AS count FROM account')).toEqual({ count: 0 });
  await app.stop();
});
