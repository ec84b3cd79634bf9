import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { type RecordCase, recordTable } from '../../../test/support/case-tables.js';
import { makeTitle } from '../../../test/support/title.js';
import type { TitleState } from '../../rules/lifecycle/title-lifecycle.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { ConferTitles } from './confer-titles.js';
import { ExpireTitles } from './expire-titles.js';
import { MoveTitle, type OfficeTitleEvent } from './move-title.js';

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

describe('a title', () => {
  const title = (state: TitleState, over = {}) =>
    makeTitle(award.app, {
      programmeId: award.id,
      merchantId: award.entries[0]!.merchantId,
      state,
      ...over,
    });
  const moved = (
    given: { event: `title.${OfficeTitleEvent}` },
    [from, to, rule]: readonly [TitleState, TitleState, string],
    { actorRole, notice = false }: { actorRole: 'CityRegistrar' | 'Approver'; notice?: boolean },
  ): RecordCase => [
    `${given.event} from ${from}, for the merchant`,
    async () => {
      const titleId = await title(from);
      const event = given.event.replace('title.', '') as OfficeTitleEvent;
      const step = { titleId, version: 1, event, reason: '年度复核。', grounds: true };
      return () => award.app.app.get(MoveTitle).run(acting(actorRole), step);
    },
    {
      events: [
        { ...given, actorRole, subjectType: 'title', details: { from, to, rule } },
        ...(notice ? [prepared] : []),
      ],
      messages: [
        ...(notice ? [1, 2].map(() => ({ message: 'noticePrepared', to: 'Publisher' })) : []),
        { message: 'title.changed', to: 'Agent' },
      ],
    },
  ];
  const prepared = {
    event: 'notice.prepare',
    actorRole: 'Approver',
    subjectType: 'noticeDraft',
    details: { kind: 'revocation', hash: '<hash>', list: null, number: null },
  };
  const registrar = { actorRole: 'CityRegistrar' } as const;
  const approver = { actorRole: 'Approver' } as const;
  const told = { ...approver, notice: true } as const;
  const expire = () => award.app.app.get(ExpireTitles).run(award.people.registrar);
  recordTable(app, [
    moved({ event: 'title.startReview' }, ['Active', 'UnderReview', 'T02'], registrar),
    moved({ event: 'title.confirm' }, ['UnderReview', 'Active', 'T03'], registrar),
    moved({ event: 'title.warn' }, ['UnderReview', 'Warned', 'T04'], approver),
    moved({ event: 'title.liftWarning' }, ['Warned', 'Active', 'T05'], approver),
    moved({ event: 'title.revokeAfterWarning' }, ['Warned', 'Revoked', 'T06'], told),
    moved({ event: 'title.revoke' }, ['Active', 'Revoked', 'T07'], told),
    moved({ event: 'title.revoke' }, ['UnderReview', 'Revoked', 'T07'], told),
    moved({ event: 'title.restore' }, ['Revoked', 'Active', 'T09'], approver),
    [
      'nothing on the last day of a title',
      async () => {
        await title('Active', { validTo: '2026-06-09' });
        return expire;
      },
      { guard: 'validityEnded', events: [], messages: [] },
    ],
    [
      'the end of a title, but of none that has ended',
      async () => {
        for (const [at, state] of (['Active', 'Revoked', 'Expired'] as const).entries()) {
          const own = { certificateNumber: `QZ-2026-G-10${at}`, verifyCode: `ABCDEFGHJ${at}` };
          await title(state, { validTo: '2026-06-08', ...own });
        }
        return expire;
      },
      {
        events: [
          {
            event: 'title.expire',
            actorRole: 'System',
            subjectType: 'title',
            details: { from: 'Active', to: 'Expired', rule: 'T08' },
          },
        ],
        messages: [],
      },
    ],
  ]);
});
