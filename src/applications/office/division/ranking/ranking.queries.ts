import { Injectable } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { quotedList } from '../../../../database/quoted-list.js';
import { applicationIn } from '../../../../rules/lifecycle/application-groups.js';
import type { RankingState } from '../../../../rules/lifecycle/ranking-states.js';

export interface RankedRow {
  readonly applicationId: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly receiptNumber: string | null;
  readonly opinion: string;
  readonly reviewerId: string;
  readonly reviewedAt: string;
  readonly approvedAt: string | null;
  readonly submittedAt: string | null;
  /** When its last correction ended. */
  readonly answeredAt: string | null;
  readonly rank: number | null;
}

export interface RankingRow {
  readonly state: RankingState;
  readonly handedAt: string | null;
  readonly handedByName: string | null;
  readonly returnReason: string | null;
  readonly signedAt: string | null;
  readonly signedByName: string | null;
  readonly sealScanId: string | null;
  readonly version: number;
}

/** The recommendations of one division in one category: what is signed, then what waits, each in order. */
export interface RankingSet {
  readonly ranking: RankingRow | null;
  readonly signed: readonly RankedRow[];
  readonly waiting: readonly RankedRow[];
}

@Injectable()
export class RankingQueries {
  constructor(private readonly database: Database) {}

  async set(categoryId: string, divisionCode: string): Promise<RankingSet> {
    const rows = await this.database.rows<RankedRow>(
      `SELECT r.application_id, a.merchant_id, m.name AS merchant_name, a.receipt_number, r.opinion,
              r.reviewer_id, r.reviewed_at, r.approved_at, a.submitted_at, r.rank,
              (SELECT MAX(q.answered_at) FROM correction_request q
               WHERE q.application_id = a.id) AS answered_at
       FROM recommendation r JOIN application a ON a.id = r.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE r.category_id = ? AND r.division_code = ? AND r.conclusion = 'recommend'
         AND (r.approved_at IS NOT NULL OR a.state IN (${quotedList(applicationIn.inDivisionReview)}))
       ORDER BY CASE WHEN r.rank IS NULL THEN 1 ELSE 0 END, r.rank, r.reviewed_at, r.id`,
      [categoryId, divisionCode],
    );
    const ranking = await this.database.row<RankingRow>(
      `SELECT k.state, k.handed_at, h.person_name AS handed_by_name, k.return_reason, k.signed_at,
              s.person_name AS signed_by_name, k.seal_scan_id, k.version
       FROM ranking k LEFT JOIN account h ON h.id = k.handed_by
       LEFT JOIN account s ON s.id = k.signed_by
       WHERE k.category_id = ? AND k.division_code = ?`,
      [categoryId, divisionCode],
    );
    return {
      ranking,
      signed: rows.filter(({ approvedAt }) => approvedAt !== null),
      waiting: rows.filter(({ approvedAt }) => approvedAt === null),
    };
  }
}
