import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { divisionPerson, office } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import { records } from '../../../test/support/records.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { UploadReceipt } from '../upload-receipt.entity.js';
import { CloseOverdueCorrections } from './close-overdue-corrections.js';
import { declarationKinds } from './declarations.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  await divisionPerson(app, 'DivisionReviewer', '330802');
  await divisionPerson(app, 'DivisionReviewer', '330825');
  await office(app, 'Screener');
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const subjectType = 'application';
const byRepresentative = { actorRole: 'LegalRepresentative', subjectType };
const submitted = (confirmation: string, evidence: object[] = []) => ({
  from: 'Draft',
  to: 'Submitted',
  rule: 'A02',
  receiptNumber: 'QZ2026G00001',
  number: 1,
  confirmation,
  contentHash: '<hash>',
  snapshotHash: '<hash>',
  evidence,
  declarations: declarationKinds.map((kind) => ({ kind, hash: '<hash>' })),
});
const withoutRepresentative = () =>
  app.database.execute(`UPDATE duty SET role = 'Agent' WHERE merchant_id = ?`, [own.merchantId]);
const asked = async (stage: 'division' | 'screening') => {
  await draft.submit();
  await draft.askCorrection(['orders'], stage);
};
const beganAt = (startedAt: string) =>
  app.database.repo(UploadReceipt).insert({
    id: newId(),
    number: 'SC2026093012345678',
    applicationId: draft.id,
    accountId: own.accountId,
    startedAt,
    completedAt: startedAt,
    files: 1,
  });

describe('a submission', () => {
  recordTable(
    () => app,
    [
      [
        'what was submitted, for the merchant and its own division',
        () => () => draft.submit(),
        {
          events: [
            { event: 'application.submit', ...byRepresentative, details: submitted('account') },
          ],
          messages: [
            { message: 'applicationArrived', to: 'DivisionReviewer' },
            { message: 'applicationSubmitted', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'the signed statement of a representative without an account',
        async () => {
          await draft.attach('confirmation');
          await withoutRepresentative();
          return () => draft.submit(undefined, draft.agent);
        },
        {
          events: [
            {
              event: 'application.submit',
              actorRole: 'Agent',
              subjectType,
              details: submitted('statement', [{ indicator: 'confirmation', hash: '<hash>' }]),
            },
          ],
          messages: [
            { message: 'applicationArrived', to: 'DivisionReviewer' },
            { message: 'applicationSubmitted', to: 'Agent' },
          ],
        },
      ],
      ...(
        [
          ['in the last minute', '2026-09-30T15:59:00.000Z', false],
          ['within thirty minutes of an upload in time', '2026-09-30T16:19:00.000Z', true],
        ] as const
      ).map(
        ([when, moment, begun]) =>
          [
            `one ${when}`,
            async () => {
              if (begun) await beganAt('2026-09-30T15:50:00.000Z');
              app.clock.moveTo(moment);
              return () => draft.submit();
            },
            {
              events: [
                { event: 'application.submit', ...byRepresentative, details: submitted('account') },
              ],
              messages: [
                { message: 'applicationArrived', to: 'DivisionReviewer' },
                { message: 'applicationSubmitted', to: 'LegalRepresentative' },
              ],
            },
          ] as const,
      ),
    ],
  );
});

describe('a correction', () => {
  const corrected = { from: 'CorrectionRequested', correctionId: '<id>' };
  const told = { message: 'applicationCorrected', to: 'LegalRepresentative' };
  const sent = { ...corrected, items: ['orders'], answered: [], number: 2, contentHash: '<hash>' };
  recordTable(
    () => app,
    [
      [
        'what goes back to the division, in the last minute',
        async () => {
          await asked('division');
          app.clock.moveTo('2026-09-17T15:59:00.000Z');
          return () => draft.correct();
        },
        {
          events: [
            {
              event: 'application.correctForDivision',
              ...byRepresentative,
              details: { ...sent, to: 'Submitted', rule: 'A05a' },
            },
          ],
          messages: [told, { message: 'correctionReturned', to: 'DivisionReviewer' }],
        },
      ],
      [
        'what goes back to the screening',
        async () => {
          await asked('screening');
          return () => draft.correct();
        },
        {
          events: [
            {
              event: 'application.correctForScreening',
              ...byRepresentative,
              details: { ...sent, to: 'Recommended', rule: 'A05b' },
            },
          ],
          messages: [told, { message: 'correctionReturned', to: 'Screener' }],
        },
      ],
      [
        'what goes on as it is',
        async () => {
          await asked('screening');
          app.clock.moveTo('2026-09-17T16:00:00.000Z');
          return () => app.app.get(CloseOverdueCorrections).run();
        },
        {
          events: [
            {
              event: 'application.correctForScreening',
              actorRole: 'System',
              subjectType,
              details: { ...corrected, overdue: true, to: 'Recommended', rule: 'A05b' },
            },
          ],
          messages: [
            { message: 'correctionLapsed', to: 'Screener' },
            { message: 'correctionOverdue', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'nothing before the day is over',
        async () => {
          await asked('division');
          app.clock.moveTo('2026-09-17T15:59:00.000Z');
          return () => app.app.get(CloseOverdueCorrections).run();
        },
        { events: [], messages: [] },
      ],
    ],
  );

  test('one lapse, though the clocks of two processes strike together', async () => {
    await asked('screening');
    app.clock.moveTo('2026-09-17T16:00:00.000Z');
    const clock = app.app.get(CloseOverdueCorrections);
    const lapsed: number[] = [];
    const { events } = await records(app, async () => {
      lapsed.push(...(await Promise.all([clock.run(), clock.run()])));
    });
    expect([Math.min(...lapsed), Math.max(...lapsed)]).toEqual([0, 1]);
    expect(events).toHaveLength(1);
  });
});
