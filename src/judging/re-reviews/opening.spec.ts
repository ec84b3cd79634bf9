import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AwardSteps } from '../../../test/support/award-steps.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { type Given, ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { AccessLog } from '../../accounts/access-log.entity.js';
import { OpenReReviewSheet } from './open-re-review-sheet.js';

let award: AwardSteps;
let reReview: ReReviewSteps;
let id: string;
beforeAll(async () => {
  ({ award, reReview, id } = await ReReviewSteps.afterDecision());
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const given: Given = { scores: { G11: 200 }, comments: { G11: '材料只能证明其中一部分。' } };
const relation = { ground: '7', explanation: '曾为其授课，有师生往来。' } as const;

describe('an expert of the re-review', () => {
  fromSavedState(app);
  const opened = async () => {
    const sheet = await reReview.sheet(id, 2);
    return award.app.app.get(OpenReReviewSheet).run(reReview.by(sheet), sheet.id);
  };
  const looks = () =>
    app().database.repo(AccessLog).findBy({ action: 'sheet.view', objectType: 'reReviewSheet' });

  test('sees nothing of the file before the declaration; the first look is noted', async () => {
    await reReview.appoint(id);
    const { row, file } = await opened();
    expect(row.number).toBe(2);
    expect(file).toBeNull();
    expect(await looks()).toEqual([]);
    expect(await reReview.declare(id, 2)).toBe(true);
    expect((await opened()).file).not.toBeNull();
    const sheet = await reReview.sheet(id, 2);
    expect(await looks()).toEqual([
      expect.objectContaining({ accountId: sheet.accountId, objectId: sheet.id, result: 'ok' }),
    ]);
    await reReview.save(id, 2, given);
    await opened();
    expect(await looks()).toHaveLength(1);
  });

  test('who steps back is told that it ends here', async () => {
    await reReview.appoint(id);
    expect(await reReview.declare(id, 2, relation)).toBe(false);
  });
});
