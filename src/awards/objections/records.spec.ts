import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { type RecordCase, recordTable } from '../../../test/support/case-tables.js';
import { smallPng } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };
const moved = (
  { event }: { event: string },
  from: string,
  to: string,
  rule: string,
  actorRole: string,
) => ({
  event,
  actorRole,
  subjectType: 'objection',
  details: { from, to, rule },
});
const by = 'CityRegistrar';
const accepted = moved({ event: 'objection.accept' }, 'Received', 'AcceptedForReview', 'O02', by);
const begun = moved(
  { event: 'objection.startReview' },
  'AcceptedForReview',
  'UnderReview',
  'O04',
  by,
);
const held = {
  event: 'application.holdForObjection',
  actorRole: 'CityRegistrar',
  subjectType: 'application',
  details: { from: 'InPublicity', to: 'UnderObjection', rule: 'A19', objection: '<id>' },
};
const received = (kind: string) => ({
  event: 'objection.receive',
  actorRole: 'Public',
  subjectType: 'objection',
  details: { receiptNumber: expect.stringMatching(/^YY-2026-/), kind, rule: 'O01' },
});

describe('an objection', () => {
  recordTable(app, [
    [
      'that it came, without who objects',
      () => () => objections.object(),
      { events: [received('person')], ...silent },
    ],
    [
      'one without a name in the last minute of the last day',
      () => {
        award.app.clock.moveTo('2026-06-08T15:59:00.000Z');
        return () => objections.object({ identityKind: 'anonymous', name: null, telephone: null });
      },
      { events: [received('anonymous')], ...silent },
    ],
    [
      'one that came by telephone, with who entered it and how it came',
      () => () => objections.enter(),
      {
        events: [
          {
            ...received('person'),
            actorRole: 'CityRegistrar',
            details: {
              ...received('person').details,
              channel: 'telephone',
              receivedOn: expect.stringMatching(/^2026-\d\d-\d\d$/),
            },
          },
        ],
        ...silent,
      },
    ],
    [
      'a letter of the last day that is entered after the period, with its scan',
      () => {
        award.app.clock.moveTo('2026-06-10T02:00:00.000Z');
        return () =>
          objections.enter({
            channel: 'post',
            receivedOn: '2026-06-08',
            evidence: uploadedFile('evidence', '来信.png', smallPng),
          });
      },
      {
        events: [
          {
            event: 'document.store',
            actorRole: 'CityRegistrar',
            subjectType: 'document',
            details: expect.anything(),
          },
          {
            ...received('person'),
            actorRole: 'CityRegistrar',
            details: {
              ...received('person').details,
              channel: 'post',
              receivedOn: '2026-06-08',
            },
          },
        ],
        ...silent,
      },
    ],
    [
      'an acceptance, with the hold and the word to the merchant',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id);
      },
      {
        events: [accepted, held, begun],
        messages: [{ message: 'objection.accepted', to: 'Agent' }],
      },
    ],
    ...[
      { by: 'of a person with a name, who states nothing', over: {} },
      {
        by: 'of somebody without a name, who encloses a file',
        over: {
          identityKind: 'anonymous',
          name: null,
          telephone: null,
          evidence: uploadedFile('evidence', '截图.png', smallPng),
        } as const,
      },
    ].map(({ by: who, over }): RecordCase => [
      `an acceptance of one ${who}`,
      async () => {
        const id = await objections.object({ applicationId: null, substance: ' ', ...over });
        return () => objections.admit(id);
      },
      { events: [accepted, begun], ...silent },
    ]),
    [
      'a second hold on a merchant who is held already',
      async () => {
        await objections.accepted();
        const id = await objections.object();
        return () => objections.admit(id);
      },
      { events: [accepted, begun], messages: [{ message: 'objection.accepted', to: 'Agent' }] },
    ],
    [
      'an acceptance of one against the procedure, which holds nobody',
      async () => {
        const id = await objections.object({ applicationId: null });
        return () => objections.admit(id);
      },
      { events: [accepted, begun], ...silent },
    ],
    [
      'that one was not accepted, of which the merchant learns nothing',
      async () => {
        const id = await objections.object();
        return () => objections.admit(id, { accepted: false, reason: '没有可核查的事实。' });
      },
      {
        events: [moved({ event: 'objection.refuse' }, 'Received', 'Refused', 'O03', by)],
        ...silent,
      },
    ],
    [
      'an answer, for who accepted the objection',
      async () => objections.answer(await objections.accepted()),
      {
        events: [
          {
            event: 'objection.answer',
            actorRole: 'Agent',
            subjectType: 'objection',
            details: {},
          },
        ],
        messages: [{ message: 'objection.answered', to: 'CityRegistrar' }],
      },
    ],
    [
      'an extension',
      async () => {
        const id = await objections.accepted();
        return () => objections.extend(id);
      },
      {
        events: [
          moved({ event: 'objection.extend' }, 'UnderReview', 'UnderReview', 'O05', 'Approver'),
        ],
        ...silent,
      },
    ],
  ]);
});
