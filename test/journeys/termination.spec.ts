import { attestDraw } from '../support/attest.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type SeatedJudge,
  declareNone,
  seatPanel,
  verifiedApplication,
} from '../support/judging.js';
import { type Person, merchantPerson, office } from '../support/people.js';
import { type TestProgramme, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { Application } from '../../src/applications/application.entity.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import { STEP_ROOMS } from '../../src/programmes/step-rooms.js';
import { programmeLifecycle } from '../../src/rules/lifecycle/programme-lifecycle.js';

const reason = '评审程序存在无法补救的问题，经市电子商务工作领导小组研究决定终止本届评选。';
const states = ['Draft', 'ScreenedOut', 'Withdrawn', 'NotRecommended'] as const;

let app: TestApp;
let programme: TestProgramme;
let approver: Person;
let publisher: Person;
let registrar: Person;
let judges: SeatedJudge[];
let merchants: Record<string, Person>;
let applications: Record<string, string>;
let sheet: string;
let draft: string;
let notice: string;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  approver = await office(app, 'Approver', 'Publisher');
  publisher = await office(app, 'Publisher');
  registrar = await office(app, 'CityRegistrar');
  merchants = {};
  applications = {};
  for (const state of ['InReview', ...states]) {
    const made = await verifiedApplication(app, programme, 'G');
    merchants[state] = await merchantPerson(app, made.merchantId, 'LegalRepresentative');
    applications[state] = made.applicationId;
    if (state === 'InReview') continue;
    await app.database
      .repo(Application)
      .update(made.applicationId, { state: state as (typeof states)[number] });
  }
  judges = await seatPanel(app, programme, 'G', 5, 1);
  await attestDraw(app, programme.id);
  await registrar.visitor.get(`/office/panels/${programme.id}`);
  await registrar.visitor.submit('/declaration');
  for (const judge of judges.slice(0, 5)) await declareNone(judge);
  await registrar.visitor.get(`/office/rounds/${programme.roundIds['G.material']!}`);
  await registrar.visitor.submit('/opening');
  await judges[0]!.visitor.get('/judging');
  sheet = judges[0]!.visitor.page
    .querySelector('a[href^="/judging/sheets/"]')!
    .getAttribute('href')!;
}, 120_000);
afterAll(() => app.stop());

const programmeState = async () =>
  (await app.database.row<{ state: string }>('SELECT state FROM programme'))!.state;
const applicationStates = async () => {
  const rows = await app.database.rows<{ id: string; state: string }>(
    'SELECT id, state FROM application',
  );
  const byId = new Map(rows.map(({ id, state }) => [id, state]));
  return ['InReview', ...states].map((one) => byId.get(applications[one]!));
};
const inbox = async ({ visitor }: Person) => {
  await visitor.get('/messages');
  return visitor.text;
};

describe('a termination', () => {
  test('is decided by the approver with a ground that holds; nothing ends yet', async () => {
    const { visitor } = approver;
    await visitor.get(`/office/programmes/${programme.id}/termination`);
    expect(visitor.text).toContain('3件在办申报随之结束');
    await visitor.submit('/termination', { ground: 'processDefect', reason, sure: 'on' });
    draft = visitor.path;
    expect(draft).toMatch(/^\/office\/notices\//);
    expect(visitor.text).toContain(`原因：${reason}`);
    expect(await programmeState()).toBe('MaterialReview');
    await visitor.get(`/office/programmes/${programme.id}/termination`);
    expect(visitor.page.querySelector(`a[href="${draft}"]`)).not.toBeNull();
  });

  test('written again, it replaces the notice that waited', async () => {
    const { visitor } = approver;
    await visitor.submit('/termination', { ground: 'processDefect', reason, sure: 'on' });
    expect((await publisher.visitor.get(draft)).status).toBe(409);
    draft = visitor.path;
    const { rows } = { rows: await app.database.rows('SELECT id FROM notice_draft') };
    expect(rows).toHaveLength(1);
  });

  test('is not in the form for other notices', async () => {
    await publisher.visitor.get('/office/notices/new');
    expect(publisher.visitor.page.querySelector('option[value=call]')).not.toBeNull();
    expect(publisher.visitor.page.querySelector('option[value=termination]')).toBeNull();
    await publisher.visitor.get(`/office/notices/new?programme=${programme.id}&kind=call`);
    await publisher.visitor.submit('/office/notices', {
      programmeId: programme.id,
      kind: 'termination',
      title: '终止公告',
    });
    expect(publisher.visitor.status).toBe(422);
  });

  test('is not posted by the person who decided it, nor with another hash', async () => {
    const hash = hashOn((await approver.visitor.get(draft)).text);
    await approver.visitor.post(`${draft}/posting`, { _csrf: approver.visitor.token, hash });
    expect([approver.visitor.status, approver.visitor.errors]).toEqual([
      422,
      ['须由两人办理的事项，第二人不得与第一人相同。'],
    ]);
    await publisher.visitor.get(draft);
    await publisher.visitor.submit('/posting', { hash: 'a'.repeat(64) });
    expect(publisher.visitor.status).toBe(422);
    expect(await programmeState()).toBe('MaterialReview');
    expect(
      await app.database.rows('SELECT id FROM message WHERE kind LIKE ?', ['programme.%']),
    ).toEqual([]);
  });

  test('ends programme, open applications and open sheets when the second person posts it', async () => {
    await publisher.visitor.get(draft);
    await publisher.visitor.submit('/posting', { hash: hashOn(publisher.visitor.text) });
    notice = publisher.visitor.path;
    expect(notice).toMatch(/^\/notices\//);
    expect(await programmeState()).toBe('Cancelled');
    expect(await applicationStates()).toEqual([
      'Cancelled',
      'Cancelled',
      'ScreenedOut',
      'Withdrawn',
      'Cancelled',
    ]);
    const sheets = await app.database.rows<{ state: string; voidReason: string }>(
      'SELECT DISTINCT state, void_reason FROM score_sheet',
    );
    expect(sheets).toEqual([{ state: 'Voided', voidReason: reason }]);
    const rounds = await app.database.rows('SELECT DISTINCT state FROM round');
    expect(rounds).toEqual([{ state: 'Locked' }]);
  });

  test('is told to every applicant but the withdrawn one, and to judges with open sheets', async () => {
    for (const state of ['InReview', 'Draft', 'ScreenedOut', 'NotRecommended']) {
      expect([state, await inbox(merchants[state]!)]).toEqual([
        state,
        expect.stringContaining('2026年示范网商评选已终止，您的申报随之结束'),
      ]);
    }
    expect(await inbox(merchants.Withdrawn!)).not.toContain('已终止');
    expect(await inbox(judges[4]!)).toContain('您未签字的评分表不再需要完成');
    expect(await inbox(judges[5]!)).not.toContain('已终止');
    const { visitor } = merchants.InReview!;
    await visitor.get(`/my/applications/${applications.InReview!}`);
    expect(visitor.text).toContain('本届评选已终止，申报随之结束，不影响商户今后申报。');
    await visitor.get('/my');
    expect(visitor.text).toContain('本届评选已终止');
  });

  test('stays public, with its reason', async () => {
    const stranger = app.visitor();
    for (const path of [notice, `/programmes/${programme.slug}`]) {
      await stranger.get(path);
      expect([path, stranger.status, stranger.text.includes(reason)]).toEqual([path, 200, true]);
    }
    await stranger.get('/notices');
    expect(stranger.page.querySelector(`main a[href="${notice}"]`)).not.toBeNull();
  });
});

describe('a terminated programme refuses every further step', () => {
  const post = async ({ visitor }: Person, path: string, fields: Record<string, string> = {}) => {
    await visitor.get('/messages');
    await visitor.post(path, { _csrf: visitor.token, ...fields });
    return visitor.status;
  };

  test('of its own lifecycle', async () => {
    for (const person of [registrar, approver, publisher]) {
      for (const event of new Set(programmeLifecycle.rows.map((row) => row.event))) {
        const status = await post(person, `/office/programmes/${programme.id}/steps`, { event });
        // In a room of its own, or over.
        expect([event, status]).toEqual([event, event in STEP_ROOMS ? 404 : 409]);
      }
    }
    await approver.visitor.get(`/office/programmes/${programme.id}/termination`);
    expect(approver.visitor.text).toContain('已过可以终止的阶段或者已经结束');
    const again = { ground: 'processDefect', reason, sure: 'on', version: '99' };
    const path = `/office/programmes/${programme.id}/termination`;
    expect([409, 422]).toContain(await post(approver, path, again));
    expect(await post(publisher, `${draft}/posting`, { hash: 'a'.repeat(64) })).toBe(409);
    expect(await programmeState()).toBe('Cancelled');
  });

  test('of the office: orders, panel, rounds, list and notices', async () => {
    const before = await rowsOf();
    const { id } = programme;
    const extension = { phase: 'MaterialReview', scope: 'all', reason: '给评委更多时间评审材料' };
    const lastDay = { 'newLastDay.year': '2099', 'newLastDay.month': '1', 'newLastDay.day': '5' };
    const material = programme.roundIds['G.material']!;
    const vacancy = {
      seatId: judges[0]!.seatId,
      vacateReason: '评委因故不能继续评审',
      promote: 'on',
    };
    const minutes = '2026年6月1日召开评审委员会会议，应到七人，实到七人，一致同意拟定名单。';
    const over = '评选已终止或者已归档，不能再办理。';
    const steps: [Person, string, Record<string, string>, string][] = [
      [registrar, `/office/programmes/${id}/extension-orders`, { ...extension, ...lastDay }, over],
      [registrar, `/office/panels/${id}/vacancies`, vacancy, over],
      [
        registrar,
        `/office/panels/${id}/declaration`,
        {},
        '评选活动当前状态为“终止”，不能再办理“完成抽取”',
      ],
      [
        registrar,
        `/office/rounds/${material}/opening`,
        {},
        '本届活动还没有进入可以开启本轮的阶段，请先在市级工作台办理前面的步骤。',
      ],
      [
        registrar,
        `/office/lists/${id}/deliberation`,
        { minutes, cutLineRead: 'on' },
        '当前阶段不能拟定名单。',
      ],
      [
        approver,
        `/office/lists/${id}/approval`,
        { approval: '经审定会议研究，同意公布名单。' },
        '当前阶段不能审定名单。',
      ],
      [registrar, `/office/lists/${id}/titles`, {}, '名单公布后才能授予称号。'],
      [
        publisher,
        '/office/notices',
        { programmeId: id, kind: 'publication', title: '公布通知标题' },
        '当前阶段不能发布这种公告。',
      ],
    ];
    for (const [person, path, fields, error] of steps) {
      const status = await post(person, path, fields);
      // A notice form keeps what was typed; the rest is an old page.
      expect([path, status]).toEqual([path, path === '/office/notices' ? 422 : 409]);
      expect(person.visitor.text).toContain(error);
    }
    expect(await rowsOf()).toEqual(before);
  });

  test('of applicants and judges', async () => {
    const before = await rowsOf();
    const own = applications.Draft!;
    const declined = applications.NotRecommended!;
    const steps: [Person, string, Record<string, string>, number][] = [
      [merchants.Draft!, `/my/applications/${own}/submission`, {}, 409],
      [merchants.Draft!, `/my/applications/${own}/texts`, { after: 'stay' }, 409],
      [merchants.Draft!, `/my/applications/${own}/withdrawal`, { sure: 'on' }, 409],
      [
        merchants.NotRecommended!,
        `/my/applications/${declined}/re-examination`,
        { statement: '县级审核意见与事实不符，现补充说明，请求重新审核。' },
        409,
      ],
      [judges[0]!, sheet, { version: '1', 'score-G11': '650' }, 404],
      [judges[0]!, `/judging/rounds/${programme.roundIds['G.material']!}/sign`, {}, 404],
      [judges[5]!, `/judging/seats/${judges[5]!.seatId}/declaration`, {}, 404],
    ];
    for (const [person, path, fields, expected] of steps) {
      expect([path, await post(person, path, fields)]).toEqual([path, expected]);
    }
    expect(await rowsOf()).toEqual(before);
  });

  test('and the journal holds', async () => {
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});

/** What a refused step must not touch. */
async function rowsOf() {
  const tables = ['programme', 'application', 'round', 'score_sheet', 'seat', 'notice_draft'];
  return Promise.all(
    [...tables, 'extension_order', 'award_list', 'journal_entry'].map((table) =>
      table === 'journal_entry'
        ? app.database.rows('SELECT COUNT(*) AS count FROM journal_entry')
        : app.database.rows(`SELECT * FROM ${table} ORDER BY id`),
    ),
  );
}

function hashOn(text: string): string {
  return /[0-9a-f]{64}/.exec(text)?.[0] ?? '';
}
