import { checkPointSql, renewalStates } from './check-point-of.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import { quotedList } from '../../../database/quoted-list.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

export interface ScreeningRow {
  readonly id: string;
  readonly merchantName: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly divisionCode: string;
  readonly receiptNumber: string | null;
  readonly state: ApplicationState;
  /** Rules with at least one recorded check at the check point where it stands. */
  readonly checked: number;
  readonly hits: number;
  /** Findings that a second person has not read yet. */
  readonly unread: number;
}

export interface ScreeningDecisionRow {
  readonly result: 'in' | 'out';
  readonly reason: string | null;
  readonly basis: string | null;
  readonly remedy: string | null;
  readonly screenerName: string | null;
  readonly screenedAt: string;
}

@Injectable()
export class ScreeningQueries {
  constructor(private readonly database: Database) {}

  list(programmeId: string): Promise<ScreeningRow[]> {
    return this.database.rows<ScreeningRow>(
      `SELECT a.id, m.name AS merchant_name, c.code AS category_code, c.name_zh AS category_zh,
              c.name_en AS category_en, a.division_code, a.receipt_number, a.state,
              COUNT(DISTINCT v.rule) AS checked,
              COUNT(DISTINCT CASE WHEN v.result = 'Hit' THEN v.rule END) AS hits,
              COUNT(DISTINCT CASE WHEN v.result IN ('Hit', 'Unavailable') AND v.second_reader_id IS NULL
                                  THEN v.id END) AS unread
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id
       LEFT JOIN veto_check v ON v.application_id = a.id AND v.check_point = ${checkPointSql}
       WHERE a.programme_id = ? AND (a.state IN (${quotedList([...applicationIn.onScreeningList, ...renewalStates])})
             OR (a.state IN (${quotedList(applicationIn.correcting)}) AND EXISTS (SELECT 1 FROM correction_request r
                 WHERE r.application_id = a.id AND r.stage = 'screening')))
       GROUP BY a.id, m.name, c.code, c.name_zh, c.name_en, c.position, a.division_code,
                a.receipt_number, a.state
       ORDER BY c.position, m.name, a.id`,
      [programmeId],
    );
  }

  decision(applicationId: string): Promise<ScreeningDecisionRow | null> {
    return this.database.row<ScreeningDecisionRow>(
      `SELECT s.result, s.reason, s.basis, s.remedy, p.person_name AS screener_name, s.screened_at
       FROM screening s LEFT JOIN account p ON p.id = s.screener_id WHERE s.application_id = ?`,
      [applicationId],
    );
  }
}
