import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../../test/support/acting.js';
import { type RefusalCase, refusalTable } from '../../../../../test/support/case-tables.js';
import { anotherSeal, makeOpinion } from '../../../../../test/support/office-review.js';
import { missingIn } from '../../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../../test/support/test-app.js';
import { newId } from '../../../../database/new-id.js';
import { Programme } from '../../../../programmes/programme.entity.js';
import { Application } from '../../../application.entity.js';

import { RankedDivision, approver, reviewer } from '../../../../../test/support/ranked-division.js';

let app: TestApp;
let division: RankedDivision;
beforeAll(async () => {
  app = await TestApp.start();
  division = await RankedDivision.make(app);
});
afterAll(() => app.stop());

const third = async () => {
  const { id } = await makeSubmitted(app, division.programme, { state: 'InDivisionReview' });
  await makeOpinion(app, {
    applicationId: id,
    categoryId: division.programme.categoryIds.G!,
    rank: 3,
  });
  return id;
};
/** Handed over, and then something else came about. */
const handed =
  (
    act: () => Promise<unknown>,
    meanwhile: () => Promise<unknown> = async () => {},
  ): RefusalCase[1] =>
  async () => {
    await division.handOver();
    await meanwhile();
    return act;
  };

describe('a ranking', () => {
  const race = { kind: 'conflict' } as const;
  const changed = { code: 'review.ranking.changedMeanwhile', ...race };
  refusalTable(
    () => app,
    [
      [
        'of an account of no division',
        () => () => division.save(0, {}, acting('DivisionReviewer')),
        missingIn('division-scope'),
      ],
      [
        'of who only signs',
        () => () => division.save(0, {}, approver),
        missingIn('division-scope'),
      ],
      [
        'of an unknown category',
        () => () => division.save(0, { categoryId: newId() }),
        missingIn('change-ranking'),
      ],
      [
        'outside its phase',
        async () => {
          await app.database
            .repo(Programme)
            .update({ id: division.programme.id }, { state: 'Verification' });
          return () => division.save();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'that somebody saved meanwhile',
        async () => {
          await division.save();
          return () => division.save();
        },
        { code: 'review.ranking.savedMeanwhile', ...race },
      ],
      [
        'that leaves one out',
        () => () => division.save(0, { order: division.ids.slice(1) }),
        changed,
      ],
      [
        'that names one twice',
        () => () => division.save(0, { order: [division.ids[0]!, division.ids[0]!] }),
        changed,
      ],
      [
        'of a set that has grown',
        async () => {
          await third();
          return () => division.save();
        },
        changed,
      ],
      [
        'of a set that one was withdrawn from',
        async () => {
          await app.database
            .repo(Application)
            .update({ id: division.ids[0]! }, { state: 'Withdrawn' });
          return () => division.save();
        },
        changed,
      ],
      [
        'of nothing',
        async () => {
          await app.database.execute('UPDATE application SET state = ?', ['Withdrawn']);
          return () => division.save(0, { order: [] });
        },
        { code: 'review.ranking.empty' },
      ],
      [
        'that is handed over',
        handed(() => division.save(1)),
        { code: 'review.ranking.handedAlready', ...race, writes: [] },
      ],
      [
        'handed over twice',
        handed(() => division.handOver(1)),
        { code: 'review.ranking.handedAlready', ...race },
      ],
      [
        'handed over beyond the quota',
        async () => {
          const order = [...division.ids, await third()];
          return () => division.handOver(0, { order });
        },
        { code: 'review.ranking.overQuota', variables: { quota: 2, count: 3 } },
      ],
      [
        'handed over with an opinion on an older version',
        async () => {
          const submittedAt = new Date(Date.parse(app.clock.now()) + 1).toISOString();
          await app.database.repo(Application).update({ id: division.ids[1]! }, { submittedAt });
          return () => division.handOver();
        },
        { code: 'review.ranking.changedSince' },
      ],
      [
        'returned before it is handed over',
        () => () => division.sendBack(0),
        { code: 'review.ranking.notHanded', ...race },
      ],
      [
        'returned by the reviewer',
        handed(() => division.sendBack(1, {}, reviewer)),
        missingIn('division-scope'),
      ],
      [
        'signed before it is handed over',
        () => () => division.sign(0),
        { code: 'review.ranking.notHanded', ...race },
      ],
      [
        'signed without the seal',
        handed(() => division.sign(1, {}, null)),
        { code: 'review.signature.sealMissing', field: 'seal', guard: 'sealScanAttached' },
      ],
      [
        'signed by who reviewed one of them',
        handed(
          () => division.sign(),
          () =>
            app.database.execute('UPDATE recommendation SET reviewer_id = ? WHERE rank = 2', [
              approver.accountId,
            ]),
        ),
        { code: 'forbiddenPair.reviewerApprover', guard: 'reviewerIsNotApprover' },
      ],
      [
        'signed with an opinion that is too short',
        handed(
          () => division.sign(1, {}, anotherSeal('short')),
          () => app.database.execute("UPDATE recommendation SET opinion = '好' WHERE rank = 2"),
        ),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A06', guard: 'opinionLengthValid' },
          writes: ['documents on disk'],
        },
      ],
    ],
  );
});
