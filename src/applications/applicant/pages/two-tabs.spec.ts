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

describe('two tabs on one step', () => {
  test('the second is shown both values, and keeps its own only after seeing them', async () => {
    await own.visitor.get(`${path}/figures`);
    const stale = { _csrf: own.visitor.token, version: draft.shownVersion() };
    await own.visitor.submit('/figures', { registeredMarks: '1' });
    await own.visitor.post(`${path}/figures`, { ...stale, registeredMarks: '5' });
    expect(own.visitor.status).toBe(409);
    const cells = own.visitor.page.querySelectorAll('tbody tr').map((row) =>
      row.childNodes
        .map((cell) => cell.text.trim())
        .filter(Boolean)
        .join(' | '),
    );
    expect(cells).toEqual(['注册商标 | 1 | 5']);
    expect(await draft.figures()).toEqual({ registeredMarks: '1' });
    await own.visitor.submit('/figures');
    expect(await draft.figures()).toEqual({ registeredMarks: '5' });
  });

  test('an autosave that lost the race is told where to merge, and what was typed waits there', async () => {
    await own.visitor.get(`${path}/texts`);
    const stale = { _csrf: own.visitor.token, version: draft.shownVersion() };
    await own.visitor.submit('/texts', { 'text.G15': '先保存的' });
    await own.visitor.post(`${path}/texts`, { ...stale, 'text.G15': '后输入的' }, asJson);
    expect(own.visitor.status).toBe(409);
    expect(JSON.parse(own.visitor.html)).toEqual({ mergeUrl: `${path}/texts/merge` });
    await own.visitor.get(`${path}/texts/merge`);
    expect(own.visitor.page.querySelector('tbody tr')!.text).toContain('先保存的');
    expect(own.visitor.page.querySelector('[name="text.G15"]')!.text).toBe('后输入的');
    await own.visitor.get(`${path}/texts/merge`);
    expect(own.visitor.path).toBe(`${path}/texts`);
  });

  test('do not disturb each other on different steps', async () => {
    await own.visitor.get(`${path}/texts`);
    const texts = {
      _csrf: own.visitor.token,
      version: draft.shownVersion(),
      'text.G15': '两步互不影响',
    };
    await own.visitor.get(`${path}/figures`);
    await own.visitor.submit('/figures', { registeredMarks: '1' });
    await own.visitor.post(`${path}/texts`, texts);
    expect([own.visitor.path, own.visitor.status]).toEqual([`${path}/texts`, 200]);
  });

  test('a refused form does not take over a newer version', async () => {
    await own.visitor.get(`${path}/figures`);
    const stale = { _csrf: own.visitor.token, version: draft.shownVersion() };
    await own.visitor.submit('/figures', { registeredMarks: '1' });
    await own.visitor.post(`${path}/figures`, { ...stale, registeredMarks: 'x' });
    expect(own.visitor.status).toBe(422);
    await own.visitor.submit('/figures', { registeredMarks: '7' });
    expect(own.visitor.status).toBe(409);
    expect(await draft.figures()).toEqual({ registeredMarks: '1' });
  });
});
