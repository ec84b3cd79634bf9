import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { OWN_SHEETS } from '../sheets/own-sheets.js';
import { quotedList } from '../../database/quoted-list.js';

export interface SeatProgress {
  readonly seatId: string;
  readonly number: number;
  readonly alternate: number;
  readonly name: string;
  readonly total: number;
  readonly complete: number;
  readonly signed: number;
  readonly voided: number;
  readonly begunAt: string | null;
  readonly savedAt: string | null;
}

export interface RoundApplication {
  readonly number: string;
  readonly name: string;
}

export interface Reminded {
  readonly at: string;
  readonly seats: readonly number[];
}

/** How far each seat is: counts and times, no score. */
@Injectable()
export class RoundProgressQueries {
  constructor(private readonly database: Database) {}

  seats(roundId: string): Promise<SeatProgress[]> {
    return this.database.rows<SeatProgress>(
      `SELECT s.id AS seat_id, s.number, s.alternate, e.name,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.voided)}) THEN 0 ELSE 1 END) AS total,
              SUM(CASE WHEN sh.state NOT IN (${quotedList(sheetIn.voided)}) AND sh.total IS NOT NULL THEN 1 ELSE 0 END)
                AS complete,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.signed)}) THEN 1 ELSE 0 END) AS signed,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.voided)}) THEN 1 ELSE 0 END) AS voided,
              MIN(sh.first_opened_at) AS begun_at,
              MAX(CASE WHEN sh.first_opened_at IS NULL THEN NULL ELSE sh.saved_at END) AS saved_at
       FROM ${OWN_SHEETS} sh
       JOIN seat s ON s.id = sh.seat_id
       JOIN expert e ON e.id = s.expert_id
       WHERE sh.round_id = ?
       GROUP BY s.id, s.number, s.alternate, e.name
       ORDER BY s.alternate, s.number, s.id`,
      [roundId],
    );
  }

  /** What the office calls each application of a round by: the number judges see, and the name. */
  applications(roundId: string): Promise<RoundApplication[]> {
    return this.database.rows<RoundApplication>(
      `SELECT DISTINCT a.judging_number AS number, m.name, a.id FROM score_sheet sh
       JOIN application a ON a.id = sh.application_id JOIN merchant m ON m.id = a.merchant_id
       WHERE sh.round_id = ? AND a.judging_number IS NOT NULL ORDER BY a.judging_number, a.id`,
      [roundId],
    );
  }

  /** The last reminder of a round: when, and the seats that were told. */
  async reminded(roundId: string): Promise<Reminded | null> {
    const row = await this.database.row<{ at: string; details: string }>(
      `SELECT at, details FROM journal_entry WHERE event = 'round.remind' AND subject_id = ?
       ORDER BY sequence DESC LIMIT 1`,
      [roundId],
    );
    if (!row) return null;
    const { seats = [] } = JSON.parse(row.details) as { seats?: number[] };
    return { at: row.at, seats };
  }
}
