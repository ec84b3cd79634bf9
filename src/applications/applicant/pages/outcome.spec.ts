import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import {
  type Applicant,
  makeApplicant,
  startDraft,
  submitted,
  openWindow,
} from '../../../../test/support/applicant.js';
import { merchantPerson } from '../../../../test/support/people.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { Notice } from '../../../awards/notices/notice.entity.js';
import { StandingLock } from '../../../awards/standings/standing-lock.entity.js';
import { Standing } from '../../../awards/standings/standing.entity.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { buildWorking } from '../../../rules/provenance/build-working.js';
import { rankCategory } from '../../../rules/ranking/rank-category.js';
import { categoryRules, sheetIndicators } from '../../../rules/scoring/category-sheets.js';
import { ApplicationRecords } from '../../application-records.js';
import { Application } from '../../application.entity.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

const stateOf = async (id: string) =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;

describe('withdrawal', () => {
  let own: Applicant;
  let id: string;
  beforeEach(async () => {
    own = await makeApplicant(app, 'Agent');
    id = (await startDraft(own, programme)).split('/').at(-1)!;
    const handedIn = { state: 'Submitted', submittedAt: app.clock.now() } as const;
    await app.database.repo(Application).update({ id }, handedIn);
  });

  test('is for the representative where there is one', async () => {
    const head = await merchantPerson(app, own.merchantId, 'LegalRepresentative');
    const path = `/my/applications/${id}/withdrawal`;
    await own.visitor.get(path);
    expect(own.visitor.text).toContain('撤回须由法定代表人或经营者本人登录办理');
    await own.visitor.post(path, { _csrf: own.visitor.token, understood: 'on' });
    expect(own.visitor.status).toBe(422);
    expect(await stateOf(id)).toBe('Submitted');

    await head.visitor.get(path);
    expect(head.visitor.text).toContain('将撤回2026年示范网商评选“示范网商”类别的申报（草稿）');
    await head.visitor.submit('/withdrawal');
    expect(head.visitor.errors).toEqual(['请勾选确认撤回。']);
    await head.visitor.submit('/withdrawal', { understood: 'on' });
    expect(await stateOf(id)).toBe('Withdrawn');
    expect(head.visitor.page.querySelector('.page-head .tag')!.text.trim()).toBe('撤回');
    await head.visitor.get(path);
    expect(head.visitor.status).toBe(409);
  });

  test('by an agent alone needs a signed statement', async () => {
    await own.visitor.get(`/my/applications/${id}/withdrawal`);
    await own.visitor.submit('/withdrawal', { understood: 'on' });
    expect(own.visitor.errors).toEqual(['请上传法定代表人或经营者签字的撤回说明。']);
    await own.visitor.submit('/withdrawal', { understood: 'on' }, [
      { field: 'statement', name: '撤回说明.pdf', content: smallPdf },
    ]);
    expect(await stateOf(id)).toBe('Withdrawn');
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE subject_id = ? AND event = 'application.withdraw'",
      [id],
    );
    expect(JSON.parse(entry!.details)).toEqual({
      confirmation: 'statement',
      from: 'Submitted',
      rule: 'A25',
      to: 'Withdrawn',
    });
  });

  test('is over once the scores are locked', async () => {
    await app.database.repo(Application).update({ id }, { state: 'ScoreLocked' });
    await own.visitor.get(`/my/applications/${id}`);
    expect(own.visitor.html).not.toContain('/withdrawal');
    await own.visitor.get(`/my/applications/${id}/withdrawal`);
    expect(own.visitor.status).toBe(409);
  });
});

describe('the feedback letter', () => {
  let winner: Applicant;
  let other: Applicant;
  let ids: string[];

  beforeAll(async () => {
    winner = await makeApplicant(app, 'LegalRepresentative', { name: '衢州橘乡网店' }, 2000_00);
    other = await makeApplicant(app, 'LegalRepresentative', { name: '常山胡柚电商' });
    ids = [await submitted(winner, programme), await submitted(other, programme)];
    await verifyAll();
    await lock();
  });

  test('opens on publication, not a state earlier', async () => {
    for (const state of ['ScoresLocked', 'Proposed', 'Publicity', 'Approved'] as const) {
      await app.database.repo(Programme).update({ id: programme.id }, { state });
      await other.visitor.get(`/my/applications/${ids[1]}/letter`);
      expect([state, other.visitor.status]).toEqual([state, 404]);
    }
    await app.database.repo(Programme).update({ id: programme.id }, { state: 'Published' });
    await post('publication', '2026-06-01');
    await other.visitor.get(`/my/applications/${ids[1]}/letter`);
    expect(other.visitor.status).toBe(200);
    await other.visitor.get(`/my/applications/${ids[1]}/letter?kind=docx`);
    expect(other.visitor.content.subarray(0, 2).toString()).toBe('PK');
  });

  test('bears the day of its notice for ever; a correction dates only what it has changed', async () => {
    const day = async () => {
      await other.visitor.get(`/my/applications/${ids[1]}/letter`);
      return other.visitor.page.querySelector('.sheet-signature time')!.getAttribute('datetime');
    };
    const changedOn = (stateSince: string) =>
      app.database.repo(Application).update({ id: ids[1]! }, { stateSince });
    await changedOn('2026-05-20T02:00:00.000Z');
    expect(await day()).toBe('2026-06-01');
    await post('correction', '2026-07-03');
    app.clock.moveTo('2026-09-01T02:00:00.000Z');
    expect(await day()).toBe('2026-06-01');
    await changedOn('2026-07-03T01:00:00.000Z');
    expect(await day()).toBe('2026-07-03');
  });

  test('tells points and quarter by dimension, missed ranges, and figures not accepted with the reason', async () => {
    await other.visitor.get(`/my/applications/${ids[1]}/letter`);
    const { text } = other.visitor;
    expect(text).toContain('常山胡柚电商：');
    const [first] = other.visitor.page.querySelectorAll('tbody tr');
    expect(first!.querySelectorAll('th, td').map((cell) => cell.text)).toEqual([
      '经营规模与成长',
      '15.40',
      '25.00',
      '50%至75%',
    ]);
    expect(first!.querySelector('.letter-own')!.getAttribute('x')).toBe('50');
    expect(text).toContain('G1 上年网络零售额（净） 达到1000.00万元可计5.50分');
    expect(text).toContain('G2 同比增长 达到30.00%可计5.00分');
    expect(text).toContain('注册商标 不予采信：证书已过期');
  });

  test('holds nothing about others: no names, numbers, judges or standing', async () => {
    await other.visitor.get(`/my/applications/${ids[1]}/letter`);
    const { html } = other.visitor;
    const row = await app.database.row<{ receiptNumber: string }>(
      'SELECT receipt_number FROM application WHERE id = ?',
      [ids[0]!],
    );
    for (const secret of ['衢州橘乡网店', row!.receiptNumber, ids[0]!, '席位', '名次', '评委']) {
      expect([secret, html.includes(secret)]).toEqual([secret, false]);
    }
    await other.visitor.get(`/my/applications/${ids[0]}/letter`);
    expect(other.visitor.status).toBe(404);
  });

  function post(kind: 'publication' | 'correction', postedOn: string) {
    return app.database.repo(Notice).insert({
      id: newId(),
      programmeId: programme.id,
      kind,
      title: '公布文件',
      body: '正文',
      postedOn,
      facts: {},
      postedBy: newId(),
      postedAt: `${postedOn}T01:00:00.000Z`,
    });
  }

  /** Every claim is accepted but the mark of the second applicant. */
  async function verifyAll(): Promise<void> {
    for (const id of ids) {
      await app.database.execute(
        "UPDATE figure SET verified = claimed, verdict = 'Accepted' WHERE application_id = ?",
        [id],
      );
    }
    await app.database.execute(
      `UPDATE figure SET verified = NULL, verdict = 'Rejected', reason = ?
       WHERE application_id = ? AND key = 'registeredMarks'`,
      ['证书已过期', ids[1]!],
    );
  }

  /** A locked category with five signed sheets for each, computed by the rules themselves. */
  async function lock(): Promise<void> {
    const records = app.app.get(ApplicationRecords);
    const heads = await records.load(ids);
    const claimed = await records.claimedFigures(ids);
    const indicators = (['material', 'defence'] as const).map((sheet) => ({
      sheet,
      scored: sheetIndicators(PRESET_NOW, categoryRules(PRESET_NOW, 'G'), sheet),
    }));
    const inputs = ids.map((id) => ({
      ...heads.get(id)!,
      sheets: indicators.flatMap(({ sheet, scored }) =>
        [1, 2, 3, 4, 5].map((seat) => ({
          seat,
          sheet,
          scores: Object.fromEntries(scored.map(({ code }) => [code, 200])),
        })),
      ),
    }));
    const { ranked } = rankCategory(PRESET_NOW, 'G', inputs, []);
    const lockId = newId();
    const categoryId = programme.categoryIds.G!;
    await app.database.repo(StandingLock).insert({
      id: lockId,
      programmeId: programme.id,
      categoryId,
      number: 1,
      state: 'Locked',
      inputHash: 'a'.repeat(64),
      input: {},
      result: {},
      firstBy: newId(),
      firstAt: app.clock.now(),
    } as never);
    for (const one of ranked) {
      const at = inputs.findIndex(({ receiptNumber }) => receiptNumber === one.score.receiptNumber);
      const id = ids[at]!;
      await app.database.repo(Standing).insert({
        id: newId(),
        lockId,
        applicationId: id,
        standing: one.standing.standing,
        shared: false,
        compositeMillionths: one.score.compositeMillionths,
        outcome: one.outcome.result,
        working: buildWorking(PRESET_NOW, 'G', inputs[at]!, claimed.get(id)!, one),
        summary: {},
      });
      await app.database.repo(Application).update({ id }, { state: 'NotProposed' });
    }
  }
});
