import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { confirmedAnchor } from '../../../test/support/anchors.js';
import { attest, defenceNoticed } from '../../../test/support/attest.js';
import { type SeatedJudge, declareNone } from '../../../test/support/judging.js';
import { seatPanel, verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { footprint, inRound, openMaterial, scoreAndSign } from '../../../test/support/scoring.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { addDays, beijingDate } from '../../rules/calendar/beijing-time.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let registrar: Person;

beforeAll(async () => {
  app = await TestApp.start();
  registrar = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

/** The act is refused with one sentence and leaves no trace. */
const refused = async (
  programmeId: string,
  roundId: string,
  act: string,
  sentence: string,
  status = 422,
) => {
  const before = await footprint(app, programmeId);
  const { visitor } = registrar;
  await visitor.get(`/office/rounds/${roundId}`);
  await visitor.post(`/office/rounds/${roundId}${act}`, { _csrf: visitor.token });
  expect(visitor.status).toBe(status);
  expect(visitor.text).toContain(sentence);
  expect(await footprint(app, programmeId)).toEqual(before);
};
const done = async (roundId: string, act: string) => {
  await inRound(registrar.visitor, roundId, act);
  expect(registrar.visitor.errors).toEqual([]);
};
const stateOf = async (programmeId: string) => (await footprint(app, programmeId)).state;
const tomorrow = () => addDays(beijingDate(app.clock.now()), 1);
const needs = (guard: string) => `此步骤暂不能办理：${guard}。`;

const anchorsOpen = '有5项定标没有完成（定标材料不足的类别，或者没有做完的评委）。';

/** One more anchor than the judges of G have done. */
const anchorLeft = ({ id: programmeId, categoryIds }: TestProgramme) =>
  confirmedAnchor(app, { programmeId, categoryId: categoryIds.G! });

describe('the defence round of two categories', () => {
  let programme: TestProgramme;
  let panelG: SeatedJudge[];
  let panelN: SeatedJudge[];
  let round: Record<string, string>;

  beforeAll(async () => {
    programme = await makeProgramme(app, 'Drawing');
    round = programme.roundIds;
    await verifiedApplication(app, programme, 'G');
    await verifiedApplication(app, programme, 'N');
    panelG = await seatPanel(app, programme, 'G', 5);
    panelN = await seatPanel(app, programme, 'N', 5);
    const judges = [...panelG, ...panelN];
    await openMaterial(app, registrar, programme.id, judges, round['G.material']!);
  }, 60_000);

  test('does not start while a sheet of the material review is unsigned', async () => {
    await refused(
      programme.id,
      round['G.defence']!,
      '/opening',
      '“示范网商”的材料评审还有5份评分表没有签字。',
    );
  });

  test('does not start while a category was not reviewed at all', async () => {
    for (const judge of panelG) await scoreAndSign(app, judge, round['G.material']!);
    await refused(
      programme.id,
      round['G.defence']!,
      '/opening',
      '“农产品品牌/农村电商”的材料评审还没有开启。',
    );
  });

  test('does not start before every judge has done the anchors; the room says so beforehand', async () => {
    await done(round['N.material']!, '/opening');
    for (const judge of panelN) await scoreAndSign(app, judge, round['N.material']!);
    await anchorLeft(programme);
    await registrar.visitor.get(`/office/rounds/${round['G.defence']}`);
    expect(registrar.visitor.text).toContain('“开始现场答辩”的办理条件');
    expect(registrar.visitor.text).toContain('评分校准须已完成有5项定标没有完成');
    await refused(programme.id, round['G.defence']!, '/opening', anchorsOpen);
    await app.database.execute('DELETE FROM anchor_dossier', []);
  });

  test('starts with its first round and gives every judge of the panel a sheet', async () => {
    const early = needs('答辩通知须已提前3个工作日发布，并已到通知的答辩日期');
    await refused(programme.id, round['G.defence']!, '/opening', early);
    await defenceNoticed(app, programme.id, tomorrow());
    await refused(programme.id, round['G.defence']!, '/opening', early);
    app.clock.moveTo(`${tomorrow()}T01:00:00.000Z`);
    await done(round['G.defence']!, '/opening');
    expect(await stateOf(programme.id)).toBe('Defence');
    await done(round['N.defence']!, '/opening');
    const sheets = await app.database.rows<{ roundId: string; count: number }>(
      `SELECT round_id, COUNT(*) AS count FROM score_sheet WHERE state = 'Open' GROUP BY round_id`,
    );
    expect(sheets.map(({ count }) => count)).toEqual([5, 5]);
  });

  test('a round with unsigned sheets is not closed', async () => {
    await refused(
      programme.id,
      round['N.defence']!,
      '/closing',
      '“农产品品牌/农村电商”的现场答辩还有5份评分表没有签字。',
    );
  });

  test('one closed round of two leaves the programme in the defence', async () => {
    for (const judge of panelG) await scoreAndSign(app, judge, round['G.defence']!);
    await done(round['G.defence']!, '/closing');
    expect(await stateOf(programme.id)).toBe('Defence');
    expect(registrar.visitor.text).toContain('已结束，等待锁分');
    expect(registrar.visitor.page.querySelector('form[action$="/closing"]')).toBeNull();
  });

  test('the last one waits for a paper that went out, and was not keyed', async () => {
    const { visitor } = registrar;
    const path = `/office/rounds/${round['N.defence']!}/paper`;
    await visitor.get(path);
    await visitor.submit('/paper', { seat: '1' });
    for (const judge of panelN) await scoreAndSign(app, judge, round['N.defence']!);
    const open = '有1份纸质评分表没有录入一致或者收回。';
    await refused(programme.id, round['N.defence']!, '/closing', open);
    await visitor.get(path);
    const sheet = visitor.page.querySelector('a[href^="/office/paper-sheets/"]');
    await visitor.get(sheet!.getAttribute('href')!);
    await visitor.submit('/withdrawal', { reason: '评委已在设备上签字' });
  });

  test('then the scores are to be locked, with every step of the course in the journal', async () => {
    await done(round['N.defence']!, '/closing');
    expect(await stateOf(programme.id)).toBe('ScoresLocked');
    const entries = await app.database.rows<{ event: string }>(
      `SELECT event FROM journal_entry WHERE programme_id = ?
       AND (event LIKE 'programme.%' OR event LIKE 'round.%') ORDER BY sequence`,
      [programme.id],
    );
    expect(entries.map(({ event }) => event)).toEqual([
      'programme.announce',
      'programme.record',
      'programme.record',
      'programme.completeDraw',
      'programme.startMaterialReview',
      'round.open',
      'round.freezeFlags',
      'round.open',
      'round.freezeFlags',
      'programme.startDefence',
      'round.open',
      'round.open',
      'round.freezeFlags',
      'round.close',
      'round.issuePaper',
      'round.freezeFlags',
      'round.close',
      'programme.closeDefence',
    ]);
  });

  test('no round opens any more', async () => {
    await refused(
      programme.id,
      round['Y.material']!,
      '/opening',
      '本届活动还没有进入可以开启本轮的阶段，请先在市级工作台办理前面的步骤。',
      409,
    );
  });
});

describe('a programme without a defence', () => {
  const rules = {
    ...PRESET_NOW,
    categories: PRESET_NOW.categories
      .filter(({ code }) => code === 'G')
      .map((one) => ({ ...one, composite: { material: 100, defence: 0 } })),
  };

  test('goes from the closed material round to the locking of scores, the anchors done', async () => {
    const programme = await makeProgramme(app, 'Drawing', rules);
    const round = programme.roundIds['G.material']!;
    await verifiedApplication(app, programme, 'G');
    const panel = await seatPanel(app, programme, 'G', 5);
    await openMaterial(app, registrar, programme.id, panel, round);
    for (const judge of panel) await scoreAndSign(app, judge, round);
    await anchorLeft(programme);
    await refused(programme.id, round, '/closing', anchorsOpen);
    await app.database.execute('DELETE FROM anchor_dossier', []);
    await done(round, '/closing');
    expect(await stateOf(programme.id)).toBe('ScoresLocked');
  });
});

describe('the declarations', () => {
  test('no round opens over a vacated seat that nobody fills, nor over a judge who has not declared', async () => {
    const programme = await makeProgramme(app, 'Drawing');
    const round = programme.roundIds['G.material']!;
    await verifiedApplication(app, programme, 'G');
    const panel = await seatPanel(app, programme, 'G', 6);
    const experts = await app.database.rows<{ name: string }>(
      `SELECT e.name FROM seat s JOIN expert e ON e.id = s.expert_id
       WHERE s.programme_id = ? AND s.number < 6 ORDER BY s.number`,
      [programme.id],
    );
    const names = experts.map(({ name }) => name);
    const { visitor } = registrar;
    await attest(app, programme.id, 'drawRecordSigned', 'supervisorWitnesses');
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/declaration');
    expect(visitor.errors).toEqual(['评审组现有6人，应为单数。']);
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/vacancies', { seatId: panel[5]!.seatId, vacateReason: '本人请辞' });
    expect(visitor.errors).toEqual([]);
    await attest(app, programme.id, 'drawRecordSigned', 'supervisorWitnesses');
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/declaration');
    expect(visitor.errors).toEqual([]);
    await refused(
      programme.id,
      round,
      '/opening',
      `还有5位评委没有签署回避申报：${names.join(' ')}。`,
    );
    for (const judge of panel.slice(0, 5)) await declareNone(judge);
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/vacancies', { seatId: panel[4]!.seatId, vacateReason: '临时出差' });
    await confirmRemovals(app);
    await refused(programme.id, round, '/opening', '有1个空缺席位没有递补。');
  });
});
