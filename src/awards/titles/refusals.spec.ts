import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { makeTitle } from '../../../test/support/title.js';
import { Application } from '../../applications/application.entity.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { newId } from '../../database/new-id.js';
import { LegalBasis } from '../../programmes/legal-basis.entity.js';
import type { TitleState } from '../../rules/lifecycle/title-lifecycle.js';
import { Programme } from '../../programmes/programme.entity.js';
import { AwardList } from '../lists/award-list.entity.js';
import { ConferTitles } from './confer-titles.js';
import { ExpireTitles } from './expire-titles.js';
import { MoveTitle, type OfficeTitleEvent } from './move-title.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.toPublicity();
  await award.toApproval();
});
afterAll(() => award.app.stop());

const app = () => award.app;

describe('a conferral', () => {
  const confer = (actor = award.people.registrar) =>
    award.app.app.get(ConferTitles).run(actor, { programmeId: award.id });
  const selectThird = async () => {
    const { applicationId } = award.entries[2]!;
    await award.app.database.repo(Application).update(applicationId, { state: 'Selected' });
    return applicationId;
  };
  refusalTable(app, [
    ['by the approver', () => () => confer(award.people.approver), missingIn('acting-role')],
    [
      'before the list is public',
      () => () => confer(),
      { code: 'awards.confer.notNow', guard: 'awardListPublished', kind: 'conflict' },
    ],
    [
      'in a programme that has not come so far',
      async () => {
        await award.publish();
        await award.app.database.repo(Programme).update(award.id, { state: 'Published' });
        return () => confer();
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'A26', guard: 'programmePublished' },
      },
    ],
    [
      'after the legal basis has ended',
      async () => {
        await award.publish();
        await award.app.database
          .repo(LegalBasis)
          .update({ programmeId: award.id }, { validTo: '2026-06-08' });
        return () => confer();
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'T01', guard: 'legalBasisApproved' },
      },
    ],
    [
      'of somebody the register does not know',
      async () => {
        await award.publish();
        const lists = award.app.database.repo(AwardList);
        const list = await lists.findOneByOrFail({ kind: 'award' });
        const rows = list.rows.map((row) => ({ ...row, merchantId: null }));
        await lists.update(list.id, { rows });
        return () => confer();
      },
      { code: 'awards.confer.notNow' },
    ],
    [
      'while somebody is selected whom the list does not name',
      async () => {
        await award.publish();
        await selectThird();
        return () => confer();
      },
      { code: 'programmes.blocked.certificatesNumbered', variables: { open: 1 } },
    ],
    [
      'while nobody has asked about the credit of somebody who is selected',
      async () => {
        await award.publish();
        const applicationId = await selectThird();
        await award.app.database.repo(VetoCheck).delete({ applicationId, checkPoint: 'K3' });
        return () => confer();
      },
      { code: 'programmes.blocked.creditQueryRenewed', variables: { open: 1 } },
    ],
    [
      'a second time',
      async () => {
        await award.publish();
        await confer();
        return () => confer();
      },
      { code: 'awards.confer.nobody', kind: 'conflict' },
    ],
    [
      'over a credit query that is old',
      async () => {
        await award.publish();
        await award.app.database
          .repo(VetoCheck)
          .update({ checkPoint: 'K3', rule: 'V1' }, { asOf: '2026-05-01' });
        return () => confer();
      },
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0001', rules: 'V1', more: 1, checkPoint: 'K3' },
      },
    ],
  ]);
});

describe('a step of a title', () => {
  const move = (
    titleId: string,
    event: OfficeTitleEvent,
    over: { version?: number; grounds?: boolean } = {},
    actor = acting('Approver'),
  ) =>
    award.app.app
      .get(MoveTitle)
      .run(actor, { titleId, version: 1, event, reason: '年度复核。', grounds: true, ...over });
  const title = (state: TitleState) =>
    makeTitle(award.app, {
      programmeId: award.id,
      merchantId: award.entries[0]!.merchantId,
      state,
    });
  const without = (
    [from, event]: readonly [TitleState, OfficeTitleEvent],
    given: { rule: string; guard: string },
    role: 'Approver' | 'CityRegistrar' = 'Approver',
  ): RefusalCase => [
    `${event} without its grounds`,
    async () => {
      const id = await title(from);
      return () => move(id, event, { grounds: false }, acting(role));
    },
    { code: 'lifecycle.refused.guard', variables: given },
  ];
  const by = (event: OfficeTitleEvent, role: 'Approver' | 'CityRegistrar'): RefusalCase => [
    `${event} by a person of the role ${role}`,
    async () => {
      const id = await title('Active');
      return () => move(id, event, {}, acting(role));
    },
    missingIn('acting-role'),
  ];
  refusalTable(app, [
    ['nobody conferred', () => () => move(newId(), 'warn'), missingIn('move-title')],
    by('startReview', 'Approver'),
    by('confirm', 'Approver'),
    by('warn', 'CityRegistrar'),
    by('liftWarning', 'CityRegistrar'),
    by('revokeAfterWarning', 'CityRegistrar'),
    by('revoke', 'CityRegistrar'),
    by('restore', 'CityRegistrar'),
    ['of a title nobody holds', () => () => move(newId(), 'revoke'), missingIn('move-title')],
    [
      'of a title that somebody has changed meanwhile',
      async () => {
        const id = await title('Active');
        return () => move(id, 'revoke', { version: 9 });
      },
      staleIn('move-title'),
    ],
    [
      'that is not in its life',
      async () => {
        const id = await title('Active');
        return () => move(id, 'restore');
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'title', state: 'Active', event: 'restore' },
      },
    ],
    [
      'whose notice has no legal basis to stand on',
      async () => {
        const id = await title('Active');
        await award.app.database
          .repo(LegalBasis)
          .update({ programmeId: award.id }, { approvedAt: null });
        return () => move(id, 'revoke');
      },
      { code: 'awards.notice.noBasis' },
    ],
    without(
      ['Active', 'startReview'],
      { rule: 'T02', guard: 'annualReturnOrTrigger' },
      'CityRegistrar',
    ),
    without(
      ['UnderReview', 'confirm'],
      { rule: 'T03', guard: 'conditionsStillMet' },
      'CityRegistrar',
    ),
    without(['UnderReview', 'warn'], { rule: 'T04', guard: 'remediableFault' }),
    without(['Warned', 'liftWarning'], { rule: 'T05', guard: 'repairedInTerm' }),
    without(['Warned', 'revokeAfterWarning'], { rule: 'T06', guard: 'notRepairedInTerm' }),
    without(['Active', 'revoke'], { rule: 'T07', guard: 'revocationGroundHolds' }),
    without(['Revoked', 'restore'], { rule: 'T09', guard: 'decisionAnnulled' }),
    [
      'that expires by the approver',
      () => () => award.app.app.get(ExpireTitles).run(award.people.approver),
      missingIn('acting-role'),
    ],
  ]);
});
