import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  startDraft,
} from '../../../../test/support/applicant.js';
import { type Applying, applying } from '../../../../test/support/applying.js';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import type { TestApp } from '../../../../test/support/test-app.js';

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

/** Rows by their term: what stands there and where it is changed. */
const rows = () =>
  Object.fromEntries(
    own.visitor.page.querySelectorAll('main .summary-row').map((row) => [
      row.querySelector('dt')!.text.trim(),
      {
        value: row.querySelector('dd')!.text.replace(/\s+/g, ' ').trim(),
        change: row.querySelector('a')?.getAttribute('href') ?? null,
      },
    ]),
  );
const statuses = () =>
  own.visitor.page
    .querySelectorAll('main .task')
    .map((task) => [task.querySelector('a')!.text, task.querySelector('.tag')!.text.trim()]);

describe('the check before the submission', () => {
  fromSavedState(() => app);

  test('shows every part with the place where it is changed, and each of these answers', async () => {
    await draft.attach('G15');
    await own.visitor.get(`${draft.path}/check`);
    const all = rows();
    expect(all).toMatchObject({
      注册商标: { value: '1', change: `${draft.path}/figures#field-registeredMarks` },
      近三年是否受过行政处罚: { value: '没有', change: `${draft.path}/texts#field-penalty` },
      '2025年': { value: '网络零售净额600.00万元，订单60,000单', change: '/my/returns/2025' },
      '江畔柑橘店（淘宝）': { change: `/my/shops/${own.shopId}` },
      商户名称: { change: '/my/merchant' },
    });
    expect(Object.values(all).filter(({ value }) => value.includes('声明.pdf'))).toEqual([
      { value: '声明.pdf', change: `${draft.path}/evidence` },
    ]);
    const links = [...new Set(Object.values(all).map(({ change }) => change!))];
    expect(links).not.toContain(null);
    for (const link of links) {
      const [path, fragment] = link.split('#');
      await own.visitor.get(path!);
      expect([link, own.visitor.status]).toEqual([link, 200]);
      if (fragment) {
        const place = own.visitor.page.querySelector(`[id="${fragment}"]`);
        expect([link, place !== null]).toEqual([link, true]);
      }
    }
  });

  test('marks what is missing, and nothing when all is there', async () => {
    await own.visitor.get(`${draft.path}/check`);
    expect(own.visitor.page.querySelectorAll('main .tag')).toEqual([]);
    await draft.save({ 'samplingFailure.none': null });
    await own.visitor.get(`${draft.path}/check`);
    expect(own.visitor.text).toContain('还有1项未填完整');
    expect(rows()['上年及前一年没有抽检不合格']!.value).toContain('必填，未填');
  });

  test('offers no change of what is handed in', async () => {
    await draft.submit();
    await own.visitor.get(`${draft.path}/check`);
    const changes = Object.values(rows()).map(({ change }) => change);
    expect(changes.filter((href) => href?.startsWith(draft.path))).toEqual([]);
  });
});

describe('the steps', () => {
  fromSavedState(() => app);

  test('say what is not begun, how far the rest is and what is complete', async () => {
    const other = await makeApplicant(app);
    const path = await startDraft(other, programme);
    await other.visitor.get(path);
    const begun = other.visitor.page
      .querySelectorAll('main .task .tag')
      .map((tag) => tag.text.trim());
    expect(begun).toEqual([
      '已填完整',
      '未开始',
      '未开始',
      '未开始',
      '可随时查看',
      '提交前请核对',
      '最后一步',
    ]);
    await draft.save({ 'samplingFailure.none': null });
    await draft.attach('G15');
    await own.visitor.get(draft.path);
    const now = Object.fromEntries(statuses());
    expect(now['指标数据']).toMatch(/^已填\d+\/\d+，还缺1项必填$/);
    expect(now['事迹说明']).toMatch(/^必填已完整（已填2\/\d+）$/);
    expect(now['佐证材料']).toMatch(/^必填已完整（已填1\/\d+）$/);
  });
});
