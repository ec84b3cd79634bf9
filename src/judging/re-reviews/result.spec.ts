import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { type Given, ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { VerifyJournal } from '../../journal/verify-journal.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
/** Partly upheld, the experts named and not yet asked. */
let id: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  id = await reReview.decided();
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const comments = { G11: '材料只能证明其中一部分。' };
const given: Given = { scores: { G11: 200 }, comments };

describe('what the sheets say', () => {
  fromSavedState(app);
  const sheet = (number: number) => reReview.sheet(id, number);

  test('one person who keys twice has keyed once', async () => {
    await reReview.appoint(id, { onPaper: true });
    await reReview.key(id, 1, award.people.first, given);
    expect(await reReview.key(id, 1, award.people.first, given)).toBe('waiting');
    expect((await sheet(1)).state).toBe('Open');
    expect(await reReview.key(id, 1, award.people.second, given)).toBe('agreed');
    expect((await sheet(1)).comments).toEqual(comments);
  });

  test.each([
    ['a score', `UPDATE re_review_sheet SET scores = '{"G11":700}' WHERE number = 1`],
    ['a finding', `UPDATE re_review_sheet SET findings = '{"netWan":{}}' WHERE number = 1`],
    ['the state', `UPDATE re_review_sheet SET state = 'Open' WHERE number = 1`],
    ['the row', 'DELETE FROM re_review_sheet WHERE number = 1'],
    ['the number', 'UPDATE re_review_sheet SET number = 9 WHERE number = 1'],
  ])('is held by the journal: %s', async (_title, bend) => {
    await reReview.appoint(id);
    await reReview.give(id, 1, given);
    const verify = app().app.get(VerifyJournal);
    expect(await verify.run()).toMatchObject({ ok: true });
    await app().database.execute(bend);
    expect(await verify.run()).toMatchObject({ ok: false });
  });

  test('decides the standings, whatever was written down of them', async () => {
    await reReview.appoint(id);
    await reReview.points(id, 'G11', [100, 300, 200]);
    await objections.reReview(id);
    const bent = JSON.stringify([
      { sheet: 'material', indicator: 'G11', before: {}, given: [800, 800, 800], after: 800 },
    ]);
    await app().database.execute('UPDATE re_review SET scores = ?', [bent]);
    const lockId = await award.lock();
    const row = await app().database.row<{ input: string }>(
      'SELECT input FROM standing_lock WHERE id = ?',
      [lockId],
    );
    const { applications } = JSON.parse(row!.input) as {
      applications: {
        receiptNumber: string;
        sheets: { sheet: string; scores: Record<string, number> }[];
      }[];
    };
    const own = applications.find(
      ({ receiptNumber }) => receiptNumber === award.entries[1]!.receipt,
    )!;
    const counted = own.sheets.filter(({ sheet: code }) => code === 'material');
    expect(counted.map(({ scores }) => scores.G11)).toEqual([200, 200, 200, 200, 200]);
  });

  test('is told once when the last two sign at the same moment', async () => {
    await reReview.appoint(id);
    await reReview.give(id, 1, given);
    for (const number of [2, 3]) {
      await reReview.declare(id, number);
      await reReview.save(id, number, given);
    }
    await Promise.all([reReview.sign(id, 2), reReview.sign(id, 3)]);
    const told = await app().database.rows(
      "SELECT id FROM message WHERE kind = 'reReviewComplete'",
    );
    expect(told).toHaveLength(1);
  });
});
