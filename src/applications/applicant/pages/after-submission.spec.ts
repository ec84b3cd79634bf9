import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  submitted,
} from '../../../../test/support/applicant.js';
import type { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let own: Applicant;
let id: string;

beforeAll(async () => {
  const { app: started, programme } = await openWindow();
  app = started;
  own = await makeApplicant(app);
  id = await submitted(own, programme);
});
afterAll(() => app.stop());

/** What a refused page gives back, under its labels. */
const typedBack = () =>
  own.visitor.page
    .querySelectorAll('main .field')
    .map((field) => [field.querySelector('label')!.text, field.querySelector('textarea')!.text]);

test('what is sent from an old page of a step comes back as that page calls it', async () => {
  const { visitor } = own;
  const path = `/my/applications/${id}`;
  await visitor.get(path);
  const form = { _csrf: visitor.token, version: 'old' };
  await visitor.post(`${path}/figures`, { ...form, registeredMarks: '9', asked: 'x' });
  expect(visitor.status).toBe(409);
  expect(typedBack()).toEqual([['G14 自有品牌与知识产权：注册商标', '9']]);
  const row = { 'rows.welfare.0.date.month': '6', 'rows.welfare.0.what': '义卖' };
  const texts = { ...row, 'text.G15': '每月一次', penalty: 'none', intent: 'next' };
  await visitor.post(`${path}/texts`, { ...form, ...texts });
  expect(typedBack()).toEqual([
    ['G13 公益与公共服务（大爱精神）：第1项日期', '6'],
    ['G13 公益与公共服务（大爱精神）：第1项事项', '义卖'],
    ['G15 模式、数字化与渠道创新：说明', '每月一次'],
    ['处罚情况自述：近三年是否受过行政处罚', '没有'],
  ]);
  await visitor.post(`${path}/correction`, { ...form, 'say.evidence.G1': '已经补好' });
  expect(typedBack()).toEqual([['“G1 上年网络零售额（净）”的佐证材料', '已经补好']]);
});

test('a withdrawal has a receipt to print, which nobody else opens', async () => {
  const { visitor } = own;
  const receipt = `/my/applications/${id}/withdrawal/receipt`;
  expect((await visitor.get(receipt)).status).toBe(404);
  await visitor.get(`/my/applications/${id}/withdrawal`);
  await visitor.submit('/withdrawal', { understood: 'on' });
  expect(visitor.html).toContain(`href="${receipt}"`);
  await visitor.get(receipt);
  expect(visitor.text).toContain('撤回申报回执');
  expect(visitor.text).toContain('法定代表人或经营者登录确认');
  expect(visitor.text).toMatch(/[0-9a-f]{64}/);
  expect(visitor.page.querySelector('[data-print]')).not.toBeNull();
  expect(visitor.page.querySelector('svg.code-square path')).not.toBeNull();
  const other = await makeApplicant(app);
  expect((await other.visitor.get(receipt)).status).toBe(404);
});
