import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confirmedAnchor } from '../../../test/support/anchors.js';
import { defenceNoticed } from '../../../test/support/attest.js';
import { type SeatedJudge, seatPanel, verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { footprint, inRound, openMaterial, scoreAndSign } from '../../../test/support/scoring.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let judges: SeatedJudge[];
let material: string;
let defence: string;
let disputed: string;
let agreed: string;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  material = programme.roundIds['G.material']!;
  defence = programme.roundIds['G.defence']!;
  registrar = await office(app, 'CityRegistrar');
  disputed = (await verifiedApplication(app, programme, 'G')).applicationId;
  agreed = (await verifiedApplication(app, programme, 'G')).applicationId;
  judges = await seatPanel(app, programme, 'G', 5, 2);
  await openMaterial(app, registrar, programme.id, judges, material);
}, 60_000);
afterAll(() => app.stop());

const askAgain = async (person: Person, applicationId: string) => {
  await person.visitor.get(`/office/rounds/${material}`);
  const { token } = person.visitor;
  await person.visitor.get('/account/password');
  const _csrf = token || person.visitor.token;
  return person.visitor.post(`/office/rounds/${material}/rescores`, { _csrf, applicationId });
};
const sheetsOf = (applicationId: string) =>
  app.database.rows<{ number: number; state: string; total: number | null }>(
    `SELECT s.number, sh.state, sh.total FROM score_sheet sh JOIN seat s ON s.id = sh.seat_id
     WHERE sh.application_id = ? ORDER BY s.number`,
    [applicationId],
  );

const listed = async (spread: string) => {
  await registrar.visitor.get(`/office/applications?programme=${programme.id}&spread=${spread}`);
  expect(registrar.visitor.text).not.toMatch(/28\.00|5\.60/);
  return registrar.visitor.page
    .querySelectorAll('tbody th a')
    .map((one) => one.getAttribute('href')!.split(/[/?]/)[3]);
};

describe('an application on which judges differ too much', () => {
  test('no flag exists before every sheet is signed', async () => {
    for (const judge of judges.slice(0, 4)) await scoreAndSign(app, judge, material);
    await inRound(registrar.visitor, defence, '/opening');
    expect(registrar.visitor.errors).toEqual(['“示范网商”的材料评审还有2份评分表没有签字。']);
    expect((await askAgain(registrar, disputed)).status).toBe(409);
    expect(await sheetsOf(disputed)).toHaveLength(5);
    expect(await listed('open')).toEqual([]);
  });

  test('a range above a fifth of the sheet opens a flag, for that application only', async () => {
    await scoreAndSign(app, judges[4]!, material, (id) => id === disputed);
    const totals = (await sheetsOf(disputed)).map(({ total }) => total);
    expect(totals).toEqual([2800, 2800, 2800, 2800, 0]);
    const { visitor } = registrar;
    await visitor.get(`/office/rounds/${material}`);
    expect(visitor.text).toContain('分歧过大，须复评');
    expect(visitor.text).not.toMatch(/28\.00|5\.60/);
    expect(visitor.page.querySelectorAll('form[action$="/rescores"]')).toHaveLength(1);
    expect(await listed('open')).toEqual([disputed]);
    await visitor.get(visitor.page.querySelector('tbody th a')!.getAttribute('href')!);
    expect(visitor.text).toContain('第1件，共1件');
    expect(await listed('rescored')).toEqual([]);
  });

  test('while it is open the round is not closed and no defence opens; nothing is written', async () => {
    const before = await footprint(app, programme.id);
    for (const [round, act] of [
      [material, '/closing'],
      [defence, '/opening'],
    ] as const) {
      await inRound(registrar.visitor, round, act);
      expect([registrar.visitor.status, registrar.visitor.errors]).toEqual([
        422,
        ['“示范网商”的材料评审还有1份申报分歧过大，须先复评。'],
      ]);
    }
    expect(await footprint(app, programme.id)).toEqual(before);
    expect(before.state).toBe('MaterialReview');
  });

  test('nobody but the registrar has it scored again, and nothing else is', async () => {
    const others = [
      judges[0]!,
      await office(app, 'Supervisor'),
      await office(app, 'Tabulator'),
      await office(app, 'Approver'),
    ];
    const before = await footprint(app, programme.id);
    for (const person of others) expect((await askAgain(person, disputed)).status).toBe(404);
    expect((await askAgain(registrar, agreed)).status).toBe(409);
    expect(await footprint(app, programme.id)).toEqual(before);
  });

  test('the alternates get a sheet each; the first scores stay and the journal names the seats', async () => {
    await askAgain(registrar, disputed);
    expect(registrar.visitor.text).toContain('已安排候补评委复评，原分保留');
    expect(await sheetsOf(disputed)).toEqual([
      ...[2800, 2800, 2800, 2800, 0].map((total, i) => ({ number: i + 1, state: 'Signed', total })),
      { number: 101, state: 'Open', total: null },
      { number: 102, state: 'Open', total: null },
    ]);
    const entries = await app.database.rows<{ event: string; details: string }>(
      `SELECT event, details FROM journal_entry
       WHERE event IN ('programme.startSpreadReview', 'round.rescore') ORDER BY sequence`,
    );
    expect(entries.map(({ event }) => event)).toEqual([
      'programme.startSpreadReview',
      'round.rescore',
    ]);
    expect(JSON.parse(entries[0]!.details)).toMatchObject({ to: 'SpreadReview', rule: 'P09a' });
    expect(JSON.parse(entries[1]!.details)).toEqual({ round: material, seats: [101, 102] });
  });

  test('is not asked for twice, and the defence waits for the added signatures', async () => {
    const before = await footprint(app, programme.id);
    expect((await askAgain(registrar, disputed)).status).toBe(409);
    await inRound(registrar.visitor, defence, '/opening');
    expect(registrar.visitor.errors).toEqual(['“示范网商”的材料评审还有2份评分表没有签字。']);
    expect(await footprint(app, programme.id)).toEqual(before);
  });

  test('with the second scores the flag closes and the step is allowed', async () => {
    for (const judge of judges.slice(5)) await scoreAndSign(app, judge, material);
    const { visitor } = registrar;
    await visitor.get(`/office/rounds/${material}`);
    expect(visitor.text).toContain('已由候补评委复评');
    expect(visitor.page.querySelector('form[action$="/rescores"]')).toBeNull();
    expect(await listed('open')).toEqual([]);
    expect(await listed('rescored')).toEqual([disputed]);
    await defenceNoticed(app, programme.id);
    await inRound(visitor, defence, '/opening');
    expect(visitor.errors).toEqual([]);
    expect((await footprint(app, programme.id)).state).toBe('Defence');
    expect(await sheetsOf(agreed)).toHaveLength(10);
  });
});

describe('a flag before every judge has done the anchors', () => {
  test('is not handed to the alternates: the refusal names what is missing and the room leads there', async () => {
    const second = await makeProgramme(app, 'Drawing');
    const round = second.roundIds['G.material']!;
    const { applicationId } = await verifiedApplication(app, second, 'G');
    const panel = await seatPanel(app, second, 'G', 5, 2);
    await openMaterial(app, registrar, second.id, panel, round);
    for (const [at, judge] of panel.slice(0, 5).entries()) {
      await scoreAndSign(app, judge, round, () => at === 0);
    }
    const categoryId = second.categoryIds.G!;
    await confirmedAnchor(app, { programmeId: second.id, categoryId });
    const before = await footprint(app, second.id);
    await inRound(registrar.visitor, round, '/rescores');
    expect([registrar.visitor.status, registrar.visitor.errors]).toEqual([
      422,
      ['有5项定标没有完成（定标材料不足的类别，或者没有做完的评委）。'],
    ]);
    const board = `/office/anchors/${second.id}`;
    expect(registrar.visitor.page.querySelector(`main a[href="${board}"]`)?.text).toBe(
      '评分校准须已完成',
    );
    expect(await footprint(app, second.id)).toEqual(before);
    expect(await sheetsOf(applicationId)).toHaveLength(5);
  });
});
