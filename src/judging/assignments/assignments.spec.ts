import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { judgesAssign } from '../commands/judges-assign.js';
import { Assignment } from './assignment.entity.js';

let app: TestApp;
let round: RoundToAssign;
let visitor: Visitor;

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 6, members: 7, alternates: 1 });
  visitor = round.registrar;
});
afterAll(() => app.stop());

const decisions = () => app.database.repo(Assignment).find({ order: { number: 'ASC' } });
const journal = async () =>
  (
    await app.database.rows<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'assignment.apply' ORDER BY sequence",
    )
  ).map(({ details }) => JSON.parse(details) as unknown);

describe('before anybody is assigned', () => {
  test('declarations are signed and relations decided; until then the page says what is missing', async () => {
    await visitor.get(round.path);
    expect(visitor.text).toContain('还有7名评委没有签署回避申报，签署后才能分配。');
    expect(visitor.page.querySelectorAll('main form')).toEqual([]);
    await round.everybodyDeclares();
    await round.relation(2, 0, 'awaitingOffice');
    await visitor.get(round.path);
    expect(visitor.text).toContain('还有1项利害关系等待决定，决定后才能分配。');
    await visitor.get('/account/password');
    const choice = { mode: 'perApplication', perApplication: '3' };
    await visitor.post(`${round.path}/preview`, { _csrf: visitor.token, ...choice });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['还有1项利害关系等待决定，决定后才能分配。'],
    ]);
    await round.relation(2, 0, 'hardBar');
    await round.relation(2, 1, 'hardBar');
    await round.relation(3, 1, 'hardBar');
  });

  test('wrong numbers come back in their fields with what was typed, and nothing is asked for', async () => {
    await visitor.get(round.path);
    const seed = 'x'.repeat(65);
    const wrong = { perApplication: '三', limit: '0', seed, [round.limit(4)]: '-2' };
    await visitor.submit('/preview', { mode: 'perApplication', ...wrong });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '“每份申报的评委人数”请填数字。',
      '“每名评委的评审上限”不能小于1。',
      '“随机种子”最多64个字，现有65个字。',
      '4号席位的上限“-2”有误，应为0至9,999之间的整数。',
    ]);
    for (const typed of Object.values(wrong)) expect(visitor.html).toContain(`value="${typed}"`);
    const none = { limit: '', seed: '', [round.limit(4)]: '' };
    await visitor.submit('/preview', { perApplication: '', ...none });
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
    const none = Object.fromEntries([4, 5, 6, 7].map((seat) => [round.limit(seat), '0']));
    await round.preview({ perApplication: '3', seed: '2026', ...none });
    expect(visitor.text).toContain('有2份申报配不齐评委，不能分配');
    expect(visitor.text).toMatch(/衢州测试网商\d+号需要3名评委，回避之后只剩2名可用/);
    expect(visitor.text).toMatch(/衢州测试网商\d+号需要3名评委，回避之后只剩1名可用/);
    expect(visitor.html).not.toContain('/decision');
    const job = await app.database.row<{ id: string }>('SELECT id FROM calculation_job');
    await visitor.post(`${round.path}/decision`, {
      _csrf: visitor.token,
      mode: 'perApplication',
      preview: job!.id,
      reason: '绕过页面直接提交',
    });
    expect(visitor.status).toBe(409);
    expect(await decisions()).toEqual([]);
  });

  test('shows loads, limits, relations and the difference; it changes nothing', async () => {
    const open = Object.fromEntries([4, 5, 6, 7].map((seat) => [round.limit(seat), '']));
    await round.preview({ perApplication: '3', seed: '2026', ...open, [round.limit(1)]: '1' });
    expect(visitor.status).toBe(200);
    for (const sentence of [
      '预览：每份申报3名评委',
      '6份申报，共18份评分表',
      '最少1份，最多3份',
      '3对，分配中没有出现',
      '3份评分表直接平均，不去最高分和最低分',
      '评委与申报连成一体，可以校正评委宽严',
      '评委没有登记熟悉类目，不比较匹配度',
      '不变18份，新增0份，减少',
    ]) {
      expect(visitor.text).toContain(sentence);
    }
    expect(await round.sheets()).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  test('is refused when a relation has come up since, and nothing is written', async () => {
    await round.relation(5, 2, 'hardBar');
    await visitor.submit('/decision', { reason: '申报较多，分组评审' });
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain(
      '预览之后，评审组、回避、申报或者评分表有了变化，没有生效。请重新预览。',
    );
    expect([await decisions(), await journal()]).toEqual([[], []]);
    await round.relation(5, 2, 'none');
  });

  test('needs a reason; what was typed comes back', async () => {
    await round.preview();
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
    const told = { number: 1, mode: 'perApplication', perApplication: 3, seed: '2026' };
    expect(await journal()).toEqual([{ ...told, problemHash, planHash }]);
    await visitor.get(`${round.path}/problem.json`);
    const file = temporaryFile('PROBLEM.json', visitor.html);
    const replay = await runCommand(judgesAssign, file, '--json');
    expect([replay.status, JSON.parse(replay.output)]).toEqual([0, decision!.plan]);
  });

  test('gives each application its judges at the opening: exact loads, no relation', async () => {
    await round.open();
    expect(visitor.errors).toEqual([]);
    const counts = await round.loads();
    expect(counts[1]).toBe(1);
    expect(Object.values(counts).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 3, 3, 3, 3]);
    const { applications } = round;
    const barred = (await round.sheets()).filter(
      ({ seat, applicationId }) =>
        (seat === 2 && applications.slice(0, 2).includes(applicationId)) ||
        (seat === 3 && applicationId === applications[1]),
    );
    expect(barred).toEqual([]);
  });

  test('shows a judge the own sheets and nobody else', async () => {
    const counts = await round.loads();
    for (let seat = 1; seat <= 7; seat += 1) {
      const judge = round.judge(seat).visitor;
      await judge.get('/judging');
      expect(judge.text).toContain(`已完成 0 / ${counts[seat]}`);
    }
    const all = await round.sheets();
    const own = all.find(({ seat }) => seat === 1)!;
    const other = all.find(({ applicationId }) => applicationId !== own.applicationId)!;
    const { visitor: judge } = round.judge(1);
    await judge.get(`/judging/sheets/${other.id}`);
    expect(judge.status).toBe(404);
    await judge.get(`/judging/sheets/${own.id}`);
    expect(judge.status).toBe(200);
    for (const { accountId, seatId } of round.judges.slice(1)) {
      expect(judge.html).not.toContain(accountId);
      expect(judge.html).not.toContain(seatId);
    }
    const rooms = ['', `/${round.id}`, `/${round.id}/plan.csv`, `/${round.id}/problem.json`];
    for (const path of rooms) {
      await judge.get(`/office/assignments${path}`);
      expect(judge.status).toBe(404);
    }
  });
});

describe('the rooms of assignment', () => {
  test('are read by the supervisor without a form, and unknown to others of the office', async () => {
    const supervisor = (await office(app, 'Supervisor')).visitor;
    const verifier = (await office(app, 'Verifier')).visitor;
    for (const path of ['', `/${round.id}`, `/${round.id}/plan.csv`, `/${round.id}/problem.json`]) {
      await supervisor.get(`/office/assignments${path}`);
      expect([path, supervisor.status]).toEqual([path, 200]);
      expect(supervisor.page.querySelectorAll('main form')).toEqual([]);
      await verifier.get(`/office/assignments${path}`);
      expect(verifier.status).toBe(404);
    }
    for (const act of ['preview', 'decision']) {
      await supervisor.get('/account/password');
      await supervisor.post(`${round.path}/${act}`, { _csrf: supervisor.token });
      expect(supervisor.status).toBe(404);
    }
    await visitor.get('/office/assignments/aaaaaaaaaaaaaaaa');
    expect(visitor.status).toBe(404);
  });

  test('take the same number of reads with six applications as with none', async () => {
    const count = async (path: string) => {
      const before = app.database.readCount;
      await visitor.get(path);
      return app.database.readCount - before;
    };
    const empty = await makeProgramme(app, 'Drawing');
    const bare = `/office/assignments/${empty.roundIds['G.material']}?mode=wholePanel`;
    await count(bare);
    expect(await count(`${round.path}?mode=wholePanel`)).toBe(await count(bare));
    const list = await count('/office/assignments');
    await makeProgramme(app, 'Drawing');
    expect(await count('/office/assignments')).toBe(list);
  });
});
