import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import type { RankingState } from '../../../rules/lifecycle/ranking-states.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../../database/quoted-list.js';

export interface QueueRow {
  readonly id: string;
  readonly merchantName: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly receiptNumber: string | null;
  readonly state: ApplicationState;
  readonly stateSince: string;
  readonly conclusion: 'recommend' | 'decline' | null;
  readonly rank: number | null;
  readonly approvedAt: string | null;
  readonly submittedAt: string | null;
  /** When the last correction for the division came back, or its time was over. */
  readonly answeredAt: string | null;
  /** Of the order that the division's recommendations in this category stand in. */
  readonly rankingState: RankingState | null;
}

export interface OpinionRow {
  readonly conclusion: 'recommend' | 'decline';
  readonly rank: number | null;
  readonly opinion: string;
  readonly declineReason: string | null;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly approverName: string | null;
  readonly approvedAt: string | null;
  readonly sealScanId: string | null;
  readonly version: number;
}

export interface RecommendedRow {
  readonly applicationId: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly rank: number;
  readonly merchantName: string;
  readonly creditCode: string | null;
  readonly receiptNumber: string | null;
  readonly opinion: string;
  readonly approvedAt: string | null;
}

/** Reads of one division's room; the division is always given, so no other one's row can be counted. */
@Injectable()
export class DivisionQueries {
  constructor(private readonly database: Database) {}

  queue(programmeId: string, divisionCode: string): Promise<QueueRow[]> {
    return this.database.rows<QueueRow>(
      `SELECT a.id, m.name AS merchant_name, c.code AS category_code, c.name_zh AS category_zh,
              c.name_en AS category_en, a.receipt_number, a.state, a.state_since,
              r.conclusion, r.rank, r.approved_at, a.submitted_at, k.state AS ranking_state,
              (SELECT MAX(q.answered_at) FROM correction_request q WHERE q.application_id = a.id
                 AND q.stage = 'division') AS answered_at
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id
       LEFT JOIN recommendation r ON r.application_id = a.id
       LEFT JOIN ranking k ON k.category_id = a.category_id AND k.division_code = a.division_code
       WHERE a.programme_id = ? AND a.division_code = ? AND a.state NOT IN (${quotedList(applicationIn.draft)})
       ORDER BY c.position, a.submitted_at, a.id`,
      [programmeId, divisionCode],
    );
  }

  opinion(applicationId: string): Promise<OpinionRow | null> {
    return this.database.row<OpinionRow>(
      `SELECT r.conclusion, r.rank, r.opinion, r.decline_reason, r.reviewer_id,
              v.person_name AS reviewer_name, p.person_name AS approver_name, r.approved_at,
              r.seal_scan_id, r.version
       FROM recommendation r LEFT JOIN account v ON v.id = r.reviewer_id
       LEFT JOIN account p ON p.id = r.approver_id WHERE r.application_id = ?`,
      [applicationId],
    );
  }

  /** The division's ranked recommendations, signed and drafted, by category and rank. */
  recommended(programmeId: string, divisionCode: string): Promise<RecommendedRow[]> {
    return this.database.rows<RecommendedRow>(
      `SELECT r.application_id, c.code AS category_code, c.name_zh AS category_zh, r.rank,
              m.name AS merchant_name, m.credit_code, a.receipt_number, r.opinion, r.approved_at
       FROM recommendation r JOIN application a ON a.id = r.application_id
       JOIN merchant m ON m.id = a.merchant_id JOIN category c ON c.id = a.category_id
       WHERE a.programme_id = ? AND r.division_code = ? AND r.conclusion = 'recommend'
         AND r.rank IS NOT NULL
       ORDER BY c.position, r.rank, r.id`,
      [programmeId, divisionCode],
    );
  }
}
