import { Injectable } from '@nestjs/common';
import { quotedList } from '../../../database/quoted-list.js';
import { Database } from '../../../database/database.js';
import type { SqlValue } from '../../../database/reader.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import type { TitleState } from '../../../rules/lifecycle/title-lifecycle.js';
import type { ReviewFacts } from '../../../rules/titles/review-findings.js';
import { yearUnderReview } from '../../../rules/titles/review-year.js';
import type { ReviewTrigger } from '../../../rules/titles/title-grounds.js';

export interface ReviewRow extends ReviewFacts {
  readonly id: string;
  readonly titleId: string;
  readonly programmeId: string;
  readonly certificateNumber: string;
  readonly merchantName: string;
  readonly merchantId: string;
  readonly year: number | null;
  /** The year whose return it looks at. */
  readonly returnYear: number;
  readonly trigger: ReviewTrigger;
  readonly reason: string | null;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly creditSource: string | null;
  readonly note: string | null;
  readonly checkedBy: string | null;
  readonly checkedName: string | null;
  /** Hundredths of 万元 of the year looked at; null without a return. */
  readonly netWan: number | null;
  /** Complaints that the merchant itself says it has not answered. */
  readonly unanswered: number | null;
  readonly outcome: string | null;
  readonly closedAt: string | null;
}

type Stored = Omit<ReviewRow, 'returnFiled' | 'returnYear' | 'netWan' | 'unanswered'>;

interface Filed {
  readonly netWan: number;
  readonly figures: Readonly<Record<string, number | null>>;
}

interface StoredReturn {
  readonly merchantId: string;
  readonly year: number;
  readonly netWan: number;
  readonly figures: string;
}

export interface ReviewedYearRow {
  readonly id: string;
  readonly state: TitleState;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reviewedYear: number | null;
}

/** Reviews of titles with what they look at; the return is read as it is now. */
@Injectable()
export class TitleReviewQueries {
  constructor(private readonly database: Database) {}

  /** Open ones, the first due first. */
  open(): Promise<ReviewRow[]> {
    return this.read('r.outcome IS NULL', []);
  }

  async openOf(titleId: string): Promise<ReviewRow | null> {
    return (await this.read('r.outcome IS NULL AND r.title_id = ?', [titleId]))[0] ?? null;
  }

  /** All of a title, the newest first. */
  async ofTitle(titleId: string): Promise<ReviewRow[]> {
    return (await this.read('r.title_id = ?', [titleId])).toReversed();
  }

  async reviewedYear(titleId: string): Promise<number | null> {
    const row = await this.database.row<{ year: number | null }>(
      'SELECT MAX(year) AS year FROM title_review WHERE title_id = ?',
      [titleId],
    );
    return row?.year ?? null;
  }

  /** Yearly reviews of a programme's titles for one year, whatever became of them. */
  async countOf(programmeId: string, year: number): Promise<number> {
    const row = await this.database.row<{ reviews: number }>(
      `SELECT COUNT(*) AS reviews FROM title_review r JOIN title t ON t.id = r.title_id
       WHERE t.programme_id = ? AND r.year = ?`,
      [programmeId, year],
    );
    return row!.reviews;
  }

  /** Titles that hold, of one programme or of all, each with the year it was last reviewed for. */
  reviewedYears(programmeId: string | null = null): Promise<(ReviewedYearRow & Named)[]> {
    return this.database.rows(
      `SELECT t.id, t.state, t.valid_from, t.valid_to, t.certificate_number,
              (SELECT MAX(r.year) FROM title_review r WHERE r.title_id = t.id) AS reviewed_year
       FROM title t WHERE t.state IN (${quotedList(titleIn.alive)})
         ${programmeId ? 'AND t.programme_id = ?' : ''}
       ORDER BY t.certificate_number, t.id`,
      programmeId ? [programmeId] : [],
    );
  }

  private async read(where: string, values: readonly SqlValue[]): Promise<ReviewRow[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT r.id, r.title_id, t.programme_id, t.certificate_number, t.merchant_name, t.merchant_id,
              r.year, r.trigger, r.reason, r.opened_on, r.due_on, r.credit_as_of, r.credit_source,
              r.credit_hit, r.eligibility, r.complaints, r.note, r.checked_by, a.person_name AS checked_name,
              r.outcome, r.closed_at
       FROM title_review r JOIN title t ON t.id = r.title_id
       LEFT JOIN account a ON a.id = r.checked_by
       WHERE ${where} ORDER BY r.due_on, t.certificate_number, r.id`,
      values,
    );
    const returned = await this.returns(rows);
    return rows.map((row) => {
      const returnYear = row.year ?? yearUnderReview(row.openedOn);
      const filed = returned.get(`${row.merchantId} ${returnYear}`);
      const unanswered = filed?.figures.complaintsUnanswered ?? null;
      const netWan = filed?.netWan ?? null;
      const ofYear = { returnYear, netWan, unanswered, returnFiled: filed !== undefined };
      return { ...row, ...ofYear };
    });
  }

  private async returns(rows: readonly Stored[]): Promise<ReadonlyMap<string, Filed>> {
    const ids = [...new Set(rows.map(({ merchantId }) => merchantId))];
    if (!ids.length) return new Map();
    const returns = await this.database.rows<StoredReturn>(
      `SELECT merchant_id, year, net_wan, figures FROM annual_return
       WHERE merchant_id IN (${ids.map(() => '?').join(', ')}) ORDER BY merchant_id, year`,
      ids,
    );
    return new Map(
      returns.map(({ merchantId, year, netWan, figures }) => [
        `${merchantId} ${year}`,
        { netWan, figures: JSON.parse(figures) as Filed['figures'] },
      ]),
    );
  }
}

interface Named {
  readonly certificateNumber: string;
}
