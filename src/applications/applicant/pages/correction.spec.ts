import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  inTheWindow,
  makeApplicant,
  submitted,
  openWindow,
} from '../../../../test/support/applicant.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { PhaseClock } from '../../../programmes/phase-clock.js';
import { Application } from '../../application.entity.js';
import { CorrectionRequest } from '../../correction-request.entity.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let id: string;
let path: string;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.moveTo(inTheWindow);
  own = await makeApplicant(app);
  id = await submitted(own, programme);
  path = `/my/applications/${id}`;
});

/** The application as an office left it when it asked for a correction until 17 September. */
async function ask(items: string[], stage: 'division' | 'screening' = 'division'): Promise<void> {
  await app.database
    .repo(Application)
    .update({ id }, { state: 'CorrectionRequested', stateSince: app.clock.now() });
  await app.database.repo(CorrectionRequest).insert({
    id: newId(),
    applicationId: id,
    stage,
    items,
    reason: '订单量与平台汇总不一致，请核对。',
    requestedBy: newId(),
    requestedAt: app.clock.now(),
    dueOn: '2026-09-17',
    answeredAt: null,
  });
}

const state = async () =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;

const claimed = async (key: string) =>
  (
    await app.database.row<{ claimed: string }>(
      'SELECT claimed FROM figure WHERE application_id = ? AND key = ?',
      [id, key],
    )
  )?.claimed ?? null;

describe('a correction', () => {
  test('stands first on the merchant’s page, with its day and what is opened', async () => {
    await ask(['orders', 'G15', 'evidence.G3']);
    await own.visitor.get('/my');
    expect(own.visitor.page.querySelector('.next-action')!.text).toContain('请您补正材料');
    expect(own.visitor.text).toContain('请在2026年9月17日（星期四）24:00前补正，还有6个工作日。');
    await own.visitor.get(path);
    expect(own.visitor.page.querySelectorAll('.next-action li').map((item) => item.text)).toEqual([
      '订单量',
      'G15 模式、数字化与渠道创新',
      '“G3 订单量（核对快递单量）”的佐证材料',
    ]);
  });

  test('opens only the listed figure; others are not taken even when they are sent', async () => {
    await ask(['orders']);
    await own.visitor.get(`${path}/figures`);
    const names = own.visitor.page
      .querySelectorAll('form[action$="/figures"] [name]')
      .map((field) => field.getAttribute('name'));
    expect(names).toEqual(['_csrf', 'version', 'orders', 'intent']);
    await own.visitor.submit('/figures', {
      orders: '59000',
      registeredMarks: '9',
      netWan: '99999',
      'samplingFailure.none': '',
    });
    expect([await claimed('orders'), await claimed('registeredMarks')]).toEqual(['59000', '1']);
    expect([await claimed('netWan'), await claimed('samplingFailure.none')]).toEqual([
      '60000',
      '1',
    ]);
    await own.visitor.get(`${path}/texts`);
    expect(own.visitor.page.querySelector('[name="text.G15"]')).toBeNull();
    const version = own.visitor.page.querySelector('input[name=version]')!.getAttribute('value')!;
    const { token } = own.visitor;
    await own.visitor.post(`${path}/texts`, { _csrf: token, version, 'text.G15': '另写一篇' });
    const row = await app.database.row<{ answers: string }>(
      'SELECT answers FROM application WHERE id = ?',
      [id],
    );
    expect(JSON.parse(row!.answers)).toMatchObject({
      texts: { G15: '自建供应链系统，订单当日出库。' },
      penaltySelfReport: '',
    });
  });

  test('opens the text and the evidence of a listed indicator, and of no other', async () => {
    await ask(['G15']);
    await own.visitor.get(`${path}/texts`);
    expect(
      own.visitor.page.querySelectorAll('textarea').map((field) => field.getAttribute('name')),
    ).toEqual(['text.G15']);
    await own.visitor.get(`${path}/evidence`);
    const pdf = { field: 'file', name: '说明.pdf', content: smallPdf };
    await own.visitor.submit('/evidence', { indicator: 'G16', caption: '' }, [pdf]);
    expect(own.visitor.errors).toEqual(['请选择“证明的指标”。']);
    await own.visitor.submit('/evidence', { indicator: 'G15', caption: '' }, [pdf]);
    expect(own.visitor.errors).toEqual([]);
  });

  test.each([
    ['division', 'Submitted', 'A05a'],
    ['screening', 'Recommended', 'A05b'],
  ] as const)('asked for by the %s goes back as %s', async (stage, to, rule) => {
    await ask(['orders'], stage);
    await own.visitor.get(`${path}/correction`);
    await own.visitor.submit('/correction', { 'say.orders': '平台账单如此。' });
    expect(await state()).toBe(to);
    const request = await app.database.row<{ answeredAt: string | null; dueOn: string }>(
      'SELECT answered_at, due_on FROM correction_request WHERE application_id = ?',
      [id],
    );
    expect(request).toEqual({
      answeredAt: expect.stringMatching(/^2026-09-10T02/),
      dueOn: '2026-09-17',
    });
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE subject_id = ? AND event LIKE 'application.correct%'",
      [id],
    );
    expect(JSON.parse(entry!.details)).toMatchObject({ rule, items: ['orders'] });
  });

  test('is open until 24:00 of its day; then it goes on as it is, by the clock', async () => {
    await ask(['orders']);
    app.clock.moveTo('2026-09-17T15:59:00.000Z');
    await app.app.get(PhaseClock).run();
    expect(await state()).toBe('CorrectionRequested');
    app.clock.moveTo('2026-09-17T16:00:00.000Z');
    await own.visitor.get(`${path}/correction`);
    expect(own.visitor.page.querySelectorAll('main button')).toEqual([]);
    await own.visitor.post(`${path}/correction`, { _csrf: own.visitor.token });
    expect(own.visitor.status).toBe(422);
    await app.app.get(PhaseClock).run();
    expect(await state()).toBe('Submitted');
    await own.visitor.get('/my');
    expect(own.visitor.text).toContain('补正期限已过，按现有材料继续办理。');
    const entry = await app.database.row<{ actorId: string | null; actorRole: string }>(
      "SELECT actor_id, actor_role FROM journal_entry WHERE subject_id = ? AND event = 'application.correctForDivision'",
      [id],
    );
    expect(entry).toEqual({ actorId: null, actorRole: 'System' });
  });
});
