import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundFacts } from '../../rules/assignment/round-problem.js';
import {
  type SeatOnApplication,
  assignSheets,
  pairKey,
} from '../../rules/rounds/sheet-assignment.js';
import { placesOf } from './assigned-places.js';
import { type AssignmentRow, AssignmentQueries } from './assignment.queries.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

export interface JudgedApplication {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly topics: readonly string[];
}

export interface SittingJudge {
  readonly id: string;
  readonly number: number;
  readonly alternate: number;
  readonly declared: number;
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly topics: readonly string[];
}

export interface RoundState {
  readonly facts: RoundFacts;
  readonly inForce: AssignmentRow | null;
  readonly applications: readonly JudgedApplication[];
  readonly seats: readonly SittingJudge[];
  /** Who has, or at the opening would get, what. */
  readonly present: readonly SeatOnApplication[];
  /** Who would have what without an assignment. */
  readonly wholePanel: () => readonly SeatOnApplication[];
}

/** Everything an assignment of a round starts from, in a constant number of reads. */
@Injectable()
export class RoundFactsQueries {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentQueries,
  ) {}

  async of(round: { id: string; categoryId: string; state: string }): Promise<RoundState> {
    const [applications, seats, barred, sheets, inForce] = await Promise.all([
      this.applications(round.categoryId),
      this.seats(round.categoryId),
      this.barred(round.categoryId),
      this.sheets(round.id),
      this.assignments.inForce(round.id),
    ]);
    const valid = sheets.filter(({ voided }) => voided === 0);
    const wholePanel = () => wholePanelPairs(applications, seats, barred);
    const planned =
      inForce?.problem && inForce.plan ? placesOf(inForce.problem, inForce.plan) : null;
    const holders = new Map(seats.map(({ number, id }) => [number, id]));
    const assigned = planned?.flatMap(({ seat, applicationId }) => {
      const seatId = holders.get(seat);
      return seatId ? [{ seatId, applicationId }] : [];
    });
    const issued =
      roundIn.open.has(round.state) || roundIn.locked.has(round.state) ? valid.map(pairOf) : null;
    return {
      facts: {
        roundId: round.id,
        applications,
        seats: seats.map(({ alternate, declared, ...seat }) => ({
          ...seat,
          alternate: alternate === 1,
          declared: declared === 1,
        })),
        barred,
        sheets: sheets.map(({ voided, begun, ...pair }) => ({
          ...pair,
          voided: voided === 1,
          begun: begun === 1,
        })),
        assigned: planned ? (issued ?? assigned!) : [],
        perApplication: planned ? inForce!.perApplication : null,
      },
      inForce,
      applications,
      seats,
      present: issued ?? assigned ?? wholePanel(),
      wholePanel,
    };
  }

  private async applications(categoryId: string): Promise<JudgedApplication[]> {
    const rows = await this.database.rows<Omit<JudgedApplication, 'topics'> & { topics: string }>(
      `SELECT a.id, COALESCE(a.judging_number, a.receipt_number, a.id) AS number, m.name,
              m.goods_categories AS topics
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE a.category_id = ? AND a.state IN (${quotedList(applicationIn.beforeJudges)})
       ORDER BY number, a.id`,
      [categoryId],
    );
    return rows.map((row) => ({ ...row, topics: JSON.parse(row.topics) as string[] }));
  }

  private async seats(categoryId: string): Promise<SittingJudge[]> {
    const rows = await this.database.rows<Omit<SittingJudge, 'topics'> & { topics: string | null }>(
      `SELECT s.id, s.number, s.alternate, CASE WHEN s.declared_at IS NULL THEN 0 ELSE 1 END
                AS declared, e.account_id, e.name, e.organisation,
              e.topics
       FROM seat s JOIN expert e ON e.id = s.expert_id
       WHERE s.category_id = ? AND s.vacated_at IS NULL
       ORDER BY s.alternate, s.number, s.id`,
      [categoryId],
    );
    return rows.map((row) => ({
      ...row,
      topics: row.topics ? (JSON.parse(row.topics) as string[]) : [],
    }));
  }

  /** Every pair of a judge who has declared that is not answered "none" and not cleared. */
  private barred(categoryId: string): Promise<SeatOnApplication[]> {
    return this.database.rows<SeatOnApplication>(
      `SELECT s.id AS seat_id, a.id AS application_id
       FROM seat s
       JOIN application a ON a.category_id = s.category_id AND a.state IN (${quotedList(applicationIn.beforeJudges)})
       LEFT JOIN conflict_declaration d ON d.seat_id = s.id AND d.application_id = a.id
       WHERE s.category_id = ? AND s.vacated_at IS NULL AND s.declared_at IS NOT NULL
         AND (d.id IS NULL OR d.state NOT IN (${quotedList(conflictIn.mayJudge)}))
       ORDER BY s.id, a.id`,
      [categoryId],
    );
  }

  private sheets(
    roundId: string,
  ): Promise<(SeatOnApplication & { readonly voided: number; readonly begun: number })[]> {
    return this.database.rows(
      `SELECT sh.seat_id, sh.application_id, CASE WHEN sh.state IN (${quotedList(sheetIn.voided)}) THEN 1 ELSE 0 END AS voided,
              CASE WHEN ${untouched} THEN 0 ELSE 1 END AS begun
       FROM score_sheet sh JOIN seat s ON s.id = sh.seat_id AND s.vacated_at IS NULL
       WHERE sh.round_id = ? ORDER BY sh.application_id, s.number, sh.id`,
      [roundId],
    );
  }
}

/** A sheet that its judge has neither opened nor saved nor signed. */
export const untouched = `state IN (${quotedList(roundIn.open)}) AND first_opened_at IS NULL AND scores = '{}'
  AND comments = '{}'`;

function wholePanelPairs(
  applications: readonly JudgedApplication[],
  seats: readonly SittingJudge[],
  barred: readonly SeatOnApplication[],
): readonly SeatOnApplication[] {
  const mayNot = new Set(barred.map(pairKey));
  const answered = seats
    .filter(({ declared }) => declared === 1)
    .flatMap(({ id }) => applications.map((one) => ({ seatId: id, applicationId: one.id })))
    .filter((pair) => !mayNot.has(pairKey(pair)));
  return assignSheets(
    seats.map(({ id, number, alternate, declared }) => ({
      id,
      number,
      alternate: alternate === 1,
      declared: declared === 1,
    })),
    applications.map(({ id }) => id),
    answered,
    barred,
  );
}

function pairOf({ seatId, applicationId }: SeatOnApplication): SeatOnApplication {
  return { seatId, applicationId };
}
