import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  startDraft,
} from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Application } from '../application.entity.js';
import { declarationKinds } from './declarations.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  await divisionPerson(app, 'DivisionReviewer', '330802');
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const subjectType = 'application';
const byRepresentative = { actorRole: 'LegalRepresentative', subjectType };
const reopened = async () => {
  await draft.submit();
  await draft.reopen();
};
const figure = async (key: string) =>
  (await draft.load()).figures.find((one) => one.key === key)?.claimed ?? null;
const state = async () => (await draft.load()).application.state;

describe('what is handed in again', () => {
  recordTable(
    () => app,
    [
      [
        'that it was taken back, also from a review that has begun',
        async () => {
          await draft.submit();
          await draft.moveTo('InDivisionReview');
          return () => draft.reopen();
        },
        {
          events: [
            {
              event: 'application.reopenSubmission',
              ...byRepresentative,
              details: { from: 'InDivisionReview', to: 'Draft', rule: 'A02r' },
            },
          ],
          messages: [{ message: 'applicationReopened', to: 'DivisionReviewer' }],
        },
      ],
      [
        'the second submission under the first number',
        async () => {
          await reopened();
          return () => draft.submit();
        },
        {
          events: [
            {
              event: 'application.submit',
              ...byRepresentative,
              details: {
                from: 'Draft',
                to: 'Submitted',
                rule: 'A02',
                receiptNumber: 'QZ2026G00001',
                number: 2,
                confirmation: 'account',
                contentHash: '<hash>',
                snapshotHash: '<hash>',
                evidence: [],
                declarations: declarationKinds.map((kind) => ({ kind, hash: '<hash>' })),
              },
            },
          ],
          messages: [
            { message: 'applicationArrived', to: 'DivisionReviewer' },
            { message: 'applicationResubmitted', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'that a change was given up',
        async () => {
          await reopened();
          return () => draft.restore();
        },
        {
          events: [
            {
              event: 'application.restoreSubmission',
              ...byRepresentative,
              details: {
                from: 'Draft',
                to: 'Submitted',
                rule: 'A02s',
                number: 1,
                contentHash: '<hash>',
                overdue: false,
              },
            },
          ],
          messages: [],
        },
      ],
      [
        'that the clock put back what was not handed in again',
        async () => {
          await reopened();
          app.clock.moveTo(afterTheWindow);
          return () => draft.restoreOverdue();
        },
        {
          events: [
            {
              event: 'application.restoreSubmission',
              actorRole: 'System',
              subjectType,
              details: {
                from: 'Draft',
                to: 'Submitted',
                rule: 'A02s',
                number: 1,
                contentHash: '<hash>',
                overdue: true,
              },
            },
          ],
          messages: [{ message: 'changeNotHandedIn', to: 'LegalRepresentative' }],
        },
      ],
      [
        'nothing before the deadline',
        async () => {
          await reopened();
          app.clock.moveTo('2026-09-30T15:59:59.000Z');
          return () => draft.restoreOverdue();
        },
        { events: [], messages: [] },
      ],
      [
        'nothing of a draft that was never handed in',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.restoreOverdue();
        },
        { events: [], messages: [] },
      ],
      [
        'a dropped draft with its files',
        async () => {
          await draft.attach('G15');
          return () => draft.drop();
        },
        {
          events: [
            {
              event: 'document.remove',
              actorRole: 'LegalRepresentative',
              subjectType: 'document',
              details: { ownerType: subjectType, ownerId: '<id>', hash: '<hash>' },
            },
            {
              event: 'application.dropDraft',
              ...byRepresentative,
              details: { category: 'G', files: 1 },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('what is not handed in again', () => {
  refusalTable(
    () => app,
    [
      [
        'to take back a draft',
        () => () => draft.reopen(),
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Draft', event: 'reopenSubmission' },
        },
      ],
      [
        'to take back what is recommended already',
        async () => {
          await draft.submit();
          await draft.moveTo('Recommended');
          return () => draft.reopen();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Recommended', event: 'reopenSubmission' },
        },
      ],
      [
        'to take it back at the first moment after the deadline',
        async () => {
          await draft.submit();
          const file = await draft.load();
          app.clock.moveTo(afterTheWindow);
          return () => draft.reopen(file);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02r', guard: 'beforeDeadline' } },
      ],
      [
        'to take it back while the programme is not open',
        async () => {
          await draft.submit();
          await app.database.repo(Programme).update({ id: programme.id }, { state: 'Screening' });
          return () => draft.reopen();
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02r', guard: 'beforeDeadline' } },
      ],
      [
        'to restore a draft that was never handed in',
        () => () => draft.restore(),
        { code: 'lifecycle.refused.guard', variables: { rule: 'A02s', guard: 'submittedBefore' } },
      ],
      [
        'to drop what was handed in, also while it is changed',
        async () => {
          await reopened();
          return () => draft.drop();
        },
        { code: 'applications.drop.tooLate', kind: 'conflict' },
      ],
      [
        'to drop what was handed in meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => draft.drop(file);
        },
        {
          code: 'applications.drop.tooLate',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Submitted' },
        },
      ],
      [
        'the page that drops what was handed in',
        async () => {
          await draft.submit();
          return () => own.visitor.get(`${draft.path}/removal`);
        },
        { code: 'applications.drop.tooLate', kind: 'conflict' },
      ],
    ],
  );
});

describe('a change until the deadline', () => {
  fromSavedState(() => app);

  test('counts once it is handed in, and every version keeps its receipt', async () => {
    await draft.attach('G15');
    await draft.submit();
    await draft.reopen();
    await draft.save({ registeredMarks: '7' });
    const [evidence] = (await draft.load()).evidence;
    await draft.remove(evidence!.id);
    await own.visitor.get(draft.path);
    expect(own.visitor.text).toContain('第1次提交');
    await draft.submit();
    expect(await figure('registeredMarks')).toBe('7');
    await own.visitor.get(draft.path);
    const receipts = own.visitor.page.querySelectorAll(`a[href^="${draft.path}/receipts/"]`);
    expect(receipts.map((link) => link.getAttribute('href'))).toEqual([
      `${draft.path}/receipts/2`,
      `${draft.path}/receipts/1`,
    ]);
    await own.visitor.get(`${draft.path}/receipts/1`);
    expect(own.visitor.text).toContain('声明.pdf');
    await own.visitor.get(`/documents/${evidence!.documentId}`);
    expect(own.visitor.status).toBe(200);
    await own.visitor.get(`${draft.path}/receipt`);
    expect(own.visitor.text).not.toContain('声明.pdf');
    const hashes = (await draft.load()).submissions.map(({ contentHash }) => contentHash);
    expect(new Set(hashes).size).toBe(2);
    expect(own.visitor.text).toContain(hashes[1]!);
    await own.visitor.get(`${draft.path}/receipts/3`);
    expect(own.visitor.status).toBe(404);
  });

  test('is undone where it is not: figures, texts, files and numbers stand as they were', async () => {
    await draft.attach('G15');
    await draft.submit();
    const before = await draft.load();
    await draft.reopen();
    await draft.save({ registeredMarks: '7' });
    await draft.write('texts', { texts: { G15: '另一段话。' } });
    await draft.remove(before.evidence[0]!.id);
    await draft.attach('G16');
    await app.database.execute('UPDATE shop SET shop_name = ? WHERE merchant_id = ?', [
      '改名店铺',
      own.merchantId,
    ]);
    expect((await draft.load()).register.shops[0]!.shopName).toBe('改名店铺');
    app.clock.moveTo(afterTheWindow);
    await draft.restoreOverdue();
    const after = await draft.load();
    expect(after.application).toMatchObject({
      state: 'Submitted',
      receiptNumber: before.application.receiptNumber,
      submittedAt: before.application.submittedAt,
      answers: before.application.answers,
    });
    expect(after.figures).toEqual(before.figures);
    expect(after.register).toEqual(before.register);
    expect(after.evidence.map(({ documentId, indicator }) => [documentId, indicator])).toEqual(
      before.evidence.map(({ documentId, indicator }) => [documentId, indicator]),
    );
  });

  test('is read anew by the division: an opinion on what was before cannot be signed', async () => {
    await reopened();
    const reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
    await reviewer.visitor.get(`/division${draft.path.slice('/my'.length)}`);
    expect(reviewer.visitor.status).toBe(404);
    await draft.submit();
    await reviewer.visitor.get(`/division${draft.path.slice('/my'.length)}`);
    expect(reviewer.visitor.status).toBe(200);
  });

  test('is still waited for while it is changed', async () => {
    await app.database.repo(Programme).update({ id: programme.id }, { state: 'DivisionReview' });
    const waited = async () =>
      (await app.app.get(ProgrammeGuards).of(programme.id)).divisionOpinionsSignedOrTakenOver;
    expect(await waited()).toBe(true);
    await app.database.repo(Application).update({ id: draft.id }, { submittedAt: app.clock.now() });
    expect(await waited()).toBe(false);
  });

  test('is offered by buttons that work', async () => {
    await draft.submit();
    await own.visitor.get(draft.path);
    await own.visitor.submit('/revision');
    expect(await state()).toBe('Draft');
    await own.visitor.submit('/restoration');
    expect(await state()).toBe('Submitted');
    app.clock.moveTo(afterTheWindow);
    await own.visitor.get(draft.path);
    expect(own.visitor.html).not.toContain('/revision');
  });

  test('a dropped draft leaves nothing, and the category can be begun anew', async () => {
    await draft.attach('G15');
    await own.visitor.get(draft.path);
    expect(own.visitor.html).not.toContain('/withdrawal');
    await own.visitor.get(`${draft.path}/removal`);
    await own.visitor.submit('/removal');
    expect(own.visitor.path).toBe('/my');
    for (const table of ['application', 'figure', 'evidence_link', 'document', 'upload_receipt']) {
      const rows = await app.database.rows(`SELECT id FROM ${table}`);
      expect([table, rows]).toEqual([table, []]);
    }
    expect(await startDraft(own, programme)).toMatch(/^\/my\/applications\/[^/]+$/);
  });

  test('a draft says when its time is over', async () => {
    app.clock.moveTo(afterTheWindow);
    await own.visitor.get(draft.path);
    expect(own.visitor.text).toContain('申报时间已过，这份草稿没有提交');
    expect(own.visitor.html).toContain(`${draft.path}/removal`);
  });
});
