import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { editionAmongSeveral, ofRunning } from '../../programmes/running-editions.js';
import { type RemovalState, removalIn } from '../../rules/lifecycle/removal-states.js';

export interface RemovalRow {
  readonly id: string;
  readonly state: RemovalState;
  readonly ground: string | null;
  readonly reason: string;
  readonly promote: number;
  readonly judgeName: string;
  readonly organisation: string;
  /** Null for an expert of a re-review, who has a number instead. */
  readonly seat: number | null;
  readonly expertNumber: number | null;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Null where the judge leaves the panel. */
  readonly merchantName: string | null;
  readonly number: string | null;
  readonly nextName: string | null;
  readonly nextNumber: number | null;
  readonly proposedBy: string;
  readonly proposerName: string;
  readonly proposedAt: string;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  /** Null where only one runs. */
  readonly edition: string | null;
}

/** Every proposed removal, those that wait first; no score is read here. */
@Injectable()
export class RemovalQueries {
  constructor(private readonly database: Database) {}

  ofRunning(): Promise<RemovalRow[]> {
    return this.database.rows<RemovalRow>(
      `SELECT r.id, r.state, r.ground, r.reason, r.promote, e.name AS judge_name, e.organisation,
              s.number AS seat, q.number AS expert_number, c.name_zh, c.name_en, m.name AS merchant_name,
              a.judging_number AS number,
              n.name AS next_name, x.number AS next_number, r.proposed_by,
              p.person_name AS proposer_name, r.proposed_at, d.person_name AS decider_name,
              r.decided_at, r.decision_reason,
              ${editionAmongSeveral('r.programme_id')} AS edition
       FROM removal r
       LEFT JOIN seat s ON s.id = r.seat_id
       LEFT JOIN re_review_sheet q ON q.id = r.re_review_sheet_id
       JOIN expert e ON e.id = COALESCE(s.expert_id, q.expert_id)
       JOIN category c ON c.id = r.category_id
       JOIN account p ON p.id = r.proposed_by
       LEFT JOIN application a ON a.id = r.application_id
       LEFT JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN seat x ON x.id = r.next_seat_id
       LEFT JOIN expert n ON n.id = x.expert_id
       LEFT JOIN account d ON d.id = r.decided_by
       WHERE ${ofRunning('r.programme_id')}
       ORDER BY CASE WHEN r.state IN (${quotedList(removalIn.proposed)}) THEN 0 ELSE 1 END,
                r.proposed_at DESC, r.id`,
    );
  }
}
