import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { missing } from '../../rules/refusal.js';
import { Notice } from '../notices/notice.entity.js';
import { Objection } from './objection.entity.js';

/**
 * Holds an objection and, before it, its programme: an approval waits for an acceptance that has
 * begun, and an acceptance for an approval.
 */
export async function lockObjection(database: Database, id: string): Promise<Objection> {
  const known = await database
    .repo(Objection)
    .findOne({ where: { id }, select: { noticeId: true } });
  if (!known) throw missing();
  const notice = await database
    .repo(Notice)
    .findOneOrFail({ where: { id: known.noticeId }, select: { programmeId: true } });
  await database.lock(Programme, notice.programmeId);
  return database.lock(Objection, id);
}
