import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { PanelGuards } from '../panel/panel-guards.js';
import { RoundWorks } from '../rounds/round-work.js';
import { JudgeSheets } from './judge-sheets.js';
import { JudgingQueries } from './judging.queries.js';
import { ReturnSheet } from './return-sheet.js';
import { SignSheets } from './sign-sheets.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const sheet = { subjectType: 'scoreSheet' };
const total = Object.values(halfPoints).reduce((sum, points) => sum + points, 0);

describe('a sheet', () => {
  recordTable(
    () => app,
    [
      [
        'a save with its scores',
        async () => {
          const own = await round.sheet(1);
          return () => round.save(own);
        },
        {
          events: [
            {
              event: 'scoreSheet.score',
              actorRole: 'Judge',
              ...sheet,
              details: { version: 2, scores: halfPoints, comments: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'a signature on each sheet, with the dissent by its hash',
        async () => {
          const own = await round.sheet(2);
          const { version } = await round.save(own);
          const sheets = [{ sheetId: own.id, version }];
          return () =>
            app.app.get(SignSheets).run(round.judge(2), round.id, {
              sheets,
              dissent: '对第三项标准保留意见',
              confirmed: true,
            });
        },
        {
          events: [
            {
              event: 'scoreSheet.sign',
              actorRole: 'Judge',
              ...sheet,
              details: {
                seat: 2,
                scores: halfPoints,
                total,
                comments: '<hash>',
                dissent: '<hash>',
              },
            },
          ],
          messages: [],
        },
      ],
      [
        'a sheet given back, and tells its judge',
        async () => {
          const number = await round.number();
          const given = { seat: 3, number, reason: '请核对第二项' };
          return () => app.app.get(ReturnSheet).run(round.registrar, round.id, given);
        },
        {
          events: [
            {
              event: 'scoreSheet.returnForEdit',
              actorRole: 'Tabulator',
              ...sheet,
              details: { seat: 3 },
            },
          ],
          messages: [{ message: 'judgingReturned', to: 'Judge' }],
        },
      ],
    ],
  );
});

describe('a voided sheet', () => {
  test('is kept with its scores and counts nowhere', async () => {
    for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
    const before = await round.sheet(1);
    expect(before.total).toBe(total);
    const categoryId = round.programme.categoryIds.G!;
    const signed = async () =>
      (await app.app.get(JudgeSheets).load(categoryId)).get(round.applications[0]!)?.length;
    expect(await signed()).toBe(5);
    const reason = '发现未申报的利害关系';
    await round.void(1, { reason });
    const after = await round.sheet(1);
    expect([after.state, after.total, after.scores, after.voidReason]).toEqual([
      'Voided',
      total,
      before.scores,
      reason,
    ]);
    expect(await signed()).toBe(4);
    const [work] = await app.app.get(RoundWorks).of(round.programme.id);
    expect([work!.sheets, work!.unsigned]).toEqual([10, 1]);
    const own = await app.app.get(JudgingQueries).ownSheets(round.judge(1).accountId, 'all');
    expect(own.map(({ id }) => id)).not.toContain(after.id);
    expect(await app.app.get(PanelGuards).undecided(round.programme.id)).toBe(0);
  });
});
