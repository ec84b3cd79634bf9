import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { also } from '../../../../test/support/award-steps.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import type { Actor } from '../../../web/actor.js';
import { DecideCure } from './decide-cure.js';
import { RemindWarned } from './remind-warned.js';

let life: TitleSteps;
let stranger: Actor;
beforeAll(async () => {
  life = await TitleSteps.open();
  stranger = acting('Agent', { merchantId: await makeMerchant(life.app) });
});
afterAll(() => life.app.stop());

const app = () => life.app;
const twice = { code: 'forbiddenPair.firstSecondPerson' } as const;
const conflict = { kind: 'conflict' } as const;
const by = (what: string, act: () => Promise<unknown>): RefusalCase => [
  `${what}, by somebody whose act it is not`,
  () => act,
  missingIn('acting-role'),
];

describe('a warning', () => {
  const decide = (decision: 'lift' | 'insufficient', actor = life.people.approver) =>
    life.app.app.get(DecideCure).run(actor, { titleId: life.id, decision, reason: '已核对。' });
  const remind = (actor = life.people.registrar) =>
    life.app.app.get(RemindWarned).run(actor, life.id);
  refusalTable(app, [
    by('that is given', () => life.warn('V3', life.people.registrar)),
    by('whose repair is decided', () => decide('lift', life.people.registrar)),
    by('that is called to mind', () => remind(life.people.approver)),
    by('whose repair is reported', () => life.cure(life.people.registrar)),
    [
      'whose repair another merchant reports',
      async () => {
        await life.toWarning('V3');
        return () => life.cure(stranger);
      },
      missingIn('file-cure'),
    ],
    ['without a review', () => () => life.warn(), { code: 'awards.review.notOpen', ...conflict }],
    [
      'for what the review did not find',
      async () => {
        await life.openYearly();
        await life.check();
        return () => life.warn('V3');
      },
      { code: 'awards.warning.notFound', field: 'warningGround' },
    ],
    [
      'by the person who checked',
      async () => {
        await life.openYearly();
        const both = also(life.people.approver, 'Verifier');
        await life.check({}, both);
        return () => life.warn('returnMissing', both);
      },
      twice,
    ],
    [
      'that is no warning, in a reminder',
      () => () => remind(),
      { code: 'awards.warning.notOpen', ...conflict },
    ],
    [
      'that is no warning, in a report',
      () => () => life.cure(),
      { code: 'awards.warning.notOpen', ...conflict },
    ],
    [
      'that is no warning, in a decision',
      () => () => decide('lift'),
      { code: 'awards.warning.notOpen', ...conflict },
    ],
    [
      'that is called to mind within five working days',
      async () => {
        await life.toWarning();
        life.moveTo('2027-03-05');
        return () => remind();
      },
      { code: 'awards.warning.remindedAlready', variables: { day: '2027-03-08' } },
    ],
    [
      'whose repair is reported after the term',
      async () => {
        await life.toWarning('V3');
        life.moveTo('2027-05-25');
        return () => life.cure();
      },
      { code: 'awards.warning.termOver' },
    ],
    [
      'whose repair is reported twice',
      async () => {
        await life.toWarning('V3');
        await life.cure();
        return () => life.cure();
      },
      { code: 'awards.warning.cureFiled', ...conflict },
    ],
    [
      'whose repair is sent back before it is reported',
      async () => {
        await life.toWarning('V3');
        return () => decide('insufficient');
      },
      { code: 'awards.warning.noCure', field: 'cureDecision' },
    ],
    [
      'that is lifted without a repair',
      async () => {
        await life.toWarning('V3');
        return () => decide('lift');
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'T05', guard: 'repairedInTerm' } },
    ],
  ]);
});
