import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { editionAmongSeveral, ofRunning } from '../../../programmes/running-editions.js';

export interface StatementRow {
  readonly id: string;
  readonly applicationId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly statement: string;
  readonly statedAt: string;
  readonly answerDueOn: string;
  readonly outcome: 'upheld' | 'reopened' | null;
  readonly reply: string | null;
  /** Null where only one runs. */
  readonly edition: string | null;
}

/** How far one applicant has come with a remedy: against a declined recommendation or a screening. */
export interface OwnRemedy {
  readonly state: string;
  /** First day on which the decision was known. */
  readonly since: string;
  /** Last day of a statement after screening; null where it is reckoned or there is none. */
  readonly dueOn: string | null;
  readonly reason: string | null;
  readonly said: string | null;
  readonly saidAt: string | null;
  readonly answerDueOn: string | null;
  readonly outcome: 'accepted' | 'refused' | 'upheld' | 'reopened' | null;
  readonly reply: string | null;
}

@Injectable()
export class StatementQueries {
  constructor(private readonly database: Database) {}

  /** Statements in what runs, those without a reply first. */
  ofRunning(): Promise<StatementRow[]> {
    return this.database.rows<StatementRow>(
      `SELECT q.id, q.application_id, m.name AS merchant_name, a.division_code, s.reason, s.basis,
              q.statement, q.stated_at, q.answer_due_on, q.outcome, q.reply,
              ${editionAmongSeveral('a.programme_id')} AS edition
       FROM screening_statement q JOIN application a ON a.id = q.application_id
       JOIN merchant m ON m.id = a.merchant_id LEFT JOIN screening s ON s.application_id = a.id
       WHERE ${ofRunning('a.programme_id')}
       ORDER BY CASE WHEN q.outcome IS NULL THEN 0 ELSE 1 END, q.answer_due_on, q.id`,
    );
  }

  /** Null for an application that is not this merchant's. */
  screeningRemedy(applicationId: string, merchantId: string): Promise<OwnRemedy | null> {
    return this.database.row<OwnRemedy>(
      `SELECT a.state, a.state_since AS since, s.statement_due_on AS due_on, s.reason,
              q.statement AS said, q.stated_at AS said_at, q.answer_due_on, q.outcome, q.reply
       FROM application a LEFT JOIN screening s ON s.application_id = a.id
       LEFT JOIN screening_statement q ON q.application_id = a.id
       WHERE a.id = ? AND a.merchant_id = ?`,
      [applicationId, merchantId],
    );
  }

  /** Null for an application that is not this merchant's. */
  declineRemedy(applicationId: string, merchantId: string): Promise<OwnRemedy | null> {
    return this.database.row<OwnRemedy>(
      `SELECT a.state, a.state_since AS since, NULL AS due_on, r.decline_reason AS reason,
              q.statement AS said, q.requested_at AS said_at, q.answer_due_on,
              q.decision AS outcome, q.reply
       FROM application a LEFT JOIN recommendation r ON r.application_id = a.id
       LEFT JOIN reexamination_request q ON q.application_id = a.id
       WHERE a.id = ? AND a.merchant_id = ?`,
      [applicationId, merchantId],
    );
  }
}
