import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { ProposeReReviewVoiding } from './propose-re-review-voiding.js';

let award: AwardSteps;
let reReview: ReReviewSteps;
/** Three experts, of whom the first has signed. */
let id: string;
/** Decided, and nobody was asked. */
let unasked: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  const objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  id = await reReview.appointed();
  await reReview.points(id, 'G11', [100]);
  unasked = newId();
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const counted = () => award.app.database.execute("UPDATE application SET state = 'ScoreLocked'");
const ended = () => award.app.database.execute("UPDATE programme SET state = 'Cancelled'");
const stranger = (role: 'CityRegistrar' | 'Approver') => acting(role, { programmeId: newId() });

describe('a proposal that the signed sheet of an expert should fall', () => {
  refusalTable(app, [
    [
      'by an approver',
      () => () => reReview.proposeVoiding(id, 1, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'by the registrar of another programme',
      () => () => reReview.proposeVoiding(id, 1, stranger('CityRegistrar')),
      missingIn('acting-role'),
    ],
    [
      'where nobody was asked',
      () => () =>
        award.app.app.get(ProposeReReviewVoiding).run(award.people.registrar, unasked, {
          signedSheetId: newId(),
          ground: '1',
          facts: '经查受聘为其顾问',
        }),
      missingIn('propose-re-review-voiding'),
    ],
    [
      'of another re-review',
      () => () =>
        award.app.app.get(ProposeReReviewVoiding).run(award.people.registrar, id, {
          signedSheetId: newId(),
          ground: '1',
          facts: '经查受聘为其顾问',
        }),
      { code: 'forms.choose', field: 'signedSheetId' },
    ],
    [
      'who has not signed',
      () => () => reReview.proposeVoiding(id, 2),
      { code: 'judging.removal.unsigned', field: 'signedSheetId' },
    ],
    [
      'that has fallen',
      async () => {
        await (
          await reReview.proposed(id, 1)
        )();
        return () => reReview.proposeVoiding(id, 1);
      },
      { code: 'judging.sheet.closed', kind: 'conflict' },
    ],
    [
      'made twice',
      async () => {
        await reReview.proposeVoiding(id, 1);
        return () => reReview.proposeVoiding(id, 1);
      },
      { code: 'judging.removal.proposedAlready', kind: 'conflict' },
    ],
    [
      'that a lock has counted, after the list was published',
      async () => {
        await award.app.database.execute("UPDATE application SET state = 'NotProposed'");
        await award.app.database.execute("UPDATE programme SET state = 'Conferred'");
        return () => reReview.proposeVoiding(id, 1);
      },
      { code: 'judging.removal.reReviewLocked', kind: 'conflict' },
    ],
    [
      'while another objection holds the application',
      async () => {
        await award.app.database.execute("UPDATE application SET state = 'UnderObjection'");
        return () => reReview.proposeVoiding(id, 1);
      },
      { code: 'judging.removal.underObjection', kind: 'conflict' },
    ],
    [
      'after the programme has ended',
      async () => {
        await ended();
        return () => reReview.proposeVoiding(id, 1);
      },
      { code: 'programmes.refused.over', kind: 'conflict' },
    ],
  ]);
});

describe('the decision on it', () => {
  refusalTable(app, [
    [
      'by who proposed it',
      () =>
        reReview.proposed(
          id,
          1,
          'confirm',
          acting('Approver', { accountId: award.people.registrar.accountId }),
        ),
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'by the approver of another programme',
      () => reReview.proposed(id, 1, 'confirm', stranger('Approver')),
      missingIn('acting-role'),
    ],
    [
      'that a lock has counted, before it is unlocked',
      async () => {
        const act = await reReview.proposed(id, 1);
        await counted();
        return act;
      },
      { code: 'judging.removal.unlockFirst', kind: 'conflict' },
    ],
    [
      'taken already',
      async () => {
        const act = await reReview.proposed(id, 1);
        await act();
        return act;
      },
      { code: 'judging.removal.decidedAlready', kind: 'conflict' },
    ],
    [
      'on a sheet that has fallen meanwhile',
      async () => {
        const act = await reReview.proposed(id, 1);
        await award.app.database.execute(
          "UPDATE re_review_sheet SET state = 'Voided' WHERE number = 1",
        );
        return act;
      },
      { code: 'judging.removal.fallen', kind: 'conflict' },
    ],
  ]);
});

describe('a reminder of the experts', () => {
  refusalTable(app, [
    [
      'by the approver',
      () => () => reReview.remind(id, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'by the registrar of another programme',
      () => () => reReview.remind(id, stranger('CityRegistrar')),
      missingIn('acting-role'),
    ],
    [
      'where nobody was asked',
      () => () => reReview.remind(unasked),
      missingIn('remind-re-reviewers'),
    ],
    [
      'twice on one day',
      async () => {
        await reReview.remind(id);
        return () => reReview.remind(id);
      },
      { code: 'judging.reReview.remindedLately', kind: 'conflict', variables: { hours: 24 } },
    ],
    [
      'who have all signed',
      async () => {
        await award.app.database.execute("UPDATE re_review_sheet SET state = 'Signed'");
        return () => reReview.remind(id);
      },
      { code: 'judging.round.nobodyToRemind', kind: 'conflict' },
    ],
    [
      'after the re-review is over',
      async () => {
        await counted();
        return () => reReview.remind(id);
      },
      { code: 'judging.reReview.over', kind: 'conflict' },
    ],
  ]);
});
