import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runCommandOn } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import { accountsFirst } from './accounts-first.js';

let app: TestApp;
beforeEach(async () => void (app = await TestApp.start()));
afterEach(() => app.stop());

const given = ['--mobile', '13800000001', '--name', '汪管理'] as const;
const accounts = () => app.database.row('SELECT COUNT(*) AS count FROM account');

describe('accounts first', () => {
  test('prints a password that lets the administrator in once, to choose another', async () => {
    const { status, output, words } = await runCommandOn(app, accountsFirst, ...given);
    expect(status).toBe(0);
    expect(words).toBe(
      '已建立系统管理员“汪管理”。上面是一次性密码，只显示这一次，首次登录后须修改。',
    );
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile: '13800000001', password: output });
    expect(visitor.path).toBe('/account/password');
    expect(
      await app.database.rows(
        'SELECT d.role, a.kind FROM duty d JOIN account a ON a.id = d.account_id ORDER BY d.id',
      ),
    ).toEqual([{ role: 'SystemAdmin', kind: 'office' }]);
  });

  test('prints JSON alone when a program asks', async () => {
    const { output, words } = await runCommandOn(app, accountsFirst, ...given, '--json');
    expect(Object.keys(JSON.parse(output) as object)).toEqual(['accountId', 'password']);
    expect(words).toBe('');
  });

  test('makes no second administrator', async () => {
    await runCommandOn(app, accountsFirst, ...given);
    const second = ['--mobile', '13800000002', '--name', '余管理'];
    const { status, output, words } = await runCommandOn(app, accountsFirst, ...second);
    expect([status, output]).toEqual([2, '']);
    expect(words).toBe('已有系统管理员，请由其在“系统管理”中建立其他账号。');
    expect(await accounts()).toEqual({ count: 1 });
  });

  test.each([
    [['--name', '汪管理'], '请写明 --mobile 手机号和 --name 姓名（2至20个字）。'],
    [
      ['--mobile', '13800000001', '--name', '汪'],
      '请写明 --mobile 手机号和 --name 姓名（2至20个字）。',
    ],
    [['--mobile', '12345', '--name', '汪管理'], '请填写11位手机号码。'],
  ])('refuses %j in words and writes nothing', async (args, sentence) => {
    const { status, words } = await runCommandOn(app, accountsFirst, ...args);
    expect([status, words]).toEqual([2, sentence]);
    expect(await accounts()).toEqual({ count: 0 });
  });
});
