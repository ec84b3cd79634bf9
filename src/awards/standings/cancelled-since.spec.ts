import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { Application } from '../../applications/application.entity.js';
import { rankCategory } from '../../rules/ranking/rank-category.js';
import { GatherInputs } from './gather-inputs.js';
import { StandingLock } from './standing-lock.entity.js';
import { standingRows } from './standing-rows.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.lock();
}, 120_000);
afterAll(() => award.app.stop());

test('a later version gives no place to who was cancelled since, and moves nobody up', async () => {
  const { database, app } = award.app;
  const [lock] = await database.repo(StandingLock).find();
  const { categoryId } = lock!;
  const rows = async () => {
    const gathered = await app.get(GatherInputs).run(categoryId);
    const { inputs, rules } = gathered;
    const ranking = rankCategory(rules.rules, inputs.category, inputs.applications, inputs.ballots);
    const all = gathered.applications.map((one) =>
      one.id === cancelled ? { ...one, state: 'Cancelled' as const } : one,
    );
    return standingRows('lock', { ...gathered, applications: all }, ranking).map((row) => ({
      id: row.applicationId,
      standing: row.standing,
      outcome: row.outcome,
      reason: row.summary.reason,
    }));
  };
  let cancelled = '';
  const before = await rows();
  const first = before.find(({ outcome }) => outcome === 'proposed')!;
  cancelled = first.id;
  await database.repo(Application).findOneByOrFail({ id: cancelled });
  expect(await rows()).toEqual(
    before.map((row) =>
      row === first ? { ...row, outcome: 'notProposed', reason: 'cancelled' } : row,
    ),
  );
});
