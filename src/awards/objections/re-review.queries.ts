import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { SqlValue } from '../../database/reader.js';
import { ReReviewSheetQueries } from '../../judging/re-reviews/re-review-sheet.queries.js';
import type { PlaceAfterCorrection } from '../../rules/provenance/place-after-correction.js';
import { middlePoints } from '../../rules/rounds/re-review-result.js';
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
  /** After publication: the place before and with the correction; null of every other. */
  readonly place: PlaceAfterCorrection | null;
  /** Last day of the notice period that began with the correction. */
  readonly lastDay: string | null;
}

export interface PanelRow {
  readonly id: string;
  readonly programmeId: string;
  readonly applicationId: string;
  readonly indicators: string[];
  readonly figures: string[];
  readonly onPaper: number;
  readonly openLate: number;
  readonly closesOn: string;
}

@Injectable()
export class ReReviewQueries {
  constructor(
    private readonly database: Database,
    private readonly sheets: ReReviewSheetQueries,
  ) {}

  async ofObjection(objectionId: string): Promise<ReReviewRow | null> {
    return (await this.read('r.objection_id = ?', [objectionId]))[0] ?? null;
  }

  ofCategory(categoryId: string): Promise<ReReviewRow[]> {
    return this.read('a.category_id = ?', [categoryId]);
  }

  ofProgramme(programmeId: string): Promise<ReReviewRow[]> {
    return this.read('a.programme_id = ?', [programmeId]);
  }

  /** What the experts were appointed for; null before. */
  async panelOf(objectionId: string): Promise<PanelRow | null> {
    const row = await this.database.row<
      Omit<PanelRow, 'indicators' | 'figures'> & { indicators: string; figures: string }
    >(
      `SELECT id, programme_id, application_id, indicators, figures, on_paper, open_late, closes_on
       FROM re_review_panel WHERE objection_id = ?`,
      [objectionId],
    );
    if (!row) return null;
    return {
      ...row,
      indicators: JSON.parse(row.indicators) as string[],
      figures: JSON.parse(row.figures) as string[],
    };
  }

  private async read(where: string, values: readonly SqlValue[]): Promise<ReReviewRow[]> {
    const rows = await this.database.rows<StoredRow>(
      `SELECT r.id, r.objection_id, r.application_id, m.name AS merchant_name, r.opinion, r.figures,
              r.scores, r.recorded_at, r.lock_id, r.notice_id, r.place, n.last_day, p.id AS panel_id
       FROM re_review r JOIN application a ON a.id = r.application_id
       JOIN merchant m ON m.id = a.merchant_id LEFT JOIN notice n ON n.id = r.notice_id
       LEFT JOIN re_review_panel p ON p.objection_id = r.objection_id
       WHERE ${where} ORDER BY r.recorded_at, r.id`,
      values,
    );
    const found: ReReviewRow[] = [];
    for (const { panelId, ...row } of rows) {
      found.push({
        ...row,
        figures: JSON.parse(row.figures) as CorrectedFigure[],
        place: row.place === null ? null : (JSON.parse(row.place) as PlaceAfterCorrection),
        scores: await this.scores(panelId, JSON.parse(row.scores) as CorrectedScore[]),
      });
    }
    return found;
  }

  /** The signed sheets decide, not what was written down of them; of earlier re-reviews there are none. */
  private async scores(
    panelId: string | null,
    stored: readonly CorrectedScore[],
  ): Promise<readonly CorrectedScore[]> {
    const sheets = panelId === null ? null : await this.sheets.signed(panelId);
    if (!sheets) return stored;
    return stored.map((one) => {
      const given = sheets.map(({ scores }) => scores[one.indicator]!);
      return { ...one, given, after: middlePoints(given) };
    });
  }
}

type StoredRow = Omit<ReReviewRow, 'figures' | 'scores' | 'place'> & {
  readonly place: string | null;
  readonly figures: string;
  readonly scores: string;
  readonly panelId: string | null;
};

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
