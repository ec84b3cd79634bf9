import { Injectable } from '@nestjs/common';
import { partsOnApplications } from '../../applications/parts-on-applications.js';
import { Database } from '../../database/database.js';
import type { PanelSeat } from '../../rules/rounds/panel-rule.js';

export interface SeatRow {
  readonly id: string;
  readonly categoryId: string;
  readonly number: number;
  readonly chair: number;
  readonly alternate: number;
  readonly reason: string;
  readonly declaredAt: string | null;
  readonly vacatedAt: string | null;
  readonly vacatedReason: string | null;
  readonly drawId: string | null;
  readonly expertId: string;
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly divisionCode: string | null;
}

const selectSeat = `SELECT s.id, s.category_id, s.number, s.chair, s.alternate, s.reason,
  s.declared_at, s.vacated_at, s.vacated_reason, s.draw_id, e.id AS expert_id, e.account_id, e.name,
  e.organisation, e.division_code
  FROM seat s JOIN expert e ON e.id = s.expert_id`;

/** Reads of panels. */
@Injectable()
export class PanelQueries {
  constructor(private readonly database: Database) {}

  /** Every seat of a programme, vacated ones too, in the order of their numbers. */
  seatsOfProgramme(programmeId: string): Promise<SeatRow[]> {
    return this.database.rows<SeatRow>(
      `${selectSeat} WHERE s.programme_id = ?
       ORDER BY s.alternate, s.number, s.seated_at, s.id`,
      [programmeId],
    );
  }

  /** Occupied seats of a category. */
  seatsOfCategory(categoryId: string): Promise<SeatRow[]> {
    return this.database.rows<SeatRow>(
      `${selectSeat} WHERE s.category_id = ? AND s.vacated_at IS NULL
       ORDER BY s.alternate, s.number, s.id`,
      [categoryId],
    );
  }

  /** Duties of an account and what it has done in a category, for the forbidden pairs. */
  pastActs(accountId: string, programmeId: string, categoryId: string): Promise<PastAct[]> {
    return this.database.rows<PastAct>(
      `SELECT d.role AS name, d.programme_id AS programme, NULL AS application
       FROM duty d WHERE d.account_id = ? AND d.ended_at IS NULL
       UNION ALL
       SELECT p.name, a.programme_id, MIN(a.id) FROM application a
       JOIN ${partsOnApplications} p ON p.application_id = a.id
       WHERE a.programme_id = ? AND p.account_id = ? AND (p.name <> 'Verifier' OR a.category_id = ?)
       GROUP BY p.name, a.programme_id`,
      [accountId, programmeId, accountId, categoryId],
    );
  }

  /** The same for the whole pool at once. */
  pastActsOfPool(programmeId: string, categoryId: string): Promise<ExpertAct[]> {
    return this.database.rows<ExpertAct>(
      `SELECT e.id AS expert_id, d.role AS name, d.programme_id AS programme, NULL AS application
       FROM expert e JOIN duty d ON d.account_id = e.account_id AND d.ended_at IS NULL
       UNION ALL
       SELECT e.id, p.name, a.programme_id, MIN(a.id) FROM application a
       JOIN ${partsOnApplications} p ON p.application_id = a.id
       JOIN expert e ON e.account_id = p.account_id
       WHERE a.programme_id = ? AND (p.name <> 'Verifier' OR a.category_id = ?)
       GROUP BY e.id, p.name, a.programme_id`,
      [programmeId, categoryId],
    );
  }
}

export interface ExpertAct extends PastAct {
  readonly expertId: string;
}

export interface PastAct {
  readonly name: string;
  readonly programme: string | null;
  readonly application: string | null;
}

export function panelSeat(row: SeatRow): PanelSeat {
  return {
    number: row.number,
    organisation: row.organisation,
    division: row.divisionCode,
    chair: row.chair === 1,
    alternate: row.alternate === 1,
  };
}
