import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { OWN_SHEETS } from '../sheets/own-sheets.js';
import { quotedList } from '../../database/quoted-list.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import type { RoundState } from '../../rules/lifecycle/round-lifecycle.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { MinuteKind } from '../../rules/rounds/panel-minutes.js';

export interface ChairedRound {
  readonly roundId: string;
  readonly programmeId: string;
  readonly seatId: string;
  readonly kind: 'material' | 'defence';
  readonly state: RoundState;
  readonly closesOn: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface MinuteRow {
  readonly id: string;
  readonly number: number;
  readonly kind: MinuteKind;
  readonly text: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

/** Who takes part in a round, and which of them say that it ends too soon. */
export interface TimeVoice {
  readonly seatId: string;
  readonly accountId: string;
  readonly number: number;
  /** Sheets of the seat that wait for its signature. */
  readonly unsigned: number;
  readonly claimed: number;
}

/** The chair's room and what others see of it: procedure, never a score. */
@Injectable()
export class ChairQueries {
  constructor(private readonly database: Database) {}

  /** Rounds that the account chairs, from the opening of its declarations on. */
  chaired(accountId: string): Promise<ChairedRound[]> {
    return this.database.rows<ChairedRound>(
      `SELECT r.id AS round_id, r.programme_id, s.id AS seat_id, r.kind, r.state, r.closes_on, c.name_zh, c.name_en
       FROM seat s JOIN expert e ON e.id = s.expert_id
       JOIN round r ON r.category_id = s.category_id
       JOIN category c ON c.id = r.category_id
       JOIN programme p ON p.id = r.programme_id
       WHERE e.account_id = ? AND s.chair = 1 AND s.vacated_at IS NULL
         AND r.state NOT IN (${quotedList(roundIn.planned)})
         AND p.state NOT IN (${quotedList(programmeIn.closedToJudges)})
       ORDER BY c.position, r.kind DESC, r.id`,
      [accountId],
    );
  }

  /** Every seat that holds sheets of a round, with its word on the time until this day. */
  voices(roundId: string, closesOn: string): Promise<TimeVoice[]> {
    return this.database.rows<TimeVoice>(
      `SELECT s.id AS seat_id, e.account_id, s.number,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.open)}) THEN 1 ELSE 0 END) AS unsigned,
              (SELECT COUNT(*) FROM time_claim t
               WHERE t.round_id = ? AND t.seat_id = s.id AND t.closes_on = ?) AS claimed
       FROM ${OWN_SHEETS} sh JOIN seat s ON s.id = sh.seat_id JOIN expert e ON e.id = s.expert_id
       WHERE sh.round_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)}) AND s.vacated_at IS NULL
       GROUP BY s.id, e.account_id, s.number ORDER BY s.number, s.id`,
      [roundId, closesOn, roundId],
    );
  }

  /** Applications that a seat is kept from, or about which its relation is not settled. */
  async keptFrom(seatId: string): Promise<ReadonlySet<string>> {
    const states = [...conflictIn.barred, ...conflictIn.unsettled];
    const rows = await this.database.rows<{ applicationId: string }>(
      `SELECT application_id FROM conflict_declaration
       WHERE seat_id = ? AND state IN (${quotedList(states)}) ORDER BY id`,
      [seatId],
    );
    return new Set(rows.map(({ applicationId }) => applicationId));
  }

  minutes(roundId: string): Promise<MinuteRow[]> {
    return this.database.rows<MinuteRow>(
      `SELECT m.id, m.number, m.kind, m.text, m.recorded_at, p.person_name AS recorded_by, m.answer, m.answered_at
       FROM panel_minute m LEFT JOIN account p ON p.id = m.recorded_by
       WHERE m.round_id = ? ORDER BY m.number`,
      [roundId],
    );
  }

  /** Questions of chairs that the office has not answered, by open round of a programme. */
  questions(programmeId: string): Promise<WaitingQuestions[]> {
    return this.database.rows<WaitingQuestions>(
      `SELECT r.id AS round_id, c.name_zh, c.name_en, COUNT(*) AS count
       FROM panel_minute m JOIN round r ON r.id = m.round_id JOIN category c ON c.id = r.category_id
       WHERE r.programme_id = ? AND r.state IN (${quotedList(roundIn.open)})
         AND m.kind = 'question' AND m.answered_at IS NULL
       GROUP BY r.id, c.name_zh, c.name_en, c.position, r.kind ORDER BY c.position, r.kind DESC`,
      [programmeId],
    );
  }

  /** Round → what its chair last said about the order of work, and whether the account says it is too short. */
  async forJudge(accountId: string): Promise<ReadonlyMap<string, JudgesRound>> {
    const rows = await this.database.rows<JudgesRound & { roundId: string }>(
      `SELECT DISTINCT r.id AS round_id, s.chair,
              (SELECT m.text FROM panel_minute m WHERE m.round_id = r.id AND m.kind = 'order'
               ORDER BY m.number DESC LIMIT 1) AS order_of_work,
              (SELECT COUNT(*) FROM time_claim t
               WHERE t.round_id = r.id AND t.seat_id = s.id AND t.closes_on = r.closes_on) AS claimed
       FROM seat s JOIN expert e ON e.id = s.expert_id
       JOIN score_sheet sh ON sh.seat_id = s.id JOIN round r ON r.id = sh.round_id
       WHERE e.account_id = ? AND s.vacated_at IS NULL AND r.state IN (${quotedList(roundIn.open)})
       ORDER BY r.id`,
      [accountId],
    );
    return new Map(rows.map(({ roundId, ...row }) => [roundId, row]));
  }
}

export interface WaitingQuestions {
  readonly roundId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly count: number;
}

export interface JudgesRound {
  readonly chair: number;
  readonly orderOfWork: string | null;
  readonly claimed: number;
}
