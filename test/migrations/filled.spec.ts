import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import type { Config } from '../../src/config/config.js';
import { makeDataSource, sqliteFile } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { prepareDatabase } from '../../src/serve/prepare-database.js';
import { translate } from '../../src/text/catalogue.js';
import type { TestDatabase } from '../support/test-database.js';
import {
  type FilledDatabase,
  type Row,
  filledFoundation,
  foundationRows,
} from './filled-foundation.js';

/** What the migrations since are meant to change in columns of the first release, table by table. */
const moved: Record<string, (rows: Row[]) => Row[]> = {
  account: (rows) => rows.map((row) => (row.privacy_notice_hash === 'demo' ? without(row) : row)),
  city_setting: (rows) => rows.filter(({ name }) => name !== 'foundation'),
};
const without = (row: Row): Row => ({ ...row, privacy_notice_hash: null });

const onSqlite = process.env.DATABASE_URL ? it.skip : it;
const onPostgres = process.env.DATABASE_URL ? it : it.skip;

describe('a filled database of the first release', () => {
  let place: FilledDatabase;
  let before: Record<string, Row[]>;
  const said: string[] = [];

  beforeAll(async () => {
    place = await filledFoundation();
    await typeInYuan(place);
    before = await foundationRows(place);
    expect(await prepare(place.config, said)).toBe(migrations.length - 1);
  });
  afterAll(() => place.remove());

  it('keeps every row and every value that no migration means to move', async () => {
    const after = await rowsOf(place);
    expect(Object.keys(after).length).toBeGreaterThan(50);
    for (const [table, rows] of Object.entries(before)) {
      const expected = moved[table]?.(rows) ?? rows;
      expect(expected.length).toBeGreaterThan(0);
      expect({ table, rows: after[table] }).toEqual({ table, rows: expected });
    }
  });

  it('has its demo accounts in the column of their own', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const demo = await source.query<Row[]>('SELECT id FROM account WHERE demo = 1 ORDER BY id');
    await source.destroy();
    const marked = before.account!.filter((row) => row.privacy_notice_hash === 'demo');
    expect(marked.length).toBeGreaterThan(5);
    expect(demo).toEqual(marked.map(({ id }) => ({ id })));
  });

  it('takes no stated tie between merchants for checked', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const ties = await source.query<Row[]>(
      'SELECT confirmed_by, confirmed_at FROM related_merchant',
    );
    await source.destroy();
    expect(ties.length).toBe(before.related_merchant!.length);
    const open = { confirmed_by: null, confirmed_at: null };
    expect(ties).toEqual(before.related_merchant!.map(() => open));
  });

  it('knows of no list why it is short, and of no objection a mobile or an addition', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const lists = await source.query<Row[]>('SELECT left_out FROM award_list');
    const objections = await source.query<Row[]>('SELECT mobile_lookup, added_at FROM objection');
    const additions = await source.query<Row[]>('SELECT id FROM objection_addition');
    const practices = await source.query<Row[]>('SELECT id FROM practice');
    await source.destroy();
    expect(lists.length).toBe(before.award_list!.length);
    expect(lists.every((row) => row.left_out === null)).toBe(true);
    expect(objections.length).toBe(before.objection!.length);
    expect(objections.every((row) => row.mobile_lookup === null && row.added_at === null)).toBe(
      true,
    );
    expect([additions, practices]).toEqual([[], []]);
  });

  it('blinds each entry of the journal that has no salt, and shows no log yet', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const blinds = await source.query<Row[]>(
      'SELECT b.blind FROM journal_entry e JOIN log_blind b ON b.sequence = e.sequence WHERE e.salt IS NULL',
    );
    const heads = await source.query<Row[]>('SELECT size FROM log_checkpoint');
    await source.destroy();
    expect(blinds.length).toBe(before.journal_entry!.length);
    expect(new Set(blinds.map(({ blind }) => blind)).size).toBe(blinds.length);
    expect(heads).toEqual([]);
  });

  it('has no anchors, and nothing that judges gave them', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const anchors = await source.query<Row[]>('SELECT id FROM anchor_dossier');
    const sheets = await source.query<Row[]>('SELECT id FROM anchor_sheet');
    await source.destroy();
    expect([anchors, sheets]).toEqual([[], []]);
  });

  it('has the words of every unlock in a row of its own, and no finding that nobody wrote down', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const unlocks = await source.query<Row[]>('SELECT lock_id, reason FROM standing_unlock');
    const findings = await source.query<Row[]>(
      'SELECT finding FROM objection WHERE finding IS NOT NULL AND re_reviewers IS NULL',
    );
    const late = await source.query<Row[]>('SELECT id FROM re_review WHERE place_lost <> 0');
    await source.destroy();
    expect(unlocks.length).toBeGreaterThan(10);
    expect(unlocks.length).toBeLessThan(before.standing_lock!.length);
    expect([findings, late]).toEqual([[], []]);
  });

  it('has told no holder of a title of its end, and nothing of the life of a title', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const titles = await source.query<Row[]>('SELECT end_announced_on FROM title');
    const lives = ['review', 'warning', 'revocation', 'change'].map((one) =>
      source.query<Row[]>(`SELECT id FROM title_${one}`),
    );
    const counts = (await Promise.all(lives)).map((rows) => rows.length);
    await source.destroy();
    expect(titles.length).toBe(before.title!.length);
    expect(titles.every((row) => row.end_announced_on === null)).toBe(true);
    expect(counts).toEqual([0, 0, 0, 0]);
  });

  it('takes a removal of an expert, who has no seat', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    await source.query(
      `INSERT INTO removal (id, programme_id, category_id, reason, promote, state, proposed_by, proposed_at)
       SELECT 'r1', programme_id, id, 'x', 0, 'Proposed', 'a1', '2026-01-01T00:00:00.000Z'
       FROM category ORDER BY id LIMIT 1`,
    );
    const removals = await source.query<Row[]>('SELECT seat_id, re_review_sheet_id FROM removal');
    await source.query('DELETE FROM removal');
    await source.destroy();
    expect(removals).toEqual([{ seat_id: null, re_review_sheet_id: null }]);
  });

  it('takes a notice that gives a title back', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const change = "UPDATE notice SET kind = 'restoration' WHERE kind = 'revocation'";
    const undo = "UPDATE notice SET kind = 'revocation' WHERE kind = 'restoration'";
    await source.query(change);
    await source.query(undo);
    await expect(
      source.query("UPDATE notice SET kind = 'other' WHERE kind = 'call'"),
    ).rejects.toThrow(/notice_kind_check/);
    await source.destroy();
  });

  it('takes every objection for one that came through the site', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const objections = await source.query<Row[]>('SELECT channel, entered_by FROM objection');
    await source.destroy();
    expect(objections.length).toBeGreaterThan(0);
    expect(objections).toEqual(before.objection!.map(() => ({ channel: null, entered_by: null })));
  });

  it('has no version of what was handed in, no word about an item and no order to sign', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    for (const table of ['submission', 'correction_message', 'ranking']) {
      expect([table, await source.query<Row[]>(`SELECT * FROM ${table}`)]).toEqual([table, []]);
    }
    await source.destroy();
  });

  it('has no number reserved for a paper from outside', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const reserved = await source.query<Row[]>('SELECT document_number FROM reserved_number');
    await source.destroy();
    expect(reserved).toEqual([]);
  });

  it('has nothing that was typed in at the window', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const entries = await source.query<Row[]>('SELECT receipt_number FROM window_entry');
    await source.destroy();
    expect(entries).toEqual([]);
  });

  it('has no expert of a re-review with a sheet, until the office asks somebody', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const tables = ['re_review_panel', 're_review_sheet'];
    const rows = await Promise.all(
      tables.map((table) => source.query<Row[]>(`SELECT * FROM ${table}`)),
    );
    await source.destroy();
    expect(rows).toEqual([[], []]);
  });

  it('doubts the returns that nobody would believe, and no others', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const returns = await source.query<Record<string, number | null>[]>(
      'SELECT net_wan, orders, doubted, confirmed_doubts FROM annual_return ORDER BY id',
    );
    await source.destroy();
    expect(returns.length).toBe(before.annual_return!.length);
    for (const { net_wan: net, orders, doubted, confirmed_doubts: confirmed } of returns) {
      const yuan = (net! * 100) / orders!;
      const dear = orders! > 0 && net! > 0 && (yuan < 5 || yuan > 5000);
      expect({ net, orders, doubted: doubted === 1 }).toEqual({ net, orders, doubted: dear });
      expect(confirmed).toBeNull();
    }
    expect(new Set(returns.map(({ doubted }) => doubted)).size).toBe(2);
  });

  it('counts every merchant from its registration on, and has checked no return', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const merchants = await source.query<Row[]>(
      'SELECT registered_at, accepted_at, accepted_by FROM merchant',
    );
    const checked = await source.query<Row[]>(
      `SELECT id FROM annual_return
       WHERE checked_by IS NOT NULL OR checked_at IS NOT NULL OR check_note IS NOT NULL`,
    );
    await source.destroy();
    expect(merchants.length).toBe(before.merchant!.length);
    for (const row of merchants) {
      expect([row.accepted_at, row.accepted_by]).toEqual([row.registered_at, null]);
    }
    expect(checked).toEqual([]);
  });

  it('has merged no merchant, and takes a merge of two', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    expect(await source.query<Row[]>('SELECT id FROM merchant_merge')).toEqual([]);
    const two = await source.query<Row[]>('SELECT id FROM merchant ORDER BY id LIMIT 2');
    const [one, other] = two.map(({ id }) => String(id));
    const merge = (kept: string) =>
      source.query(
        `INSERT INTO merchant_merge (id, merged_id, kept_id, reason, moved, merged_by, merged_at)
         VALUES ('m1', '${one}', '${kept}', 'x', '[]', 'a1', '2026-01-01T00:00:00.000Z')`,
      );
    await expect(merge('nobody')).rejects.toThrow(/foreign key/i);
    await merge(other!);
    await source.query('DELETE FROM merchant_merge');
    await source.destroy();
  });

  it('has no mark and no pin of a judge, no sheet looked through, no declaration begun, no minutes, no form kept, nobody heard', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const tables = [
      'sheet_mark',
      'declaration_draft',
      'panel_minute',
      'time_claim',
      'kept_form',
      'evidence_pin',
      'defence_order',
      'defence_turn',
      'clock_act',
      'spread_finding',
      'score_reveal',
      'late_clock_entry',
      'paper_sheet',
      'paper_keying',
      'hall_file',
      'repeat_sheet',
      'repeat_file',
    ];
    for (const table of tables) {
      expect([table, await source.query<Row[]>(`SELECT * FROM ${table}`)]).toEqual([table, []]);
    }
    const looked = await source.query<Row[]>(
      'SELECT id FROM score_sheet WHERE reviewed_at IS NOT NULL OR paper_since IS NOT NULL',
    );
    const declared = await source.query<Row[]>(
      'SELECT id FROM conflict_declaration WHERE more_grounds IS NOT NULL',
    );
    await source.destroy();
    expect([looked, declared]).toEqual([[], []]);
  });

  it('lets a judge be asked again, and knows no other new word for that', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const [first] = await source.query<Row[]>(
      'SELECT id, state FROM conflict_declaration ORDER BY id',
    );
    const set = (state: unknown) =>
      source.query(
        `UPDATE conflict_declaration SET state = '${String(state)}' WHERE id = '${String(first!.id)}'`,
      );
    await set('askedAgain');
    await expect(set('askedTwice')).rejects.toThrow(/check/i);
    await set(first!.state);
    await source.destroy();
  });

  it('lets a file hold more than its pages, and knows no other new word for that', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const [first] = await source.query<Row[]>('SELECT id FROM document ORDER BY id');
    const set = (problem: string) =>
      source.query(
        `UPDATE document SET blind_problem = ${problem} WHERE id = '${String(first!.id)}'`,
      );
    await set("'parts'");
    await expect(set("'pieces'")).rejects.toThrow(/check/i);
    await set('NULL');
    await source.destroy();
  });

  it('has nothing to send, no address confirmed and no code: nothing of the past goes out', async () => {
    const source = await makeDataSource(place, [], []).initialize();
    const tables = ['delivery', 'one_time_code', 'group_letter'];
    const rows = await Promise.all(
      tables.map((table) => source.query<Row[]>(`SELECT * FROM ${table}`)),
    );
    const confirmed = await source.query<Row[]>(
      `SELECT id FROM account WHERE email_confirmed_at IS NOT NULL OR mobile_confirmed_at IS NOT NULL
         OR channels IS NOT NULL`,
    );
    await source.destroy();
    expect([...rows, confirmed]).toEqual([[], [], [], []]);
  });

  it('has the schema that the entities describe', async () => {
    const source = await makeDataSource(place, entities, migrations).initialize();
    const log = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('takes no step a second time, and makes no second copy', async () => {
    const again: string[] = [];
    expect(await prepare(place.config, again)).toBe(0);
    expect(again).toEqual([]);
  });

  it('is refused by a version that does not know its last step', async () => {
    const step = "name = 'LaterVersion1900000000001'";
    const source = await makeDataSource(place, [], []).initialize();
    await source.query(
      `INSERT INTO migrations (timestamp, name) VALUES (1900000000001, 'LaterVersion1900000000001')`,
    );
    await expect(prepare(place.config, [])).rejects.toMatchObject({ code: 'config.newerDatabase' });
    await source.query(`DELETE FROM migrations WHERE ${step}`);
    await source.destroy();
  });

  onSqlite('is copied before, and the copy is a database to go back to', async () => {
    const copies = readdirSync(place.dataDir).filter((name) => name.includes('before'));
    expect(copies).toEqual([expect.stringMatching(/^biaogan-before-0002-\d{14}\.sqlite$/)]);
    const copy = join(place.dataDir, copies[0]!);
    expect(said).toEqual([`升级前已备份数据库：${copy}`]);
    const restored = mkdtempSync(join(tmpdir(), 'biaogan-test-'));
    copyFileSync(copy, sqliteFile(restored));
    const elsewhere = { ...place, dataDir: restored };
    expect(await rowsOf(elsewhere)).toEqual(before);
    expect(await prepare({ ...place.config, dataDir: restored }, [])).toBe(migrations.length - 1);
    rmSync(restored, { recursive: true });
  });

  onPostgres('is left to the dump of its operator, who is told', () => {
    expect(said).toEqual([
      'PostgreSQL 数据库由管理员用 pg_dump 备份，本程序不另外备份。升级在一个事务中进行，失败时什么也不改。',
    ]);
  });
});

/** One return of the first release in yuan where 10,000 yuan are meant. */
async function typeInYuan(place: TestDatabase): Promise<void> {
  const source = await makeDataSource(place, [], []).initialize();
  await source.query(`UPDATE annual_return SET net_wan = 320000000, orders = 48000
    WHERE id = (SELECT MIN(id) FROM annual_return)`);
  await source.destroy();
}

/** The probe is the start's own: it is there before the copy is made. */
async function rowsOf(place: TestDatabase): Promise<Record<string, Row[]>> {
  const found = await foundationRows(place);
  const settings = found.city_setting!.filter(({ name }) => name !== 'sealed-probe');
  return { ...found, city_setting: settings };
}

function prepare(config: Config, said: string[]): Promise<number> {
  return prepareDatabase({
    config,
    say: (text) => said.push(text),
    t: (key, variables) => translate('zh-CN', key, variables),
  });
}
