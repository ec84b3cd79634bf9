import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, makeScoredCategory } from '../../../test/support/award.js';
import { type Person, merchantPerson, office, person } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../../applications/application.entity.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { categoryRules, sheetIndicators } from '../../rules/scoring/category-sheets.js';

const rules = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) => ({ ...category, passMark: 0 })),
};
const indicators = sheetIndicators(rules, categoryRules(rules, 'G'), 'material');
const first = indicators[0]!.code;

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let supervisor: Person;
let tabulator: Person;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-12-01T02:00:00.000Z');
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.8, 0.7, 0.6, 0.5]);
  await makeScoredCategory(app, programme, rules, 'Y', [0.8]);
  await lowerFifthJudge();
  supervisor = await office(app, 'Supervisor');
  tabulator = await office(app, 'Tabulator');
  path = `/supervision/diagnostics/${programme.categoryIds.G}`;
}, 120_000);
afterAll(() => app.stop());

/**
 * Four judges agree to the point; the fifth gives 1, 2, 1 and 2 points less, opening a file every
 * hour and reading for 12 minutes. The first file has 300 characters.
 */
async function lowerFifthJudge(): Promise<void> {
  const roundId = programme.roundIds['G.material']!;
  const seat = await app.database.row<{ id: string }>(
    'SELECT id FROM seat WHERE category_id = ? AND number = 5',
    [programme.categoryIds.G!],
  );
  const sheets = app.database.repo(ScoreSheet);
  for (const [at, { applicationId }] of entries.entries()) {
    const where = { roundId, applicationId, seatId: seat!.id };
    const sheet = await sheets.findOneByOrFail(where);
    const less = [100, 200, 100, 200][at]!;
    await sheets.update(sheet.id, {
      scores: { ...sheet.scores, [first]: sheet.scores[first]! - less },
      total: sheet.total! - less,
      firstOpenedAt: `2026-11-10T0${at + 1}:00:00.000Z`,
      completedAt: `2026-11-10T0${at + 1}:12:00.000Z`,
    });
  }
  await app.database.repo(Application).update(entries[0]!.applicationId, {
    answers: { texts: { [first]: '字'.repeat(300) }, rows: {}, penaltySelfReport: null },
  });
}

async function lockScores(code: 'G' | 'Y'): Promise<void> {
  const second = await office(app, 'Tabulator');
  const standings = `/office/standings/${programme.categoryIds[code]}`;
  await tabulator.visitor.get(standings);
  await tabulator.visitor.submit('/computation');
  const hash = /[0-9a-f]{64}/.exec(tabulator.visitor.text)![0];
  await second.visitor.get(standings);
  await second.visitor.submit('/confirmation', { hash });
  await supervisor.visitor.get(standings);
  await supervisor.visitor.submit('/lock');
  expect(supervisor.visitor.text).toContain('已锁分');
}

async function examined(count: number): Promise<void> {
  for (;;) {
    const row = await app.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM calculation_job
       WHERE kind = 'judging.diagnostics' AND state = 'done'`,
    );
    if (row?.count === count) return;
    await wait(30);
  }
}

const cells = (id: string) =>
  supervisor.visitor.page
    .querySelectorAll(`#${id}-caption ~ tbody tr`)
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));

describe('before the lock', () => {
  test('the supervisor sees that there is nothing to see, and can ask for nothing', async () => {
    const { visitor } = supervisor;
    await visitor.get('/supervision/diagnostics');
    expect(visitor.page.querySelectorAll('main table a')).toEqual([]);
    expect(visitor.text).toContain('示范网商 锁分后可以查看 0');
    const { token } = await visitor.get('/account/password');
    await visitor.get(path);
    expect(visitor.status).toBe(404);
    await visitor.post(`${path}/computation`, { _csrf: token });
    expect(visitor.status).toBe(404);
    const jobs = await app.database.row('SELECT COUNT(*) AS count FROM calculation_job');
    expect(jobs).toEqual({ count: 0 });
  });
});

describe('after the lock', () => {
  let signal: string;

  test('the examination was asked for by the lock, once for each round', async () => {
    await lockScores('G');
    await examined(2);
    const { visitor } = supervisor;
    await visitor.get(path);
    expect(visitor.text).toMatch(
      /2026年12月1日 10:0\d锁分。共检查5位评委的20份已签字评分表，做了45次检验，其中5条值得留意。/,
    );
    expect(visitor.text).toContain('这里列的是线索，不是结论');
  });

  test('shows the statistic and the corrected p-value of every judge: t = 5.196 on 3 df', () => {
    const rows = cells('signals-material').map((row) => [row[0], row[2], row[3], row[4], row[5]]);
    expect(rows).toEqual([
      ['宽严', '+0.38分', '0.014', '4', '待核实'],
      ['宽严', '+0.38分', '0.014', '4', '待核实'],
      ['宽严', '+0.38分', '0.014', '4', '待核实'],
      ['宽严', '+0.38分', '0.014', '4', '待核实'],
      ['宽严', '-1.50分', '0.014', '4', '待核实'],
    ]);
    expect(cells('judges-material')).toHaveLength(5);
  });

  test('leads to the sheets behind a signal, with times, order and length as stored', async () => {
    const { visitor } = supervisor;
    signal = visitor.page
      .querySelectorAll('#signals-material-caption ~ tbody a')
      .at(-1)!
      .getAttribute('href')!;
    await visitor.get(signal);
    expect(visitor.page.querySelector('h1')?.text).toBe('宽严：席位5 测试评委5');
    const sheets = cells('sheets');
    expect(sheets.map((row) => row.slice(-4))).toEqual([
      ['-1.00', '1', '12.00', '300'],
      ['-2.00', '2', '12.00', ''],
      ['-1.00', '3', '12.00', ''],
      ['-2.00', '4', '12.00', ''],
    ]);
    expect(sheets[0]![0]).toBe('2026-G-0001 G类测试网商1');
    expect(visitor.page.querySelectorAll('svg.chart-drawing circle.chart-dot')).toHaveLength(4);
  });

  test('a note that says too little is refused and what was typed is kept', async () => {
    const { visitor } = supervisor;
    await visitor.submit('/notes', { outcome: 'passedOn', note: '查' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['“说明”应为4至1,000个字，现有1个字。'],
    ]);
    expect(visitor.page.querySelector('textarea[name=note]')?.text).toBe('查');
    expect(visitor.page.querySelector('input[value=passedOn]')?.hasAttribute('checked')).toBe(true);
    const notes = await app.database.row('SELECT COUNT(*) AS count FROM signal_note');
    expect(notes).toEqual({ count: 0 });
  });

  test('a note is kept and journaled by its hash; the office reads what is passed on to it', async () => {
    const { visitor } = supervisor;
    await visitor.submit('/notes', { outcome: 'passedOn', note: '评委称按行业标准从严，请研究。' });
    expect(visitor.path).toBe(signal);
    expect(visitor.text).toContain('移交市办研究评委称按行业标准从严，请研究。');
    await visitor.get(path);
    expect(cells('signals-material').at(-1)!.at(-1)).toBe('移交市办研究');
    const entry = await app.database.row<{ details: string; actorRole: string }>(
      `SELECT details, actor_role FROM journal_entry WHERE event = 'signal.note'`,
    );
    expect(entry!.actorRole).toBe('Supervisor');
    const details = JSON.parse(entry!.details) as Record<string, string>;
    expect([details.signalKind, details.outcome]).toEqual(['severity', 'passedOn']);
    expect(details.note).toMatch(/^[0-9a-f]{64}$/);
    await tabulator.visitor.get(`/office/standings/${programme.categoryIds.G}`);
    expect(tabulator.visitor.text).toContain('宽严 席位5评委称按行业标准从严，请研究。');
    expect(tabulator.visitor.html).not.toContain('测试评委5');
    expect(tabulator.visitor.html).not.toContain('/supervision/diagnostics');
  });

  test('asking again computes nothing twice', async () => {
    const { visitor } = supervisor;
    const { token } = await visitor.get('/account/password');
    await visitor.post(`${path}/computation`, { _csrf: token });
    expect(visitor.path).toBe(path);
    const jobs = await app.database.row(
      `SELECT COUNT(*) AS count FROM calculation_job WHERE kind = 'judging.diagnostics'`,
    );
    expect(jobs).toEqual({ count: 2 });
  });

  test('is for the supervisor alone', async () => {
    const merchant = await merchantPerson(app, entries[0]!.merchantId);
    const others = [
      await office(app, 'CityRegistrar', 'Verifier'),
      await office(app, 'Approver'),
      await office(app, 'Publisher'),
      await person(app, 'judge', [{ role: 'Judge' }]),
      tabulator,
      merchant,
    ];
    const job = await app.database.row<{ id: string }>(
      `SELECT id FROM calculation_job WHERE kind = 'judging.diagnostics' ORDER BY id`,
    );
    for (const { visitor } of others) {
      for (const page of [path, signal, '/supervision/diagnostics', `/office/jobs/${job!.id}`]) {
        await visitor.get(page);
        expect([page, visitor.status]).toEqual([page, 404]);
      }
    }
    await supervisor.visitor.get(`${path}/signals/0000000000000000`);
    expect(supervisor.visitor.status).toBe(404);
  });

  test('makes as many queries for one application as for four', async () => {
    await lockScores('Y');
    await examined(4);
    const counts: number[] = [];
    for (const code of ['G', 'Y']) {
      const visits: number[] = [];
      for (let visit = 0; visit < 5; visit += 1) {
        const before = app.database.readCount;
        await supervisor.visitor.get(`/supervision/diagnostics/${programme.categoryIds[code]}`);
        expect(supervisor.visitor.status).toBe(200);
        visits.push(app.database.readCount - before);
      }
      // The queue of calculations may look for work during a visit, which is not the page's.
      counts.push(Math.min(...visits));
    }
    expect(counts[0]).toBe(counts[1]);
  });
});
