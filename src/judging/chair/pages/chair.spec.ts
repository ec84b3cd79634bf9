import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { office } from '../../../../test/support/people.js';
import { loadWorkingDays } from '../../../../test/support/programme.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Round } from '../../../programmes/round.entity.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const visitor = (seat: number) => round.judges[seat - 1]!.visitor;
const room = () => `/judging/chair/${round.id}`;

describe('the chair’s room', () => {
  fromSavedState(() => app);

  test('is the chair’s alone', async () => {
    await visitor(1).get('/judging');
    expect(visitor(1).html).toContain(`href="${room()}"`);
    await visitor(2).get('/judging');
    expect(visitor(2).html).not.toContain(room());
    await visitor(2).get(room());
    expect(visitor(2).status).toBe(404);
    const registrar = (await office(app, 'CityRegistrar')).visitor;
    await registrar.get(room());
    expect(registrar.status).not.toBe(200);
  });

  test('shows how far each seat is and where judges differ, and nobody’s points', async () => {
    for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
    await visitor(1).get(room());
    expect(visitor(1).text).toContain('8 / 10');
    await round.scoreAndSign(5, [round.applications[0]!]);
    const { judgingNumber } = (await app.database.row<{ judgingNumber: string }>(
      'SELECT judging_number FROM application WHERE id = ?',
      [round.applications[0]!],
    ))!;
    for (const state of ['Open', 'Locked'] as const) {
      await round.roundIs(state);
      await visitor(1).get(room());
      const { text } = visitor(1);
      expect(text).toContain('分歧过大');
      expect(text).toContain(judgingNumber);
      // As far apart as before, and every judge gave another total.
      await app.database.execute('UPDATE score_sheet SET total = total + 50');
      await visitor(1).get(room());
      expect(visitor(1).text).toBe(text);
    }
  });

  test.each(['hardBar', 'recused', 'awaitingOffice', 'askedAgain'])(
    'says nothing of an application from which a relation (%s) keeps the chair',
    async (state) => {
      for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
      await round.scoreAndSign(5, [round.applications[0]!]);
      await app.database.execute(
        'UPDATE conflict_declaration SET state = ? WHERE seat_id = ? AND application_id = ?',
        [state, round.judges[0]!.seatId, round.applications[0]!],
      );
      const [merchant] = await app.database.rows<{ judgingNumber: string; name: string }>(
        `SELECT a.judging_number, m.name FROM application a JOIN merchant m ON m.id = a.merchant_id
         WHERE a.id = ?`,
        [round.applications[0]!],
      );
      await visitor(1).get(room());
      expect(visitor(1).text).toContain('10 / 10');
      expect(visitor(1).text).toContain('在可以查看的申报中，没有分歧过大的。');
      expect(visitor(1).text).not.toContain(merchant!.name);
      expect(visitor(1).text).not.toContain(merchant!.judgingNumber);
    },
  );

  test('names no merchant where the round is blind', async () => {
    await app.database.repo(Round).update({ id: round.id }, { blind: true });
    for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
    await round.scoreAndSign(5, [round.applications[0]!]);
    await visitor(1).get(room());
    expect(visitor(1).text).toContain('分歧过大');
    for (const { name } of await app.database.rows<{ name: string }>('SELECT name FROM merchant')) {
      expect(visitor(1).html).not.toContain(name);
    }
  });

  test('keeps minutes: the order stands before every judge, a question is answered by the office', async () => {
    await visitor(1).get(room());
    await visitor(1).submit(room(), { kind: 'order', text: '上午一至十号，下午其余。' });
    await visitor(2).get('/judging');
    expect(visitor(2).text).toContain('上午一至十号，下午其余。');
    await visitor(1).get(room());
    await visitor(1).submit(room(), { kind: 'question', text: '材料缺页如何处理？' });
    const registrar = (await office(app, 'CityRegistrar')).visitor;
    await registrar.get('/office');
    expect(registrar.text).toContain('答复评审组长的程序问题');
    await registrar.get(`/office/rounds/${round.id}`);
    await registrar.submit('/answers', { answer: ' ' });
    expect(registrar.status).toBe(422);
    await registrar.get(`/office/rounds/${round.id}`);
    await registrar.submit('/answers', { answer: '按现有材料评。' });
    await registrar.get('/office');
    expect(registrar.text).not.toContain('答复评审组长的程序问题');
    await visitor(1).get(room());
    expect(visitor(1).text).toContain('按现有材料评。');
    const supervisor = (await office(app, 'Supervisor')).visitor;
    await supervisor.get(`/office/rounds/${round.id}`);
    expect(supervisor.text).toContain('材料缺页如何处理？');
    expect(supervisor.html).not.toContain('/answers');
  });

  test('gives back what was typed when points are in it', async () => {
    await visitor(1).get(room());
    await visitor(1).submit(room(), { kind: 'note', text: '二号席给了85分' });
    expect(visitor(1).status).toBe(422);
    expect(visitor(1).errors.join()).toContain('85分');
    expect(visitor(1).html).toContain('二号席给了85分');
  });
});

describe('a judge who cannot finish', () => {
  fromSavedState(() => app);

  test('says so where the sheets are, once for each last day', async () => {
    const { closesOn } = await app.database.repo(Round).findOneByOrFail({ id: round.id });
    for (const seat of [2, 3]) {
      await visitor(seat).get('/judging');
      await visitor(seat).submit('/time', {});
      expect(visitor(seat).path).toBe('/judging');
    }
    const after = await app.database.repo(Round).findOneByOrFail({ id: round.id });
    expect(after.closesOn > closesOn).toBe(true);
    await visitor(2).get('/judging');
    expect(visitor(2).html).toContain(`/judging/rounds/${round.id}/time`);
    await visitor(2).submit('/time', {});
    expect(visitor(2).html).not.toContain(`/judging/rounds/${round.id}/time`);
    await visitor(1).get(room());
    expect(visitor(1).text).toContain('5位评委中有1位');
  });
});
