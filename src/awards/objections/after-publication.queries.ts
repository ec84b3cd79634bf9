import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { LIST_NOTICES } from '../../rules/lifecycle/notice-kinds.js';
import { titleIn } from '../../rules/lifecycle/title-groups.js';
import type { DecidedLate } from '../../rules/rounds/after-publication-work.js';

/** What still has to follow from objections after publication that were found right (R5). */
@Injectable()
export class AfterPublicationQueries {
  constructor(private readonly database: Database) {}

  open(): Promise<readonly DecidedLate[]> {
    return this.read('', []);
  }

  async ofObjection(id: string): Promise<DecidedLate | null> {
    return (await this.read('AND o.id = ?', [id]))[0] ?? null;
  }

  private async read(where: string, values: readonly string[]): Promise<readonly DecidedLate[]> {
    const rows = await this.database.rows<
      Omit<DecidedLate, 'decidedOn'> & { readonly decidedAt: string }
    >(
      `SELECT o.id AS objection_id, a.programme_id, m.name || ' ' || o.receipt_number AS subject,
              COALESCE(v.recorded_at, o.decided_at) AS decided_at, t.id AS title_id
       FROM objection o JOIN notice n ON n.id = o.notice_id AND n.kind IN (${quotedList(LIST_NOTICES)})
       JOIN application a ON a.id = o.application_id JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN re_review v ON v.objection_id = o.id LEFT JOIN title t ON t.application_id = a.id
       WHERE (o.finding = 'uphold' OR v.place_lost = 1)
         AND (t.state IN (${quotedList(titleIn.alive)}) AND NOT EXISTS (
                SELECT 1 FROM title_revocation r WHERE r.title_id = t.id
                  AND r.proposed_at >= COALESCE(v.recorded_at, o.decided_at))
              OR t.id IS NULL AND a.state IN (${quotedList(applicationIn.selected)})) ${where}
       ORDER BY COALESCE(v.recorded_at, o.decided_at), o.id`,
      values,
    );
    return rows.map(({ decidedAt, ...row }) => ({ ...row, decidedOn: beijingDate(decidedAt) }));
  }
}
