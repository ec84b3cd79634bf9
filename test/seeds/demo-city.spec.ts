import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_SEED,
  type DemoCounts,
  type DemoSetting,
  seedDemo,
} from '../../seeds/demo/seed-demo.js';
import { seedReference } from '../../seeds/reference/seed-reference.js';
import { ApplicationRecords } from '../../src/applications/application-records.js';
import { JudgeSheets } from '../../src/judging/sheets/judge-sheets.js';
import { PracticeQueries } from '../../src/merchants/practices/practice.queries.js';
import { ProgrammeQueries } from '../../src/programmes/programme.queries.js';
import type { Database } from '../../src/database/database.js';
import { entities } from '../../src/entities.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import {
  type Duty,
  type DutyName,
  forbiddenPair,
} from '../../src/rules/lifecycle/forbidden-pairs.js';
import type { DrawRecord } from '../../src/rules/draw/draw-record.js';
import { verifyDrawRecord } from '../../src/rules/draw/verify-draw-record.js';
import { practiceProblems } from '../../src/rules/practices/practice.js';
import { inputHash, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { TestApp } from '../support/test-app.js';

const NOW = '2026-11-23T02:00:00.000Z';
const SECRET = 'test-secret-of-thirty-two-characters-0123';

async function seeded(seed = DEFAULT_SEED, now = NOW, scale: DemoSetting['scale'] = 'demo') {
  const app = await TestApp.start();
  const { database, place } = app;
  await seedReference(database, now);
  const begun = performance.now();
  const config = { secret: SECRET, dataDir: place.dataDir };
  const counts = await seedDemo(database, config, { scale, seed, now });
  return { app, counts, milliseconds: performance.now() - begun };
}

async function hashOfTables(database: Database): Promise<string> {
  const hash = createHash('sha256');
  for (const entity of entities) {
    const { tableName, primaryColumns } = database.repo<object>(entity).metadata;
    const key = primaryColumns.map(({ databaseName }) => databaseName).join(', ');
    hash.update(JSON.stringify(await database.rows(`SELECT * FROM ${tableName} ORDER BY ${key}`)));
  }
  return hash.digest('hex');
}

describe('the demo city', () => {
  let app: TestApp;
  let counts: DemoCounts;
  let milliseconds: number;
  const rows = <T>(sql: string, values: (string | number)[] = []) =>
    app.database.rows<T>(sql, values);
  const one = async <T>(sql: string) => (await app.database.row<T>(sql))!;

  beforeAll(async () => ({ app, counts, milliseconds } = await seeded()));
  afterAll(() => app.stop());

  it('is ready well within twenty seconds', () => {
    expect(milliseconds).toBeLessThan(20_000);
  });

  it('sells 12.3亿元 in 2012 and 7.4亿元 in 2011, exactly', async () => {
    expect(
      await rows(
        `SELECT year, SUM(net_wan) AS net FROM annual_return WHERE year IN (2011, 2012)
         GROUP BY year ORDER BY year`,
      ),
    ).toEqual([
      { year: 2011, net: 7_400_000 },
      { year: 2012, net: 12_300_000 },
    ]);
  });

  it('has more than 1,000 merchants with a million, a handful with 3000万 and 20,640 people at work', async () => {
    expect(
      await one(
        `SELECT COUNT(*) AS merchants, SUM(CASE WHEN net_wan >= 10000 THEN 1 ELSE 0 END) AS million,
                SUM(CASE WHEN net_wan >= 300000 THEN 1 ELSE 0 END) AS top, SUM(staff) AS staff
         FROM annual_return WHERE year = 2012`,
      ),
    ).toEqual({ merchants: 1_200, million: 1_006, top: 3, staff: 20_640 });
  });

  it('covers six divisions, three sectors, two parks; every division but one has its pilot sites', async () => {
    const codes = ['330802', '330803', '330822', '330824', '330825', '330881'];
    const divisions = await rows<{ divisionCode: string }>(
      'SELECT division_code FROM merchant GROUP BY division_code ORDER BY division_code',
    );
    expect(divisions.map(({ divisionCode }) => divisionCode)).toEqual(codes);
    const sectors = await rows<{ sector: string }>(
      'SELECT sector FROM merchant GROUP BY sector ORDER BY sector',
    );
    expect(sectors.map(({ sector }) => sector)).toEqual(['primary', 'secondary', 'tertiary']);
    expect(await rows('SELECT code FROM park ORDER BY code')).toEqual([
      { code: 'jinhui' },
      { code: 'yigao' },
    ]);
    expect(
      await rows(
        `SELECT division_code FROM pilot_site GROUP BY division_code
         HAVING SUM(CASE WHEN kind = 'town' THEN 1 ELSE 0 END) < 1
             OR SUM(CASE WHEN kind = 'village' THEN 1 ELSE 0 END) < 2`,
      ),
    ).toEqual([{ divisionCode: '330824' }]);
  });

  it('holds three programmes: without winners, complete, and in material review', async () => {
    expect(await rows('SELECT year, state, historical_note FROM programme ORDER BY year')).toEqual([
      { year: 2001, state: 'Archived', historicalNote: 'winnersNotRecorded' },
      { year: 2013, state: 'Archived', historicalNote: null },
      { year: 2026, state: 'MaterialReview', historicalNote: null },
    ]);
    expect(
      await rows(
        `SELECT p.year, c.code, COUNT(*) AS applications FROM application a
         JOIN category c ON c.id = a.category_id JOIN programme p ON p.id = c.programme_id
         GROUP BY p.year, c.code ORDER BY p.year, c.code`,
      ),
    ).toEqual([
      { year: 2013, code: 'G', applications: 24 },
      { year: 2013, code: 'N', applications: 18 },
      { year: 2013, code: 'Y', applications: 18 },
      { year: 2026, code: 'G', applications: 31 },
      { year: 2026, code: 'N', applications: 22 },
      { year: 2026, code: 'Y', applications: 21 },
    ]);
  });

  it('lets nobody apply who is not eligible', async () => {
    const stored = await rows<{ receiptNumber: string; eligibility: string }>(
      'SELECT receipt_number, eligibility FROM application',
    );
    const unmet = stored.flatMap(({ receiptNumber, eligibility }) =>
      (JSON.parse(eligibility) as { rule: string; met: boolean }[])
        .filter(({ met }) => !met)
        .map(({ rule }) => `${receiptNumber} ${rule}`),
    );
    expect(unmet).toEqual([]);
  });

  it('publishes lists of 2013 that anyone can compute again', async () => {
    const lists = await rows<{ kind: string; number: number; bundle: string; inputHash: string }>(
      'SELECT kind, number, bundle, input_hash FROM award_list ORDER BY kind, number',
    );
    expect(lists.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'award 1',
      'award 2',
      'proposed 1',
    ]);
    for (const { bundle, inputHash: printed } of lists) {
      expect(verifyBundle(parseBundle(bundle))).toEqual({ ok: true, inputHash: printed });
    }
  });

  it('locked 2013 with the very inputs that the award module gathers from the rows', async () => {
    const locks = await rows<{ categoryId: string; code: 'G' | 'Y' | 'N'; inputHash: string }>(
      `SELECT l.category_id, c.code, l.input_hash FROM standing_lock l
       JOIN category c ON c.id = l.category_id ORDER BY c.position`,
    );
    expect(locks).toHaveLength(3);
    for (const { categoryId, code, inputHash: locked } of locks) {
      const ids = await rows<{ id: string; programmeId: string }>(
        'SELECT id, programme_id FROM application WHERE category_id = ? ORDER BY id',
        [categoryId],
      );
      const [records, sheets, version] = await Promise.all([
        app.app.get(ApplicationRecords, { strict: false }).load(ids.map(({ id }) => id)),
        app.app.get(JudgeSheets, { strict: false }).load(categoryId),
        app.app.get(ProgrammeQueries, { strict: false }).rules(ids[0]!.programmeId),
      ]);
      const complete = [...records].map(([id, record]) => ({
        ...record,
        sheets: sheets.get(id) ?? [],
      }));
      const applications = complete;
      const gathered = inputHash({
        programme: '2013',
        ruleVersion: version.hash,
        ruleSet: version.rules,
        categories: [{ category: code, applications, ballots: [] }],
      });
      expect(gathered).toBe(locked);
    }
  });

  it('seats the panels of 2013 as their records say, and every record holds', async () => {
    const draws = await rows<{ id: string; record: string }>('SELECT id, record FROM draw');
    expect(draws).toHaveLength(3);
    for (const { id, record } of draws) {
      const drawn = JSON.parse(record) as DrawRecord;
      expect(verifyDrawRecord(drawn)).toMatchObject({ ok: true });
      const seats = await rows(
        'SELECT number AS seat, expert_id AS expert FROM seat WHERE draw_id = ? ORDER BY number',
        [id],
      );
      expect(seats).toEqual([
        ...drawn.seats,
        ...drawn.alternates.map(({ alternate, expert }) => ({ seat: 100 + alternate, expert })),
      ]);
    }
  });

  it('corrects one entry of the list in its second version', async () => {
    const versions = await rows<{ rows: string }>(
      `SELECT rows FROM award_list WHERE kind = 'award' ORDER BY number`,
    );
    const [first, second] = versions.map(
      ({ rows: text }) => JSON.parse(text) as { name: string; main: string }[],
    );
    const changed = first!.filter(({ main }, i) => main !== second![i]!.main);
    expect(changed).toHaveLength(1);
    expect(first!.map(({ name }) => name)).toEqual(second!.map(({ name }) => name));
  });

  it('cancels one application on an upheld objection and promotes nobody', async () => {
    expect(
      await rows(
        `SELECT a.state, o.state AS objection FROM objection o
         JOIN application a ON a.id = o.application_id ORDER BY a.state`,
      ),
    ).toEqual([
      { state: 'Cancelled', objection: 'Replied' },
      { state: 'Selected', objection: 'Replied' },
    ]);
    expect(
      await rows('SELECT state, COUNT(*) AS count FROM title GROUP BY state ORDER BY state'),
    ).toEqual([
      { state: 'Expired', count: 28 },
      { state: 'Revoked', count: 1 },
    ]);
  });

  it('leaves this year sheets signed, begun and untouched, and a conflict to decide', async () => {
    const open = await one<{ signed: number; begun: number; untouched: number }>(
      `SELECT SUM(CASE WHEN s.state = 'Signed' THEN 1 ELSE 0 END) AS signed,
              SUM(CASE WHEN s.state = 'Open' AND s.first_opened_at IS NOT NULL THEN 1 ELSE 0 END) AS begun,
              SUM(CASE WHEN s.first_opened_at IS NULL THEN 1 ELSE 0 END) AS untouched
       FROM score_sheet s JOIN round r ON r.id = s.round_id
       WHERE r.state = 'Open'`,
    );
    expect(open.signed).toBeGreaterThan(200);
    expect(open.begun).toBeGreaterThan(20);
    expect(open.untouched).toBeGreaterThan(100);
    expect(
      await one(
        `SELECT COUNT(*) AS count FROM conflict_declaration WHERE state = 'awaitingOffice'`,
      ),
    ).toEqual({ count: 1 });
  });

  it('leaves every office duty something to do, and nobody a step that is over', async () => {
    expect(
      await rows(
        `SELECT v.rule, v.result, CASE WHEN v.second_reader_id IS NULL THEN 0 ELSE 1 END AS confirmed
         FROM veto_check v JOIN application a ON a.id = v.application_id
         JOIN programme p ON p.id = a.programme_id AND p.year = 2026
         WHERE v.check_point = 'K2' ORDER BY v.rule`,
      ),
    ).toEqual([
      { rule: 'V1', result: 'Unavailable', confirmed: 0 },
      { rule: 'V3', result: 'Hit', confirmed: 0 },
      { rule: 'V7', result: 'Hit', confirmed: 1 },
    ]);
    expect(await rows('SELECT kind FROM notice_draft')).toEqual([{ kind: 'defence' }]);
    expect(
      await rows(
        `SELECT a.state, COUNT(*) AS count FROM application a
         JOIN programme p ON p.id = a.programme_id AND p.year = 2026
         GROUP BY a.state ORDER BY a.state`,
      ),
    ).toEqual([
      { state: 'InReview', count: 71 },
      { state: 'NotRecommended', count: 1 },
      { state: 'ScreenedOut', count: 1 },
      { state: 'Withdrawn', count: 1 },
    ]);
    const owing = await rows<{ divisionCode: string }>(
      `SELECT DISTINCT m.division_code FROM merchant m WHERE NOT EXISTS
         (SELECT 1 FROM annual_return r WHERE r.merchant_id = m.id AND r.year = 2025)`,
    );
    expect(owing).toHaveLength(6);
    const unread = await rows<{ role: string }>(
      `SELECT DISTINCT d.role FROM message g JOIN duty d ON d.account_id = g.account_id
       WHERE g.read_at IS NULL ORDER BY d.role`,
    );
    expect(unread.map(({ role }) => role)).toEqual([
      'Agent',
      'Approver',
      'CityRegistrar',
      'Judge',
      'LegalRepresentative',
      'Publisher',
      'Verifier',
    ]);
  });

  it('has practices of titled merchants: three public, the first of the sign-in list, one to review', async () => {
    const practices = await rows(
      `SELECT p.subject, p.state, EXISTS (SELECT 1 FROM duty d JOIN account a ON a.id = d.account_id
         WHERE d.merchant_id = p.merchant_id AND a.demo = 1) AS listed
       FROM practice p JOIN title t ON t.merchant_id = p.merchant_id AND t.state <> 'Revoked'
       ORDER BY p.submitted_at`,
    );
    expect(practices).toEqual([
      { subject: 'delivery', state: 'Released', listed: 1 },
      { subject: 'farmLinks', state: 'Released', listed: 0 },
      { subject: 'training', state: 'Released', listed: 0 },
      { subject: 'packaging', state: 'Submitted', listed: 0 },
    ]);
    const queries = app.app.get(PracticeQueries, { strict: false });
    expect(await queries.released({ subject: null, text: '' })).toHaveLength(3);
    // The demo city goes by the rules of the form.
    for (const row of await queries.forOffice()) {
      const figures = row.figures.map(({ year, value }) => `${year} ${value / 100}`).join('\n');
      expect(practiceProblems({ ...row, figures }, 2026, [])).toEqual([]);
    }
  });

  it('lets nothing happen after the moment of seeding', async () => {
    const latest = await one<{ entry: string; message: string; sheet: string }>(
      `SELECT (SELECT MAX(at) FROM journal_entry) AS entry,
              (SELECT MAX(created_at) FROM message) AS message,
              (SELECT MAX(saved_at) FROM score_sheet) AS sheet`,
    );
    expect(Object.values(latest).filter((at) => at > NOW)).toEqual([]);
  });

  it('has a journal whose chain holds', async () => {
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({
      ok: true,
      entries: counts.entries,
    });
  });

  it('has one person or two for every duty, and nobody with a forbidden pair', async () => {
    const duties = await rows<{ accountId: string; role: DutyName; divisionCode: string | null }>(
      `SELECT d.account_id, d.role, d.division_code FROM duty d JOIN account a ON a.id = d.account_id
       WHERE a.demo = 1 ORDER BY a.id`,
    );
    const held = new Map<string, number>();
    for (const { role } of duties) held.set(role, (held.get(role) ?? 0) + 1);
    expect(Object.fromEntries(held)).toEqual({
      CityRegistrar: 1,
      Screener: 1,
      Verifier: 2,
      Tabulator: 2,
      Approver: 1,
      Publisher: 2,
      Supervisor: 1,
      SystemAdmin: 1,
      AuditAdmin: 1,
      DivisionReviewer: 6,
      DivisionApprover: 6,
      Chair: 1,
      Judge: 12,
      Agent: 2,
      LegalRepresentative: 2,
    });
    const known = new Map<string, Duty[]>();
    for (const { accountId, role } of duties) {
      const existing = known.get(accountId) ?? [];
      expect(forbiddenPair(existing, { name: role })).toBeNull();
      known.set(accountId, [...existing, { name: role }]);
    }
  });

  it('gives the merchants of the sign-in list a title and an application under review', async () => {
    expect(
      await rows(
        `SELECT DISTINCT t.state AS title, a.state AS application FROM duty d
         JOIN account c ON c.id = d.account_id
         LEFT JOIN title t ON t.merchant_id = d.merchant_id
         LEFT JOIN application a ON a.merchant_id = d.merchant_id
         WHERE c.demo = 1 AND d.role = 'Agent' ORDER BY a.state`,
      ),
    ).toEqual([
      { title: null, application: 'InReview' },
      { title: 'Expired', application: 'Selected' },
    ]);
  });

  it('stores the papers it refers to', async () => {
    const documents = await rows<{ hash: string }>('SELECT hash FROM document');
    expect(documents.length).toBeGreaterThan(100);
    const missing = documents.filter(
      ({ hash }) => !existsSync(join(app.place.dataDir, 'documents', hash.slice(0, 2), hash)),
    );
    expect(missing).toEqual([]);
  });

  it('is the same, byte for byte, for the same seed and day', async () => {
    const again = await seeded();
    expect(await hashOfTables(again.app.database)).toBe(await hashOfTables(app.database));
    await again.app.stop();
  });

  it('is another for another seed', async () => {
    const other = await seeded(7);
    expect(await hashOfTables(other.app.database)).not.toBe(await hashOfTables(app.database));
    await other.app.stop();
  });
});

it.each(['2027-01-06T02:00:00.000Z', '2026-10-03T02:00:00.000Z', '2028-12-30T02:00:00.000Z'])(
  'a city can begin on %s, also where no calendar is announced yet',
  async (now) => {
    const { app } = await seeded(DEFAULT_SEED, now);
    const late = await app.database.row(
      'SELECT COUNT(*) AS count FROM journal_entry WHERE at > ?',
      [now],
    );
    expect(late).toEqual({ count: 0 });
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
    await app.stop();
  },
);

it('the whole city has 7,851 merchants and 6,000 Taobao shops that carry the same totals', async () => {
  const { app } = await seeded(DEFAULT_SEED, NOW, 'city');
  expect(
    await app.database.row(
      `SELECT COUNT(*) AS merchants, SUM(CASE WHEN net_wan >= 10000 THEN 1 ELSE 0 END) AS million,
              SUM(net_wan) AS net, SUM(staff) AS staff,
              (SELECT SUM(net_wan) FROM annual_return WHERE year = 2011) AS before,
              (SELECT COUNT(*) FROM shop WHERE platform = 'taobao') AS taobao
       FROM annual_return WHERE year = 2012`,
    ),
  ).toEqual({
    merchants: 7_851,
    million: 1_006,
    net: 12_300_000,
    staff: 20_640,
    before: 7_400_000,
    taobao: 6_000,
  });
  await app.stop();
});
