import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { editionAmongSeveral, ofRunning } from '../../programmes/running-editions.js';
import type { AssignmentPlan } from '../../rules/assignment/assignment-problem.js';
import type { RoundProblem } from '../../rules/assignment/round-problem.js';
import type { AssignmentMode } from './assignment.entity.js';
import type { RoundState } from '../../rules/lifecycle/round-lifecycle.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

export interface AssignmentRow {
  readonly id: string;
  readonly number: number;
  readonly mode: AssignmentMode;
  readonly perApplication: number | null;
  readonly seed: string | null;
  readonly problem: RoundProblem | null;
  readonly plan: AssignmentPlan | null;
  readonly problemHash: string | null;
  readonly planHash: string | null;
  readonly reason: string;
  readonly appliedByName: string;
  readonly appliedAt: string;
}

export interface RoundAssignmentRow {
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly categoryCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly applications: number;
  readonly members: number;
  readonly undeclared: number;
  readonly awaiting: number;
  readonly sheets: number;
  readonly number: number | null;
  readonly mode: AssignmentMode | null;
  readonly perApplication: number | null;
  readonly appliedAt: string | null;
  /** Null where only one runs. */
  readonly edition: string | null;
}

type Stored = Omit<AssignmentRow, 'problem' | 'plan'> & {
  readonly problem: string | null;
  readonly plan: string | null;
};

const newest = `n.number = (SELECT MAX(o.number) FROM assignment o WHERE o.round_id = n.round_id)`;

/** Reads of the decisions who scores what. */
@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  /** The decision in force, or null where none was ever taken. */
  async inForce(roundId: string): Promise<AssignmentRow | null> {
    const row = await this.database.row<Stored>(
      `SELECT n.id, n.number, n.mode, n.per_application, n.seed, n.problem, n.plan, n.problem_hash,
              n.plan_hash, n.reason, p.person_name AS applied_by_name, n.applied_at
       FROM assignment n JOIN account p ON p.id = n.applied_by
       WHERE n.round_id = ? AND ${newest}`,
      [roundId],
    );
    return (
      row && {
        ...row,
        problem: row.problem ? (JSON.parse(row.problem) as RoundProblem) : null,
        plan: row.plan ? (JSON.parse(row.plan) as AssignmentPlan) : null,
      }
    );
  }

  /** Every round of a programme with its decision in force and what it waits for. */
  rounds(programmeId: string): Promise<RoundAssignmentRow[]> {
    return this.withDecisions('r.programme_id = ?', programmeId);
  }

  /** The same of what runs, the newest edition first. */
  ofRunning(): Promise<RoundAssignmentRow[]> {
    return this.withDecisions(ofRunning('r.programme_id'));
  }

  private withDecisions(where: string, ...values: string[]): Promise<RoundAssignmentRow[]> {
    return this.database.rows<RoundAssignmentRow>(
      `SELECT r.id AS round_id, r.kind, r.state, c.code AS category_code, c.name_zh, c.name_en,
         (SELECT COUNT(*) FROM application a WHERE a.category_id = c.id
            AND a.state IN (${quotedList(applicationIn.judged)})) AS applications,
         (SELECT COUNT(*) FROM seat s WHERE s.category_id = c.id AND s.alternate = 0
            AND s.vacated_at IS NULL) AS members,
         (SELECT COUNT(*) FROM seat s WHERE s.category_id = c.id AND s.alternate = 0
            AND s.vacated_at IS NULL AND s.declared_at IS NULL) AS undeclared,
         (SELECT COUNT(*) FROM conflict_declaration d JOIN seat s ON s.id = d.seat_id
            WHERE s.category_id = c.id AND s.vacated_at IS NULL
              AND d.state IN (${quotedList(conflictIn.awaitingOffice)})) AS awaiting,
         (SELECT COUNT(*) FROM score_sheet sh WHERE sh.round_id = r.id
            AND sh.state NOT IN (${quotedList(sheetIn.voided)})) AS sheets,
         n.number, n.mode, n.per_application, n.applied_at,
         ${editionAmongSeveral('r.programme_id')} AS edition
       FROM round r
       JOIN programme p ON p.id = r.programme_id
       JOIN category c ON c.id = r.category_id
       LEFT JOIN assignment n ON n.round_id = r.id AND ${newest}
       WHERE ${where}
       ORDER BY p.year DESC, p.id, c.position, r.kind DESC, r.id`,
      values,
    );
  }
}
