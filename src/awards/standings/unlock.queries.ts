import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** One time that a locked version was asked to open, with the names of those who took part. */
export interface UnlockRow {
  readonly id: string;
  readonly number: number;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly askedName: string | null;
  readonly askedAt: string | null;
  readonly agreedBy: string | null;
  readonly agreedName: string | null;
  readonly agreedAt: string | null;
  readonly witnessName: string | null;
  readonly witnessedAt: string | null;
}

/** Unlocks of standings (rule R4): the one under way, and all that were. */
@Injectable()
export class UnlockQueries {
  constructor(private readonly database: Database) {}

  /** Of every version of a category, the newest first. */
  ofCategory(categoryId: string): Promise<UnlockRow[]> {
    return this.database.rows<UnlockRow>(
      `SELECT u.id, l.number, u.reason, u.asked_by, f.person_name AS asked_name, u.asked_at,
              u.agreed_by, s.person_name AS agreed_name, u.agreed_at,
              w.person_name AS witness_name, u.witnessed_at
       FROM standing_unlock u JOIN standing_lock l ON l.id = u.lock_id
       LEFT JOIN account f ON f.id = u.asked_by LEFT JOIN account s ON s.id = u.agreed_by
       LEFT JOIN account w ON w.id = u.witnessed_by
       WHERE l.category_id = ? ORDER BY l.number DESC, COALESCE(u.asked_at, u.witnessed_at) DESC, u.id`,
      [categoryId],
    );
  }
}
