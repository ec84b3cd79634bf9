import type { Database } from '../database/database.js';
import { conflict, missing } from '../rules/refusal.js';
import { Account } from './account.entity.js';

interface Held {
  readonly accountId: string;
}

/** Who may appoint: the holders of the duty whose accounts are open. */
function administrators(database: Database): Promise<Held[]> {
  return database.rows<Held>(
    `SELECT d.account_id FROM duty d JOIN account a ON a.id = d.account_id
     WHERE d.role = 'SystemAdmin' AND d.ended_at IS NULL AND a.disabled_at IS NULL`,
  );
}

/**
 * Holds an account together with those of all administrators, so that of two who end each other the
 * second sees what the first did.
 */
export async function lockWithAdministrators(
  database: Database,
  accountId: string,
): Promise<Account> {
  const others = await administrators(database);
  const ids = new Set([accountId, ...others.map((held) => held.accountId)]);
  const accounts = await database.lockAll(Account, [...ids]);
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) throw missing();
  return account;
}

/** Somebody must be left who can appoint. @throws Refusal when this account is the last administrator */
export async function refuseLastAdministrator(
  database: Database,
  accountId: string,
): Promise<void> {
  const working = await administrators(database);
  if (working.length > 0 && working.every((held) => held.accountId === accountId)) {
    throw conflict('accounts.lastAdministrator');
  }
}
