import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { SqlValue } from '../../database/reader.js';
import type { JudgeSheet } from '../../rules/scoring/judge-sheet.js';
import type { CorrectedFigure, CorrectedScore } from './re-review.entity.js';

export interface ReReviewRow {
  readonly id: string;
  readonly objectionId: string;
  readonly applicationId: string;
  readonly merchantName: string;
  readonly opinion: string;
  readonly figures: readonly CorrectedFigure[];
  readonly scores: readonly CorrectedScore[];
  readonly recordedAt: string;
  readonly lockId: string | null;
  readonly noticeId: string | null;
  /** Last day of the notice period that began with the correction. */
  readonly lastDay: string | null;
}

@Injectable()
export class ReReviewQueries {
  constructor(private readonly database: Database) {}

  async ofObjection(objectionId: string): Promise<ReReviewRow | null> {
    return (await this.read('r.objection_id = ?', [objectionId]))[0] ?? null;
  }

  ofCategory(categoryId: string): Promise<ReReviewRow[]> {
    return this.read('a.category_id = ?', [categoryId]);
  }

  ofProgramme(programmeId: string): Promise<ReReviewRow[]> {
    return this.read('a.programme_id = ?', [programmeId]);
  }

  private async read(where: string, values: readonly SqlValue[]): Promise<ReReviewRow[]> {
    const rows = await this.database.rows<
      Omit<ReReviewRow, 'figures' | 'scores'> & { figures: string; scores: string }
    >(
      `SELECT r.id, r.objection_id, r.application_id, m.name AS merchant_name, r.opinion, r.figures,
              r.scores, r.recorded_at, r.lock_id, r.notice_id, n.last_day
       FROM re_review r JOIN application a ON a.id = r.application_id
       JOIN merchant m ON m.id = a.merchant_id LEFT JOIN notice n ON n.id = r.notice_id
       WHERE ${where} ORDER BY r.recorded_at, r.id`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      figures: JSON.parse(row.figures) as CorrectedFigure[],
      scores: JSON.parse(row.scores) as CorrectedScore[],
    }));
  }
}

/** Re-reviews whose scores are locked again and that no posted list has told. */
export function unposted(reviews: readonly ReReviewRow[]): readonly ReReviewRow[] {
  return reviews.filter(({ lockId, noticeId }) => lockId !== null && noticeId === null);
}

/** The signed sheets of one application with what re-reviews put in place of single scores. */
export function correctedSheets(
  sheets: readonly JudgeSheet[],
  reviews: readonly Pick<ReReviewRow, 'scores'>[],
): readonly JudgeSheet[] {
  const corrections = reviews.flatMap(({ scores }) => scores);
  return sheets.map((sheet) => ({
    ...sheet,
    scores: {
      ...sheet.scores,
      ...Object.fromEntries(
        corrections
          .filter((one) => one.sheet === sheet.sheet)
          .map(({ indicator, after }) => [indicator, after]),
      ),
    },
  }));
}
