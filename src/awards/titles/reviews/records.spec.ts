import { afterAll, beforeAll, describe } from '@jest/globals';
import { appointed } from '../../../../test/support/award-steps.js';
import { type RecordCase, recordTable } from '../../../../test/support/case-tables.js';
import { recorded, reviewStarted, told } from '../../../../test/support/title-cases.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { WorkingDayYear } from '../../../programmes/working-day-year.entity.js';
import { ConfirmReviews } from './confirm-reviews.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await appointed(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

const app = () => life.app;

describe('a review', () => {
  const check = { asOf: '2027-03-01' };
  recordTable(app, [
    recorded(
      'that opened by itself, once',
      () => async () => {
        await life.openYearly();
        await life.openYearly();
      },
      {
        event: 'title.startReview',
        actorRole: 'System',
        details: { ...reviewStarted, trigger: 'yearly', year: 2026 },
      },
      told({ message: 'title.reviewOpened' }),
    ),
    ...(['2027-03-01', '2027-12-20'] as const).map((day): RecordCase => [
      `none on ${day} while the working days of its term are not entered`,
      async () => {
        const year = day === '2027-03-01' ? 2027 : 2028;
        await life.app.database.repo(WorkingDayYear).delete({ year });
        life.moveTo(day);
        return () => life.openYearly();
      },
      { events: [], messages: [] },
    ]),
    recorded(
      'that somebody opened',
      () => () => life.review(),
      { event: 'title.startReview', actorRole: 'CityRegistrar', details: reviewStarted },
      told({ message: 'title.reviewOpened' }),
    ),
    recorded(
      'that was checked',
      async () => {
        await life.openYearly();
        return () => life.check();
      },
      {
        event: 'title.check',
        actorRole: 'Verifier',
        details: {
          review: '<id>',
          creditAsOf: check.asOf,
          creditHit: null,
          eligibility: 'met',
          complaints: 'none',
        },
      },
    ),
    recorded(
      'that a second person confirmed',
      async () => {
        await life.fileReturn();
        await life.openYearly();
        await life.check();
        return () => life.app.app.get(ConfirmReviews).run(life.people.registrar, [life.id]);
      },
      {
        event: 'title.confirm',
        actorRole: 'CityRegistrar',
        details: { from: 'UnderReview', to: 'Active', rule: 'T03', review: '<id>' },
      },
      told({ message: 'title.confirmed' }),
    ),
  ]);
});
