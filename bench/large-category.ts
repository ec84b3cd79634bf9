import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

type Row = Record<string, string | number | null>;

/**
 * Makes the largest locked category of a demo city larger: its rows again and again under new keys,
 * with merchants and applications of their own, until it has so many.
 * @returns its id
 */
export function enlargeLockedCategory(dataDir: string, applications: number): string {
  const file = new SqliteDatabase(join(dataDir, 'biaogan.sqlite'));
  const lock = file
    .prepare(
      `SELECT l.id, l.category_id AS categoryId FROM standing_lock l JOIN standing s ON s.lock_id = l.id
       WHERE l.state = 'Locked' GROUP BY l.id, l.category_id ORDER BY COUNT(*) DESC LIMIT 1`,
    )
    .get() as { id: string; categoryId: string };
  const standings = file
    .prepare('SELECT * FROM standing WHERE lock_id = ? ORDER BY standing, id')
    .all(lock.id) as Row[];
  const one = (table: string) => file.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  const [application, merchant] = [one('application'), one('merchant')];
  file.transaction(() => {
    for (let number = standings.length; number < applications; number += 1) {
      const model = standings[number % standings.length]!;
      const oldApplication = application.get(model.application_id) as Row;
      const oldMerchant = merchant.get(oldApplication.merchant_id) as Row;
      const key = `bench${String(number).padStart(10, '0')}`;
      insert(file, 'merchant', {
        ...oldMerchant,
        id: key,
        credit_code: `BENCH${String(number).padStart(13, '0')}`,
      });
      const receipt = `${oldApplication.receipt_number}-${number}`;
      insert(file, 'application', {
        ...oldApplication,
        id: key,
        merchant_id: key,
        receipt_number: receipt,
        judging_number: String(100_000 + number),
      });
      const summary = fourSheets(String(model.summary), receipt);
      const standing = number + 1;
      insert(file, 'standing', { ...model, id: key, application_id: key, standing, summary });
    }
    for (const { id, summary } of standings) {
      const four = fourSheets(String(summary), null);
      file.prepare('UPDATE standing SET summary = ? WHERE id = ?').run(four, id!);
    }
  })();
  file.close();
  return lock.categoryId;
}

interface Summary {
  receipt: string;
  sheets: { totals: unknown[] }[];
}

/** The first four sheets of a row, as the page shows them. */
function fourSheets(text: string, receipt: string | null): string {
  const summary = JSON.parse(text) as Summary;
  const [first] = summary.sheets;
  const sheets = [{ ...first!, totals: first!.totals.slice(0, 4) }];
  return JSON.stringify({ ...summary, sheets, ...(receipt ? { receipt } : {}) });
}

function insert(file: SqliteDatabase.Database, table: string, row: Row): void {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  file
    .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`)
    .run(...Object.values(row));
}
