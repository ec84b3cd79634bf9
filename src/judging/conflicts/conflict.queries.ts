import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { editionAmongSeveral, ofRunning } from '../../programmes/running-editions.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { quotedList } from '../../database/quoted-list.js';
import type { ConflictState } from '../../rules/lifecycle/conflict-states.js';

export interface ConflictRow {
  readonly id: string;
  readonly state: ConflictState;
  readonly ground: string | null;
  readonly moreGrounds: readonly string[];
  readonly explanation: string | null;
  readonly hits: readonly string[];
  readonly declaredAt: string;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  readonly deciderName: string | null;
  readonly judgeName: string;
  readonly organisation: string;
  readonly seat: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly merchantName: string;
  /** Null where only one runs. */
  readonly edition: string | null;
}

/** Every relation that a judge stated or a comparison found, those that wait first. */
@Injectable()
export class ConflictQueries {
  constructor(private readonly database: Database) {}

  async ofRunning(): Promise<ConflictRow[]> {
    const rows = await this.database.rows<
      Omit<ConflictRow, 'hits' | 'moreGrounds'> & { hits: string; moreGrounds: string | null }
    >(
      `SELECT d.id, d.state, d.ground, d.more_grounds, d.explanation, d.hits, d.declared_at, d.decided_at,
              d.decision_reason, t.person_name AS decider_name, e.name AS judge_name,
              e.organisation, s.number AS seat, c.name_zh, c.name_en, m.name AS merchant_name,
              ${editionAmongSeveral('s.programme_id')} AS edition
       FROM conflict_declaration d
       JOIN seat s ON s.id = d.seat_id
       JOIN expert e ON e.id = s.expert_id
       JOIN category c ON c.id = s.category_id
       JOIN application a ON a.id = d.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN account t ON t.id = d.decided_by
       WHERE ${ofRunning('s.programme_id')} AND d.state NOT IN (${quotedList(conflictIn.none)})
       ORDER BY CASE WHEN d.state IN (${quotedList(conflictIn.awaitingOffice)}) THEN 0 ELSE 1 END, c.position, s.number,
                m.name, d.id`,
    );
    return rows.map((row) => ({
      ...row,
      hits: JSON.parse(row.hits) as string[],
      moreGrounds: JSON.parse(row.moreGrounds ?? '[]') as string[],
    }));
  }
}
