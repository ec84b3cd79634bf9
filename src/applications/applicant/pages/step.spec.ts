import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  fillDraft,
  typedFigures,
  openWindow,
} from '../../../../test/support/applicant.js';
import { OpenDraft, asJson } from '../../../../test/support/open-draft.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import type { Fields } from '../../../../test/support/visitor.js';

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

describe('the figures of a draft', () => {
  test('are asked for where the rubric needs them and the register does not hold them', async () => {
    await own.visitor.get(`${path}/figures`);
    const names = own.visitor.page
      .querySelectorAll('form[data-autosave] [name]')
      .map((field) => field.getAttribute('name')!)
      .filter((name) => !/^(_csrf|version|intent|rows\.)/.test(name));
    const shop = `shop.${own.shopId}`;
    expect(names).toEqual([
      `${shop}.rating.description`,
      `${shop}.rating.service`,
      `${shop}.rating.logistics`,
      `${shop}.ratedOn.year`,
      `${shop}.ratedOn.month`,
      `${shop}.ratedOn.day`,
      `${shop}.goodRatePct`,
      `${shop}.dispatch48hPct`,
      'tick.G9.licence',
      'tick.G9.permits',
      'tick.G9.returns',
      'tick.G9.complaints',
      'familyWorkers',
      'taxPaidWan',
      'choice.taxBand',
      'tick.G12.declaration',
      'registeredMarks',
      'furtherRights',
      'brandSalesSharePct',
      'samplingFailure.none',
    ]);
    expect(own.visitor.text).toContain('上年网络零售净额（万元） 600.00');
    expect(own.visitor.text).toContain('前一年网络零售净额（万元） 480.00');
    expect(own.visitor.text).not.toContain('复购率');
  });

  test('are stored in hundredths and shown again as typed', async () => {
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', typedFigures(own.shopId));
    const shop = `shop.${own.shopId}`;
    expect(await draft.figures()).toEqual({
      'choice.taxBand': 'from10',
      registeredMarks: '1',
      'samplingFailure.none': '1',
      [`${shop}.dispatch48hPct`]: '9900',
      [`${shop}.goodRatePct`]: '9850',
      [`${shop}.rating.description`]: '485',
      [`${shop}.rating.logistics`]: '490',
      [`${shop}.rating.service`]: '482',
      'tick.G9.licence': '1',
    });
    expect(draft.valueOf(`${shop}.rating.description`)).toBe('4.85');
    await own.visitor.submit('/figures', { registeredMarks: '', 'tick.G9.licence': [] });
    expect(await draft.figures()).not.toHaveProperty('registeredMarks');
    expect(await draft.figures()).not.toHaveProperty(['tick.G9.licence']);
  });

  test('that the register holds, or that the category does not need, are not taken from the body', async () => {
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', { netWan: '99999', repurchaseRatePct: '50', orders: '1' });
    expect(await draft.figures()).toEqual({});
  });

  test('with mistakes come back with everything typed and write nothing', async () => {
    const typed: Fields = {
      [`shop.${own.shopId}.goodRatePct`]: '101',
      registeredMarks: '两件',
      taxPaidWan: '12.345',
      familyWorkers: '3',
    };
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', typed);
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.errors).toEqual([
      '“店铺“江畔柑橘店”好评率（%）”不能大于100。',
      '“实缴税额（万元）”最多两位小数。',
      '“注册商标”请填数字。',
    ]);
    expect(draft.valueOf('registeredMarks')).toBe('两件');
    expect(draft.valueOf('familyWorkers')).toBe('3');
    expect(await draft.figures()).toEqual({});
  });

  test('are saved while one types; a half-written field waits', async () => {
    await own.visitor.get(`${path}/figures`);
    const body = { _csrf: own.visitor.token, version: draft.shownVersion() };
    await own.visitor.post(
      `${path}/figures`,
      { ...body, registeredMarks: '2', taxPaidWan: '12.' },
      asJson,
    );
    expect(own.visitor.status).toBe(200);
    const answer = JSON.parse(own.visitor.html) as {
      time: string;
      version: string;
      unread: readonly string[];
    };
    expect(answer.unread).toEqual(['taxPaidWan']);
    expect(answer.time).toMatch(/^2026年9月10日 10:\d\d$/);
    expect(await draft.figures()).toEqual({ registeredMarks: '2' });
    await own.visitor.post(
      `${path}/figures`,
      { ...body, version: answer.version, registeredMarks: '3' },
      asJson,
    );
    expect(own.visitor.status).toBe(200);
    expect(await draft.figures()).toEqual({ registeredMarks: '3' });
  });

  test('rows become figures, and emptied rows disappear with them', async () => {
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', {
      'rows.samplingFailures.0.date.year': '2025',
      'rows.samplingFailures.0.date.month': '5',
      'rows.samplingFailures.0.date.day': '6',
      'rows.samplingFailures.0.product': '胡柚',
      'rows.samplingFailures.0.remediedOn.year': '2025',
      'rows.samplingFailures.0.remediedOn.month': '6',
      'rows.samplingFailures.0.remediedOn.day': '1',
    });
    expect(own.visitor.errors).toEqual([]);
    expect(await draft.figures()).toEqual({ 'samplingFailure.1': '2025-05-06|2025-06-01' });
    const emptied = ['date.year', 'date.month', 'date.day', 'product', 'remediedOn.year']
      .concat(['remediedOn.month', 'remediedOn.day'])
      .map((name) => [`rows.samplingFailures.0.${name}`, '']);
    await own.visitor.submit('/figures', Object.fromEntries(emptied) as Fields);
    expect(await draft.figures()).toEqual({});
  });
});

describe('the texts of a draft', () => {
  test('hold 2000 characters and no more', async () => {
    await own.visitor.get(`${path}/texts`);
    await own.visitor.submit('/texts', { 'text.G15': '网'.repeat(2001), penalty: 'some' });
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.errors).toEqual([
      '“说明”最多2,000个字，现有2,001个字。',
      '请填写“处罚情况说明”。',
    ]);
    expect(own.visitor.page.querySelector('[name="text.G15"]')!.text).toHaveLength(2001);
    await own.visitor.submit('/texts', { 'text.G15': '网'.repeat(2000), penalty: 'none' });
    expect(own.visitor.errors).toEqual([]);
  });

  test('L09: are escaped wherever they are shown', async () => {
    await own.visitor.get(`${path}/texts`);
    await own.visitor.submit('/texts', { 'text.G15': '</textarea><script>x()</script>{{a}}' });
    expect(own.visitor.html).not.toContain('<script>x()');
    expect(own.visitor.page.querySelector('[name="text.G15"]')!.textContent).toBe(
      '</textarea><script>x()</script>{{a}}',
    );
  });
});

describe('the preview', () => {
  test('shows points by indicator from what was claimed, and what the next range needs', async () => {
    await fillDraft(own, path);
    await own.visitor.get(`${path}/preview`);
    const articles = own.visitor.page
      .querySelectorAll('article')
      .map((article) => article.text.replace(/\s+/g, ' ').trim());
    expect(articles[0]).toBe(
      'G1 上年网络零售额（净）4.00 / 10.00分 上年网络零售净额（万元） 600.00 · 其中代运营销售额（万元） 0.00 ' +
        '所填值600.00万元，在500.00（含）至1000.00（不含）一档，试算4.00分 达到1000.00万元可计5.50分',
    );
    expect(articles.find((text) => text.startsWith('G11'))).toBe(
      'G11 带动初创者由评委评分（8.00分）',
    );
    expect(articles.find((text) => text.startsWith('G5'))).toContain('“江畔柑橘店”');
    expect(own.visitor.text).toContain('仅供参考');
    expect(own.visitor.text).toContain('另有28.00分由评委评分');
    expect(own.visitor.html).not.toContain('核定值');
  });
});
