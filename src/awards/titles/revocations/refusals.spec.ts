import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { also } from '../../../../test/support/award-steps.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { newId } from '../../../database/new-id.js';
import type { Actor } from '../../../web/actor.js';
import { FileCure } from '../warnings/file-cure.js';
import { RecordPlaque } from './record-plaque.js';
import { StateCase } from './state-case.js';
import { DecideRevocation } from './decide-revocation.js';
import { AnnulRevocation } from './annul-revocation.js';

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

describe('a revocation', () => {
  const state = (actor = life.people.holder) =>
    life.app.app
      .get(StateCase)
      .run(actor, { titleId: life.id, statement: '该记录已经移出名单，附证明。' });
  const returned = (returnedOn: string, actor = life.people.registrar) =>
    life.app.app.get(RecordPlaque).run(actor, { titleId: life.id, returnedOn, note: '牌匾一块' });
  const noGround = { code: 'awards.revocation.noGround', field: 'ground' } as const;
  refusalTable(app, [
    by('that is proposed', () => life.propose('V2', life.people.approver)),
    by('that is decided', () => life.decide('revoke', life.people.registrar)),
    by('that is annulled', () => life.annul(life.people.registrar)),
    by('that is answered', () => state(life.people.registrar)),
    by('whose plaque is recorded', () => returned('2027-03-01', life.people.approver)),
    [
      'of a title that has ended',
      async () => {
        await life.put('Expired');
        return () => life.propose();
      },
      { code: 'awards.revocation.ended', ...conflict },
    ],
    [
      'that is proposed twice',
      async () => {
        await life.propose();
        return () => life.propose();
      },
      { code: 'awards.revocation.openAlready', ...conflict },
    ],
    ['for misuse without a warning', () => () => life.propose('misusedAfterWarning'), noGround],
    ['for not being repaired without a warning', () => () => life.propose('notRepaired'), noGround],
    [
      'while the term of a warning runs',
      async () => {
        await life.toWarning();
        life.moveTo('2027-05-24');
        return () => life.propose('notRepaired');
      },
      noGround,
    ],
    [
      'of a warned title for another ground',
      async () => {
        await life.toWarning();
        return () => life.propose('V2');
      },
      noGround,
    ],
    [
      'that nobody proposed, in a statement',
      () => () => state(),
      { code: 'awards.revocation.notOpen', ...conflict },
    ],
    [
      'that nobody proposed, in a decision',
      () => () => life.decide(),
      { code: 'awards.revocation.notOpen', ...conflict },
    ],
    [
      'of somebody else, in a statement',
      async () => {
        await life.propose();
        return () => state(stranger);
      },
      missingIn('state-case'),
    ],
    [
      'that is answered twice',
      async () => {
        await life.propose();
        await state();
        return () => state();
      },
      { code: 'awards.revocation.statedAlready', ...conflict },
    ],
    [
      'that is answered on the sixth working day',
      async () => {
        await life.propose();
        life.moveTo('2027-03-09');
        return () => state();
      },
      { code: 'awards.revocation.statementOver' },
    ],
    [
      'that is decided before the holder was heard',
      async () => {
        await life.propose();
        life.moveTo('2027-03-08');
        return () => life.decide();
      },
      { code: 'awards.revocation.notHeard', variables: { day: '2027-03-08' } },
    ],
    [
      'that one person proposes and decides',
      async () => {
        const both = also(life.people.registrar, 'Approver');
        await life.propose('V2', both);
        life.moveTo('2027-03-09');
        return () => life.decide('revoke', both);
      },
      twice,
    ],
    [
      'that is decided twice',
      async () => {
        await life.toDecision();
        return () => life.decide();
      },
      { code: 'awards.revocation.decidedAlready', ...conflict },
    ],
    [
      'whose ground has fallen away before the decision',
      async () => {
        await life.toWarning();
        life.moveTo('2027-05-25');
        await life.propose('notRepaired');
        await life.put('Active');
        life.moveTo('2027-06-02');
        return () => life.decide();
      },
      { code: 'awards.revocation.noGround', field: 'decision' },
    ],
    [
      'whose notice the deciding person posts',
      async () => {
        const both = also(life.people.approver, 'Publisher');
        await life.propose();
        life.moveTo('2027-03-09');
        const draft = (await life.decide('revoke', both))!;
        return () => life.post(draft, both);
      },
      twice,
    ],
    [
      'whose notice is posted when the revocation has ended otherwise',
      async () => {
        const draft = await life.toDecision();
        await life.app.database.execute("UPDATE title_revocation SET lapsed_on = '2027-03-09'");
        return () => life.post(draft);
      },
      { code: 'awards.revocation.ended', ...conflict },
    ],
    [
      'that never was, in an annulment',
      () => () => life.annul(),
      { code: 'awards.restoration.notRevoked', ...conflict },
    ],
    [
      'that is not on record, in an annulment',
      async () => {
        await life.put('Revoked');
        return () => life.annul();
      },
      { code: 'awards.restoration.noRecord', ...conflict },
    ],
    [
      'that is annulled twice',
      async () => {
        await life.toRevoked();
        await life.annul();
        return () => life.annul();
      },
      { code: 'awards.restoration.preparedAlready', ...conflict },
    ],
    [
      'whose plaque is not out',
      () => () => returned('2027-03-01'),
      { code: 'awards.plaque.notOut', ...conflict },
    ],
    ...(['2027-03-08', '2027-03-10'] as const).map((day): RefusalCase => [
      `whose plaque came back on ${day}`,
      async () => {
        await life.toRevoked();
        return () => returned(day);
      },
      { code: 'awards.plaque.dayOutside', field: 'returnedOn' },
    ]),
    [
      'whose plaque came back already',
      async () => {
        await life.toRevoked();
        await returned('2027-03-09');
        return () => returned('2027-03-09');
      },
      { code: 'awards.plaque.notOut', ...conflict },
    ],
    [
      'of a title that nobody gave',
      () => () =>
        life.app.app
          .get(DecideRevocation)
          .run(life.people.approver, { titleId: newId(), decision: 'keep', reason: 'x' }),
      missingIn('lock-title'),
    ],
    [
      'annulled of a title that nobody gave',
      () => () =>
        life.app.app
          .get(AnnulRevocation)
          .run(life.people.approver, { titleId: newId(), organ: 'x', number: 'x', reason: 'x' }),
      missingIn('lock-title'),
    ],
    [
      'answered of a title that nobody gave',
      () => () =>
        life.app.app.get(FileCure).run(life.people.holder, { titleId: newId(), cure: 'x' }),
      missingIn('lock-title'),
    ],
  ]);
});
