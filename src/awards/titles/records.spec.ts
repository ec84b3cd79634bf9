import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { newId } from '../../database/new-id.js';
import { ConferTitles } from './confer-titles.js';
import { Title } from './title.entity.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.toPublicity();
  await award.toApproval();
  await award.publish();
  for (const { merchantId } of award.entries) await appointed(award.app, 'Agent', { merchantId });
});
afterAll(() => award.app.stop());

const app = () => award.app;
const confer = () =>
  award.app.app.get(ConferTitles).run(award.people.registrar, { programmeId: award.id });
const conferred = (certificateNumber: string) => [
  {
    event: 'application.confer',
    actorRole: 'CityRegistrar',
    subjectType: 'application',
    details: { from: 'Selected', to: 'Selected', rule: 'A26' },
  },
  {
    event: 'title.confer',
    actorRole: 'CityRegistrar',
    subjectType: 'title',
    details: { certificateNumber, rule: 'T01' },
  },
];
const inForce = {
  event: 'programme.confer',
  actorRole: 'CityRegistrar',
  subjectType: 'programme',
  details: { from: 'Conferred', to: 'InForce', rule: 'P19' },
};

describe('a conferral', () => {
  recordTable(app, [
    [
      'a title for everybody on the list, in the order of its rows',
      () => () => confer(),
      {
        events: [...conferred('QZ-2026-G-001'), ...conferred('QZ-2026-G-002'), inForce],
        messages: [1, 2].map(() => ({ message: 'title.conferred', to: 'Agent' })),
      },
    ],
    [
      'a number after the highest of the category in this year, whichever was given last',
      async () => {
        await confer();
        const titles = award.app.database.repo(Title);
        const [first, last] = (await titles.find({
          order: { certificateNumber: 'ASC' },
        })) as [Title, Title];
        await titles.update({ id: first.id }, { certificateNumber: 'QZ-2026-G-041' });
        const { merchantId } = award.entries[1]!;
        const before = Object.assign({}, last, { applicationId: null, merchantId });
        const certificates = ['QZ-2026-G-007', 'QZ-2026-N-090', 'QZ-2025-G-099'];
        for (const [at, certificateNumber] of certificates.entries()) {
          const year = Number(certificateNumber.split('-')[1]);
          const categoryCode = certificateNumber.split('-')[2]!;
          const verifyCode = `ABCDEFGHJ${at + 2}`;
          const own = { id: newId(), certificateNumber, verifyCode, year, categoryCode };
          await titles.insert(Object.assign({}, before, own));
        }
        await titles.delete({ id: last.id });
        return () => confer();
      },
      {
        events: conferred('QZ-2026-G-042'),
        messages: [{ message: 'title.conferred', to: 'Agent' }],
      },
    ],
    [
      'only who stayed on a corrected list',
      async () => {
        await award.app.app.get(CancelApplication).run(award.people.approver, {
          programmeId: award.id,
          receiptNumber: '2026-G-0002',
          ground: 'V9',
          reason: '经查实提供虚假申报材料。',
          hearingHeld: true,
        });
        const documentNumber = '衢商务〔2026〕6号';
        const correction = { kind: 'correction', documentNumber, reason: '名单有变动' } as const;
        await award.post(await award.prepare(correction));
        return () => confer();
      },
      {
        events: [...conferred('QZ-2026-G-001'), inForce],
        messages: [{ message: 'title.conferred', to: 'Agent' }],
      },
    ],
  ]);
});
