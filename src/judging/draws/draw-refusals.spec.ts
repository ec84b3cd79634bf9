import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  WITNESS,
  begin,
  drawCast,
  drawPool,
  drawnPanel,
  step,
  terms,
} from '../../../test/support/draw.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Sealer } from '../../database/sealed.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Seat } from '../seat.entity.js';
import { Draw } from './draw.entity.js';

let app: TestApp;
let cast: DrawCast;
let registrar: Visitor;
let path: string;
let pool: string[];

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  pool = await drawPool(app, 24);
  registrar = cast.registrar.visitor;
  path = await begin(cast);
});
afterAll(() => app.stop());

const stored = () => app.database.repo(Draw).findOneByOrFail({ id: path.split('/').at(-1)! });

/** A step that the page does not offer now, sent all the same. */
async function forced(visitor: Visitor, action: string, fields: Record<string, string> = {}) {
  await visitor.get('/account/password');
  return visitor.post(`${path}/${action}`, { _csrf: visitor.token, ...fields });
}

async function refused(visitor: Visitor, action: string, fields: Record<string, string> = {}) {
  const before = JSON.stringify(await stored());
  await forced(visitor, action, fields);
  expect(JSON.stringify(await stored())).toBe(before);
  return [visitor.status, ...visitor.errors];
}

describe('what a draw refuses', () => {
  test('bad input: 422, the field’s own sentence, what was typed, nothing written', async () => {
    const bad: readonly [string, Record<string, string>, string][] = [
      ['terms', { ...terms, panelSize: '4' }, '“评审组人数”不能小于5。'],
      ['terms', { ...terms, panelSize: '6' }, '评审组人数应为单数，现为6名。'],
      ['terms', { ...terms, panelSize: '9' }, '候补专家3名偏少，不得少于评审组人数的一半，即5名。'],
      ['terms', { ...terms, perDivision: '3' }, '“同一县（市、区）最多”不能大于2。'],
      [
        'terms',
        { ...terms, fields: '电子商务若干' },
        '“电子商务若干”无法识别。每行写一个专业和最少人数，例如“电子商务 2”。',
      ],
      [
        'terms',
        { ...terms, fields: '电子商务 4\n财务审计 2' },
        '各专业最少人数合计6名，超过评审组5名。',
      ],
      [
        'exclusions',
        { expertId: pool[0]!, exclusionReason: '无' },
        '“理由”应为4至200个字，现有1个字。',
      ],
      [
        'exclusions',
        { expertId: 'zzzzzzzzzzzzzzzz', exclusionReason: '本人请假' },
        '请从专家库中选择在库专家。',
      ],
    ];
    for (const [action, fields, sentence] of bad) {
      const before = JSON.stringify(await stored());
      await step(registrar, path, action, fields);
      expect([registrar.status, registrar.errors]).toEqual([422, [sentence]]);
      for (const value of Object.values(fields).filter((one) => one.length < 12)) {
        expect(registrar.html).toContain(value);
      }
      expect(JSON.stringify(await stored())).toBe(before);
    }
  });

  test('a list that no order can fill, before anybody commits to it', async () => {
    await step(registrar, path, 'terms', { ...terms, panelSize: '15', alternates: '8' });
    expect(await refused(registrar, 'freezing')).toEqual([
      422,
      '候选专家24名，按同单位、同区划和利害关系的限制最多能用18名，少于评审组与候补所需的23名。请扩充专家库或调整条件。',
    ]);
    await step(registrar, path, 'terms', terms);
    expect(registrar.errors).toEqual([]);
  });

  test('a second draw of the category, and a category that is none', async () => {
    await registrar.get('/account/password');
    const token = registrar.token;
    for (const [categoryId, sentence] of [
      [cast.programme.categoryIds.G!, '这个类别已有抽取，作废以后才能重新开始。'],
      ['zzzzzzzzzzzzzzzz', '请选择要抽取的类别。'],
    ]) {
      await registrar.post('/office/draws', { _csrf: token, categoryId: categoryId! });
      expect([registrar.status, registrar.errors]).toEqual([422, [sentence]]);
    }
  });

  test('every step out of turn', async () => {
    const { visitor: supervisor } = cast.supervisor;
    const present = { present: '甲某\n乙某' };
    expect(await refused(registrar, 'commitment')).toEqual([
      422,
      '现在不能公布承诺值：名单还没有冻结。',
    ]);
    expect(await refused(supervisor, 'witness', { witness: WITNESS })).toEqual([
      422,
      '现在不能写入见证文字：名单还没有冻结。',
    ]);
    await step(registrar, path, 'freezing');
    expect(await refused(registrar, 'terms', { ...terms, version: '9' })).toEqual([
      422,
      '现在不能修改条件和名单：名单已经冻结，承诺值还没有公布。',
    ]);
    expect(await refused(registrar, 'reveal', present)).toEqual([
      422,
      '现在不能揭示种子：名单已经冻结，承诺值还没有公布。',
    ]);
    await step(registrar, path, 'commitment');
    expect(await refused(registrar, 'commitment')).toEqual([
      422,
      '现在不能公布承诺值：承诺值已经公布，监督员还没有写入见证文字。',
    ]);
    expect(await refused(registrar, 'reveal', present)).toEqual([
      422,
      '现在不能揭示种子：承诺值已经公布，监督员还没有写入见证文字。',
    ]);
    expect(await refused(registrar, 'signatures', { recordHash: '', read: 'on' })).toEqual([
      422,
      '请填写“记录校验值”。',
    ]);
  });

  test('a witness who committed, and anybody who is no supervisor', async () => {
    expect(await refused(registrar, 'witness', { witness: WITNESS })).toEqual([404]);
    const both = await office(app, 'CityRegistrar', 'Supervisor');
    const id = (await stored()).id;
    await app.database.repo(Draw).update(id, { committedBy: both.accountId });
    expect(await refused(both.visitor, 'witness', { witness: WITNESS })).toEqual([
      422,
      '须由两人办理的事项，第二人不得与第一人相同。',
    ]);
    await app.database.repo(Draw).update(id, { committedBy: cast.registrar.accountId });
  });

  test('a witness text that is empty, short, long or of two lines stays one line', async () => {
    const { visitor } = cast.supervisor;
    for (const witness of ['', '一二三', '长'.repeat(61)]) {
      await step(visitor, path, 'witness', { witness });
      expect(visitor.status).toBe(422);
      expect(visitor.errors).toHaveLength(1);
    }
    await step(visitor, path, 'witness', { witness: '第一行文字\n第二行文字' });
    expect((await stored()).witness).toBe('第一行文字 第二行文字');
  });

  test('shows the sealed seed nowhere before the reveal', async () => {
    const { seedSealed, commitment } = await stored();
    const seed = new Sealer(app.app.get<Config>(CONFIG).secret).open(seedSealed!);
    for (const { visitor } of [cast.registrar, cast.supervisor, cast.approver]) {
      for (const address of ['/office/draws', path]) {
        await visitor.get(address);
        expect([visitor.status, visitor.html.includes(seed)]).toEqual([200, false]);
        expect(visitor.html).not.toContain(seedSealed!);
      }
      expect(visitor.html).toContain(commitment!);
      for (const address of [`${path}/record`, `${path}/record.json`]) {
        await visitor.get(address);
        expect(visitor.status).toBe(404);
      }
    }
    const entries = await app.database.rows<{ details: string }>(
      'SELECT details FROM journal_entry',
    );
    expect(entries.filter(({ details }) => details.includes(seed))).toEqual([]);
  });

  test('a reveal too early, with too few people, or over a panel that sits', async () => {
    const programme = await app.database.repo(Programme).findOneByOrFail({ id: cast.programme.id });
    const { calendar } = programme;
    const review = {
      phase: 'MaterialReview',
      from: '2026-12-31',
      to: '2026-12-31',
      workingDays: 1,
    };
    await app.database.repo(Programme).update(programme.id, { calendar: [review] });
    const present = { present: '甲某\n乙某' };
    expect(await refused(registrar, 'reveal', present)).toEqual([
      422,
      '评审组最早可于2026年12月24日抽取（材料评审开始前5个工作日），以免评委名单过早外传。',
    ]);
    expect(registrar.text).toContain('评审组最早可于2026年12月24日抽取。');
    await app.database.repo(Programme).update(programme.id, { calendar });
    expect(await refused(registrar, 'reveal', { present: '甲某' })).toEqual([
      422,
      '在场人员应为2至20人，现有1人。',
    ]);
    const { id, categoryId } = await stored();
    const seat = { id: 'handhandhandhand', programmeId: programme.id, categoryId, number: 1 };
    const common = { alternate: false, chair: true, reason: '人工指定', seatedBy: id };
    await app.database
      .repo(Seat)
      .insert({ ...seat, ...common, expertId: pool[0]!, seatedAt: app.clock.now() });
    expect(await refused(registrar, 'reveal', present)).toEqual([
      422,
      '这个类别的评审组已有1人。请先腾出席位，再抽取。',
    ]);
    await app.database.repo(Seat).delete(seat.id);
  });

  test('a signature under another record, by another supervisor, or twice', async () => {
    await step(registrar, path, 'reveal', { present: '甲某\n乙某' });
    expect(registrar.errors).toEqual([]);
    const { recordHash } = (await stored()).record!;
    await forced(registrar, 'signatures', { recordHash: 'f'.repeat(64), read: 'on' });
    expect(registrar.status).toBe(409);
    const other = await office(app, 'Supervisor');
    expect(await refused(other.visitor, 'signatures', { recordHash, read: 'on' })).toEqual([
      422,
      '抽取记录由见证本次抽取的监督员签字。',
    ]);
    await step(registrar, path, 'signatures', { read: 'on' });
    expect(await refused(registrar, 'signatures', { recordHash, read: 'on' })).toEqual([
      422,
      '这一方已经签字。',
    ]);
  });
});

describe('voiding a draw', () => {
  test('takes two people and a reason, vacates the seats and keeps the record', async () => {
    const { approver, programme } = cast;
    const { recordHash } = (await stored()).record!;
    expect(await refused(approver.visitor, 'voiding')).toEqual([422, '还没有人提出作废。']);
    await step(registrar, path, 'void-proposal', { voidReason: '名单有误' });
    expect(registrar.errors).toEqual(['“作废理由”应为10至300个字，现有4个字。']);
    const reason = '冻结名单时遗漏了新入库的两位专家，程序上有瑕疵。';
    await step(registrar, path, 'void-proposal', { voidReason: reason });
    expect(registrar.errors).toEqual([]);
    expect(await refused(registrar, 'voiding')).toEqual([
      422,
      '须由两人办理的事项，第二人不得与第一人相同。',
    ]);
    await approver.visitor.get(path);
    expect(approver.visitor.text).toContain(reason);
    await approver.visitor.submit('/voiding');
    expect(approver.visitor.text).toContain('已作废');
    const seats = await app.database.rows<{ vacatedReason: string | null }>(
      'SELECT vacated_reason FROM seat WHERE category_id = ?',
      [programme.categoryIds.G!],
    );
    expect(seats.map(({ vacatedReason }) => vacatedReason)).toEqual(Array(8).fill(reason));
    expect((await stored()).record!.recordHash).toBe(recordHash);
    await registrar.get(`${path}/record`);
    expect(registrar.text).toContain('本次抽取已作废，记录存档备查。');
    expect(await refused(registrar, 'signatures', { recordHash, read: 'on' })).toEqual([
      422,
      '现在不能签字：本次抽取已经作废。',
    ]);
  });

  test('lets the category be drawn anew, under the next number', async () => {
    const again = await drawnPanel(cast);
    expect(registrar.errors).toEqual([]);
    expect(again).not.toBe(path);
    expect(registrar.text).toContain('第2次抽取');
    await registrar.get('/office/draws');
    expect(registrar.text).toContain('历次抽取（2次）');
  });

  test('is over once the judges declare: seats are replaced instead', async () => {
    await app.database.repo(Programme).update(cast.programme.id, { state: 'RecusalDeclaration' });
    const row = await app.database.row<{ id: string }>("SELECT id FROM draw WHERE state = 'Drawn'");
    path = `/office/draws/${row!.id}`;
    expect(
      await refused(registrar, 'void-proposal', { voidReason: '候选名单核对时有遗漏，应当重来。' }),
    ).toEqual([
      422,
      '评选活动不在专家抽取阶段，不能办理。评审开始后更换评委，请到评审组页面办理递补。',
    ]);
    expect(await refused(registrar, 'redraw')).toEqual([
      422,
      '评审组没有空缺席位，不需要重新抽取。',
    ]);
  });
});
