import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../../test/support/acting.js';
import { type RefusalCase, refusalTable } from '../../../../../test/support/case-tables.js';
import {
  anotherSeal,
  makeOpinion,
  seal,
  twoPlaces,
} from '../../../../../test/support/office-review.js';
import { divisionPerson, merchantPerson } from '../../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../../test/support/programme.js';
import { missingIn } from '../../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../../test/support/test-app.js';
import { newId } from '../../../../database/new-id.js';
import { Programme } from '../../../../programmes/programme.entity.js';
import { Application } from '../../../application.entity.js';
import type { SeenRanking } from './change-ranking.js';
import { HandOverRanking } from './hand-over-ranking.js';
import { ReturnRanking } from './return-ranking.js';
import { SaveRanking } from './save-ranking.js';
import { SignRanking } from './sign-ranking.js';

let app: TestApp;
let programme: TestProgramme;
let ids: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  await divisionPerson(app, 'DivisionReviewer', '330802');
  await divisionPerson(app, 'DivisionApprover', '330802');
  ids = [];
  for (const rank of [1, 2]) {
    const { id, merchantId } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    ids.push(id);
    await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G!, rank });
    await merchantPerson(app, merchantId);
  }
});
afterAll(() => app.stop());

const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
const approver = acting('DivisionApprover', { divisionCode: '330802' });
const seen = (version: number, over: Partial<SeenRanking> = {}): SeenRanking => ({
  categoryId: programme.categoryIds.G!,
  order: ids,
  version,
  ...over,
});
const save = (version = 0, over: Partial<SeenRanking> = {}, actor = reviewer) =>
  app.app.get(SaveRanking).run(actor, seen(version, over));
const handOver = (version = 0, over: Partial<SeenRanking> = {}) =>
  app.app.get(HandOverRanking).run(reviewer, seen(version, over));
const sendBack = (version = 1, over: Partial<SeenRanking> = {}, actor = approver) =>
  app.app.get(ReturnRanking).run(actor, seen(version, over), '请把带动就业多的排在前面。');
const sign = (version = 1, over: Partial<SeenRanking> = {}, scan: typeof seal | null = seal) =>
  app.app.get(SignRanking).run(approver, seen(version, over), scan);
const third = async () => {
  const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
  await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G!, rank: 3 });
  return id;
};
/** Handed over, and then something else came about. */
const handed =
  (
    act: () => Promise<unknown>,
    meanwhile: () => Promise<unknown> = async () => {},
  ): RefusalCase[1] =>
  async () => {
    await handOver();
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
        () => () => save(0, {}, acting('DivisionReviewer')),
        missingIn('division-scope'),
      ],
      ['of who only signs', () => () => save(0, {}, approver), missingIn('division-scope')],
      [
        'of an unknown category',
        () => () => save(0, { categoryId: newId() }),
        missingIn('change-ranking'),
      ],
      [
        'outside its phase',
        async () => {
          await app.database
            .repo(Programme)
            .update({ id: programme.id }, { state: 'Verification' });
          return () => save();
        },
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'that somebody saved meanwhile',
        async () => {
          await save();
          return () => save();
        },
        { code: 'review.ranking.savedMeanwhile', ...race },
      ],
      ['that leaves one out', () => () => save(0, { order: ids.slice(1) }), changed],
      ['that names one twice', () => () => save(0, { order: [ids[0]!, ids[0]!] }), changed],
      [
        'of a set that has grown',
        async () => {
          await third();
          return () => save();
        },
        changed,
      ],
      [
        'of a set that one was withdrawn from',
        async () => {
          await app.database.repo(Application).update({ id: ids[0]! }, { state: 'Withdrawn' });
          return () => save();
        },
        changed,
      ],
      [
        'of nothing',
        async () => {
          await app.database.execute('UPDATE application SET state = ?', ['Withdrawn']);
          return () => save(0, { order: [] });
        },
        { code: 'review.ranking.empty' },
      ],
      [
        'that is handed over',
        handed(() => save(1)),
        { code: 'review.ranking.handedAlready', ...race, writes: [] },
      ],
      [
        'handed over twice',
        handed(() => handOver(1)),
        { code: 'review.ranking.handedAlready', ...race },
      ],
      [
        'handed over in an order that was not saved',
        () => () => handOver(0, { order: ids.toReversed() }),
        { code: 'review.ranking.savedMeanwhile', ...race },
      ],
      [
        'handed over beyond the quota',
        async () => {
          const order = [...ids, await third()];
          return () => handOver(0, { order });
        },
        { code: 'review.ranking.overQuota', variables: { quota: 2, count: 3 } },
      ],
      [
        'handed over with an opinion on an older version',
        async () => {
          const submittedAt = new Date(Date.parse(app.clock.now()) + 1).toISOString();
          await app.database.repo(Application).update({ id: ids[1]! }, { submittedAt });
          return () => handOver();
        },
        { code: 'review.ranking.changedSince' },
      ],
      [
        'returned before it is handed over',
        () => () => sendBack(0),
        { code: 'review.ranking.notHanded', ...race },
      ],
      [
        'returned by the reviewer',
        handed(() => sendBack(1, {}, reviewer)),
        missingIn('division-scope'),
      ],
      [
        'signed before it is handed over',
        () => () => sign(0),
        { code: 'review.ranking.notHanded', ...race },
      ],
      [
        'signed without the seal',
        handed(() => sign(1, {}, null)),
        { code: 'review.signature.sealMissing', field: 'seal', guard: 'sealScanAttached' },
      ],
      [
        'signed by who reviewed one of them',
        handed(
          () => sign(),
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
          () => sign(1, {}, anotherSeal('short')),
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
