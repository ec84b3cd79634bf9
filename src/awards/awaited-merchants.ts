import { Injectable } from '@nestjs/common';
import { type MerchantAct, MerchantActs } from '../applications/merchant-acts.js';
import { Database } from '../database/database.js';
import { quotedList } from '../database/quoted-list.js';
import { WorkingDays } from '../programmes/working-days.js';
import { beijingDate, yearOf } from '../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../rules/calendar/working-day-calendar.js';
import { objectionIn } from '../rules/lifecycle/objection-groups.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { returnDueOn } from '../rules/titles/review-year.js';
import { LIMITS } from '../rules/programme/limits.js';

/** Statements on objections and on proposed revocations, faults to be cured, and the yearly return of a title. */
@Injectable()
export class AwaitedMerchants {
  constructor(
    private readonly database: Database,
    private readonly workingDays: WorkingDays,
    acts: MerchantActs,
  ) {
    acts.supply(async (merchantId, today) => {
      const found = [
        ...(await this.objections(merchantId)),
        ...(await this.ofTitles('revocation', REVOCATIONS, merchantId)),
        ...(await this.ofTitles('warning', WARNINGS, merchantId)),
      ];
      return [
        ...found.filter(({ dueOn }) => today <= dueOn),
        ...(await this.returns(merchantId, today)),
      ];
    });
  }

  private async objections(merchantId: string): Promise<MerchantAct[]> {
    const rows = await this.database.rows<{ id: string; acceptedAt: string }>(
      `SELECT o.id, o.accepted_at FROM objection o JOIN application a ON a.id = o.application_id
       WHERE a.merchant_id = ? AND o.state IN (${quotedList(objectionIn.underReview)})
         AND o.accepted_at IS NOT NULL AND o.merchant_answer IS NULL ORDER BY o.id`,
      [merchantId],
    );
    if (rows.length === 0) return [];
    const calendar = await this.workingDays.calendar();
    return rows.map(({ id, acceptedAt }) => ({
      kind: 'objection',
      dueOn: addWorkingDays(calendar, beijingDate(acceptedAt), LIMITS.merchantAnswer),
      href: `/my/objections/${id}`,
    }));
  }

  /** Whoever holds a title files the year just ended before the review opens; one that is late is still owed. */
  private async returns(merchantId: string, today: string): Promise<MerchantAct[]> {
    const year = yearOf(today) - 1;
    const row = await this.database.row<{ owed: number }>(OWED_RETURNS, [
      merchantId,
      `${year + 1}-01-01`,
      year,
    ]);
    const due = {
      kind: 'titleReturn',
      dueOn: returnDueOn(year),
      href: `/my/returns/${year}`,
    } as const;
    return row?.owed ? [due] : [];
  }

  private async ofTitles(
    kind: 'revocation' | 'warning',
    sql: string,
    merchantId: string,
  ): Promise<MerchantAct[]> {
    const rows = await this.database.rows<{ titleId: string; dueOn: string }>(sql, [merchantId]);
    return rows.map(({ titleId, dueOn }) => ({ kind, dueOn, href: `/my/titles/${titleId}` }));
  }
}

const REVOCATIONS = `SELECT r.title_id, r.statement_due_on AS due_on
  FROM title_revocation r JOIN title t ON t.id = r.title_id
  WHERE t.merchant_id = ? AND r.decision IS NULL AND r.stated_at IS NULL AND r.lapsed_on IS NULL
  ORDER BY r.id`;

const WARNINGS = `SELECT w.title_id, w.term_ends_on AS due_on
  FROM title_warning w JOIN title t ON t.id = w.title_id
  WHERE t.merchant_id = ? AND w.ending IS NULL AND w.cure IS NULL ORDER BY w.id`;

const OWED_RETURNS = `SELECT COUNT(*) AS owed FROM title t
  WHERE t.merchant_id = ? AND t.state IN (${quotedList(titleIn.alive)})
    AND t.valid_from < ?
    AND NOT EXISTS (SELECT 1 FROM annual_return r WHERE r.merchant_id = t.merchant_id AND r.year = ?)`;
