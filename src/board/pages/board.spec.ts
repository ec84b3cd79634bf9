import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifiedApplication } from '../../../test/support/judging.js';
import { type Person, divisionPerson, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../../applications/application.entity.js';
import { programmeLifecycle } from '../../rules/lifecycle/programme-lifecycle.js';
import { DemoClock } from '../../programmes/demo-clock.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { Programme } from '../../programmes/programme.entity.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';

let app: TestApp;
let registrar: Person;
let approver: Person;
let supervisor: Person;
let programme: TestProgramme;
const stateNow = async () => (await app.app.get(ProgrammeQueries).byId(programme.id)).state;

beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'on' });
  app.clock.moveTo('2026-09-28T01:00:00.000Z');
  await loadWorkingDays(app);
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
  supervisor = await office(app, 'Supervisor');
  programme = await makeProgramme(app, 'Open');
});
afterAll(() => app.stop());

describe('the board of the city office', () => {
  test('finds every guard that a row of the rule book names', async () => {
    const guards = await app.app.get(ProgrammeGuards).of(programme.id);
    const named = new Set(programmeLifecycle.rows.flatMap((row) => row.guards));
    expect(Object.keys(guards).sort()).toEqual([...named].sort());
    expect(Object.values(guards).every((met) => typeof met === 'boolean')).toBe(true);
  });

  test('counts working days to the deadline and offers no button to a clock step', async () => {
    const { visitor } = registrar;
    await visitor.get('/office');
    expect(visitor.text).toContain('计划2026年9月30日（星期三）前办结，还有3个工作日');
    expect(visitor.text).toContain('下一步：截止申报');
    expect(visitor.page.querySelector('form[action$="/steps"]')).toBeNull();
  });

  test('says a phase of one day as one day', async () => {
    const programmes = app.database.repo(Programme);
    const { calendar } = await programmes.findOneByOrFail({ id: programme.id });
    const short = calendar.map((one) => ({ ...one, to: one.phase === 'Open' ? one.to : one.from }));
    await programmes.update(programme.id, { calendar: short });
    await registrar.visitor.get('/office');
    expect(registrar.visitor.text).toContain('2026年10月8日当日，1个工作日');
    await programmes.update(programme.id, { calendar });
  });

  test('takes the same number of queries with one programme and with four', async () => {
    const reads = async () => {
      const before = app.database.readCount;
      await registrar.visitor.get('/office');
      return app.database.readCount - before;
    };
    const first = await reads();
    for (let i = 0; i < 3; i += 1) await makeProgramme(app, 'Archived');
    expect(await reads()).toBe(first);
  });

  test('an extension needs a reason and a later working day, and holds the deadline', async () => {
    const { visitor } = registrar;
    const order = {
      scope: 'division',
      divisionCode: '330825',
      'newLastDay.year': '2026',
      'newLastDay.month': '10',
      'newLastDay.day': '4',
      reason: '台风影响龙游县网络，统一延期申报',
    };
    await visitor.get(`/office/programmes/${programme.id}/extension-orders`);
    await visitor.submit('/extension-orders', { ...order, divisionCode: '' });
    expect(visitor.errors).toEqual(['请选择县（市、区）。']);
    await visitor.submit('/extension-orders', order);
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['截止日期2026年10月4日不是工作日，请改为工作日。'],
    ]);
    await visitor.submit('/extension-orders', { ...order, 'newLastDay.day': '9' });
    expect(visitor.text).toContain('台风影响龙游县网络');
    const reader = await app.visitor().get(`/programmes/${programme.slug}`);
    expect(reader.text).toContain('本届已作出延期决定1次。');
    app.clock.moveTo('2026-10-09T15:59:00.000Z');
    await app.app.get(PhaseClock).run();
    expect(await stateNow()).toBe('Open');
  });

  test('applications close at 24:00 of the last extended day, by the clock', async () => {
    app.clock.moveTo('2026-10-09T16:00:00.000Z');
    await registrar.visitor.get('/office');
    expect(await stateNow()).toBe('DivisionReview');
    const entry = await app.database.row<{ actorRole: string; actorId: string | null }>(
      "SELECT actor_role, actor_id FROM journal_entry WHERE event = 'programme.closeApplications'",
    );
    expect(entry).toEqual({ actorRole: 'System', actorId: null });
  });

  test('a step whose guard does not hold is refused on the board, in a sentence, and nothing moves', async () => {
    const { visitor } = registrar;
    const { applicationId } = await verifiedApplication(app, programme, 'G');
    const applications = app.database.repo(Application);
    await applications.update(applicationId, { state: 'Submitted' });
    await visitor.get('/office');
    expect(visitor.page.querySelector('form[action$="/steps"]')).toBeNull();
    await visitor.get('/office/demo-clock');
    const event = { _csrf: visitor.token, event: 'startScreening' };
    await visitor.post(`/office/programmes/${programme.id}/steps`, event);
    expect([visitor.status, visitor.errors]).toEqual([422, ['有1件申报没有签署县级意见。']]);
    expect(visitor.text).toContain('下一步：转入资格审查');
    expect(await stateNow()).toBe('DivisionReview');
    await applications.update(applicationId, { state: 'Withdrawn' });
  });

  test('a registrar takes a step whose guards hold', async () => {
    const { visitor } = registrar;
    await visitor.get('/office');
    await visitor.submit('/steps', { event: 'startScreening' });
    expect(await stateNow()).toBe('Screening');
    expect(visitor.text).toContain('资格审查');
  });

  test('a step of another room or without the role is not there, one of another state is over', async () => {
    const { visitor } = registrar;
    await visitor.get('/office');
    const path = `/office/programmes/${programme.id}/steps`;
    const steps = { startScreening: 409, terminate: 404, publish: 404, ['x'.repeat(30)]: 404 };
    for (const [event, status] of Object.entries(steps)) {
      await visitor.post(path, { _csrf: visitor.token, event });
      expect([event, visitor.status]).toEqual([event, status]);
      await visitor.get('/office');
    }
    await approver.visitor.get('/office/programmes/new');
    await approver.visitor.get('/office');
    expect(approver.visitor.page.querySelector('form[action$="/steps"]')).toBeNull();
  });

  test('a witness is recorded by the supervisor only, and only in its state', async () => {
    for (const event of ['startVerification', 'startDrawing']) {
      await registrar.visitor.get('/office');
      await registrar.visitor.submit('/steps', { event });
    }
    expect(await stateNow()).toBe('Drawing');
    expect(registrar.visitor.page.querySelector('input[value=supervisorWitnesses]')).toBeNull();
    const { visitor } = supervisor;
    await visitor.get('/office');
    await visitor.submit('/records', { text: '在场' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['“情况说明”应为5至1,000个字，现有2个字。'],
    ]);
    await visitor.submit('/records', { text: '10月12日在市办会议室全程见证抽取' });
    const guards = await app.app.get(ProgrammeGuards).of(programme.id);
    expect([guards.supervisorWitnesses, guards.drawRecordSigned]).toEqual([true, false]);
  });

  test('is terminated with a ground that holds and a public reason', async () => {
    const { visitor } = approver;
    await visitor.get(`/office/programmes/${programme.id}/termination`);
    await visitor.submit('/termination', { reason: '短', ground: 'minimumField' });
    expect(visitor.errors).toEqual([
      '“终止理由”应为20至1,000个字，现有1个字。',
      '请阅读并勾选“确认”。',
    ]);
    const reason = '各类别申报数均未达到最低要求，经研究决定终止本届评选活动。';
    await visitor.submit('/termination', { reason, ground: 'minimumField', sure: 'on' });
    expect(await stateNow()).toBe('Drawing');
    const publisher = await office(app, 'Publisher');
    await publisher.visitor.get(visitor.path);
    const hash = /[0-9a-f]{64}/.exec(publisher.visitor.text)![0];
    await publisher.visitor.submit('/posting', { hash });
    expect(await stateNow()).toBe('Cancelled');
    const reader = await app.visitor().get(`/programmes/${programme.slug}`);
    expect(reader.text).toContain(reason);
  });
});

describe('working days of a year', () => {
  test('are typed as runs, checked, and change what is computed', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/working-days');
    await visitor.submit('/office/working-days', { year: '2027' });
    const form = { source: '国办发明电〔2026〕1号', makeUpDays: '' };
    await visitor.submit('/office/working-days/2027', { ...form, holidays: '13-45' });
    expect(visitor.errors).toEqual(['“13-45”不是日期，请按“10月1日”或者“10月1日至7日”填写。']);
    const holidays = '1月1日（周五）至3日、10-01..10-07';
    await visitor.submit('/office/working-days/2027', { ...form, holidays, makeUpDays: '10-01' });
    expect(visitor.errors).toEqual(['2027年10月1日同时列为放假日和调休上班日，请保留一项。']);
    await visitor.submit('/office/working-days/2027', { ...form, holidays });
    expect(visitor.path).toBe('/office/working-days');
    await visitor.get('/office/working-days/2027');
    expect(visitor.page.querySelector('textarea[name=holidays]')!.text).toBe(
      '1月1日至3日\n10月1日至7日',
    );
    const october = visitor.page.querySelectorAll('.month')[9]!;
    expect(october.querySelectorAll('.day-holiday').map((day) => day.text)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => `${day}休`),
    );
    await visitor.submit('/office/working-days/2027', { version: '0' });
    expect(visitor.status).toBe(409);
  });
});

describe('the demonstration clock', () => {
  test('moves forward only, is kept over a restart and renews public pages', async () => {
    const { visitor } = registrar;
    const day = { 'day.year': '2026', 'day.month': '10', 'day.day': '9' };
    await visitor.get('/office/demo-clock');
    await visitor.submit('/office/demo-clock', day);
    expect(visitor.errors).toEqual(['请选择晚于2026年10月10日的日期。']);
    await visitor.submit('/office/demo-clock', { ...day, 'day.day': '20' });
    expect(visitor.page.querySelector('.demo-tag')?.text).toBe('演示 10月20日');
    app.clock.moveBy(0);
    await app.app.get(DemoClock).load();
    expect(app.clock.now().slice(0, 13)).toBe('2026-10-20T01');
  });

  test('a county officer has no office and cannot move it', async () => {
    const county = await divisionPerson(app, 'DivisionApprover', '330802');
    const own = `/office/programmes/${programme.id}`;
    for (const path of ['/office', own, `${own}/rules`, '/office/demo-clock']) {
      await county.visitor.get(path);
      expect([path, county.visitor.status]).toEqual([path, 404]);
    }
  });

  test('is not there outside a demonstration', async () => {
    const real = await TestApp.start();
    const clerk = await office(real, 'CityRegistrar');
    await clerk.visitor.get('/office/demo-clock');
    expect(clerk.visitor.status).toBe(404);
    await clerk.visitor.get('/office');
    expect(clerk.visitor.text).toContain('还没有评选活动');
    await real.stop();
  });
});
