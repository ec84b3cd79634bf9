import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Applicant, openWindow } from '../../../../test/support/applicant.js';
import { OpenDraft, asJson } from '../../../../test/support/open-draft.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import type { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
let draft: OpenDraft;
let own: Applicant;
let path: string;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());
beforeEach(async () => {
  draft = await OpenDraft.begin(app, programme);
  ({ own, path } = draft);
});

describe('figures that wait', () => {
  test('that could not be read while one typed come back as they were typed, with their error', async () => {
    await own.visitor.get(`${path}/figures`);
    const body = { _csrf: own.visitor.token, version: draft.shownVersion() };
    const typed = {
      registeredMarks: '2',
      taxPaidWan: '九万',
      [`shop.${own.shopId}.goodRatePct`]: '0.98',
    };
    await own.visitor.post(`${path}/figures`, { ...body, ...typed }, asJson);
    expect(await draft.figures()).toEqual({ registeredMarks: '2' });
    await own.visitor.get(`${path}/figures`);
    expect([own.visitor.status, own.visitor.errors]).toEqual([
      200,
      ['“实缴税额（万元）”请填数字。'],
    ]);
    expect(draft.valueOf('taxPaidWan')).toBe('九万');
    expect(draft.valueOf('registeredMarks')).toBe('2');
    expect(own.visitor.text).toContain('填的是0.98%。是不是98%？');
    await own.visitor.submit('/figures', {
      taxPaidWan: '9',
      [`shop.${own.shopId}.goodRatePct`]: '98%',
    });
    expect(own.visitor.errors).toEqual([]);
    await own.visitor.get(`${path}/figures`);
    expect([own.visitor.errors, draft.valueOf('taxPaidWan')]).toEqual([[], '9.00']);
    expect(await draft.figures()).toMatchObject({ [`shop.${own.shopId}.goodRatePct`]: '9800' });
  });

  test('that look like ones of another scale are asked about, once', async () => {
    const rating = `shop.${own.shopId}.rating.service`;
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', { [rating]: '49', registeredMarks: '1' });
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.text).toContain('填的是49分。多数平台满分为5分');
    expect(await draft.figures()).toEqual({});
    await own.visitor.submit('/figures', { confirmed: 'on', [rating]: '48' });
    expect(own.visitor.status).toBe(422);
    await own.visitor.submit('/figures', { confirmed: 'on' });
    expect(await draft.figures()).toEqual({ registeredMarks: '1', [rating]: '4800' });
    await own.visitor.submit('/figures', { registeredMarks: '2' });
    expect(own.visitor.errors).toEqual([]);
  });

  test('go on to the next step with the one button that saves, and not with a mistake', async () => {
    await own.visitor.get(`${path}/figures`);
    expect(own.visitor.page.querySelector('main form .button-row a')).toBeNull();
    await own.visitor.submit('/figures', { intent: 'next', registeredMarks: 'x' });
    expect([own.visitor.status, own.visitor.path]).toEqual([422, `${path}/figures`]);
    await own.visitor.submit('/figures', { intent: 'next', registeredMarks: '4' });
    expect(own.visitor.path).toBe(`${path}/texts`);
    expect(await draft.figures()).toEqual({ registeredMarks: '4' });
  });
});
