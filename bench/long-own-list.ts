import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

type Row = Record<string, string | number | null>;

/**
 * Gives a judge of the demo city so many sheets in one open round: rows of theirs again under new keys, with
 * applications of their own.
 * @returns the id of the round
 */
export function enlargeOwnList(dataDir: string, accountId: string, sheets: number): string {
  const file = new SqliteDatabase(join(dataDir, 'biaogan.sqlite'));
  const model = file
    .prepare(
      `SELECT sh.* FROM score_sheet sh JOIN round r ON r.id = sh.round_id
       WHERE sh.account_id = ? AND sh.state = 'Open' AND r.state = 'Open' AND r.kind = 'material'
       ORDER BY sh.round_id, sh.position DESC LIMIT 1`,
    )
    .get(accountId) as Row;
  const application = file
    .prepare('SELECT * FROM application WHERE id = ?')
    .get(model.application_id) as Row;
  const merchant = file
    .prepare('SELECT * FROM merchant WHERE id = ?')
    .get(application.merchant_id) as Row;
  const { count } = file
    .prepare('SELECT COUNT(*) AS count FROM score_sheet WHERE round_id = ? AND account_id = ?')
    .get(model.round_id, model.account_id) as { count: number };
  file.transaction(() => {
    for (let number = count; number < sheets; number += 1) {
      const id = `bench${String(number).padStart(10, '0')}`;
      insert(file, 'merchant', {
        ...merchant,
        id,
        credit_code: `BENCH${String(number).padStart(13, '0')}`,
      });
      const receipt = `${application.receipt_number}-${number}`;
      const judging = String(100_000 + number);
      const own = { id, merchant_id: id, receipt_number: receipt, judging_number: judging };
      insert(file, 'application', { ...application, ...own });
      insert(file, 'score_sheet', { ...model, id, application_id: id, position: number + 1 });
    }
  })();
  file.close();
  return String(model.round_id);
}

function insert(file: SqliteDatabase.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  const marks = names.map((name) => `@${name}`).join(', ');
  file.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(row);
}
