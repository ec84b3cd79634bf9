import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';

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

  adjustments(applicationId: string): Promise<AdjustmentRow[]> {
    return this.database.rows<AdjustmentRow>(
      `SELECT s.id, s.kind, s.points, s.reason, s.evidence_id, p.person_name AS decided_by_name
       FROM score_adjustment s LEFT JOIN account p ON p.id = s.decided_by
       WHERE s.application_id = ? ORDER BY s.decided_at, s.id`,
      [applicationId],
    );
  }
}
