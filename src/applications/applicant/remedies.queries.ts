import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface RemedyRow {
  readonly kind: 'statement' | 'reexamination';
  readonly said: string;
  readonly saidAt: string;
  /** Last day on which the office must answer. */
  readonly answerDueOn: string;
}

/** What an applicant said against a decision, each once at most; the caller has loaded the application. */
@Injectable()
export class RemedyQueries {
  constructor(private readonly database: Database) {}

  of(applicationId: string): Promise<RemedyRow[]> {
    return this.database.rows<RemedyRow>(
      `SELECT 'statement' AS kind, statement AS said, stated_at AS said_at, answer_due_on
       FROM screening_statement WHERE application_id = ?
       UNION ALL
       SELECT 'reexamination', statement, requested_at, answer_due_on
       FROM reexamination_request WHERE application_id = ? ORDER BY said_at, kind`,
      [applicationId, applicationId],
    );
  }
}
