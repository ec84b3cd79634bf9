import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../test/support/award.js';
import { accepted, newNotice, refused as refuses } from '../../test/support/office-acts.js';
import { type Person, office } from '../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Fields } from '../../test/support/visitor.js';
import { Application } from '../applications/application.entity.js';
import { VetoCheck } from '../applications/veto-check.entity.js';
import { ScoreSheet } from '../judging/sheets/score-sheet.entity.js';
import { LegalBasis } from '../programmes/legal-basis.entity.js';
import { ProgrammeGuards } from '../programmes/programme-guards.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { AwardList } from './lists/award-list.entity.js';
import { StandingLock } from './standings/standing-lock.entity.js';
import { newId } from '../database/new-id.js';

/** Two categories, of which only G has applications. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code !== 'N')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};
const minutes = '2026年6月1日召开评审委员会会议，应到七人，实到七人，一致同意拟定名单。';

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let tabulators: Person[];
let supervisor: Person;
let registrar: Person;
let approver: Person;
let publishers: Person[];

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.7]);
  tabulators = [await office(app, 'Tabulator'), await office(app, 'Tabulator')];
  supervisor = await office(app, 'Supervisor');
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
  publishers = [await office(app, 'Publisher'), await office(app, 'Publisher')];
}, 60_000);
afterAll(() => app.stop());

const trace = async () =>
  app.database.row(
    `SELECT p.state, (SELECT COUNT(*) FROM journal_entry) AS entries,
       (SELECT COUNT(*) FROM award_list) AS lists, (SELECT COUNT(*) FROM notice) AS notices,
       (SELECT COUNT(*) FROM title) AS titles, (SELECT COUNT(*) FROM message) AS messages,
       (SELECT COUNT(*) FROM application WHERE state = 'InPublicity') AS listed
     FROM programme p WHERE p.id = ?`,
    [programme.id],
  );
const refused = (
  person: Person,
  page: string,
  action: string,
  sentence: string | RegExp,
  fields?: Fields,
) => refuses({ person, page, action, fields }, sentence, trace);
const sent = (person: Person, page: string, action: string, fields?: Fields) =>
  accepted({ person, page, action, fields });
const hashOn = (text: string) => /[0-9a-f]{64}/.exec(text)?.[0] ?? '';
const lists = () => `/office/lists/${programme.id}`;
const creditGuard = async () =>
  (await app.app.get(ProgrammeGuards).findings(programme.id)).creditQueryRenewed;
const setBasis = (validTo: string) =>
  app.database.repo(LegalBasis).update({ programmeId: programme.id }, { validTo });
const setChecks = (checkPoint: 'K2' | 'K3', change: Partial<VetoCheck>) =>
  app.database
    .repo(VetoCheck)
    .update({ applicationId: entries[0]!.applicationId, checkPoint, rule: 'V1' }, change);
const prepared = (kind: string, fields: Fields) =>
  sent(publishers[0]!, newNotice(programme.id, kind), '/office/notices', fields);

describe('the lock', () => {
  const page = () => `/office/standings/${programme.categoryIds.G}`;
  const lock = () =>
    app.database
      .repo(StandingLock)
      .findOneByOrFail({ programmeId: programme.id, state: 'Proposed' });

  test('an open spread flag asks for a note before anything is computed', async () => {
    const [one] = await app.database.repo(ScoreSheet).findBy({
      roundId: programme.roundIds['G.material']!,
      applicationId: entries[0]!.applicationId,
    });
    await app.database.repo(ScoreSheet).update(one!.id, {
      scores: Object.fromEntries(Object.keys(one!.scores).map((code) => [code, 0])),
      total: 0,
    });
    await refused(
      tabulators[0]!,
      page(),
      '/computation',
      '评委分歧较大，尚未补充评分：2026-G-0001',
    );
  });

  test('a lock whose note is gone, or whose second person is the first, is not witnessed', async () => {
    await sent(tabulators[0]!, page(), '/computation', {
      spreadNote: '候补评委已不足，经会议研究保留原分。',
    });
    const hash = hashOn(tabulators[0]!.visitor.text);
    await sent(tabulators[1]!, page(), '/confirmation', { hash });
    const { id, spreadNote, firstBy, secondBy } = await lock();
    const locks = app.database.repo(StandingLock);
    await locks.update(id, { spreadNote: null });
    await refused(supervisor, page(), '/lock', '此步骤暂不能办理：不得有未处理的分歧提示。');
    await locks.update(id, { spreadNote, secondBy: firstBy });
    await refused(supervisor, page(), '/lock', '此步骤暂不能办理：须由第二人核对校验值并确认。');
    await locks.update(id, { secondBy });
  });

  test('a category without applications does not keep the programme back', async () => {
    await sent(supervisor, page(), '/lock');
    expect(await trace()).toMatchObject({ state: 'Deliberation' });
  });
});

describe('the list', () => {
  test('a veto hit, or a cut-line sheet that was not read, keeps the proposal back', async () => {
    const ids = entries.map(({ applicationId }) => applicationId);
    await clearChecks(app, rules, ids, 'K2');
    await setChecks('K2', { result: 'Hit' });
    const deliberation = { minutes, cutLineRead: 'on' };
    await refused(
      registrar,
      lists(),
      '/deliberation',
      /信用查询未通过：2026-G-0001（V1）/,
      deliberation,
    );
    await setChecks('K2', { result: 'Clear' });
    await refused(registrar, lists(), '/deliberation', /入围线/, { minutes });
    await sent(registrar, lists(), '/deliberation', deliberation);
  });

  test('the board counts credit queries as the gate does: complete, but one of them stale', async () => {
    expect(await creditGuard()).toEqual({ met: true, open: 0 });
    await setChecks('K2', { asOf: '2026-05-01' });
    expect(await creditGuard()).toEqual({ met: false, open: 1 });
    await publishers[0]!.visitor.get(`/office?programme=${programme.id}`);
    expect(publishers[0]!.visitor.text).toContain('有1件申报没有重新查询信用。');
  });

  test('the public notice waits for the credit query and for a legal basis in force', async () => {
    const visitor = await prepared('publicity', {
      title: '2026年示范网商拟入选名单公示',
      workingDays: '5',
      discipline: '测试纪检组',
      disciplineTelephone: '0570-0000001',
    });
    const [draft, hash] = [visitor.path, { hash: hashOn(visitor.text) }];
    await refused(publishers[0]!, draft, '/posting', /信用查询未通过：2026-G-0001（V1）/, hash);
    await setChecks('K2', { asOf: '2026-06-01' });
    await setBasis('2026-05-31');
    const noBasis = /没有经批准并在有效期内的立项依据，不能发布。/;
    await refused(publishers[0]!, draft, '/posting', noBasis, hash);
    await setBasis('2026-12-31');
    await sent(publishers[0]!, draft, '/posting', hash);
    expect(await trace()).toMatchObject({ state: 'Publicity', listed: 2 });
  });
});

describe('the decision', () => {
  let stranger: ReturnType<TestApp['visitor']>;

  test('the period is not closed before its last day is over', async () => {
    stranger = app.visitor();
    await stranger.get('/notices');
    await stranger.get(stranger.page.querySelector('main a')!.getAttribute('href')!);
    await stranger.get(
      stranger.page.querySelector('a[href^="/objections/new"]')!.getAttribute('href')!,
    );
    await stranger.submit('/objections', {
      applicationId: entries[1]!.applicationId,
      identityKind: 'person',
      name: '异议人乙',
      telephone: '0570-1111111',
      substance: '该商户申报的销售数据与平台公开数据明显不一致，请予核查。',
    });
    expect(stranger.status).toBe(200);
    await refused(registrar, lists(), '/closing', '有1件异议没有决定是否受理。');
    app.clock.moveTo('2026-06-09T02:00:00.000Z');
    await refused(registrar, lists(), '/closing', '有1件异议没有决定是否受理。');
  });

  test('nobody is selected while held, nor without a legal basis in force', async () => {
    await registrar.visitor.get('/office/objections');
    const first = registrar.visitor.page.querySelector('tbody a')!.getAttribute('href')!;
    await sent(registrar, first, '/admission', { admission: 'accept' });
    await sent(registrar, lists(), '/closing');
    await sent(approver, lists(), '/closing');
    expect(await trace()).toMatchObject({ state: 'Approved' });
    await sent(supervisor, lists(), '/statement', {
      statement: '全程监督，未发现违反评选规则和程序的情形，同意提交审定。',
    });
    await clearChecks(
      app,
      rules,
      entries.map(({ applicationId }) => applicationId),
      'K3',
    );
    const decision = { approval: '经审定会议研究，同意公布名单。' };
    const held = app.database.repo(Application);
    const { applicationId: id } = entries[1]!;
    await held.update(id, { state: 'InPublicity' });
    await refused(approver, lists(), '/approval', '此步骤暂不能办理：不得处于暂缓状态。', decision);
    await held.update(id, { state: 'UnderObjection' });
    await setBasis('2026-06-01');
    const noBasis = '此步骤暂不能办理：立项依据须经批准并在有效期内。';
    await refused(approver, lists(), '/approval', noBasis, decision);
    await setBasis('2026-12-31');
    await sent(approver, lists(), '/approval', decision);
    expect(await trace()).toMatchObject({ state: 'Published', listed: 0 });
  });

  test('one version is published, and titles wait for the credit query', async () => {
    const visitor = await prepared('publication', {
      title: '关于公布2026年示范网商名单的通知',
      documentNumber: '衢商务〔2026〕6号',
    });
    const draft = visitor.path;
    const hash = { hash: hashOn(visitor.text) };
    const award = await app.database.repo(AwardList).findOneByOrFail({ kind: 'award' });
    const own = { id: newId(), number: 9, state: 'Published' as const };
    await app.database.repo(AwardList).insert(Object.assign(new AwardList(), award, own) as never);
    const twice = '此步骤暂不能办理：名单、网页和数据文件须出自同一版本。';
    await refused(publishers[1]!, draft, '/posting', twice, hash);
    await app.database.repo(AwardList).delete(own.id);
    await sent(publishers[1]!, draft, '/posting', hash);
    await setChecks('K3', { asOf: '2026-05-01' });
    expect(await creditGuard()).toEqual({ met: false, open: 1 });
    await refused(registrar, lists(), '/titles', /信用查询未通过：2026-G-0001（V1）/);
    await setChecks('K3', { asOf: '2026-06-09' });
    await sent(registrar, lists(), '/titles');
    expect(await trace()).toMatchObject({ state: 'InForce', titles: 1 });
  });
});
