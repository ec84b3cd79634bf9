import { afterAll, beforeAll, describe } from '@jest/globals';
import { also } from '../../../../test/support/award-steps.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { newId } from '../../../database/new-id.js';
import { ConfirmReviews } from './confirm-reviews.js';
import { CheckReviews } from './check-reviews.js';
import { RequireStep } from '../../../programmes/require-step.js';
import { OpenReview } from './open-review.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

const app = () => life.app;
const twice = { code: 'forbiddenPair.firstSecondPerson' } as const;
const conflict = { kind: 'conflict' } as const;
const confirm = (actor = life.people.registrar, ids = [life.id]) =>
  life.app.app.get(ConfirmReviews).run(actor, ids);
const by = (what: string, act: () => Promise<unknown>): RefusalCase => [
  `${what}, by somebody whose act it is not`,
  () => act,
  missingIn('acting-role'),
];

describe('a review', () => {
  const open = (given: { titleId?: string; reason?: string }) =>
    life.app.app.get(OpenReview).run(life.people.registrar, {
      titleId: life.id,
      trigger: 'vetoSource',
      reason: '列入经营异常名录。',
      ...given,
    });
  refusalTable(app, [
    by('that is opened', () => life.review(life.people.approver)),
    by('that is checked', () => life.check({}, life.people.registrar)),
    by('that is confirmed', () => confirm(life.people.approver)),
    [
      'of a title that nobody gave',
      () => () => open({ titleId: newId() }),
      missingIn('lock-title'),
    ],
    [
      'of two titles, one of which nobody gave',
      async () => {
        await life.review();
        await life.check();
        return () => confirm(life.people.registrar, [life.id, newId()]);
      },
      missingIn('lock-title'),
    ],
    [
      'checked for a title that nobody gave',
      async () => {
        await life.review();
        return () => life.check({}, life.people.verifier, [newId()]);
      },
      missingIn('lock-title'),
    ],
    [
      'that nothing asks for',
      () => () => open({ reason: ' ' }),
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'T02', guard: 'annualReturnOrTrigger' },
      },
    ],
    [
      'that is open already',
      async () => {
        await life.review();
        return () => life.review();
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'title', state: 'UnderReview', event: 'startReview' },
      },
    ],
    [
      'whose check names no title',
      () => () =>
        life.app.app.get(CheckReviews).run(life.people.verifier, {
          creditAsOf: '2027-03-01',
          creditSource: '信用中国',
          creditHit: null,
          eligibility: 'met',
          complaints: 'none',
          note: null,
          titleIds: [],
        }),
      { code: 'awards.review.nobodyChosen' },
    ],
    [
      'whose check comes before it',
      () => () => life.check(),
      { code: 'awards.review.notOpen', ...conflict },
    ],
    [
      'whose credit query lies ahead',
      async () => {
        await life.review();
        return () => life.check({ creditAsOf: '2027-03-02' });
      },
      { code: 'awards.review.asOfAhead', field: 'creditAsOf' },
    ],
    [
      'whose credit query is more than ten working days old',
      async () => {
        await life.review();
        life.moveTo('2027-03-16');
        return () => life.check({ creditAsOf: '2027-03-01' });
      },
      { code: 'awards.review.asOfStale', field: 'creditAsOf' },
    ],
    [
      'that is confirmed before it is open',
      () => () => confirm(),
      { code: 'awards.review.notOpen', ...conflict },
    ],
    [
      'whose confirmation names no title',
      () => () => confirm(life.people.registrar, []),
      { code: 'awards.review.nobodyChosen' },
    ],
    [
      'without a return, so that it could be confirmed',
      async () => {
        await life.openYearly();
        await life.check();
        return () => confirm();
      },
      { code: 'awards.review.notGood', variables: { number: 'QZ-2026-G-001' } },
    ],
    [
      'of a title that nobody has looked at, passed over at the end of the year',
      () => () => life.app.app.get(RequireStep).run(life.programme.id, 'closeAnnualReview'),
      {
        code: 'programmes.blocked.everyTitleReviewedOrEnded',
        variables: { open: 1, names: 'QZ-2026-G-001' },
      },
    ],
    [
      'that the same person checked and confirms',
      async () => {
        await life.fileReturn();
        await life.openYearly();
        const both = also(life.people.registrar, 'Verifier');
        await life.check({}, both);
        return () => confirm(both);
      },
      twice,
    ],
  ]);
});
