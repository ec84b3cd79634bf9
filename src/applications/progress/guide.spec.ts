import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeApplicant, openWindow, startDraft } from '../../../test/support/applicant.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import type { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

describe('the guide', () => {
  test('says who, what, how long and what proves it, with the deadline of the call', async () => {
    const visitor = app.visitor();
    await visitor.get('/guide');
    const headings = visitor.page.querySelectorAll('main h2').map(({ text }) => text.trim());
    expect(headings).toEqual([
      '2026年示范网商评选',
      '谁可以申报',
      '准备什么',
      '怎么办',
      '多久办完',
      '接下来的环节',
      '用什么证明',
      '常见问题',
    ]);
    expect(visitor.text).toContain('申报截止2026年9月30日（星期三）24:00');
  });

  test('is linked from home, the call and the merchant’s page', async () => {
    const own = await makeApplicant(app);
    for (const path of ['/', `/programmes/${programme.slug}`, '/my']) {
      await own.visitor.get(path);
      const link = own.visitor.page.querySelector('a[href="/guide"]');
      expect([path, link !== null]).toEqual([path, true]);
    }
  });

  test('stands beside the upload, indicator by indicator', async () => {
    const own = await makeApplicant(app);
    const path = await startDraft(own, programme);
    await own.visitor.get(`${path}/evidence`);
    const parts = own.visitor.page.querySelectorAll('main details');
    const sales = parts.find((part) => part.querySelector('summary')!.text.includes('G1 '))!;
    expect(sales.text).toContain('平台后台的年度或逐月交易汇总截图');
    expect(sales.text).toContain('把元当万元填报');
  });
});
