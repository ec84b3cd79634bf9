import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../../test/support/award.js';
import { declare } from '../../../test/support/evidence.js';
import { expert } from '../../../test/support/judging.js';
import { AwardOffice, minutes } from '../../../test/support/award-office.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { recordSignature } from '../../../test/support/signing.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { VerifyJournal } from '../../journal/verify-journal.js';
import { newId } from '../../database/new-id.js';
import { Application } from '../../applications/application.entity.js';
import { Seat } from '../../judging/panel/seat.entity.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';

/** One place for two applications that are alike in everything the tie chain looks at. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code === 'G')
    .map((category) => ({ ...category, quota: 1, passMark: 100 })),
};
let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let desk: AwardOffice;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.8, 0.8, 0.5]);
  await seatAlternate();
  desk = await AwardOffice.open(app, programme);
  path = desk.standings('G');
  await desk.lock('G');
}, 120_000);
afterAll(() => app.stop());

const locks = () =>
  app.database.rows<object>('SELECT number, state FROM standing_lock ORDER BY number');
const rounds = async () => {
  const rows = await app.database.rows<{ state: string }>('SELECT DISTINCT state FROM round');
  return rows.map(({ state }) => state);
};
const outcomes = async () => {
  await desk.people.approver.visitor.get(path);
  const tables = desk.people.approver.visitor.page.querySelectorAll('table');
  return tables
    .at(-1)!
    .querySelectorAll('tbody tr')
    .map((row) => [/2026-G-000\d/.exec(row.text)![0], row.querySelector('.tag')!.text]);
};

describe('opening a lock again', () => {
  test('needs a reason, a second tabulator and the supervisor, in this order', async () => {
    const { first, second, supervisor, approver } = desk.people;
    await supervisor.visitor.get(path);
    expect(supervisor.visitor.page.querySelector('form[action$="/unlocking"]')).toBeNull();
    await supervisor.visitor.post(`${path}/unlocking`, { _csrf: supervisor.visitor.token });
    expect(supervisor.visitor.status).toBe(404);
    await approver.visitor.get(path);
    await approver.visitor.post(`${path}/unlocking`, { _csrf: approver.visitor.token });
    expect(approver.visitor.status).toBe(404);
    await first.visitor.get(path);
    await first.visitor.submit('/unlocking', { reason: '' });
    expect(first.visitor.status).toBe(422);
    await first.visitor.submit('/unlocking', { reason: '发现一名评委与申报人存在利害关系。' });
    expect(first.visitor.errors).toEqual([]);
    expect(first.visitor.page.querySelector('form[action$="/unlocking"]')).toBeNull();
    await first.visitor.post(`${path}/unlocking`, { _csrf: first.visitor.token });
    expect(first.visitor.errors).toEqual(['须由两人办理的事项，第二人不得与第一人相同。']);
    await second.visitor.get(path);
    await second.visitor.submit('/unlocking');
    expect(await locks()).toEqual([{ number: 1, state: 'Locked' }]);
    await supervisor.visitor.get(path);
    await supervisor.visitor.submit('/unlocking');
    expect(await locks()).toEqual([{ number: 1, state: 'Superseded' }]);
    expect(await rounds()).toEqual(['Open']);
  });

  test('lets an alternate take a seat and score again; the lock waits for every signature', async () => {
    const { registrar, first } = desk.people;
    const [seat] = await app.database.rows<{ id: string }>(
      'SELECT id FROM seat WHERE number = 5 ORDER BY id',
    );
    const round = programme.roundIds['G.material']!;
    await app.database.repo(Seat).update(seat!.id, { declaredAt: app.clock.now() });
    for (const [at, { applicationId }] of entries.entries()) {
      const judgingNumber = `1000${at}`;
      await app.database.repo(Application).update(applicationId, { judgingNumber });
      await declare(app, applicationId, seat!.id, 'none');
      await registrar.visitor.get(`/office/rounds/${round}`);
      const given = { seat: '5', number: judgingNumber, ground: '1', reason: '与申报人有顾问合同' };
      await registrar.visitor.submit('/voids', given);
      expect(registrar.visitor.errors).toEqual([]);
    }
    await confirmRemovals(app);
    const count = async (state: string) =>
      (await app.database.rows('SELECT id FROM score_sheet WHERE state = ?', [state])).length;
    expect([await count('Voided'), await count('Open')]).toEqual([6, 6]);
    await first.visitor.get(path);
    expect(first.visitor.text).toContain('还有6份评分表没有签字');
    await signLike(seat!.id);
    await desk.lock('G');
    expect(await locks()).toEqual([
      { number: 1, state: 'Superseded' },
      { number: 2, state: 'Locked' },
    ]);
    expect(await rounds()).toEqual(['Locked']);
    const states = await app.database.rows('SELECT DISTINCT state FROM application');
    expect(states).toEqual([{ state: 'ScoreLocked' }]);
  });

  test('keeps what the first lock said, with the reason, in the record', async () => {
    const row = await app.database.row<{ reason: string; count: number }>(
      `SELECT u.reason, (SELECT COUNT(*) FROM standing s WHERE s.lock_id = l.id) AS count
       FROM standing_lock l JOIN standing_unlock u ON u.lock_id = l.id WHERE l.number = 1`,
    );
    expect(row).toEqual({ reason: '发现一名评委与申报人存在利害关系。', count: 3 });
  });
});

describe("the committee's ballot", () => {
  test('is asked for where a tie stands at the cut line', async () => {
    // Two with one standing stand in the order of their ids, which are random.
    const rows = (await outcomes()).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(rows).toEqual([
      ['2026-G-0001', '待裁定'],
      ['2026-G-0002', '待裁定'],
      ['2026-G-0003', '未入选'],
    ]);
    const { visitor } = desk.people.registrar;
    await visitor.get(desk.lists);
    await visitor.submit('/deliberation', { minutes, cutLineRead: 'on' });
    expect(visitor.status).toBe(422);
    for (const receipt of ['2026-G-0001', '2026-G-0002']) {
      expect(visitor.errors[0]).toContain(receipt);
    }
  });

  test('refuses votes for somebody else, and votes that are no numbers', async () => {
    const { visitor } = desk.people.registrar;
    const votes = { 'vote.2026-G-0001': '4', 'vote.2026-G-0002': '3' };
    await visitor.get(path);
    for (const wrong of [
      { ...votes, 'vote.2026-G-0003': '1' },
      { ...votes, 'vote.2026-G-0002': '-1' },
      { ...votes, 'vote.2026-G-0002': 'drei' },
    ]) {
      await visitor.get(path);
      await visitor.submit('/ballots', { ...wrong, minutes });
      expect(visitor.status).toBe(422);
    }
    expect(await app.database.rows('SELECT id FROM ballot')).toEqual([]);
  });

  test('is counted in a new version of the lock, and decides the place', async () => {
    app.clock.moveTo('2026-06-02T02:00:00.000Z');
    const { visitor } = desk.people.registrar;
    await visitor.get(path);
    await visitor.submit('/ballots', {
      'vote.2026-G-0001': '3',
      'vote.2026-G-0002': '4',
      minutes,
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('有新的决定没有计入现行锁定版本');
    await desk.lock('G');
    expect(await outcomes()).toEqual([
      ['2026-G-0002', '拟入选'],
      ['2026-G-0001', '未入选'],
      ['2026-G-0003', '未入选'],
    ]);
    await clearChecks(app, rules, [entries[1]!.applicationId], 'K2');
    await desk.deliberate();
    await desk.people.first.visitor.get(path);
    await desk.people.first.visitor.post(`${path}/unlocking`, {
      _csrf: desk.people.first.visitor.token,
      reason: '名单拟定以后不能解锁。',
    });
    expect(desk.people.first.visitor.status).toBe(409);
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});

/** An alternate who has declared no relation to anybody. */
async function seatAlternate(): Promise<void> {
  const { expertId } = await expert(app, '候补评委');
  const seatId = newId();
  const now = app.clock.now();
  await app.database.repo(Seat).insert({
    id: seatId,
    programmeId: programme.id,
    categoryId: programme.categoryIds.G!,
    number: 101,
    expertId,
    chair: false,
    alternate: true,
    reason: '候补',
    seatedBy: expertId,
    seatedAt: now,
    declaredAt: now,
  });
  for (const { applicationId } of entries) await declare(app, applicationId, seatId, 'none');
}

/** Signs every open sheet with the points of the seat that was given up. */
async function signLike(seatId: string): Promise<void> {
  const sheets = app.database.repo(ScoreSheet);
  for (const sheet of await sheets.findBy({ state: 'Open' })) {
    const { id, roundId, applicationId, accountId } = sheet;
    const { scores, total } = await sheets.findOneByOrFail({ seatId, roundId, applicationId });
    const chainHead = await recordSignature(app, programme.id, { id, accountId, scores, total });
    await sheets.update({ id }, { state: 'Signed', scores, total, chainHead });
  }
}
