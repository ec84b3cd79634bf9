import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { type Given, ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { ExcuseReReviewer } from '../../awards/objections/excuse-re-reviewer.js';
import { OpenReReviews } from '../../awards/objections/open-re-reviews.js';
import { ReReview } from '../../awards/objections/re-review.entity.js';
import { ReplaceReReviewer } from '../../awards/objections/replace-re-reviewer.js';
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

  test('an expert who was excused holds nobody up, and the journal agrees', async () => {
    await reReview.appoint(id);
    const { id: sheetId } = await reReview.sheet(id, 2);
    const excused = { objectionId: id, sheetId, reason: '因病不能完成复核' };
    await app().app.get(ExcuseReReviewer).run(award.people.registrar, excused);
    const [expertId] = await objections.experts(1);
    const other = { objectionId: id, expertId: expertId! };
    await app().app.get(ReplaceReReviewer).run(award.people.registrar, other);
    for (const number of [1, 3, 4]) await reReview.give(id, number, given);
    await objections.reReview(id);
    expect(await app().app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });

  test('a signed sheet falls by two people, another expert signs, and the journal agrees', async () => {
    await reReview.appoint(id);
    await reReview.points(id, 'G11', [100, 300, 500]);
    await objections.reReview(id);
    const { categoryId } = award;
    const unrecorded = async () =>
      (await app().app.get(OpenReReviews).unrecorded(categoryId)).map((one) => one.id);
    expect(await unrecorded()).toEqual([]);
    const confirm = await reReview.proposed(id, 1);
    expect((await sheet(1)).state).toBe('Signed');
    await confirm();
    const fallen = await sheet(1);
    expect([fallen.state, fallen.ground, fallen.scores]).toEqual(['Voided', '1', { G11: 100 }]);
    // What was written down of it no longer stands, so no lock may count it.
    expect(await unrecorded()).toEqual([id]);
    const [expertId] = await objections.experts(1);
    const other = { objectionId: id, expertId: expertId! };
    await app().app.get(ReplaceReReviewer).run(award.people.registrar, other);
    await reReview.give(id, 4, { scores: { G11: 450 }, comments });
    expect(await unrecorded()).toEqual([id]);
    await objections.reReview(id);
    expect(await unrecorded()).toEqual([]);
    const review = await app().database.repo(ReReview).findOneByOrFail({ objectionId: id });
    expect(review.scores.map(({ given: points, after }) => [points, after])).toEqual([
      [[300, 500, 450], 450],
    ]);
    expect(await app().app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });

  test('what a voided sheet said is still held by the journal', async () => {
    await reReview.appoint(id);
    await reReview.points(id, 'G11', [100]);
    await (
      await reReview.proposed(id, 1)
    )();
    await app().database.execute(
      `UPDATE re_review_sheet SET scores = '{"G11":700}' WHERE number = 1`,
    );
    expect(await app().app.get(VerifyJournal).run()).toMatchObject({ ok: false });
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
    await expect(award.compute()).rejects.toMatchObject({ code: 'awards.lock.reReviewOpen' });
    await objections.reReview(id);
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
