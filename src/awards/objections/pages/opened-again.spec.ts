import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../../test/support/award-steps.js';
import { ObjectionSteps } from '../../../../test/support/objection-steps.js';
import { type Person, office } from '../../../../test/support/people.js';
import { ReReviewSteps } from '../../../../test/support/re-review-steps.js';
import { UnlockSteps } from '../../../../test/support/unlock-steps.js';
import { DecideRemoval } from '../../../judging/removals/decide-removal.js';
import { Removal } from '../../../judging/removals/removal.entity.js';

let award: AwardSteps;
let registrar: Person;
let path: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  const reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
  const id = await reReview.counted();
  await reReview.proposeVoiding(id, 1);
  path = `/office/objections/${id}/re-review`;
  registrar = await office(award.app, 'CityRegistrar');
}, 120_000);
afterAll(() => award.app.stop());

describe('a counted re-review of which a sheet is to fall', () => {
  const opinion = () => registrar.visitor.page.querySelector('main textarea[name=opinion]');

  test('asks for the unlock, then for the decision, and for nothing new in between', async () => {
    const { visitor } = registrar;
    await visitor.get(path);
    expect(visitor.text).toContain('先由两名计分员申请和同意解锁');
    await new UnlockSteps(award).unlocked();
    await visitor.get(path);
    expect(visitor.text).toContain('已提议作废一份评分表，等待审批人决定。');
    expect(opinion()).toBeNull();
  });

  test('goes on to the lock once the sheet stands', async () => {
    const removal = await award.app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
    const given = { decision: 'decline', reason: '经核实情况不属实' } as const;
    await award.app.app.get(DecideRemoval).run(award.people.approver, removal.id, given);
    await registrar.visitor.get(path);
    expect(registrar.visitor.text).toContain('复核意见已登记，由两名计分员重新计算并锁定新版本');
    expect(opinion()).not.toBeNull();
  });
});
