import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Application } from '../../applications/application.entity.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { LegalBasis } from '../../programmes/legal-basis.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { AwardList } from '../lists/award-list.entity.js';
import { ConferTitles } from './confer-titles.js';

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
