import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { type Person, divisionPerson } from '../../../test/support/people.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { RequestCorrection } from '../office/file/request-correction.js';

let app: TestApp;
let own: Applicant;
let reviewer: Person;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  draft = await applying(app, own, opened.programme);
  await draft.submit();
  await draft.moveTo('InDivisionReview');
});
afterAll(() => app.stop());

const clerk = acting('DivisionReviewer', { divisionCode: '330802' });
const items = ['orders', 'evidence.G3'];
const ask = () =>
  app.app.get(RequestCorrection).run(clerk, {
    applicationId: draft.id,
    stage: 'division',
    items,
    reason: '订单量与平台汇总不一致，请核对。',
    texts: { orders: '请填平台后台的数。', 'text.G15': '没有勾选的不问。' },
  });
const words = () =>
  app.database.rows('SELECT item, side, text FROM correction_message ORDER BY sent_at, id');

describe('a correction item by item', () => {
  fromSavedState(() => app);
  const division = () => `/division/applications/${draft.id}`;

  test('the clerk asks for what is missing too, by indicator, with a word on each', async () => {
    await reviewer.visitor.get(`${division()}/correction`);
    const groups = reviewer.visitor.page.querySelectorAll('main details summary');
    expect(groups.map(({ text }) => text.trim())).toContain('G3 订单量（核对快递单量）');
    const values = reviewer.visitor.page
      .querySelectorAll('input[name=items]')
      .map((box) => box.getAttribute('value'));
    expect(values).toEqual(expect.arrayContaining(['evidence.G3', 'text.G15', 'samplingFailures']));
    await reviewer.visitor.submit('/correction', {
      items: ['orders'],
      'say.evidence.G3': '请补平台账单。',
      reason: '短',
    });
    expect(reviewer.visitor.status).toBe(422);
    const kept = reviewer.visitor.page.querySelector('[name="say.evidence.G3"]')!;
    expect(kept.getAttribute('value')).toBe('请补平台账单。');
    await reviewer.visitor.submit('/correction', {
      items: ['orders'],
      'say.evidence.G3': '请补平台账单。',
      reason: '订单量与平台汇总不一致，请核对。',
    });
    expect((await draft.load()).correction!.items).toEqual(['orders', 'evidence.G3']);
    expect(await words()).toEqual([
      { item: 'evidence.G3', side: 'office', text: '请补平台账单。' },
    ]);
  });

  test('the merchant reads the request at the field, and is told what is unchanged', async () => {
    await ask();
    await own.visitor.get(`${draft.path}/figures`);
    const hint = own.visitor.page.querySelector('[id="field-orders-hint"]')!;
    expect(hint.text).toContain('主管部门要求：请填平台后台的数。');
    await draft.save({ orders: '59000' });
    await own.visitor.get(`${draft.path}/correction`);
    const tags = own.visitor.page.querySelectorAll('main .tag').map(({ text }) => text.trim());
    expect(tags).toEqual(['已修改', '没有变化']);
    await own.visitor.submit('/correction', { 'say.orders': '已按账单改。' });
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.errors[0]).toContain('有1项既没有修改也没有说明');
    expect(own.visitor.page.querySelector('[id="field-say.orders"]')!.text).toBe('已按账单改。');
    await own.visitor.submit('/correction', { 'say.orders': '已按账单改。', unchanged: 'on' });
    expect(own.visitor.path).toBe(draft.path);
  });

  test('the clerk finds it under 补正已回 with before and after, and says more while it is open', async () => {
    await ask();
    await reviewer.visitor.get(`${division()}/corrections`);
    await reviewer.visitor.submit('/corrections', { 'say.orders': '以年末为准。' });
    await draft.save({ orders: '59000' });
    await own.visitor.get(`${draft.path}/correction`);
    expect(own.visitor.text).toContain('以年末为准。');
    await own.visitor.post(`${draft.path}/correction/messages`, {
      _csrf: own.visitor.token,
      'say.orders': '好的。',
    });
    await draft.correct();
    await reviewer.visitor.get('/division?step=corrected');
    const link = reviewer.visitor.page.querySelector('tbody a')!.getAttribute('href')!;
    expect(link).toBe(`${division()}/corrections`);
    await reviewer.visitor.get(link);
    const shown = reviewer.visitor.page
      .querySelector('.summary-list')!
      .querySelectorAll('.summary-row')
      .map((row) => row.querySelectorAll('dt, dd').map(({ text }) => text.trim()));
    expect(shown).toEqual([
      ['补正前', '60,000'],
      ['补正后', '59,000'],
    ]);
    expect(reviewer.visitor.text).toContain('好的。');
    expect(reviewer.visitor.page.querySelectorAll('main textarea')).toEqual([]);
  });
});
