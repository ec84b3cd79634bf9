import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import {
  ReReviewSheetQueries,
  type SignedReReview,
} from '../../judging/re-reviews/re-review-sheet.queries.js';
import { JudgeSheets } from '../../judging/sheets/judge-sheets.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { commonFinding, middlePoints } from '../../rules/rounds/re-review-result.js';
import type { CorrectedFigure, CorrectedScore } from './re-review.entity.js';

export interface Outcome {
  readonly figures: readonly CorrectedFigure[];
  readonly scores: readonly CorrectedScore[];
  readonly sheets: readonly SignedReReview[];
}

type Panel = Pick<ReReviewPanel, 'id' | 'programmeId' | 'applicationId' | 'indicators' | 'figures'>;

/** What the experts found, computed from their signed sheets each time; null while one is unsigned. */
@Injectable()
export class ReReviewOutcome {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly judgeSheets: JudgeSheets,
  ) {}

  /** @param earlier figures that this re-review has corrected already, with what they were before */
  async of(panel: Panel, earlier: readonly CorrectedFigure[]): Promise<Outcome | null> {
    const sheets = await this.sheets.signed(panel.id);
    if (!sheets) return null;
    const application = await this.database.row<{ categoryId: string; code: string }>(
      `SELECT a.category_id, c.code FROM application a JOIN category c ON c.id = a.category_id
       WHERE a.id = ?`,
      [panel.applicationId],
    );
    const { categoryId, code } = application!;
    const { rules } = await this.programmes.rules(panel.programmeId);
    const judged = (await this.judgeSheets.load(categoryId)).get(panel.applicationId) ?? [];
    const scores = (['material', 'defence'] as const).flatMap((kind) => {
      const sheet = roundSheet(rules, code, kind);
      const own = sheet?.indicators.filter((one) => panel.indicators.includes(one.code)) ?? [];
      return own.map((indicator): CorrectedScore => {
        const given = sheets.map((one) => one.scores[indicator.code]!);
        const before = judged
          .filter((one) => one.sheet === sheet!.code)
          .map((one) => [one.seat, one.scores[indicator.code] ?? 0] as const);
        return {
          sheet: sheet!.code,
          indicator: indicator.code,
          before: Object.fromEntries(before),
          given,
          after: middlePoints(given),
        };
      });
    });
    return { sheets, scores, figures: await this.figures(panel, sheets, earlier) };
  }

  private async figures(
    { applicationId, figures }: Panel,
    sheets: readonly SignedReReview[],
    earlier: readonly CorrectedFigure[],
  ): Promise<CorrectedFigure[]> {
    const rows = await this.database.rows<{ key: string; verified: string | null }>(
      'SELECT key, verified FROM figure WHERE application_id = ? ORDER BY key, id',
      [applicationId],
    );
    return rows
      .filter(({ key }) => figures.includes(key))
      .map(({ key, verified }) => {
        const known = earlier.find((one) => one.key === key);
        const before = known ? known.before : verified;
        const found = sheets.map(({ findings }) => findings[key]?.verified ?? null);
        return { key, before, after: commonFinding(found, before) };
      });
  }
}
