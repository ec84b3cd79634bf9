import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  makeApplicant,
  startDraft,
  submitted,
  openWindow,
} from '../../../../test/support/applicant.js';
import { office, person } from '../../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { Notify } from '../../../notifications/notify.js';
import { Programme } from '../../../programmes/programme.entity.js';
import type { ProgrammeState } from '../../../rules/lifecycle/programme-states.js';
import { Application } from '../../application.entity.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

describe('a merchant’s own page', () => {
  test('tells a new account how to begin', async () => {
    const { visitor } = await person(app, 'merchant', []);
    await visitor.get('/my');
    expect(visitor.status).toBe(200);
    const act = visitor.page.querySelector('.next-action a')!;
    expect([act.text, act.getAttribute('href')]).toEqual(['登记商户信息', '/my/merchant']);
    expect(visitor.text).toContain('还没有申报');
    expect(visitor.text).toContain('暂无消息');
    expect(visitor.page.querySelectorAll('.task a')).toHaveLength(1);
  });

  test('leads other people to their own room', async () => {
    const { visitor } = await office(app, 'Screener');
    await visitor.get('/my');
    expect(visitor.path).toBe('/office');
    const stranger = app.visitor();
    await stranger.get('/my');
    expect(stranger.path).toMatch(/^\/sign-in/);
  });

  test('says the deadline in Beijing time with the working days left, by the server’s clock', async () => {
    const { visitor } = await makeApplicant(app);
    await visitor.get('/my');
    expect(visitor.text).toContain(
      '申报截止2026年9月30日（星期三）24:00（北京时间），含今日还有15个工作日。服务器时间：2026年9月10日 10:',
    );
    expect(visitor.page.querySelector('.next-action a')!.getAttribute('href')).toBe(
      '/my/applications/new',
    );
    expect(visitor.text).toContain('0570-');
    // It is said once.
    expect(visitor.page.querySelectorAll('a[href="/my/applications/new"]')).toHaveLength(1);
  });

  test('leads to the draft that waits', async () => {
    const own = await makeApplicant(app);
    const path = await startDraft(own, programme);
    await own.visitor.get('/my');
    expect(own.visitor.page.querySelector('.next-action a')!.getAttribute('href')).toBe(path);
    expect(own.visitor.page.querySelector('article .tag')!.text.trim()).toBe('草稿');
    const more = own.visitor.page.querySelectorAll('a[href="/my/applications/new"]');
    expect(more.map(({ text }) => text.trim())).toEqual(['申报其他类别']);
  });

  test('takes the same number of queries for one application and message and for many', async () => {
    const own = await makeApplicant(app);
    await submitted(own, programme);
    const count = async () => {
      const before = app.database.readCount;
      await own.visitor.get('/my');
      return app.database.readCount - before;
    };
    const one = await count();
    const [known] = await app.database.repo(Application).findBy({ merchantId: own.merchantId });
    for (let i = 0; i < 3; i += 1) {
      const other = await makeProgramme(app, 'Archived');
      const copy = Object.assign(new Application(), known, {
        id: `many${i}`,
        programmeId: other.id,
        categoryId: other.categoryIds.G!,
        receiptNumber: null,
      });
      await app.database.repo(Application).insert(copy as never);
      await app.app.get(Notify).merchant(own.merchantId, {
        kind: 'applicationSubmitted',
        variables: { receiptNumber: `QZ2026G9000${i}` },
        path: '/my',
      });
    }
    expect(await count()).toBe(one);
    expect(own.visitor.page.querySelectorAll('article')).toHaveLength(4);
    expect(own.visitor.page.querySelectorAll('form[action$="/reading"]')).toHaveLength(4);
  });

  test('marks a message as read and opens what it is about; not another account’s', async () => {
    const own = await makeApplicant(app);
    const id = await submitted(own, programme);
    const other = await makeApplicant(app);
    await own.visitor.get('/my');
    const form = own.visitor.page.querySelector('form[action$="/reading"]')!;
    await other.visitor.get('/my');
    await other.visitor.post(form.getAttribute('action')!, { _csrf: other.visitor.token });
    expect(other.visitor.status).toBe(404);
    expect(own.visitor.page.querySelectorAll('.task-text strong')).toHaveLength(1);
    await own.visitor.submit('/reading');
    expect(own.visitor.path).toBe(`/my/applications/${id}/receipt`);
    await own.visitor.get('/my');
    expect(own.visitor.page.querySelectorAll('.task-text strong')).toHaveLength(0);
  });
});

describe('an outcome before it is public', () => {
  test.each([
    ['ScoreLocked', 'ScoresLocked', '评审中'],
    ['Proposed', 'Deliberation', '评审中'],
    ['NotProposed', 'Proposed', '评审中'],
    ['Proposed', 'Proposed', '评审中'],
    ['NotProposed', 'Publicity', '未入选'],
    ['InPublicity', 'Publicity', '公示中'],
    ['Selected', 'Approved', '公示中'],
    ['Selected', 'Published', '入选'],
  ] as const)('%s while the programme is %s reads %s', async (state, phase, label) => {
    const own = await makeApplicant(app);
    const id = await submitted(own, programme);
    await app.database.repo(Application).update({ id }, { state });
    await setPhase(phase);
    await own.visitor.get('/my');
    expect(own.visitor.page.querySelector('article .tag')!.text.trim()).toBe(label);
    await own.visitor.get(`/my/applications/${id}`);
    expect(own.visitor.page.querySelector('.page-head .tag')!.text.trim()).toBe(label);
    await own.visitor.get(`/my/applications/${id}/letter`);
    expect(own.visitor.status).toBe(404);
    await setPhase('Open');
  });
});

async function setPhase(state: ProgrammeState): Promise<void> {
  await app.database.repo(Programme).update({ id: programme.id }, { state });
}
