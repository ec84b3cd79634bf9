import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { merchantPerson, office, type Person } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import {
  makeSubmitted,
  sampleClaims,
  scan,
} from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { VetoQueries } from './veto.queries.js';

let app: TestApp;
let programme: TestProgramme;
let screener: Person;
let second: Person;
let today: string;

beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  screener = await office(app, 'Screener');
  second = await office(app, 'Screener');
  today = beijingDate(app.clock.now());
});
afterAll(() => app.stop());

const allRules = Array.from({ length: 13 }, (_, index) => `V${index + 1}`);

const stateOf = async (id: string) =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;

const day = (name: string, value: string) => {
  const [year = '', month = '', date = ''] = value.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date };
};

const recommended = (claims = sampleClaims) =>
  makeSubmitted(app, programme, { state: 'Recommended', claims });

async function clear(id: string, rules: readonly string[]): Promise<void> {
  await screener.visitor.get(`/office/screening/${id}`);
  await screener.visitor.submit('/clear-checks', {
    rules,
    clearSource: '信用中国（浙江）',
    ...day('clearAsOf', today),
  });
}

async function found(
  id: string,
  rule: string,
  result: string,
  decidedOn: string,
  note = '',
): Promise<void> {
  await screener.visitor.get(`/office/screening/${id}`);
  await screener.visitor.submit(
    '/checks',
    {
      rule,
      result,
      source: '市场监管部门回函',
      note,
      ...day('asOf', today),
      ...(decidedOn ? day('decidedOn', decidedOn) : {}),
    },
    [scan('evidence')],
  );
}

async function decide(id: string, fields: Record<string, string>): Promise<void> {
  await screener.visitor.get(`/office/screening/${id}`);
  await screener.visitor.submit('/decision', fields);
}

async function read(person: Person, id: string): Promise<void> {
  await person.visitor.get(`/office/screening/${id}`);
  await person.visitor.submit('/reading');
}

const blockers = async (id: string) =>
  (await app.app.get(VetoQueries).blockers([id], 'K1', today)).get(id)!;

describe('screening', () => {
  test('a clear file passes after one page of checks', async () => {
    const { id, merchantId } = await recommended();
    const merchant = await merchantPerson(app, merchantId);
    await screener.visitor.get(`/office/screening/${id}`);
    expect(screener.visitor.text).toContain('上年度网络零售净额600.00万元，达到500.00万元的要求。');
    expect(screener.visitor.text).toContain('还有13个否决事项未查清');
    await decide(id, { decision: 'in' });
    expect(screener.visitor.errors).toEqual(['V1尚未核查。']);
    await clear(id, allRules);
    expect(screener.visitor.text).toContain('已登记13项核查结果。');
    expect(await blockers(id)).toEqual([]);
    await decide(id, { decision: 'in' });
    expect(await stateOf(id)).toBe('ScreenedIn');
    const told = await app.database.rows('SELECT kind FROM message WHERE account_id = ?', [
      merchant.accountId,
    ]);
    expect(told).toEqual([{ kind: 'applicationScreenedIn' }]);
  });

  test('the rules on the current state are ticked for the bulk entry', async () => {
    const { id } = await recommended();
    await screener.visitor.get(`/office/screening/${id}`);
    const ticked = screener.visitor.page
      .querySelectorAll('input[name=rules][checked]')
      .map((box) => box.getAttribute('value'));
    expect(ticked).toEqual(['V1', 'V2', 'V3', 'V7', 'V12']);
  });

  test('a penalty exactly three years before the deadline is a hit, a day earlier is none', async () => {
    const { applicationDeadline } = (
      await app.database
        .row<{ rules: string }>('SELECT rules FROM rule_version')
        .then((row) => JSON.parse(row!.rules) as { reference: { applicationDeadline: string } })
    ).reference;
    const year = Number(applicationDeadline.slice(0, 4)) - 3;
    const edge = `${year}${applicationDeadline.slice(4)}`;
    const before = new Date(Date.parse(edge) - 86_400_000).toISOString().slice(0, 10);
    const { id } = await recommended();
    await found(id, 'V4', 'Hit', before);
    expect(screener.visitor.text).toContain('按“未发现”处理');
    await found(id, 'V4', 'Hit', edge);
    const results = await app.database.rows(
      'SELECT result, decided_on FROM veto_check WHERE application_id = ? ORDER BY checked_at, id',
      [id],
    );
    expect(results).toEqual([
      { result: 'Clear', decidedOn: before },
      { result: 'Hit', decidedOn: edge },
    ]);
  });

  test('a hit excludes only after a second person has read it, and the applicant is told why', async () => {
    const { id } = await recommended();
    await clear(id, allRules);
    await found(id, 'V6', 'Hit', '2026-05-11');
    const out = {
      decision: 'out',
      reason: '因刷单炒信受到行政处罚，属一票否决情形。',
      basis: '电子商务法第十七条',
      remedy: '可在三个工作日内陈述意见。',
    };
    await decide(id, out);
    expect(screener.visitor.errors).toEqual(['V6的命中还没有第二人复核，不能据此作出不通过决定。']);
    await screener.visitor.get(`/office/screening/${id}`);
    expect(screener.visitor.html).not.toContain('/reading');
    await read(second, id);
    await decide(id, { ...out, basis: '' });
    expect(screener.visitor.errors).toEqual(['资格不通过的，请填写“依据”。']);
    expect(screener.visitor.html).toContain(`>${out.reason}</textarea>`);
    await decide(id, out);
    expect(await stateOf(id)).toBe('ScreenedOut');
  });

  test('a confirmed hit stays until a second person has read what lifts it', async () => {
    const { id } = await recommended();
    await clear(id, allRules);
    await found(id, 'V3', 'Hit', '2026-06-01');
    await read(second, id);
    await clear(id, ['V3']);
    expect(await blockers(id)).toEqual([{ rule: 'V3', code: 'veto.blocker.hit' }]);
    await read(second, id);
    expect(await blockers(id)).toEqual([]);
  });

  test('a source out of reach is never read as clear; two people with a reason let it pass', async () => {
    const { id } = await recommended();
    await clear(id, allRules.slice(1));
    await found(id, 'V1', 'Unavailable', '');
    expect(screener.visitor.errors).toEqual(['未能查询的，请说明原因。']);
    await found(id, 'V1', 'Unavailable', '', '执行信息公开网维护，三次查询均未返回结果。');
    expect(await blockers(id)).toEqual([{ rule: 'V1', code: 'veto.blocker.unavailable' }]);
    await decide(id, { decision: 'in' });
    expect(await stateOf(id)).toBe('Recommended');
    await read(second, id);
    expect(await blockers(id)).toEqual([]);
  });

  test('a hit beside a statement of no penalty is shown as concealed', async () => {
    const { id } = await recommended();
    await found(id, 'V8', 'Hit', '2026-06-01');
    await screener.visitor.get(`/office/screening/${id}`);
    expect(screener.visitor.text).toContain(
      '商户声明无处罚，但V8命中，须按V9（提供虚假申报材料）核查。',
    );
  });

  test('a check may not come from the future and keeps what was typed', async () => {
    const { id } = await recommended();
    await screener.visitor.get(`/office/screening/${id}`);
    await screener.visitor.submit('/clear-checks', {
      clearSource: '信用中国',
      ...day('clearAsOf', '2099-01-01'),
    });
    expect(screener.visitor.status).toBe(422);
    expect(screener.visitor.errors).toEqual(['查询日期不能晚于今天。']);
    expect(screener.visitor.html).toContain('value="信用中国"');
    const rows = await app.database.rows('SELECT id FROM veto_check WHERE application_id = ?', [
      id,
    ]);
    expect(rows).toEqual([]);
  });

  test('asks for one correction only', async () => {
    const { id } = await recommended();
    const reason = '请补充上年度平台交易汇总。';
    await screener.visitor.get(`/office/screening/${id}/correction`);
    await screener.visitor.submit('/correction', { items: ['netWan'], reason });
    expect(await stateOf(id)).toBe('CorrectionRequested');
    await app.database.execute(`UPDATE application SET state = 'Recommended' WHERE id = ?`, [id]);
    await screener.visitor.get(`/office/screening/${id}`);
    expect(screener.visitor.html).not.toContain(`/office/screening/${id}/correction"`);
  });

  test('the supervisor looks and cannot act', async () => {
    const { id } = await recommended();
    const supervisor = await office(app, 'Supervisor');
    await supervisor.visitor.get(`/office/screening/${id}`);
    expect(supervisor.visitor.status).toBe(200);
    expect(supervisor.visitor.page.querySelector('main form')).toBeNull();
  });

  test('the list and the blockers take as many queries for one application as for many', async () => {
    const count = async (work: () => Promise<unknown>) => {
      const before = app.database.readCount;
      await work();
      return app.database.readCount - before;
    };
    const list = () => screener.visitor.get('/office/screening');
    const some = await count(list);
    const ids = [(await recommended()).id, (await recommended()).id, (await recommended()).id];
    expect(await count(list)).toBe(some);
    const vetoes = app.app.get(VetoQueries);
    const one = await count(() => vetoes.blockers(ids.slice(0, 1), 'K1', today));
    expect(await count(() => vetoes.blockers(ids, 'K1', today))).toBe(one);
  });
});
