import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RoundSheet, RoundToAssign } from '../../../test/support/assignment.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { Assignment } from './assignment.entity.js';

let app: TestApp;
let round: RoundToAssign;
let visitor: Visitor;
let late: string;

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 6, members: 7, alternates: 2 });
  visitor = round.registrar;
  await round.everybodyDeclares();
  await round.relation(2, 0, 'hardBar');
  await round.assign({ perApplication: '3', seed: '2026' }, '申报较多，分组评审');
});
afterAll(() => app.stop());

const of = (sheets: readonly RoundSheet[], seat: number) =>
  sheets.filter((sheet) => sheet.seat === seat);
const ids = (sheets: readonly RoundSheet[]) => sheets.map(({ id }) => id);

describe('a change of the panel after the assignment', () => {
  test('before the opening a successor takes the places with the number', async () => {
    const [decision] = await app.database.repo(Assignment).find();
    const places = decision!.plan!.load['6']!;
    await visitor.get(`/office/panels/${round.programme.id}`);
    await visitor.submit('/vacancies', {
      seatId: round.judge(6).seatId,
      vacateReason: '因病不能评审',
      promote: 'on',
    });
    expect(visitor.errors).toEqual([]);
    await round.open();
    expect(visitor.errors).toEqual([]);
    const sheets = await round.sheets();
    expect(sheets).toHaveLength(18);
    expect(of(sheets, 6)).toHaveLength(places);
    const successor = round.judge(8).visitor;
    await successor.get('/judging');
    expect(successor.text).toContain(`已完成 0 / ${places}`);
  });

  test('a late relation calls the next alternate for that application only', async () => {
    const before = await round.sheets();
    const [sheet] = of(before, 4);
    late = sheet!.applicationId;
    const judge = round.judge(4).visitor;
    await judge.get(`/judging/sheets/${sheet!.id}`);
    await judge.submit('/conflict', { ground: '1', explanation: '三年内曾受聘为其顾问' });
    const after = await round.sheets();
    expect(after).toHaveLength(18);
    const added = after.filter(({ id }) => !ids(before).includes(id));
    expect(added.map(({ seat, applicationId }) => [seat, applicationId])).toEqual([[102, late]]);
  });
});

describe('an adjustment while the round is open', () => {
  test('moves what nobody has opened from a judge with less time, and keeps every other sheet', async () => {
    const before = await round.sheets();
    const own = of(before, 5);
    const begun = own[0]!;
    const moved = own.length - 1;
    const judge = round.judge(5).visitor;
    await judge.get(`/judging/sheets/${begun.id}`);
    await judge.submit('/judging/sheets/', { 'score-G11': '650' });
    await round.preview({ perApplication: '3', keep: 'on', [round.limit(5)]: '1' });
    expect(visitor.text).toContain(`不变${18 - moved}份，新增${moved}份，减少${moved}份`);
    await visitor.submit('/decision', { reason: '5号评委时间不足' });
    expect(visitor.errors).toEqual([]);
    const after = await round.sheets();
    expect(after).toHaveLength(18);
    expect(ids(of(after, 5))).toEqual([begun.id]);
    const others = before.filter(({ seat }) => seat !== 5);
    expect(ids(after)).toEqual(expect.arrayContaining(ids(others)));
    const entries = await app.database.rows<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'assignment.apply' ORDER BY sequence",
    );
    const told = { number: 2, issued: moved, withdrawn: moved };
    expect(JSON.parse(entries[1]!.details)).toMatchObject(told);
    const saved = await app.database.row<{ scores: string }>(
      'SELECT scores FROM score_sheet WHERE id = ?',
      [begun.id],
    );
    expect(JSON.parse(saved!.scores)).toEqual({ G11: 650 });
  });

  test('L12: is refused when a sheet it would take back has been opened since', async () => {
    const own = of(await round.sheets(), 1);
    await round.preview({ keep: 'on', [round.limit(1)]: '1' });
    for (const { id } of own) await round.judge(1).visitor.get(`/judging/sheets/${id}`);
    await visitor.submit('/decision', { reason: '1号评委时间不足' });
    expect(visitor.status).toBe(409);
    expect(visitor.errors).toEqual([
      '预览之后，评审组、回避、申报或者评分表有了变化，没有生效。请重新预览。',
    ]);
    expect(ids(of(await round.sheets(), 1))).toEqual(ids(own));
  });

  test('a limit below what a judge has begun is refused in words', async () => {
    await visitor.get(round.path);
    await visitor.submit('/preview', { [round.limit(1)]: '', [round.limit(5)]: '0' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '评委5已分配的申报超过其上限0份。请先提高上限或减少已分配的申报。',
    ]);
  });

  test('the whole panel again: everybody gets the missing sheets, none is lost', async () => {
    const before = await round.sheets();
    await visitor.get(round.path);
    await visitor.submit('/preview', { mode: 'wholePanel', [round.limit(5)]: '' });
    expect(visitor.text).toContain('预览：全体评委评审全部申报');
    await visitor.submit('/decision', { reason: '恢复全体评审' });
    expect(visitor.errors).toEqual([]);
    const after = await round.sheets();
    expect(ids(after)).toEqual(expect.arrayContaining(ids(before)));
    // 42 places, two with a relation; the one alternate left stands in once on each application.
    const standIns = new Set([round.applications[0], late]).size;
    expect(after).toHaveLength(42 - 2 + standIns);
  });
});
