import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { Figure } from '../../src/applications/figure.entity.js';
import { newId } from '../../src/database/new-id.js';
import { judgesCheckOrder } from '../../src/judging/commands/judges-check-order.js';
import { defenceNoticed } from '../support/attest.js';
import { type SeatedJudge, seatPanel, verifiedApplication } from '../support/judging.js';
import { type Person, office } from '../support/people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import { runCommand, temporaryFile } from '../support/run-command.js';
import { inRound, openMaterial, scoreAndSign } from '../support/scoring.js';
import { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';
import { scoreSheet } from './score-sheet.js';

/*
 * A defence day over HTTP, from the draw of its order to the lock: five judges and three merchants, of
 * whom one stays away; the power fails while another speaks, and one speaks too long.
 */

const rules = {
  ...PRESET_NOW,
  defenceDay: { minutes: 10, absent: 'zero', reveal: true },
} as const;

let app: TestApp;
let programme: TestProgramme;
let judges: SeatedJudge[];
let registrar: Person;
let verifier: Person;
let tabulators: [Person, Person];
let supervisor: Person;
let roundId: string;
let hall: string;
let overtime: string[];
/** In the order of the day. */
let turns: { applicationId: string; name: string }[];

beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  app.clock.moveTo('2026-11-10T01:00:00.000Z');
  programme = await makeProgramme(app, 'Drawing', rules);
  roundId = programme.roundIds['Y.defence']!;
  hall = `/office/rounds/${roundId}/defence`;
  registrar = await office(app, 'CityRegistrar');
  verifier = await office(app, 'Verifier');
  tabulators = [await office(app, 'Tabulator'), await office(app, 'Tabulator')];
  supervisor = await office(app, 'Supervisor');
  for (let at = 0; at < 3; at += 1) await verifiedMerchant();
  judges = await seatPanel(app, programme, 'Y', 5);
  const material = programme.roundIds['Y.material']!;
  await openMaterial(app, registrar, programme.id, judges, material);
  for (const judge of judges) await scoreAndSign(app, judge, material);
  await defenceNoticed(app, programme.id);
  await inRound(registrar.visitor, roundId, '/opening');
}, 120_000);
afterAll(() => app.stop());

/** With the figures that a score cannot do without. */
async function verifiedMerchant(): Promise<void> {
  const { applicationId } = await verifiedApplication(app, programme, 'Y');
  await app.database.execute('UPDATE application SET snapshot = ? WHERE id = ?', [
    JSON.stringify({ shops: [] }),
    applicationId,
  ]);
  const known = { netWan: '900000', taxPaidWan: '2345', insuredYearEnd: '30' };
  for (const [key, value] of Object.entries(known)) {
    const verified = { claimed: value, verified: value, verdict: 'Accepted' as const };
    await app.database.repo(Figure).insert({ id: newId(), applicationId, key, ...verified });
  }
}

/** Opens a page and sends one of its forms, which must go through. */
async function done(
  { visitor }: { visitor: Visitor },
  page: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Visitor> {
  await visitor.get(page);
  await visitor.submit(action, fields);
  expect([action, visitor.errors, visitor.status]).toEqual([action, [], 200]);
  return visitor;
}

/** Minutes and seconds after nine in Beijing. */
const at = (minute: number, second = 0) =>
  app.clock.moveTo(new Date(Date.UTC(2026, 10, 10, 1, 10 + minute, second)).toISOString());
const clock = (place: number, fields: Record<string, string>) =>
  done(verifier, hall, `/turns/${place}/clock`, fields);
const attend = (place: number, fields: Record<string, string>) =>
  done(verifier, hall, `/turns/${place}/attendance`, fields);
const board = async () => {
  const stranger = app.visitor();
  await stranger.get(`/board/${roundId}`);
  return stranger;
};

/** A judge scores one merchant on the own device and signs that sheet. */
async function scores(seat: number, place: number): Promise<void> {
  const { visitor, accountId } = judges[seat - 1]!;
  const { applicationId } = turns[place - 1]!;
  const sheet = (await app.database.row<{ id: string }>(
    'SELECT id FROM score_sheet WHERE round_id = ? AND application_id = ? AND account_id = ?',
    [roundId, applicationId, accountId],
  ))!;
  await scoreSheet(visitor, `/judging/sheets/${sheet.id}`, {
    anchor: seat === 5 ? 1 : 0,
    byScript: false,
    low: false,
  });
  const page = `/judging/rounds/${roundId}/sign`;
  await visitor.get(page);
  const own = visitor.page
    .querySelectorAll('input[name=sheets]')
    .map((box) => box.getAttribute('value')!)
    .filter((value) => value.startsWith(sheet.id));
  expect(own).toHaveLength(1);
  await visitor.submit(page, { sheets: own, dissent: '', confirm: 'on' });
  expect(visitor.errors).toEqual([]);
}

test('the order is drawn by two, hangs in the hall and is checked by anybody', async () => {
  await done(registrar, hall, '/commitment');
  await done(supervisor, hall, '/witness', { witness: '烂柯山下一局棋' });
  await done(registrar, hall, '/order');
  const slug = (await app.database.row<{ slug: string }>(
    'SELECT slug FROM programme WHERE id = ?',
    [programme.id],
  ))!.slug;
  const stranger = app.visitor();
  await stranger.get(`/programmes/${slug}/defence/${roundId}/record.json`);
  const file = temporaryFile('order.json', stranger.html || stranger.content.toString());
  expect((await runCommand(judgesCheckOrder, file)).status).toBe(0);
  turns = await app.database.rows(
    `SELECT t.application_id, m.name FROM defence_turn t
     JOIN application a ON a.id = t.application_id JOIN merchant m ON m.id = a.merchant_id
     ORDER BY t.place`,
  );
  expect(turns).toHaveLength(3);
  const text = (await board()).text;
  expect(text).toContain('第1号');
  expect(turns.filter(({ name }) => text.includes(name))).toEqual([]);
});

test('the first speaks through a power cut, whose times are entered afterwards and seen by another', async () => {
  await attend(1, { attendance: 'head', speaker: '叶某' });
  at(0);
  await clock(1, { kind: 'start' });
  // The power fails after four minutes and is back after fourteen; the speech goes on for six and a half.
  at(20, 31);
  await clock(1, { kind: 'finish' });
  expect(verifier.visitor.text).toMatch(/20:3\d/);
  const turn = `${hall}/turns/1`;
  await done(verifier, turn, '/late-times', {
    kind: 'pause',
    from: '9:14',
    to: '9:24',
    reason: '停电，按计时员手表补记',
  });
  await registrar.visitor.get(hall);
  expect(registrar.visitor.text).toMatch(/10:3\d（含补记，待核看）/);
  await verifier.visitor.get(turn);
  expect(verifier.visitor.html).not.toContain('late-times/1');
  await done(tabulators[0], turn, '/late-times/1', { decision: 'accept' });
  await registrar.visitor.get(hall);
  // The clock of a test goes on while pages are opened: about half a minute.
  overtime = /10:(3\d)（含补记） (\d+)/.exec(registrar.visitor.text)!.slice(1);
  expect(overtime[0]).toBe(overtime[1]);
});

test('the chair shows the points when the fifth judge has signed, and nobody reads them before', async () => {
  const room = `/judging/chair/${roundId}`;
  const chair = judges[0]!;
  for (const seat of [1, 2, 3, 4]) await scores(seat, 1);
  await chair.visitor.get(room);
  expect(chair.visitor.text).toContain('尚未签齐');
  await chair.visitor.post(`${room}/reveals/1`, { _csrf: chair.visitor.token });
  expect(chair.visitor.status).toBe(409);
  expect((await board()).html).not.toContain('board-points');
  await scores(5, 1);
  await judges[1]!.visitor.get('/judging');
  await judges[1]!.visitor.post(`${room}/reveals/1`, { _csrf: judges[1]!.visitor.token });
  expect(judges[1]!.visitor.status).toBe(404);
  expect((await board()).html).not.toContain('board-points');
  await done(chair, room, '/reveals/1');
  const shown = await board();
  expect(shown.page.querySelectorAll('.board-points')).toHaveLength(5);
  expect(shown.page.querySelectorAll('.board-dropped')).toHaveLength(2);
  await chair.visitor.post(`${room}/reveals/1`, { _csrf: chair.visitor.token });
  expect(chair.visitor.status).toBe(409);
});

test('who stays away is called again, scored by nobody and keeps nothing waiting', async () => {
  at(30);
  await attend(2, { attendance: 'absent', note: '三次叫号，电话未接' });
  await attend(3, { attendance: 'head', speaker: '郑某' });
  await clock(3, { kind: 'start' });
  expect((await board()).html).not.toContain('board-points');
  at(35);
  await clock(3, { kind: 'pause', reason: '投影故障' });
  at(37);
  await clock(3, { kind: 'resume' });
  at(40);
  await clock(3, { kind: 'finish' });
  for (const seat of [1, 2, 3, 4, 5]) await scores(seat, 3);
  const page = `/office/rounds/${roundId}/defence-records/${turns[1]!.applicationId}`;
  const fields = { remark: '三次叫号，电话未接，未到场答辩' };
  await done(verifier, page, '/defence-records/', fields);
  await done(tabulators[0], page, '/defence-records/');
  await judges[0]!.visitor.get('/judging?show=all');
  expect(judges[0]!.visitor.text).toMatch(/现场答辩[\s\S]*我的进度已完成 2 \/ 2 其中已签字2份/);
});

test('the record of the others is what the clock says, confirmed by another, and not typed', async () => {
  for (const [place, seconds] of [
    [1, overtime[1]],
    [3, '0'],
  ] as const) {
    const page = `/office/rounds/${roundId}/defence-records/${turns[place - 1]!.applicationId}`;
    await verifier.visitor.get(page);
    const field = verifier.visitor.page.querySelector('input[name=overtimeSeconds]');
    expect([place, field?.getAttribute('value')]).toEqual([place, seconds]);
    await done(verifier, page, '/defence-records/');
    await done(tabulators[0], page, '/defence-records/');
  }
});

test('the round is closed and its scores are locked, with the absence in the working', async () => {
  await inRound(registrar.visitor, roundId, '/closing');
  expect(registrar.visitor.errors).toEqual([]);
  const page = `/office/standings/${programme.categoryIds.Y!}`;
  await done(tabulators[0], page, '/computation');
  const hash = /[0-9a-f]{64}/.exec(tabulators[0].visitor.text)![0];
  await done(tabulators[1], page, '/confirmation', { hash });
  await done(supervisor, page, '/lock');
  expect(supervisor.visitor.text).toContain('已锁分');
  await supervisor.visitor.get(`${page}/${turns[1]!.applicationId}`);
  expect(supervisor.visitor.text).toContain('未到场答辩，已由两人登记确认');
});
