import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { ClosePublicity } from './close-publicity.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());
const app = () => award.app;

describe('a closing', () => {
  const over = () => award.app.clock.moveTo('2026-06-08T16:00:00.000Z');
  beforeAll(async () => {
    objections = new ObjectionSteps(award, await award.toPublicity());
  });
  refusalTable(app, [
    [
      'by somebody without the duty',
      () => () => award.close(award.people.publisher),
      missingIn('acting-role'),
    ],
    [
      'of a programme nobody prepared',
      () => () =>
        award.app.app.get(ClosePublicity).run(award.people.registrar, { programmeId: newId() }),
      missingIn('database'),
    ],
    [
      'in the last minute of the last day',
      () => {
        award.app.clock.moveTo('2026-06-08T15:59:00.000Z');
        return () => award.close();
      },
      { code: 'lifecycle.refused.guard', variables: { rule: '', guard: 'noticePeriodEnded' } },
    ],
    [
      'while it is not decided whether an objection is accepted',
      async () => {
        await objections.object();
        over();
        return () => award.close();
      },
      { code: 'programmes.blocked.everyObjectionAcceptedOrRefused', variables: { open: 1 } },
    ],
    [
      'by the approver, when objections must be handled first',
      async () => {
        await objections.accepted();
        over();
        return () => award.close(award.people.approver);
      },
      missingIn('acting-role'),
    ],
    [
      'a second time',
      async () => {
        over();
        await award.close();
        return () => award.close();
      },
      { code: 'lifecycle.refused.event', kind: 'conflict' },
    ],
    [
      'of the objections by the registrar',
      async () => {
        await objections.accepted();
        over();
        await award.close();
        return () => award.close();
      },
      missingIn('acting-role'),
    ],
    [
      'of the objections while one against the procedure is open',
      async () => {
        await objections.accepted({ applicationId: null });
        over();
        await award.close();
        return () => award.close(award.people.approver);
      },
      {
        code: 'programmes.blocked.objectionsDecidedAndAnsweredOrHeldAlone',
        variables: { open: 1 },
      },
    ],
    [
      'of what is closed',
      async () => {
        over();
        await award.close();
        return () => award.close(award.people.approver);
      },
      { code: 'lifecycle.refused.event', kind: 'conflict' },
    ],
  ]);
});
