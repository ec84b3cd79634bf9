import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { lockIn } from '../../../rules/lifecycle/record-states.js';
import { quotedList } from '../../../database/quoted-list.js';

export interface CreditRow {
  readonly id: string;
  readonly merchantName: string;
  readonly receiptNumber: string | null;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly divisionCode: string;
  readonly state: ApplicationState;
}

@Injectable()
export class CreditQueries {
  constructor(private readonly database: Database) {}

  /**
   * Whom a batch of queries concerns: at the screening those that were recommended; later those
   * between the lock and the title, proposed by their standing, listed or selected.
   */
  list(programmeId: string, point: CheckPoint): Promise<CreditRow[]> {
    return this.database.rows<CreditRow>(
      `SELECT a.id, m.name AS merchant_name, a.receipt_number, c.name_zh AS category_zh,
              c.name_en AS category_en, a.division_code, a.state
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id
       WHERE a.programme_id = ? AND (${point === 'K1' ? screened : renewed})
       ORDER BY c.position, a.receipt_number, a.id`,
      [programmeId],
    );
  }
}

const screened = `a.state IN (${quotedList(applicationIn.awaitsScreening)})`;

const renewed = `a.state IN (${quotedList(applicationIn.listed)})
  OR (a.state IN (${quotedList(applicationIn.scoreLocked)}) AND EXISTS (SELECT 1 FROM standing s
    JOIN standing_lock l ON l.id = s.lock_id AND l.state IN (${quotedList(lockIn.locked)})
    WHERE s.application_id = a.id AND s.outcome = 'proposed'))`;
