import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  WITNESS,
  begin,
  drawCast,
  drawPool,
  forcedStep,
  refusedStep,
  storedDraw,
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
import { Seat } from '../panel/seat.entity.js';
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
  await step(registrar, path, 'terms', terms);
});
afterAll(() => app.stop());

const stored = () => storedDraw(app, path);
const forced = (visitor: Visitor, action: string, fields?: Record<string, string>) =>
  forcedStep(visitor, path, action, fields);
const refused = (visitor: Visitor, action: string, fields?: Record<string, string>) =>
  refusedStep(app, visitor, path, action, fields);

describe('the order of a draw', () => {
  test('every step out of turn', async () => {
    const { visitor: supervisor } = cast.supervisor;
    const present = { present: '甲某\n乙某' };
    expect(await refused(registrar, 'commitment')).toEqual([
      409,
      '现在不能公布承诺值：名单还没有冻结。',
    ]);
    expect(await refused(supervisor, 'witness', { witness: WITNESS })).toEqual([
      409,
      '现在不能写入见证文字：名单还没有冻结。',
    ]);
    await step(registrar, path, 'freezing');
    expect(await refused(registrar, 'terms', { ...terms, version: '9' })).toEqual([
      409,
      '现在不能修改条件和名单：名单已经冻结，承诺值还没有公布。',
    ]);
    expect(await refused(registrar, 'reveal', present)).toEqual([
      409,
      '现在不能揭示种子：名单已经冻结，承诺值还没有公布。',
    ]);
    await step(registrar, path, 'commitment');
    expect(await refused(registrar, 'commitment')).toEqual([
      409,
      '现在不能公布承诺值：承诺值已经公布，监督员还没有写入见证文字。',
    ]);
    expect(await refused(registrar, 'reveal', present)).toEqual([
      409,
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
      409,
      '这一方已经签字。',
    ]);
  });
});
