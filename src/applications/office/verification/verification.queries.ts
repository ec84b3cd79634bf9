import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../../database/quoted-list.js';

export interface VerificationRow {
  readonly id: string;
  readonly merchantName: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly divisionCode: string;
  readonly state: ApplicationState;
  readonly done: number;
  readonly claimed: number;
  readonly unread: number;
  readonly verifiers: number;
}

export interface AdjustmentRow {
  readonly id: string;
  readonly kind: 'bonus' | 'deduction';
  readonly points: number;
  readonly reason: string;
  readonly evidenceId: string | null;
  readonly decidedByName: string | null;
}

@Injectable()
export class VerificationQueries {
  constructor(private readonly database: Database) {}

  /** The work list of a programme with the progress of each file. */
  workList(programmeId: string): Promise<VerificationRow[]> {
    return this.database.rows<VerificationRow>(
      `SELECT a.id, m.name AS merchant_name, c.code AS category_code, c.name_zh AS category_zh,
              c.name_en AS category_en, a.division_code, a.state,
              COUNT(CASE WHEN f.verdict IS NOT NULL AND f.claimed IS NOT NULL THEN 1 END) AS done,
              COUNT(CASE WHEN f.claimed IS NOT NULL THEN 1 END) AS claimed,
              COUNT(CASE WHEN f.verdict IS NOT NULL AND f.second_reader_id IS NULL
                          AND f.verifier_id IS NOT NULL THEN 1 END) AS unread,
              COUNT(DISTINCT f.verifier_id) AS verifiers
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id LEFT JOIN figure f ON f.application_id = a.id
       WHERE a.programme_id = ? AND a.state IN (${quotedList(applicationIn.onVerificationList)})
       GROUP BY a.id, m.name, c.code, c.name_zh, c.name_en, c.position, a.division_code, a.state
       ORDER BY c.position, a.state, m.name, a.id`,
      [programmeId],
    );
  }

  adjustments(applicationId: string): Promise<AdjustmentRow[]> {
    return this.database.rows<AdjustmentRow>(
      `SELECT s.id, s.kind, s.points, s.reason, s.evidence_id, p.person_name AS decided_by_name
       FROM score_adjustment s LEFT JOIN account p ON p.id = s.decided_by
       WHERE s.application_id = ? ORDER BY s.decided_at, s.id`,
      [applicationId],
    );
  }
}
