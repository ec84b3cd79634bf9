import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { SqlValue } from '../../../database/reader.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { yearUnderReview } from '../../../rules/titles/review-year.js';
import type { WarningFacts } from '../../../rules/titles/warning-term.js';

export interface WarningRow extends WarningFacts {
  readonly id: string;
  readonly titleId: string;
  readonly certificateNumber: string;
  readonly merchantName: string;
  readonly reason: string;
  readonly warnedOn: string;
  readonly remindedOn: string | null;
  readonly cure: string | null;
  readonly ending: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

type Stored = Omit<WarningRow, 'returnFiledOn'> & {
  readonly merchantId: string;
  readonly year: number | null;
  readonly openedOn: string;
};

/** Warnings with the day on which a missing return came in, read as it is now. */
@Injectable()
export class TitleWarningQueries {
  constructor(private readonly database: Database) {}

  /** Those whose fault stands, the first to end first. */
  open(): Promise<WarningRow[]> {
    return this.read('w.ending IS NULL', []);
  }

  async openOf(titleId: string): Promise<WarningRow | null> {
    return (await this.read('w.ending IS NULL AND w.title_id = ?', [titleId]))[0] ?? null;
  }

  /** All of a title, the newest first. */
  async ofTitle(titleId: string): Promise<WarningRow[]> {
    return (await this.read('w.title_id = ?', [titleId])).toReversed();
  }

  private async read(where: string, values: readonly SqlValue[]): Promise<WarningRow[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT w.id, w.title_id, t.certificate_number, t.merchant_name, t.merchant_id, w.ground, w.reason,
              w.warned_on, w.term_ends_on, w.reminded_on, w.cure, w.cure_filed_on, w.ending, w.ended_at,
              w.end_reason, r.year, r.opened_on
       FROM title_warning w JOIN title t ON t.id = w.title_id JOIN title_review r ON r.id = w.review_id
       WHERE ${where} ORDER BY w.term_ends_on, t.certificate_number, w.id`,
      values,
    );
    const returns = await this.returns(rows.map(({ merchantId }) => merchantId));
    return rows.map((row) => {
      const filedAt = returns.get(`${row.merchantId} ${row.year ?? yearUnderReview(row.openedOn)}`);
      return { ...row, returnFiledOn: filedAt === undefined ? null : beijingDate(filedAt) };
    });
  }

  private async returns(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (!ids.length) return new Map();
    const rows = await this.database.rows<{ merchantId: string; year: number; filedAt: string }>(
      `SELECT merchant_id, year, filed_at FROM annual_return
       WHERE merchant_id IN (${ids.map(() => '?').join(', ')}) ORDER BY merchant_id, year`,
      ids,
    );
    return new Map(rows.map((one) => [`${one.merchantId} ${one.year}`, one.filedAt]));
  }
}
