import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attestDraw } from '../../../test/support/attest.js';
import {
  type SeatedJudge,
  declareNone,
  expert,
  seatPanel,
  verifiedApplication,
} from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Figure } from '../../applications/figure.entity.js';
import { newId } from '../../database/new-id.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let applicationId: string;
let judges: SeatedJudge[];

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  registrar = await office(app, 'CityRegistrar');
  ({ applicationId } = await verifiedApplication(app, programme, 'G'));
  await verifiedApplication(app, programme, 'G');
});
afterAll(() => app.stop());

const newExpert = {
  name: '柳新宜',
  organisation: '衢州某高校',
  organisationType: 'university',
  field: '电子商务',
  categories: ['G'],
  divisionCode: '',
  address: '',
  mobile: '13905709001',
  email: '',
};

describe('the expert pool', () => {
  test('an expert gets an account with a password shown once, to be changed at the first sign-in', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/experts');
    expect(visitor.text).toContain('专家库还没有专家');
    await visitor.submit('/office/experts', newExpert);
    const oneTime = visitor.page.querySelector('#one-time')!.text;
    expect(oneTime).toMatch(/^[A-Z]{4}-[a-z]{4}-[2-9]{4}$/);
    await visitor.get('/office/experts');
    expect(visitor.html).not.toContain(oneTime);
    const judge = app.visitor();
    await judge.get('/sign-in');
    await judge.submit('/sign-in', { mobile: newExpert.mobile, password: oneTime });
    expect(judge.path).toBe('/account/password');
  });

  test('a refused expert keeps what was typed and writes nothing', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/experts');
    await visitor.submit('/office/experts', { ...newExpert, name: '柳', mobile: '123' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['“姓名”应为2至20个字，现有1个字。', '请填写11位手机号码。']);
    expect(visitor.html).toContain('value="123"');
    const rows = await app.database.rows('SELECT id FROM expert');
    expect(rows).toHaveLength(1);
  });
});

describe('a panel', () => {
  const seat = async (expertId: string, more: Record<string, string> = {}) => {
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    await registrar.visitor.submit('/seats', {
      categoryId: programme.categoryIds.G!,
      expertId,
      place: 'member',
      reason: '本行业专家，无关联',
      ...more,
    });
    return registrar.visitor;
  };

  test('takes an expert with a recorded reason, once', async () => {
    const { expertId } = await expert(app, '费守正');
    expect((await seat(expertId, { place: 'chair' })).errors).toEqual([]);
    expect(registrar.visitor.text).toContain('1号（组长）费守正');
    const again = await seat(expertId);
    expect([again.status, again.errors]).toEqual([422, ['费守正已在这个评审组。']]);
    expect(again.html).toContain('本行业专家，无关联');
  });

  test('refuses the verifier of one of its applications', async () => {
    const verifier = await expert(app);
    const figure = { id: newId(), applicationId, key: 'netWan', claimed: '1', verified: '1' };
    await app.database.repo(Figure).insert({
      ...figure,
      verdict: 'Accepted',
      reason: null,
      verifierId: verifier.accountId,
      verifiedAt: app.clock.now(),
      secondReaderId: null,
      secondReadAt: null,
      version: 1,
    });
    expect((await seat(verifier.expertId)).errors).toEqual([
      '同一申报的指标核验与评审不得由同一人承担。',
    ]);
  });

  test('cannot be opened too small; the supervisor reads and changes nothing', async () => {
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    await registrar.visitor.submit('/declaration');
    expect(registrar.visitor.errors).toEqual(['评审组现有1人，至少应有5人。']);
    const supervisor = await office(app, 'Supervisor');
    for (const path of ['/office/experts', `/office/panels/${programme.id}`, '/office/conflicts']) {
      await supervisor.visitor.get(path);
      expect([path, supervisor.visitor.status]).toEqual([path, 200]);
      expect(supervisor.visitor.page.querySelectorAll('main form[method=post]')).toEqual([]);
    }
    await supervisor.visitor.post(`/office/panels/${programme.id}/seats`, {
      _csrf: supervisor.visitor.token,
    });
    expect(supervisor.visitor.status).toBe(404);
  });
});

describe('relations and replacement', () => {
  let second: TestProgramme;
  let roundId: string;
  let name: string;

  beforeAll(async () => {
    second = await makeProgramme(app, 'Drawing');
    roundId = second.roundIds['G.material']!;
    ({ name } = await verifiedApplication(app, second, 'G'));
    await verifiedApplication(app, second, 'G');
    judges = await seatPanel(app, second, 'G', 5, 2);
    await attestDraw(app, second.id);
    await registrar.visitor.get(`/office/panels/${second.id}`);
    await registrar.visitor.submit('/declaration');
  });

  test('a soft relation waits for the office; the decision gives or withholds the sheet', async () => {
    const [judge] = judges;
    const { visitor } = judge!;
    await visitor.get(`/judging/seats/${judge!.seatId}/declaration`);
    const sections = visitor.page.querySelectorAll('[data-applicant]');
    const answers = Object.fromEntries(
      sections.flatMap((section) => {
        const [select, text] = ['input[name^=ground-]', 'textarea'].map((tag) =>
          section.querySelector(tag)!.getAttribute('name')!,
        );
        const soft = section.querySelector('th > span')!.text === name;
        return [
          [select, soft ? '4' : 'none'],
          [text, soft ? '去年向其采购过礼盒' : ''],
        ];
      }),
    );
    await visitor.submit('/declaration', answers);
    for (const other of judges.slice(1)) await declareNone(other);
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    await registrar.visitor.submit('/opening');
    expect(registrar.visitor.errors).toEqual(['还有1项利害关系等待主办单位决定。']);
    // Newest programme first: both are of one year, so the page may show the other one.
    const row = await app.database.row<{ id: string }>(
      "SELECT id FROM conflict_declaration WHERE state = 'awaitingOffice'",
    );
    await registrar.visitor.get('/account/password');
    await registrar.visitor.post(`/office/conflicts/${row!.id}/decision`, {
      _csrf: registrar.visitor.token,
      decision: 'recused',
      reason: '存在交易往来，应当回避',
    });
    await registrar.visitor.get(`/office/rounds/${roundId}`);
    await registrar.visitor.submit('/opening');
    expect(registrar.visitor.errors).toEqual([]);
    await visitor.get('/judging');
    expect(visitor.text).toContain('已完成 0 / 1');
    expect(visitor.text).not.toContain(name);
    await judges[5]!.visitor.get('/judging');
    expect(judges[5]!.visitor.text).toContain(name);
  });

  test('a replaced judge loses every sheet; the alternate takes the number and scores', async () => {
    await registrar.visitor.get(`/office/panels/${second.id}`);
    await registrar.visitor.submit('/vacancies', {
      seatId: judges[1]!.seatId,
      vacateReason: '因病不能继续评审',
      promote: 'on',
    });
    expect(registrar.visitor.errors).toEqual([]);
    await confirmRemovals(app);
    await judges[1]!.visitor.get('/judging');
    expect(judges[1]!.visitor.text).toContain('目前没有评审任务');
    const rows = await app.database.rows<{ number: number; state: string; count: number }>(
      `SELECT s.number, sh.state, COUNT(*) AS count FROM score_sheet sh
       JOIN seat s ON s.id = sh.seat_id WHERE s.number = 2 GROUP BY s.number, sh.state
       ORDER BY sh.state`,
    );
    expect(rows).toEqual([
      { number: 2, state: 'Open', count: 2 },
      { number: 2, state: 'Voided', count: 2 },
    ]);
  });
});
