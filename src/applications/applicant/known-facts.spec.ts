import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { makeSubmitted } from '../../../test/support/submitted-application.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../application.entity.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  draft = await applying(app, own, opened.programme);
  await draft.save({ registeredMarks: null, 'choice.taxBand': null });
  const claims = { registeredMarks: '5', furtherRights: '2', 'choice.taxBand': 'from10' };
  const other = await makeSubmitted(app, opened.programme, { claims });
  await app.database.repo(Application).update(
    { id: other.id },
    {
      merchantId: own.merchantId,
      categoryId: opened.programme.categoryIds.Y!,
      receiptNumber: 'QZ2026Y00009',
      answers: { texts: { Y3: '讲述' }, rows: {}, penaltySelfReport: null },
    },
  );
});
afterAll(() => app.stop());

const figure = async (key: string) =>
  (await draft.load()).figures.find((one) => one.key === key)?.claimed ?? null;
const offered = () =>
  own.visitor.page.querySelectorAll('input[name=facts]').map((box) => box.getAttribute('value'));

describe('answers given elsewhere', () => {
  fromSavedState(() => app);

  test('are offered where a draft is empty, with their source and unticked', async () => {
    await own.visitor.get(draft.path);
    expect(own.visitor.page.querySelector(`a[href="${draft.path}/known-facts"]`)).not.toBeNull();
    await own.visitor.get(`${draft.path}/known-facts`);
    expect(offered()).toEqual(expect.arrayContaining(['figure:registeredMarks']));
    expect(own.visitor.page.querySelectorAll('input[name=facts][checked]')).toEqual([]);
    expect(own.visitor.text).toContain('QZ2026Y00009');
    expect(await figure('registeredMarks')).toBeNull();
  });

  test('are taken where they are ticked, and nowhere else', async () => {
    await own.visitor.get(`${draft.path}/known-facts`);
    await own.visitor.submit('/known-facts', {
      facts: ['figure:registeredMarks', 'figure:orders'],
    });
    expect(own.visitor.text).toContain('已带入1项，请核对。');
    expect(await figure('registeredMarks')).toBe('5');
    expect(await figure('furtherRights')).toBeNull();
    expect((await draft.load()).application.answers.texts.G15).toContain('自建供应链系统');
    await own.visitor.get(`${draft.path}/known-facts`);
    expect(offered()).not.toContain('figure:registeredMarks');
  });

  test('are not offered to what is handed in', async () => {
    await draft.save({ 'choice.taxBand': 'from10' });
    await draft.submit();
    await own.visitor.get(`${draft.path}/known-facts`);
    expect(offered()).toEqual([]);
  });
});
