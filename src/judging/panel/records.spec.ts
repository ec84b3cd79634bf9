import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { expert } from '../../../test/support/judging.js';
import { office } from '../../../test/support/people.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ReplaceSeat } from './replace-seat.js';
import { SeatJudge } from './seat-judge.js';
import { Seat } from './seat.entity.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.seated(app);
  await office(app, 'Approver');
}, 120_000);
afterAll(() => app.stop());

const ofSeat = { actorRole: 'CityRegistrar', subjectType: 'seat' };
const replace = (seat: number, promote: boolean) => round.replace(seat, { promote });

describe('a panel', () => {
  recordTable(
    () => app,
    [
      [
        'a seat given by hand',
        async () => {
          const { expertId } = await expert(app);
          return () =>
            app.app.get(SeatJudge).run(round.registrar, round.programme.id, {
              categoryId: round.programme.categoryIds.G!,
              expertId,
              chair: false,
              alternate: true,
              reason: '本行业专家，无关联',
            });
        },
        {
          events: [
            {
              event: 'seat.fill',
              ...ofSeat,
              details: {
                category: 'G',
                number: 103,
                expert: '<id>',
                chair: false,
                alternate: true,
              },
            },
          ],
          messages: [],
        },
      ],
      [
        'a judge who leaves a seat empty',
        () => () => replace(2, false),
        {
          events: [
            {
              event: 'seat.replace',
              ...ofSeat,
              details: {
                number: 2,
                reason: '<hash>',
                alternate: null,
                successor: null,
                draw: null,
              },
            },
          ],
          messages: [{ message: 'judgingSeatEnded', to: 'Judge' }],
        },
      ],
      [
        'a judge who leaves during the review: both sheets fall, and the first alternate is told',
        async () => {
          await round.openDeclaration();
          await round.everybodyDeclares();
          await round.openRound();
          return () => replace(2, true);
        },
        {
          events: [
            {
              event: 'removal.propose',
              actorRole: 'CityRegistrar',
              subjectType: 'removal',
              details: {
                number: 2,
                seat: '<id>',
                application: null,
                ground: null,
                reason: '<hash>',
                promote: true,
                next: '<id>',
              },
            },
            ...[1, 2].map(() => ({
              event: 'scoreSheet.void',
              actorRole: 'Approver',
              subjectType: 'scoreSheet',
              details: { round: '<id>', was: 'Open', total: null },
            })),
            {
              event: 'seat.replace',
              ...ofSeat,
              actorRole: 'Approver',
              details: {
                number: 2,
                reason: '<hash>',
                alternate: 101,
                successor: '<id>',
                draw: null,
              },
            },
            {
              event: 'removal.confirm',
              actorRole: 'Approver',
              subjectType: 'removal',
              details: { proposer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'judgingSeatEnded', to: 'Judge' },
            { message: 'judgingSeated', to: 'Judge' },
            { message: 'removalConfirmed', to: 'CityRegistrar' },
            { message: 'removalConfirmed', to: 'Supervisor' },
            { message: 'removalProposed', to: 'Approver' },
          ],
        },
      ],
    ],
  );
});

describe('a vacated seat', () => {
  test('goes to the first alternate by number where nobody drew', async () => {
    await replace(3, true);
    const sitting = (
      await app.database.repo(Seat).findBy({ categoryId: round.programme.categoryIds.G! })
    ).filter(({ number, vacatedAt }) => number === 3 && !vacatedAt);
    expect(sitting.map(({ expertId, alternate }) => [expertId, alternate])).toEqual([
      [round.judges[5]!.expertId, false],
    ]);
  });

  test('goes to the next of the record where the panel was drawn, and to no other', async () => {
    const draw = await DrawSteps.begun(app);
    await draw.upTo('Drawn');
    const categoryId = draw.cast.programme.categoryIds.G!;
    const { record } = await draw.stored();
    // The numbers say otherwise than the record: the record counts.
    const seats = await app.database.repo(Seat).findBy({ categoryId, alternate: true });
    for (const one of seats) {
      await app.database.repo(Seat).update(one.id, { number: 300 - one.number });
    }
    const { id: seatId } = await app.database.repo(Seat).findOneByOrFail({ categoryId, number: 2 });
    const given = { seatId, ground: null, reason: '因病不能评审', promote: true };
    await app.app.get(ReplaceSeat).run(draw.registrar, draw.cast.programme.id, given);
    const before = await app.database.repo(Seat).findOneByOrFail({ id: seatId });
    expect(before.vacatedAt).toBeNull();
    await confirmRemovals(app);
    const sitting = (await app.database.repo(Seat).findBy({ categoryId, number: 2 })).filter(
      ({ vacatedAt }) => !vacatedAt,
    );
    expect(sitting.map(({ expertId }) => expertId)).toEqual([record!.alternates[0]!.expert]);
  });
});
