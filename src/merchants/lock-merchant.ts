import type { Database } from '../database/database.js';
import { conflict } from '../rules/refusal.js';
import { Merchant } from './merchant.entity.js';

/**
 * Holds a merchant, for which everything of it stands. A record that was merged into another meanwhile only
 * points there: what were written to it now, nobody would see again.
 */
export async function lockMerchant(database: Database, id: string): Promise<Merchant> {
  const merchant = await database.lock(Merchant, id);
  if (merchant.mergedIntoId) throw conflict('merchants.mergedMeanwhile');
  return merchant;
}
