import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { ConferTitles } from './confer-titles.js';

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
