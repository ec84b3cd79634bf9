import type { Database } from '../../database/database.js';
import { conflict, missing } from '../../rules/refusal.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { lockMerchant } from '../lock-merchant.js';
import { Practice } from './practice.entity.js';

/** Holds the merchant of a practice, for which everything of it stands. */
export async function lockPractice(database: Database, id: string): Promise<Practice> {
  const practices = database.repo(Practice);
  const known = await practices.findOne({ where: { id }, select: { merchantId: true } });
  if (!known) throw missing();
  await lockMerchant(database, known.merchantId);
  return practices.findOneByOrFail({ id });
}

/** The same of one's own; another's is missing. */
export async function lockOwnPractice(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Practice> {
  const row = await lockPractice(database, id);
  if (row.merchantId !== merchantOf(actor)) throw missing();
  return row;
}

export function requireVersion(row: Practice, version: number): void {
  if (row.version !== version) throw conflict();
}
