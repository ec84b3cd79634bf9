import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  drawCast,
  drawPool,
  refusedStep,
  storedDraw,
  drawnPanel,
  step,
} from '../../../test/support/draw.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { Programme } from '../../programmes/programme.entity.js';

let app: TestApp;
let cast: DrawCast;
let registrar: Visitor;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  await drawPool(app, 24);
  registrar = cast.registrar.visitor;
  path = await drawnPanel(cast);
});
afterAll(() => app.stop());

const stored = () => storedDraw(app, path);
const refused = (visitor: Visitor, action: string, fields?: Record<string, string>) =>
  refusedStep(app, visitor, path, action, fields);

describe('voiding a draw', () => {
  test('takes two people and a reason, vacates the seats and keeps the record', async () => {
    const { approver, programme } = cast;
    const { recordHash } = (await stored()).record!;
    expect(await refused(approver.visitor, 'voiding')).toEqual([409, '还没有人提出作废。']);
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
      409,
      '现在不能签字：本次抽取已经作废。',
    ]);
  });

  test('lets the category be drawn anew, under the next number', async () => {
    const first = app.database.readCount;
    await registrar.get('/office/draws');
    const readsOfOne = app.database.readCount - first;
    const again = await drawnPanel(cast);
    expect(registrar.errors).toEqual([]);
    expect(again).not.toBe(path);
    expect(registrar.text).toContain('第2次抽取');
    const before = app.database.readCount;
    await registrar.get('/office/draws');
    expect(registrar.text).toContain('历次抽取（2次）');
    expect(app.database.readCount - before).toBe(readsOfOne);
  });

  test('is over once the judges declare: seats are replaced instead', async () => {
    await app.database.repo(Programme).update(cast.programme.id, { state: 'RecusalDeclaration' });
    const row = await app.database.row<{ id: string }>("SELECT id FROM draw WHERE state = 'Drawn'");
    path = `/office/draws/${row!.id}`;
    expect(
      await refused(registrar, 'void-proposal', { voidReason: '候选名单核对时有遗漏，应当重来。' }),
    ).toEqual([
      409,
      '评选活动不在专家抽取阶段，不能办理。评审开始后更换评委，请到评审组页面办理递补。评选活动当前状态：回避申报。',
    ]);
    expect(await refused(registrar, 'redraw')).toEqual([
      422,
      '评审组没有空缺席位，复评也不缺候补，不需要重新抽取。',
    ]);
  });
});
