import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type SeatedJudge,
  declareNone,
  seatPanel,
  verifiedApplication,
} from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { judgesAssign } from '../commands/judges-assign.js';
import { ConflictDeclaration } from '../conflict-declaration.entity.js';
import { Assignment } from './assignment.entity.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let visitor: Visitor;
let judges: SeatedJudge[];
let applications: string[];
let roundId: string;
let late: string;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  roundId = programme.roundIds['G.material']!;
  registrar = await office(app, 'CityRegistrar');
  visitor = registrar.visitor;
  applications = [];
  for (let i = 0; i < 6; i += 1) {
    applications.push((await verifiedApplication(app, programme, 'G')).applicationId);
  }
  judges = await seatPanel(app, programme, 'G', 7, 1);
  await visitor.get(`/office/panels/${programme.id}`);
  await visitor.submit('/declaration');
});
afterAll(() => app.stop());

const answer = (seat: number, application: number, state: 'hardBar' | 'awaitingOffice' | 'none') =>
  app.database
    .repo(ConflictDeclaration)
    .update(
      { seatId: judges[seat - 1]!.seatId, applicationId: applications[application]! },
      { state },
    );
const limit = (seat: number) => `limit-${judges[seat - 1]!.seatId}`;
const sheets = () =>
  app.database.rows<{ id: string; seat: number; applicationId: string; state: string }>(
    `SELECT sh.id, s.number AS seat, sh.application_id, sh.state FROM score_sheet sh
     JOIN seat s ON s.id = sh.seat_id WHERE sh.round_id = ? AND sh.state <> 'Voided'
     ORDER BY s.number, sh.application_id`,
    [roundId],
  );
const loads = async () => {
  const counts: Record<number, number> = {};
  for (const { seat } of await sheets()) counts[seat] = (counts[seat] ?? 0) + 1;
  return counts;
};
const decisions = () => app.database.repo(Assignment).find({ order: { number: 'ASC' } });
const journal = () =>
  app.database.rows<{ details: string }>(
    "SELECT details FROM journal_entry WHERE event = 'assignment.apply' ORDER BY sequence",
  );

/** Through the form and the page of the job to the preview. */
async function preview(choice: Record<string, string>): Promise<void> {
  await visitor.get(`/office/assignments/${roundId}`);
  await visitor.submit('/preview', { mode: 'perApplication', ...choice });
  while (visitor.path.startsWith('/office/jobs/')) {
    await wait(50);
    await visitor.get(visitor.path);
  }
}

describe('before anybody is assigned', () => {
  test('declarations are signed and relations decided; until then the page says what is missing', async () => {
    await visitor.get(`/office/assignments/${roundId}`);
    expect(visitor.text).toContain('还有7名评委没有签署回避申报，签署后才能分配。');
    expect(visitor.page.querySelectorAll('main form')).toEqual([]);
    for (const judge of judges) await declareNone(judge);
    await answer(2, 0, 'awaitingOffice');
    await visitor.get(`/office/assignments/${roundId}`);
    expect(visitor.text).toContain('还有1项利害关系等待决定，决定后才能分配。');
    await answer(2, 0, 'hardBar');
    await answer(2, 1, 'hardBar');
    await answer(3, 1, 'hardBar');
  });

  test('wrong numbers come back in their fields with what was typed, and nothing is asked for', async () => {
    await visitor.get(`/office/assignments/${roundId}`);
    const wrong = { perApplication: '三', limit: '0', seed: 'x'.repeat(65), [limit(4)]: '-2' };
    await visitor.submit('/preview', { mode: 'perApplication', ...wrong });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toHaveLength(4);
    expect(visitor.errors).toContain('4号席位的上限“-2”有误，应为0至9,999之间的整数。');
    for (const typed of Object.values(wrong)) expect(visitor.html).toContain(`value="${typed}"`);
    await visitor.submit('/preview', { perApplication: '', limit: '', seed: '', [limit(4)]: '' });
    expect(visitor.errors).toEqual(['请填写每份申报的评委人数。']);
    await visitor.submit('/preview', { perApplication: '2' });
    expect(visitor.errors).toEqual([
      '按本届规则，一份申报至少要有3份有效评分表，每份申报的评委不能是2名。',
    ]);
    await visitor.submit('/preview', { perApplication: '8' });
    expect(visitor.errors).toEqual(['可以参加的评委只有7名，每份申报不能有8名。']);
    expect(await app.database.rows('SELECT id FROM calculation_job')).toEqual([]);
  });
});

describe('an assignment in preview', () => {
  test('that cannot be staffed names the applications and cannot be applied', async () => {
    const none = Object.fromEntries([4, 5, 6, 7].map((seat) => [limit(seat), '0']));
    await preview({ perApplication: '3', seed: '2026', ...none });
    expect(visitor.text).toContain('有2份申报配不齐评委，不能分配');
    expect(visitor.text).toMatch(/需要3名评委，回避之后只剩2名可用/);
    expect(visitor.text).toMatch(/需要3名评委，回避之后只剩1名可用/);
    expect(visitor.html).not.toContain('/decision');
    expect(await decisions()).toEqual([]);
  });

  test('shows loads, limits, relations and the difference; it changes nothing', async () => {
    const open = Object.fromEntries([4, 5, 6, 7].map((seat) => [limit(seat), '']));
    await preview({ perApplication: '3', seed: '2026', ...open, [limit(1)]: '1' });
    expect(visitor.status).toBe(200);
    for (const sentence of [
      '预览：每份申报3名评委',
      '6份申报，共18份评分表',
      '最少1份，最多3份',
      '3对，分配中没有出现',
      '3份评分表直接平均，不去最高分和最低分',
      '评委与申报连成一体，可以校正评委宽严',
      '不变18份，新增0份，撤回',
    ]) {
      expect(visitor.text).toContain(sentence);
    }
    expect(await sheets()).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  test('is refused when a relation has come up since, and nothing is written', async () => {
    await answer(5, 2, 'hardBar');
    await visitor.submit('/decision', { reason: '申报较多，分组评审' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '预览之后，评审组、回避、申报或者评分表有了变化，没有生效。请重新预览。',
    ]);
    expect(await decisions()).toEqual([]);
    expect(await journal()).toEqual([]);
    await answer(5, 2, 'none');
  });

  test('needs a reason; what was typed comes back', async () => {
    await preview({});
    await visitor.submit('/decision', { reason: '好' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['“理由”应为4至300个字，现有1个字。']);
    expect(visitor.page.querySelector('textarea[name=reason]')!.text).toBe('好');
  });
});

describe('an applied assignment', () => {
  test('is on record with seed and hashes, and `judges assign` gives it again', async () => {
    await visitor.submit('/decision', { reason: '申报较多，分组评审' });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('每份申报由3名评委评审（第1次决定');
    const [decision] = await decisions();
    expect(decision).toMatchObject({ number: 1, seed: '2026', perApplication: 3 });
    const { problemHash, planHash } = decision!;
    expect((await journal()).map(({ details }) => JSON.parse(details) as unknown)).toEqual([
      { number: 1, mode: 'perApplication', perApplication: 3, seed: '2026', problemHash, planHash },
    ]);
    await visitor.get(`/office/assignments/${roundId}/problem.json`);
    const file = temporaryFile('PROBLEM.json', visitor.html);
    const replay = await runCommand(judgesAssign, file, '--json');
    expect([replay.status, JSON.parse(replay.output)]).toEqual([0, decision!.plan]);
  });

  test('gives each application its judges at the opening: exact loads, no relation', async () => {
    await visitor.get(`/office/rounds/${roundId}`);
    await visitor.submit('/opening');
    expect(visitor.errors).toEqual([]);
    const counts = await loads();
    expect(counts[1]).toBe(1);
    expect(Object.values(counts).toSorted()).toEqual([1, 2, 3, 3, 3, 3, 3]);
    const given = await sheets();
    expect(given).toHaveLength(18);
    const barred = given.filter(
      ({ seat, applicationId }) =>
        (seat === 2 && applications.slice(0, 2).includes(applicationId)) ||
        (seat === 3 && applicationId === applications[1]),
    );
    expect(barred).toEqual([]);
  });

  test('shows a judge the own sheets and nobody else', async () => {
    const counts = await loads();
    for (const [i, judge] of judges.slice(0, 7).entries()) {
      await judge.visitor.get('/judging');
      expect(judge.visitor.text).toContain(`已完成 0 / ${counts[i + 1]}`);
    }
    const { visitor: judge } = judges[0]!;
    const [own] = (await sheets()).filter(({ seat }) => seat === 1);
    const [other] = (await sheets()).filter(
      ({ seat, applicationId }) => seat !== 1 && applicationId !== own!.applicationId,
    );
    await judge.get(`/judging/sheets/${other!.id}`);
    expect(judge.status).toBe(404);
    await judge.get(`/judging/sheets/${own!.id}`);
    expect(judge.status).toBe(200);
    for (const { accountId } of judges.slice(1)) expect(judge.html).not.toContain(accountId);
    for (const path of ['', `/${roundId}`, `/${roundId}/plan.csv`, `/${roundId}/problem.json`]) {
      await judge.get(`/office/assignments${path}`);
      expect(judge.status).toBe(404);
    }
  });

  test('a late relation calls the alternate for that application only', async () => {
    const before = await sheets();
    const [sheet] = before.filter(({ seat }) => seat === 4);
    late = sheet!.applicationId;
    const { visitor: judge } = judges[3]!;
    await judge.get(`/judging/sheets/${sheet!.id}`);
    await judge.submit('/conflict', { ground: '1', explanation: '三年内曾受聘为其顾问' });
    const after = await sheets();
    expect(after).toHaveLength(18);
    expect(after.filter(({ id }) => before.every((one) => one.id !== id))).toEqual([
      { id: expect.anything(), seat: 101, applicationId: sheet!.applicationId, state: 'Open' },
    ]);
  });
});

describe('an adjustment while the round is open', () => {
  test('moves what nobody has opened from a judge with less time, and keeps every begun sheet', async () => {
    const before = await sheets();
    const own = before.filter(({ seat }) => seat === 5);
    const [begun] = own;
    const moved = own.length - 1;
    await judges[4]!.visitor.get(`/judging/sheets/${begun!.id}`);
    await judges[4]!.visitor.submit('/judging/sheets/', { 'score-G11': '650' });
    await preview({ perApplication: '3', keep: 'on', [limit(5)]: '1' });
    expect(visitor.text).toContain(`不变${18 - moved}份，新增${moved}份，撤回${moved}份`);
    await visitor.submit('/decision', { reason: '5号评委时间不足' });
    expect(visitor.errors).toEqual([]);
    const after = await sheets();
    expect(after).toHaveLength(18);
    expect(after.filter(({ seat }) => seat === 5).map(({ id }) => id)).toEqual([begun!.id]);
    const others = before.filter(({ seat }) => seat !== 5).map(({ id }) => id);
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(others));
    expect((await decisions()).map(({ number }) => number)).toEqual([1, 2]);
    const [, entry] = await journal();
    expect(JSON.parse(entry!.details)).toMatchObject({ issued: moved, withdrawn: moved });
  });

  test('a limit below what a judge has begun is refused in words', async () => {
    await visitor.get(`/office/assignments/${roundId}`);
    await visitor.submit('/preview', { [limit(5)]: '0' });
    expect(visitor.errors).toEqual([
      '评委5已分配的申报超过其上限0份。请先提高上限或减少已分配的申报。',
    ]);
  });

  test('the whole panel again: everybody gets the missing sheets, none is lost', async () => {
    const before = await sheets();
    await visitor.get(`/office/assignments/${roundId}`);
    await visitor.submit('/preview', { mode: 'wholePanel' });
    expect(visitor.text).toContain('预览：全体评委评审全部申报');
    await visitor.submit('/decision', { reason: '恢复全体评审' });
    expect(visitor.errors).toEqual([]);
    const after = await sheets();
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    // 42 places, four with a relation; the one alternate stands in once on each application.
    const standIns = new Set([...applications.slice(0, 2), late]).size;
    expect(after).toHaveLength(42 - 4 + standIns);
  });
});

describe('the rooms of assignment', () => {
  test('are read by the supervisor without a form, and unknown to others of the office', async () => {
    const supervisor = await office(app, 'Supervisor');
    const verifier = await office(app, 'Verifier');
    for (const path of ['', `/${roundId}`, `/${roundId}/plan.csv`]) {
      await supervisor.visitor.get(`/office/assignments${path}`);
      expect([path, supervisor.visitor.status]).toEqual([path, 200]);
      expect(supervisor.visitor.page.querySelectorAll('main form')).toEqual([]);
      await verifier.visitor.get(`/office/assignments${path}`);
      expect(verifier.visitor.status).toBe(404);
    }
    for (const act of ['preview', 'decision']) {
      await supervisor.visitor.get('/office/assignments');
      await supervisor.visitor.post(`/office/assignments/${roundId}/${act}`, {
        _csrf: supervisor.visitor.token,
      });
      expect(supervisor.visitor.status).toBe(404);
    }
    await visitor.get('/office/assignments/aaaaaaaaaaaaaaaa');
    expect(visitor.status).toBe(404);
  });

  test('take the same number of reads for a category with and without work', async () => {
    const count = async (path: string) => {
      const before = app.database.readCount;
      await visitor.get(path);
      return app.database.readCount - before;
    };
    const quiet = programme.roundIds['Y.material']!;
    expect(await count(`/office/assignments/${quiet}`)).toBe(
      await count(`/office/assignments/${programme.roundIds['N.material']}`),
    );
    const list = await count('/office/assignments');
    await makeProgramme(app, 'Drawing');
    expect(await count('/office/assignments')).toBe(list);
  });
});
