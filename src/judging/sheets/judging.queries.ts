import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { OWN_SHEETS } from './own-sheets.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { RoundState } from '../../rules/lifecycle/round-lifecycle.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

export interface OpenWork {
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly total: number;
  readonly unsigned: number;
}

export interface OwnSeatRow {
  readonly id: string;
  readonly number: number;
  readonly alternate: number;
  readonly chair: number;
  readonly declaredAt: string | null;
  /** Applications about which the judge is asked once more. */
  readonly asked: number;
  readonly categoryId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly programmeState: string;
}

export interface OwnSheetRow {
  readonly id: string;
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly roundState: RoundState;
  readonly blind: number;
  readonly closesOn: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly programmeId: string;
  readonly position: number;
  readonly state: 'Open' | 'Signed';
  readonly begun: number;
  readonly total: number | null;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
}

export interface OwnRoundRow {
  readonly roundId: string;
  readonly categoryId: string;
  readonly kind: RoundKind;
  readonly closesOn: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly total: number;
  readonly done: number;
  readonly signed: number;
}

export type SheetSelection = 'todo' | 'all' | 'done';

/** A judge's own rooms, and the counts that later steps ask for. */
@Injectable()
export class JudgingQueries {
  constructor(private readonly database: Database) {}

  /** Sheets issued and still unsigned, per round of a category. */
  openWork(categoryId: string): Promise<OpenWork[]> {
    return this.database.rows<OpenWork>(
      `SELECT r.id AS round_id, r.kind,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.voided)}) OR sh.id IS NULL THEN 0 ELSE 1 END) AS total,
              SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.open)}) THEN 1 ELSE 0 END) AS unsigned
       FROM round r LEFT JOIN score_sheet sh ON sh.round_id = r.id
       WHERE r.category_id = ? GROUP BY r.id, r.kind ORDER BY r.kind DESC, r.id`,
      [categoryId],
    );
  }

  /** Seats an account holds in programmes that are being judged or soon will be. */
  ownSeats(accountId: string): Promise<OwnSeatRow[]> {
    return this.database.rows<OwnSeatRow>(
      `SELECT s.id, s.number, s.alternate, s.chair, s.declared_at, c.id AS category_id, c.code,
              (SELECT COUNT(*) FROM conflict_declaration q WHERE q.seat_id = s.id
                AND q.state IN (${quotedList(conflictIn.askedAgain)})) AS asked,
              c.name_zh, c.name_en, p.id AS programme_id, p.name AS programme_name,
              p.state AS programme_state
       FROM seat s
       JOIN expert e ON e.id = s.expert_id
       JOIN category c ON c.id = s.category_id
       JOIN programme p ON p.id = s.programme_id
       WHERE e.account_id = ? AND s.vacated_at IS NULL
         AND ${inProgress}
       ORDER BY p.year DESC, p.id, c.position, s.id`,
      [accountId],
    );
  }

  /** The rounds in which an account has sheets, with how far it is. */
  ownRounds(accountId: string): Promise<OwnRoundRow[]> {
    return this.database.rows<OwnRoundRow>(
      `SELECT r.id AS round_id, c.id AS category_id, r.kind, r.closes_on, c.code, c.name_zh, c.name_en,
              own.total, own.done, own.signed
       FROM (
         SELECT sh.round_id, COUNT(*) AS total,
                SUM(CASE WHEN ${SELECTIONS.done} THEN 1 ELSE 0 END) AS done,
                SUM(CASE WHEN sh.state IN (${quotedList(sheetIn.signed)}) THEN 1 ELSE 0 END) AS signed
         FROM ${OWN_SHEETS} sh JOIN seat s ON s.id = sh.seat_id
         WHERE ${ownSeatsScope} GROUP BY sh.round_id
       ) own
       JOIN round r ON r.id = own.round_id
       JOIN category c ON c.id = r.category_id
       JOIN programme p ON p.id = r.programme_id
       WHERE r.state IN (${quotedList(roundIn.sheetsOut)}) AND ${inProgress}
       ORDER BY c.position, r.kind DESC, r.id`,
      [accountId],
    );
  }

  /**
   * An account's own sheets in its own order, at most so many of each round. What was voided or
   * recused is not there at all.
   */
  ownSheets(
    accountId: string,
    selection: SheetSelection,
    mostPerRound = 10_000,
  ): Promise<OwnSheetRow[]> {
    return this.database.rows<OwnSheetRow>(
      `${selectOwnSheets} JOIN (
         SELECT sh.id, ROW_NUMBER() OVER (PARTITION BY sh.round_id ORDER BY sh.position, sh.id) AS place
         FROM ${OWN_SHEETS} sh JOIN seat s ON s.id = sh.seat_id
         WHERE ${ownSeatsScope} AND ${SELECTIONS[selection]}
       ) own ON own.id = sh.id
       WHERE own.place <= ? AND r.state IN (${quotedList(roundIn.sheetsOut)}) AND ${inProgress}
       ORDER BY sh.round_id, sh.position, sh.id`,
      [accountId, mostPerRound],
    );
  }

  ownSheetsOfRound(accountId: string, roundId: string): Promise<OwnSheetRow[]> {
    return this.database.rows<OwnSheetRow>(
      `${selectOwnSheets} WHERE ${ownSheetsScope} AND sh.round_id = ?
       ORDER BY sh.position, sh.id`,
      [accountId, roundId],
    );
  }
}

/** Own, valid, of a seat still held, after the declaration was signed, no relation open, still under review. */
const ownSeatsScope = `sh.account_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)}) AND s.vacated_at IS NULL
  AND s.declared_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM conflict_declaration q
    WHERE q.seat_id = sh.seat_id AND q.application_id = sh.application_id
      AND q.state IN (${quotedList(conflictIn.unsettled)}))
  AND NOT EXISTS (SELECT 1 FROM application gone
    WHERE gone.id = sh.application_id AND gone.state IN (${quotedList(applicationIn.left)}))`;

/** As above, in a round that has opened. */
export const ownSheetsScope = `${ownSeatsScope} AND r.state IN (${quotedList(roundIn.sheetsOut)})`;

const inProgress = `p.state NOT IN (${quotedList(programmeIn.closedToJudges)})`;

/** A sheet is done when every score is there, signed or not. */
const SELECTIONS: Readonly<Record<SheetSelection, string>> = {
  todo: `sh.state IN (${quotedList(sheetIn.open)}) AND sh.total IS NULL`,
  done: `(sh.state IN (${quotedList(sheetIn.signed)}) OR sh.total IS NOT NULL)`,
  all: '1 = 1',
};

const selectOwnSheets = `SELECT sh.id, sh.round_id, r.kind, r.state AS round_state, r.blind,
  r.closes_on, c.code, c.name_zh, c.name_en, r.programme_id, sh.position, sh.state,
  CASE WHEN sh.scores = '{}' THEN 0 ELSE 1 END AS begun, sh.total,
  COALESCE(sh.number, a.judging_number) AS judging_number,
  m.name AS merchant_name
  FROM ${OWN_SHEETS} sh
  JOIN seat s ON s.id = sh.seat_id
  JOIN round r ON r.id = sh.round_id
  JOIN category c ON c.id = r.category_id
  JOIN programme p ON p.id = r.programme_id
  JOIN application a ON a.id = sh.application_id
  JOIN merchant m ON m.id = a.merchant_id`;
