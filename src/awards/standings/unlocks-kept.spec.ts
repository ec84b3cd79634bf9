import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { UnlockSteps } from '../../../test/support/unlock-steps.js';
import { type Person, office } from '../../../test/support/people.js';
import { Application } from '../../applications/application.entity.js';
import { DecideRemoval } from '../../judging/removals/decide-removal.js';
import { Removal } from '../../judging/removals/removal.entity.js';
import { StandingUnlock } from './standing-unlock.entity.js';

let award: AwardSteps;
let unlock: UnlockSteps;
let reReview: ReReviewSteps;
let tabulator: Person;
let supervisor: Person;
let id: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
  id = await reReview.counted();
  await reReview.proposeVoiding(id, 1);
  unlock = new UnlockSteps(award);
  tabulator = await office(award.app, 'Tabulator');
  supervisor = await office(award.app, 'Supervisor');
}, 120_000);
afterAll(() => award.app.stop());

const first = '复核专家1与申报人存在利害关系，未申报。';
const second = '第二次：复核专家2漏报利害关系。';
const shownTo = async ({ visitor }: Person) => {
  await visitor.get(`/office/standings/${award.categoryId}`);
  return visitor.page.querySelectorAll('.panel').map((panel) => panel.text.replace(/\s+/g, ' '));
};

test('each unlock of one version stays, with who took part, when and why', async () => {
  await unlock.unlocked();
  const removal = await award.app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
  const given = { decision: 'decline', reason: '经核实情况不实' } as const;
  await award.app.app.get(DecideRemoval).run(award.people.approver, removal.id, given);
  // Another re-review that the same version has counted is to be opened as well.
  const { applicationId } = award.entries[1]!;
  await award.app.database.repo(Application).update(applicationId, { state: 'ScoreLocked' });
  award.app.clock.moveTo('2026-06-02T02:00:00.000Z');
  await reReview.proposeVoiding(id, 1);
  await unlock.ask(award.people.second, second);
  const kept = await award.app.database.repo(StandingUnlock).find({ order: { askedAt: 'ASC' } });
  const { people } = award;
  expect(kept.map((one) => [one.reason, one.askedBy, one.agreedBy, one.witnessedBy])).toEqual([
    [first, people.first.accountId, people.second.accountId, people.supervisor.accountId],
    [second, people.second.accountId, null, null],
  ]);
});

test('whoever shall agree reads who asked and why; whoever witnesses reads both', async () => {
  const [underWay, asked, earlier, ...rest] = (await shownTo(tabulator)).filter((text) =>
    text.includes('理由：'),
  );
  expect(rest.filter((text) => text.includes(first))).toEqual([]);
  // In the record, in the record, and again above the button.
  expect([underWay, asked, earlier].filter((text) => text?.includes(second))).toHaveLength(2);
  await tabulator.visitor.submit('/unlocking');
  expect(tabulator.visitor.errors).toEqual([]);
  const last = (await shownTo(supervisor)).filter((text) => text.includes(second));
  expect(last.at(-1)).toContain('同意：');
  expect(last.at(-1)).toContain('申请：');
});
