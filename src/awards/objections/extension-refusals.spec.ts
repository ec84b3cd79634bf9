import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;

describe('an extension', () => {
  refusalTable(app, [
    [
      'by the registrar',
      async () => {
        const id = await objections.accepted();
        return () => objections.extend(id, {}, award.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'before the acceptance',
      async () => {
        const id = await objections.object();
        return () => objections.extend(id);
      },
      missingIn('extend-objection'),
    ],
    [
      'of an objection that somebody has changed meanwhile',
      async () => {
        const id = await objections.accepted();
        return () => objections.extend(id, { version: 9 });
      },
      staleIn('move-objection'),
    ],
    [
      'without a reason',
      async () => {
        const id = await objections.accepted();
        return () => objections.extend(id, { reason: ' ' });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'O05', guard: 'reasonGiven' } },
    ],
    [
      'a second time',
      async () => {
        const id = await objections.accepted();
        await objections.extend(id);
        return () => objections.extend(id);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'O05', guard: 'notExtendedBefore' },
      },
    ],
    [
      'after the decision',
      async () => {
        const id = await objections.accepted();
        await objections.decide(id);
        return () => objections.extend(id);
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'objection', state: 'Replied', event: 'extend' },
      },
    ],
  ]);
});
