import { Account } from '../../accounts/account.entity.js';
import type { Database } from '../../database/database.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { missing } from '../../rules/refusal.js';
import { Title } from '../titles/title.entity.js';

/**
 * All that stands for the rows of two merchants, from the coarse to the fine: who acts for them, the two
 * themselves, the programmes and rounds of their applications, their titles.
 */
export async function holdBoth(database: Database, one: string, other: string) {
  const of = (sql: string) => database.rows<{ id: string }>(sql, [one, other]);
  const ids = async (sql: string) => (await of(sql)).map(({ id }) => id);
  await database.lockAll(
    Account,
    await ids('SELECT DISTINCT account_id AS id FROM duty WHERE merchant_id IN (?, ?)'),
  );
  const merchants = await database.lockAll(Merchant, [one, other]);
  await database.lockAll(
    Programme,
    await ids('SELECT DISTINCT programme_id AS id FROM application WHERE merchant_id IN (?, ?)'),
  );
  await database.lockAll(
    Round,
    await ids(
      `SELECT r.id FROM round r WHERE r.category_id IN
         (SELECT category_id FROM application WHERE merchant_id IN (?, ?)) ORDER BY r.id`,
    ),
  );
  await database.lockAll(Title, await ids('SELECT id FROM title WHERE merchant_id IN (?, ?)'));
  const find = (id: string) => {
    const found = merchants.find((row) => row.id === id);
    if (!found) throw missing();
    return found;
  };
  return { one: find(one), other: find(other) };
}
