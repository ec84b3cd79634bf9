import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { HallDay } from '../../../rules/hall/hall-day.js';
import { KEEPERS } from '../keepers.js';

export interface HallFileRow {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly resultKey: string;
  readonly madeAt: string;
  readonly madeName: string | null;
  readonly takenAt: string | null;
  readonly takenName: string | null;
}

/** The hall files of a round, and who may be named in one. */
@Injectable()
export class HallFileQueries {
  constructor(private readonly database: Database) {}

  ofRound(roundId: string): Promise<HallFileRow[]> {
    return this.database.rows<HallFileRow>(
      `SELECT f.id, f.number, f.hash, f.result_key, f.made_at, m.person_name AS made_name,
              f.taken_at, t.person_name AS taken_name
       FROM hall_file f
       LEFT JOIN account m ON m.id = f.made_by
       LEFT JOIN account t ON t.id = f.taken_by
       WHERE f.round_id = ? ORDER BY f.number DESC`,
      [roundId],
    );
  }

  /** Null where the round has no such file. */
  async content(roundId: string, id: string): Promise<string | null> {
    const row = await this.database.row<{ content: string }>(
      'SELECT content FROM hall_file WHERE round_id = ? AND id = ?',
      [roundId, id],
    );
    return row?.content ?? null;
  }

  /** Everybody who may keep a day of the programme now, each in one role. */
  async keepers(programmeId: string): Promise<HallDay['keepers']> {
    const rows = await this.database.rows<{ id: string; name: string; role: string }>(
      `SELECT a.id, a.person_name AS name, d.role FROM duty d JOIN account a ON a.id = d.account_id
       WHERE d.ended_at IS NULL AND a.disabled_at IS NULL
         AND (d.programme_id IS NULL OR d.programme_id = ?)
         AND d.role IN (${KEEPERS.map(() => '?').join(', ')})
       ORDER BY d.granted_at, a.id`,
      [programmeId, ...KEEPERS],
    );
    const first = new Map(rows.toReversed().map((row) => [row.id, row]));
    return [...first.values()].toReversed();
  }
}
