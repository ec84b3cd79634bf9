import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { HallSteps, absent } from '../../../test/support/hall-steps.js';
import { verifiedApplication } from '../../../test/support/judging.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';

let hall: HallSteps;
beforeAll(async () => {
  hall = await HallSteps.open();
}, 120_000);
afterAll(() => hall.app.stop());
const app = () => hall.app;

describe('the order of a defence', () => {
  refusalTable(app, [
    ['in a round nobody knows', () => () => hall.commit(newId()), missingIn('lock-round')],
    ['of the material review', () => () => hall.commit(hall.round.id), missingIn('take-hall')],
    [
      'committed by a verifier',
      () => () => hall.commit(hall.roundId, acting('Verifier')),
      missingIn('acting-role'),
    ],
    [
      'before the material review',
      async () => {
        await hall.round.programmeIs('Drawing');
        return () => hall.commit();
      },
      {
        code: 'hall.order.notNow',
        kind: 'conflict',
        variables: { lifecycle: 'programme', state: 'Drawing' },
      },
    ],
    [
      'after the lock of its round',
      async () => {
        await hall.round.roundIs('Locked', hall.roundId);
        return () => hall.commit();
      },
      { code: 'hall.order.notNow', kind: 'conflict' },
    ],
    [
      'of a category without applications',
      async () => {
        await hall.app.database.execute("UPDATE application SET state = 'Withdrawn'");
        return () => hall.commit();
      },
      { code: 'hall.order.nobody' },
    ],
    [
      'that is committed to already',
      async () => {
        await hall.commit();
        return () => hall.commit();
      },
      { code: 'hall.order.stands', kind: 'conflict' },
    ],
    [
      'for somebody who joined after the first was called',
      async () => {
        await hall.drawn();
        await hall.attend(1, absent);
        await verifiedApplication(hall.app, hall.round.programme, 'G');
        return () => hall.commit();
      },
      { code: 'hall.order.begun', kind: 'conflict' },
    ],
    ['witnessed before the commitment', () => () => hall.witness(), missingIn('witness-order')],
    [
      'witnessed by a registrar',
      async () => {
        await hall.commit();
        return () => hall.witness(acting('CityRegistrar'));
      },
      missingIn('acting-role'),
    ],
    [
      'witnessed by who committed',
      async () => {
        await hall.commit();
        const { accountId } = hall.registrar;
        return () => hall.witness(acting('Supervisor', { accountId }));
      },
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'witnessed twice',
      async () => {
        await hall.commit();
        await hall.witness();
        return () => hall.witness();
      },
      { code: 'hall.order.witnessedAlready', kind: 'conflict' },
    ],
    ['drawn before the commitment', () => () => hall.draw(), missingIn('draw-order')],
    [
      'drawn without a witness',
      async () => {
        await hall.commit();
        return () => hall.draw();
      },
      { code: 'hall.order.notWitnessed', kind: 'conflict' },
    ],
    [
      'drawn twice',
      async () => {
        await hall.drawn();
        return () => hall.draw();
      },
      { code: 'hall.order.drawnAlready', kind: 'conflict' },
    ],
  ]);
});
