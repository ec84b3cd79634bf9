import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { makeSubmitted } from '../../../test/support/submitted-application.js';
import { TestApp } from '../../../test/support/test-app.js';
import { CorrectionRequest } from '../../applications/correction-request.entity.js';
import { ScreeningStatement } from '../../applications/screening-statement.entity.js';
import { Notice } from '../../awards/notices/notice.entity.js';
import { Objection } from '../../awards/objections/objection.entity.js';
import { newId } from '../../database/new-id.js';
import { Message } from '../../notifications/message.entity.js';
import { countWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { Programme } from '../programme.entity.js';
import { WorkingDays } from '../working-days.js';

let app: TestApp;
let registrar: Person;
let supervisor: Person;
let programme: TestProgramme;
const at = '2026-09-24T01:00:00.000Z';
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(at);
  await loadWorkingDays(app);
  registrar = await office(app, 'CityRegistrar');
  supervisor = await office(app, 'Supervisor');
  programme = await makeProgramme(app, 'Open');
  const open = { phase: 'Open', from: '2026-08-03', to: '2026-09-30', workingDays: 42 } as const;
  await app.database.repo(Programme).update(programme.id, { calendar: [open] });
});
afterAll(() => app.stop());

const visitor = () => registrar.visitor;
/** 29 September becomes a holiday. */
const send = async (fields: Readonly<Record<string, string>>) => {
  const known = (await app.app.get(WorkingDays).year(2026))!;
  const holidays = [...known.holidays, '2026-09-29'].join(' ');
  await visitor().submit('/working-days/2026', { holidays, source: '国办通知', ...fields });
};
const rows = () =>
  visitor()
    .page.querySelectorAll('section[aria-labelledby="moves"] tbody tr')
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text));
const version = async () => (await app.app.get(WorkingDays).year(2026))!.version;

test('a change that touches no running term says so and is saved at once', async () => {
  const before = await version();
  await visitor().get('/office/working-days/2026');
  const known = (await app.app.get(WorkingDays).year(2026))!;
  const holidays = [...known.holidays, '2026-12-29'].join(' ');
  const given = { holidays, source: '国办通知' };
  await visitor().submit('/working-days/2026', { ...given, action: 'check' });
  expect(visitor().text).toContain('没有正在进行的期限受影响。');
  expect(await version()).toBe(before);
  await visitor().submit('/working-days/2026', { ...given, action: 'save' });
  expect([visitor().path, await version()]).toEqual(['/office/working-days', before + 1]);
});

test('days that cannot be read come back before anything is compared', async () => {
  await visitor().get('/office/working-days/2026');
  await visitor().submit('/working-days/2026', { holidays: '二月三十日', source: '国办通知' });
  expect([visitor().status, visitor().errors.length]).toEqual([422, 1]);
});

test('every running term is listed with its day and the one it would have; the first save only shows it', async () => {
  const calendar = await app.app.get(WorkingDays).calendar();
  const notice = newId();
  await app.database.repo(Notice).insert({
    id: notice,
    programmeId: programme.id,
    kind: 'publicity',
    title: '拟入选名单公示',
    body: '公示',
    postedOn: '2026-09-23',
    firstDay: '2026-09-24',
    lastDay: '2026-09-30',
    workingDays: countWorkingDays(calendar, '2026-09-24', '2026-09-30'),
    facts: {},
    postedBy: programme.id,
    postedAt: at,
  } as never);
  const { id: applicationId } = await makeSubmitted(app, programme);
  const term = { applicationId, requestedBy: registrar.accountId };
  await app.database.repo(CorrectionRequest).insert({
    ...term,
    id: newId(),
    stage: 'screening',
    items: [],
    reason: '补正',
    requestedAt: at,
    dueOn: '2026-09-30',
    answeredAt: null,
  });
  await app.database.repo(ScreeningStatement).insert({
    id: newId(),
    applicationId,
    statement: '说明',
    statedBy: registrar.accountId,
    statedAt: at,
    answerDueOn: '2026-09-29',
    outcome: null,
  });
  await app.database.repo(Objection).insert({
    id: newId(),
    receiptNumber: 'YY-2026-0001',
    followHash: 'x',
    noticeId: notice,
    identityKind: 'unit',
    substance: '情况不实',
    state: 'Received',
    receivedAt: at,
    acceptBy: '2026-09-30',
  } as never);
  const before = await version();
  await visitor().get('/office/working-days/2026');
  await send({ action: 'save' });
  expect([visitor().status, await version()]).toEqual([200, before]);
  const shown = rows();
  expect(new Set(shown.map(([kind]) => kind))).toEqual(
    new Set(['网上申报', '公示', '补正', '答复陈述申辩', '异议受理']),
  );
  expect(shown.find(([kind]) => kind === '公示')).toEqual([
    '公示',
    '拟入选名单公示',
    expect.stringMatching(/^到2026年9月30日（\d个工作日）$/),
    expect.stringMatching(/^到2026年10月\d+日（\d个工作日）$/),
    '公布的日期不变，公告上注明；须填写处理决定',
  ]);
  expect(shown.find(([kind]) => kind === '补正')!.at(-1)).toBe('已告知的日期不变');
  expect(await app.database.repo(Message).count()).toBe(0);
});

test('the second save asks for the decision, and tells the supervisor', async () => {
  const before = await version();
  await send({ action: 'save' });
  expect([visitor().status, visitor().errors.length, await version()]).toEqual([422, 1, before]);
  expect(rows().length).toBeGreaterThan(0);
  await send({ action: 'save', decision: '已公布的起止日期不变。' });
  expect([visitor().path, await version()]).toEqual(['/office/working-days', before + 1]);
  const { accountId } = supervisor;
  const told = await app.database.repo(Message).findBy({ accountId });
  expect(told.map(({ kind }) => kind).toSorted()).toEqual([
    'workingDays.moved',
    'workingDays.postedKept',
    'workingDays.termsMoved',
  ]);
  const terms = told.find(({ kind }) => kind === 'workingDays.termsMoved')!;
  expect(terms.variables).toMatchObject({ year: '2026', count: 3 });
});

test('a list that has changed since it was seen is shown again', async () => {
  await visitor().get('/office/working-days/2026');
  const known = (await app.app.get(WorkingDays).year(2026))!;
  const holidays = [...known.holidays, '2026-09-28'].join(' ');
  const given = { holidays, source: '国办通知', action: 'save', decision: '不变。' };
  await visitor().submit('/working-days/2026', given);
  await app.database.execute('UPDATE correction_request SET due_on = ?', ['2026-09-28']);
  const before = await version();
  await visitor().submit('/working-days/2026', given);
  expect([visitor().status, await version()]).toEqual([200, before]);
  await visitor().submit('/working-days/2026', given);
  expect(await version()).toBe(before + 1);
});
