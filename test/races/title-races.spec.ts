import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { Title } from '../../src/awards/titles/title.entity.js';
import { ExpireTitles } from '../../src/awards/titles/expire-titles.js';
import { TitleRevocation } from '../../src/awards/titles/title-revocation.entity.js';
import { TitleReview } from '../../src/awards/titles/title-review.entity.js';
import { ConfirmReviews } from '../../src/awards/titles/reviews/confirm-reviews.js';
import { appointed } from '../support/award-steps.js';
import { TitleSteps } from '../support/title-steps.js';
import type { Actor } from '../../src/web/actor.js';
import { raceTable, warmUp } from './race.js';

let life: TitleSteps;
let other: Readonly<Record<'registrar' | 'approver' | 'publisher', Actor>>;
beforeAll(async () => {
  life = await TitleSteps.open();
  other = {
    registrar: await appointed(life.app, 'CityRegistrar'),
    approver: await appointed(life.app, 'Approver'),
    publisher: await appointed(life.app, 'Publisher'),
  };
  await warmUp(life.app.database);
});
afterAll(() => life.app.stop());

const entries = async (event: string) =>
  (await life.app.database.rows('SELECT event FROM journal_entry WHERE event = ?', [event])).length;
const count = (entity: new () => object) => life.app.database.repo(entity).count();

describe('at the same time', () => {
  raceTable(
    () => life.app,
    [
      [
        'two clocks open the review of a year',
        () =>
          Promise.resolve({
            acts: [() => life.openYearly(), () => life.openYearly()],
            told: [[], []],
            both: true,
            after: async () => {
              expect([await count(TitleReview), await entries('title.startReview')]).toEqual([
                1, 1,
              ]);
            },
          }),
      ],
      [
        'two clocks tell the holder of the end',
        () => {
          life.moveTo('2029-05-01');
          const expire = () => life.app.app.get(ExpireTitles).run();
          return Promise.resolve({
            acts: [expire, expire],
            told: [[], []],
            both: true,
            after: async () => {
              expect(await entries('title.announceEnd')).toBe(1);
            },
          });
        },
      ],
      [
        'two registrars propose a revocation',
        () => {
          const told = ['awards.revocation.openAlready'];
          return Promise.resolve({
            acts: [() => life.propose(), () => life.propose('V4', other.registrar)],
            told: [told, told],
            after: async () => {
              expect(await count(TitleRevocation)).toBe(1);
            },
          });
        },
      ],
      [
        'two approvers decide otherwise',
        async () => {
          await life.propose();
          life.moveTo('2027-03-09');
          const told = ['awards.revocation.decidedAlready', 'awards.revocation.notOpen'];
          return {
            acts: [() => life.decide('revoke'), () => life.decide('keep', other.approver)],
            told: [told, told],
            after: async () => {
              const [revocation] = await life.app.database.repo(TitleRevocation).find();
              expect(revocation!.noticeId === null).toBe(revocation!.decision === 'keep');
              expect(await life.state()).toBe('Active');
            },
          };
        },
      ],
      [
        'a review is confirmed and warned',
        async () => {
          await life.fileReturn();
          await life.openYearly();
          await life.check();
          const told = ['awards.review.notOpen'];
          return {
            acts: [
              () => life.app.app.get(ConfirmReviews).run(life.people.registrar, [life.id]),
              () => life.warn('minorBreach'),
            ],
            told: [told, told],
            after: async () => {
              const [review] = await life.app.database.repo(TitleReview).find();
              expect(await life.state()).toBe(
                review!.outcome === 'confirmed' ? 'Active' : 'Warned',
              );
            },
          };
        },
      ],
      [
        'the notice is posted and the title ends by its date',
        async () => {
          const draft = await life.toDecision();
          await life.app.database
            .repo(Title)
            .update(life.id, { validTo: '2027-03-08', endAnnouncedOn: '2027-03-01' });
          return {
            acts: [
              () => life.post(draft, other.publisher),
              () => life.app.app.get(ExpireTitles).run(),
            ],
            told: [['awards.notice.replaced'], []],
            both: true,
            after: async () => {
              const state = await life.state();
              const [revocation] = await life.app.database.repo(TitleRevocation).find();
              expect(revocation!.postedOn !== null).toBe(state === 'Revoked');
              expect(revocation!.lapsedOn !== null).toBe(state === 'Expired');
            },
          };
        },
      ],
    ],
  );
});
