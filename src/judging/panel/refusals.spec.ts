import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { expert } from '../../../test/support/judging.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Figure } from '../../applications/figure.entity.js';
import { newId } from '../../database/new-id.js';
import { Expert } from '../experts/expert.entity.js';
import { ReplaceSeat } from './replace-seat.js';
import { type NewSeat, SeatJudge } from './seat-judge.js';
import { Seat } from './seat.entity.js';

let app: TestApp;
let round: JudgedRound;
let free: { readonly expertId: string; readonly accountId: string };
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.seated(app);
  free = await expert(app, '费守正');
}, 120_000);
afterAll(() => app.stop());

const seat = (given: Partial<NewSeat> = {}, programmeId = round.programme.id) =>
  app.app.get(SeatJudge).run(round.registrar, programmeId, {
    categoryId: round.programme.categoryIds.G!,
    expertId: free.expertId,
    chair: false,
    alternate: true,
    reason: '本行业专家，无关联',
    ...given,
  });
const replace = (seatId: string, promote = true) =>
  app.app.get(ReplaceSeat).run(round.registrar, round.programme.id, {
    seatId,
    ground: null,
    reason: '因病不能评审',
    promote,
  });
const seatId = (number: number) => round.judges[number - 1]!.seatId;
const is = (facts: Partial<Expert>, id = free.expertId) =>
  app.database.repo(Expert).update({ id }, facts);

describe('a seat given to a judge', () => {
  refusalTable(
    () => app,
    [
      [
        'in a category nobody named',
        () => () => seat({ categoryId: newId() }),
        missingIn('seat-judge'),
      ],
      ['in another programme', () => () => seat({}, newId()), missingIn('seat-judge')],
      [
        'after the programme has ended',
        async () => {
          await round.programmeIs('Cancelled');
          return () => seat();
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'whom nobody knows',
        () => () => seat({ expertId: newId() }),
        { code: 'judging.panel.expertMissing', field: 'expertId' },
      ],
      [
        'who has left the pool',
        async () => {
          await is({ active: false });
          return () => seat();
        },
        { code: 'judging.panel.expertMissing', field: 'expertId' },
      ],
      [
        'who sits here already',
        async () => {
          await seat();
          return () => seat();
        },
        {
          code: 'judging.panel.seatedAlready',
          field: 'expertId',
          variables: { name: '费守正' },
        },
      ],
      [
        'of another category',
        async () => {
          await is({ categories: ['N'] });
          return () => seat();
        },
        {
          code: 'judging.panel.otherCategory',
          field: 'expertId',
          variables: { name: '费守正' },
        },
      ],
      ...(['verifierId', 'secondReaderId'] as const).map(
        (who) =>
          [
            `who is the ${who} of a figure here`,
            async () => {
              await app.database.repo(Figure).insert({
                id: newId(),
                applicationId: round.applications[0]!,
                key: 'netWan',
                claimed: '1',
                verified: '1',
                verdict: 'Accepted',
                reason: null,
                verifierId: newId(),
                secondReaderId: newId(),
                [who]: free.accountId,
              } as never);
              return () => seat();
            },
            { code: 'forbiddenPair.verifierJudge', field: 'expertId' },
          ] as const,
      ),
      [
        'who would lead a panel that is led',
        () => () => seat({ chair: true, alternate: false }),
        { code: 'judging.panel.chairTaken', field: 'chair' },
      ],
      [
        'of an organisation that sits here',
        async () => {
          await is({ organisation: '衢州某高校' });
          await is({ organisation: '衢州某高校' }, round.judges[0]!.expertId);
          return () => seat();
        },
        {
          code: 'judging.panel.organisationTwice',
          field: 'expertId',
          variables: { organisation: '衢州某高校' },
        },
      ],
      [
        'of a division with two members',
        async () => {
          for (const id of [free, round.judges[0]!, round.judges[1]!].map((one) => one.expertId)) {
            await is({ divisionCode: '330802' }, id);
          }
          return () => seat({ alternate: false });
        },
        {
          code: 'judging.panel.divisionTooMany',
          field: 'expertId',
          variables: { division: '330802', most: 2 },
        },
      ],
    ],
  );
});

describe('a judge who leaves', () => {
  refusalTable(
    () => app,
    [
      ['a seat nobody has', () => () => replace(newId()), missingIn('replace-seat')],
      [
        'a seat that is empty',
        async () => {
          await replace(seatId(2), false);
          return () => replace(seatId(2));
        },
        { code: 'judging.panel.vacatedAlready', kind: 'conflict' },
      ],
      [
        'with nobody to step in',
        async () => {
          for (const number of [6, 7]) await replace(seatId(number));
          return () => replace(seatId(2));
        },
        { code: 'judging.panel.noAlternate', field: 'promote' },
      ],
      [
        'after the programme has ended',
        async () => {
          await round.programmeIs('Cancelled');
          return () => replace(seatId(2));
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'a drawn panel, with the next in line passed over',
        async () => {
          const draw = await DrawSteps.begun(app);
          await draw.upTo('Drawn');
          const { id, categoryIds } = draw.cast.programme;
          const where = { categoryId: categoryIds.G!, number: 2 };
          const { id: left } = await app.database.repo(Seat).findOneByOrFail(where);
          const given = { seatId: left, ground: null, reason: '因病不能评审', promote: false };
          return () => app.app.get(ReplaceSeat).run(draw.registrar, id, given);
        },
        { code: 'judging.removal.passedOver', field: 'promote' },
      ],
      [
        'a drawn panel, with an alternate whom nobody drew',
        async () => {
          const draw = await DrawSteps.begun(app);
          await draw.upTo('Drawn');
          await draw.vacate([101, 102, 103]);
          const { id, categoryIds } = draw.cast.programme;
          // Comes after the draw, which could have named anybody before.
          const { expertId } = await expert(app);
          await seat({ categoryId: categoryIds.G!, expertId }, id);
          const where = { categoryId: categoryIds.G!, number: 2 };
          const { id: left } = await app.database.repo(Seat).findOneByOrFail(where);
          const given = { seatId: left, ground: null, reason: '因病不能评审', promote: true };
          return () => app.app.get(ReplaceSeat).run(draw.registrar, id, given);
        },
        { code: 'judging.panel.noDrawnAlternate', field: 'promote' },
      ],
    ],
  );
});
