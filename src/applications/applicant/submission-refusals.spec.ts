import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import { staleIn } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { UploadReceipt } from '../upload-receipt.entity.js';
import { EligibilityOverview } from './eligibility-overview.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const closed = { code: 'applications.submit.closed' };
const unconfirmed = {
  code: 'lifecycle.refused.guard',
  variables: { rule: 'A02', guard: 'legalRepresentativeConfirmed' },
};
const noRepresentative = () =>
  app.database.execute('UPDATE duty SET ended_at = ? WHERE merchant_id = ?', [
    app.clock.now(),
    own.merchantId,
  ]);
const programmeIs = (state: ProgrammeState) =>
  app.database.repo(Programme).update({ id: programme.id }, { state });
const begunAt = (startedAt: string) =>
  app.database.repo(UploadReceipt).insert({
    id: newId(),
    number: 'SC2026093012345678',
    applicationId: draft.id,
    accountId: own.accountId,
    startedAt,
    completedAt: startedAt,
    files: 1,
  });

/** The act on a file that was loaded before `meanwhile` happened. */
const after =
  (meanwhile: () => Promise<unknown> | void): RefusalCase[1] =>
  async () => {
    const file = await draft.load();
    await meanwhile();
    return () => draft.submit(file);
  };

describe('a submission', () => {
  refusalTable(
    () => app,
    [
      [
        'what is submitted already',
        async () => {
          await draft.submit();
          return () => draft.submit();
        },
        { code: 'applications.locked', kind: 'conflict' },
      ],
      [
        'what was submitted meanwhile',
        after(() => draft.submit()),
        {
          code: 'applications.locked',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Submitted' },
        },
      ],
      [
        'what was typed on meanwhile',
        after(() => draft.save({ registeredMarks: '7' })),
        staleIn('submit-application'),
      ],
      [
        'what got another file meanwhile',
        after(() => draft.attach('G15')),
        staleIn('submit-application'),
      ],
      [
        'at the first moment after the window',
        after(() => app.clock.moveTo(afterTheWindow)),
        closed,
      ],
      [
        'a page that was opened after it',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.submit();
        },
        closed,
      ],
      [
        'a page that was opened before it, of a programme that moved on',
        after(() => programmeIs('Screening')),
        { ...closed, kind: 'conflict' },
      ],
      [
        'thirty minutes after the start of an upload that began before the deadline',
        async () => {
          await begunAt('2026-09-30T15:50:00.000Z');
          const file = await draft.load();
          app.clock.moveTo('2026-09-30T16:20:00.000Z');
          return () => draft.submit(file);
        },
        closed,
      ],
      [
        'on the word of an upload that began at the deadline',
        async () => {
          await begunAt(afterTheWindow);
          app.clock.moveTo('2026-09-30T16:05:00.000Z');
          return () => draft.submit();
        },
        closed,
      ],
      [
        'what waited at the gate until the deadline had passed',
        async () => {
          const file = await draft.load();
          const overview = app.app.get(EligibilityOverview);
          const found = await overview.of(own.merchantId, programme.id);
          jest.spyOn(overview, 'of').mockImplementationOnce(async () => {
            app.clock.moveTo(afterTheWindow);
            return found;
          });
          return () => draft.submit(file);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02', guard: 'beforeDeadline' } },
      ],
      [
        'in a programme whose overview is gone',
        () => {
          jest.spyOn(app.app.get(EligibilityOverview), 'of').mockResolvedValueOnce(null);
          return () => draft.submit();
        },
        closed,
      ],
      [
        'for a merchant that no longer meets the conditions',
        after(() =>
          app.database.execute('UPDATE annual_return SET net_wan = 100 WHERE merchant_id = ?', [
            own.merchantId,
          ]),
        ),
        { code: 'applications.submit.ineligible' },
      ],
      [
        'a draft with a hole',
        async () => {
          await draft.save({ 'samplingFailure.none': null });
          return () => draft.submit();
        },
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A02', guard: 'requiredFieldsFilled' },
        },
      ],
      [
        'without a declaration',
        () => () => draft.submit(undefined, undefined, { truth: { accepted: false, items: [] } }),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A02', guard: 'declarationsAccepted' },
        },
      ],
      [
        'without the consent to publish the name',
        () => () =>
          draft.submit(undefined, undefined, {
            publicity: { accepted: false, items: ['division'] },
          }),
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02', guard: 'consentsGiven' } },
      ],
      [
        'by an agent whose representative has an account',
        async () => {
          await draft.attach('confirmation');
          return () => draft.submit(undefined, draft.agent);
        },
        unconfirmed,
      ],
      [
        'by an agent without the signed statement',
        async () => {
          await noRepresentative();
          return () => draft.submit(undefined, draft.agent);
        },
        unconfirmed,
      ],
    ],
  );
});
