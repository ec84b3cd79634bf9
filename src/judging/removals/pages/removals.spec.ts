import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { type Person, office } from '../../../../test/support/people.js';
import { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let round: JudgedRound;
let registrar: Person;
let approver: Person;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
  await round.scoreAndSign(1);
}, 120_000);
afterAll(() => app.stop());

const stateOf = async () => (await round.sheet(1)).state;

describe('a signed sheet that should fall, on the pages', () => {
  const reason = '经查三年内有聘用关系';

  test('is proposed on the page of the round, with a ground and never without', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/rounds/${round.id}`);
    const given = { seat: '1', number: await round.number(), reason };
    await visitor.submit('/voids', { ...given, ground: '' });
    expect(visitor.status).toBe(422);
    await visitor.submit('/voids', { ...given, ground: '1' });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('已提交审批人确认');
    expect(await stateOf()).toBe('Signed');
  });

  test('waits on the board of the approver, and on no other', async () => {
    await approver.visitor.get('/office');
    expect(approver.visitor.page.querySelector('a[href="/office/removals"]')).not.toBeNull();
    await registrar.visitor.get('/office');
    expect(registrar.visitor.page.querySelector('a[href="/office/removals"]')).toBeNull();
  });

  test('is read by registrar and supervisor without a form, and by nobody with a score', async () => {
    for (const { visitor } of [registrar, round.supervisor, approver]) {
      await visitor.get('/office/removals');
      expect([visitor.status, visitor.text.includes(reason)]).toEqual([200, true]);
      const form = visitor.page.querySelector('form[action$="/decision"]');
      expect(form !== null).toBe(visitor === approver.visitor);
      expect(visitor.page.querySelector('.number')).toBeNull();
    }
  });

  test('falls when the approver confirms; the supervisor reads who and when', async () => {
    const { visitor } = approver;
    await visitor.get('/office/removals');
    await visitor.submit('/decision', { decision: 'confirm', reason: '' });
    expect([visitor.status, await stateOf()]).toEqual([422, 'Signed']);
    await visitor.submit('/decision', { decision: 'confirm', reason: '已向单位核实' });
    expect([visitor.errors, await stateOf()]).toEqual([[], 'Voided']);
    expect(visitor.text).toContain('已决定的事项');
    await round.supervisor.visitor.get('/supervision');
    const rows = round.supervisor.visitor.page.querySelectorAll('main tr');
    const row = rows.find(({ text }) => text.includes('已确认'))!.text;
    const names = await app.database.rows<{ name: string }>(
      'SELECT person_name AS name FROM account WHERE id IN (?, ?)',
      [registrar.accountId, approver.accountId],
    );
    expect(names.map(({ name }) => row.includes(name))).toEqual([true, true]);
    expect(round.supervisor.visitor.text).not.toContain('系统核出');
  });
});
