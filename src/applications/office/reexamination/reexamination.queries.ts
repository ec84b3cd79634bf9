import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { editionAmongSeveral, ofRunning } from '../../../programmes/running-editions.js';

export interface ReexaminationRow {
  readonly id: string;
  readonly applicationId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly statement: string;
  readonly declineReason: string | null;
  readonly requestedAt: string;
  readonly answerDueOn: string;
  readonly decision: 'accepted' | 'refused' | null;
  readonly reply: string | null;
  /** Null where only one runs. */
  readonly edition: string | null;
}

@Injectable()
export class ReexaminationQueries {
  constructor(private readonly database: Database) {}

  /** Requests in what runs, those without an answer first. */
  ofRunning(): Promise<ReexaminationRow[]> {
    return this.database.rows<ReexaminationRow>(
      `SELECT q.id, q.application_id, m.name AS merchant_name, a.division_code, q.statement,
              r.decline_reason, q.requested_at, q.answer_due_on, q.decision, q.reply,
              ${editionAmongSeveral('a.programme_id')} AS edition
       FROM reexamination_request q JOIN application a ON a.id = q.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN recommendation r ON r.application_id = a.id
       WHERE ${ofRunning('a.programme_id')}
       ORDER BY CASE WHEN q.decision IS NULL THEN 0 ELSE 1 END, q.answer_due_on, q.id`,
    );
  }
}
