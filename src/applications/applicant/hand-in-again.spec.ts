import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  startDraft,
} from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { growLog } from '../../../test/support/grow-log.js';
import { expectLater, receiptOf } from '../../../test/support/log-receipt.js';
import { divisionPerson } from '../../../test/support/people.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Application } from '../application.entity.js';

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

const reopened = async () => {
  await draft.submit();
  await draft.reopen();
};

const figure = async (key: string) =>
  (await draft.load()).figures.find((one) => one.key === key)?.claimed ?? null;
const state = async () => (await draft.load()).application.state;

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
    await own.visitor.get(`${draft.path}/receipts/1/answers`);
    expect(own.visitor.text).toContain('声明.pdf');
    await own.visitor.get(`/documents/${evidence!.documentId}`);
    expect(own.visitor.status).toBe(200);
    await own.visitor.get(`${draft.path}/receipt/answers`);
    expect(own.visitor.text).not.toContain('声明.pdf');
    const hashes = (await draft.load()).submissions.map(({ contentHash }) => contentHash);
    expect(new Set(hashes).size).toBe(2);
    expect(own.visitor.text).toContain(hashes[1]!);
    await own.visitor.get(`${draft.path}/receipts/3`);
    expect(own.visitor.status).toBe(404);
  });

  test('has its line in the public log, each version its own, for its merchant alone', async () => {
    await draft.submit();
    await draft.reopen();
    await draft.save({ registeredMarks: '7' });
    await draft.submit();
    const [first, second] = [1, 2].map((number) => `${draft.path}/receipts/${number}`);
    await expectLater(own.visitor, second!, `${second}/log`);
    await growLog(app, 1);
    const says = [];
    for (const path of [first!, second!]) says.push(await receiptOf(own.visitor, path));
    const hashes = (await draft.load()).submissions.map(({ contentHash }) => contentHash);
    expect(
      says.map(({ event, details }) => [event, (details as { contentHash: string }).contentHash]),
    ).toEqual(hashes.map((hash) => ['application.submit', hash]));
    const other = await makeApplicant(app);
    for (const path of [`${first}/log`, `${first}/log/square.svg`]) {
      expect((await other.visitor.get(path)).status).toBe(404);
    }
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
