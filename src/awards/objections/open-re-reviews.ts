import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import type { ReReviewWorkFacts } from '../../rules/rounds/re-review-work.js';
import { ReReviewSheetQueries } from '../../judging/re-reviews/re-review-sheet.queries.js';
import { ReReviewOutcome } from './re-review-outcome.js';
import { ReReviewQueries } from './re-review.queries.js';
import { ReReview } from './re-review.entity.js';

interface OpenObjection {
  readonly id: string;
  readonly receiptNumber: string;
  readonly merchantName: string;
  readonly reReviewers: string;
  readonly categoryId: string;
}

/** Re-reviews that no lock has counted, and how far each of them is. */
@Injectable()
export class OpenReReviews {
  constructor(
    private readonly database: Database,
    private readonly reReviews: ReReviewQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly outcome: ReReviewOutcome,
  ) {}

  /** Those of a category whose result is not on record as the signed sheets have it now. */
  async unrecorded(categoryId: string): Promise<readonly OpenObjection[]> {
    const open = await this.open('AND a.category_id = ?', [categoryId]);
    const found: OpenObjection[] = [];
    for (const one of open) if (!(await this.recorded(one.id))) found.push(one);
    return found;
  }

  /** For the desk of the office, of every programme. */
  async work(): Promise<readonly ReReviewWorkFacts[]> {
    const found: ReReviewWorkFacts[] = [];
    for (const one of await this.open('', [])) {
      const panel = await this.reReviews.panelOf(one.id);
      if (!panel) continue;
      const experts = await this.sheets.progress(panel.id);
      const named = JSON.parse(one.reReviewers) as string[];
      found.push({
        objectionId: one.id,
        categoryId: one.categoryId,
        subject: `${one.merchantName} ${one.receiptNumber}`,
        closesOn: panel.closesOn,
        onPaper: panel.onPaper === 1,
        waiting: experts.filter(({ state }) => sheetIn.open.has(state)).map(({ name }) => name),
        gone: experts.some(
          ({ state, expertId }) => sheetIn.voided.has(state) && named.includes(expertId),
        ),
        recorded: await this.recorded(one.id),
      });
    }
    return found;
  }

  private async recorded(objectionId: string): Promise<boolean> {
    const review = await this.database.repo(ReReview).findOneBy({ objectionId });
    if (!review) return false;
    const panel = await this.reReviews.panelOf(objectionId);
    // Of a re-review from before experts had sheets there is nothing to compare.
    if (!panel) return true;
    const found = await this.outcome.of(panel, review.figures);
    if (!found) return false;
    const { figures, scores } = found;
    return (
      hashOf({ figures, scores }) === hashOf({ figures: review.figures, scores: review.scores })
    );
  }

  private open(where: string, values: readonly string[]): Promise<OpenObjection[]> {
    return this.database.rows<OpenObjection>(
      `SELECT o.id, o.receipt_number, m.name AS merchant_name, o.re_reviewers, a.category_id
       FROM objection o JOIN application a ON a.id = o.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN re_review_panel p ON p.objection_id = o.id
       WHERE o.re_reviewers IS NOT NULL
         AND (p.open_late = 1 OR a.state IN (${quotedList(applicationIn.inReview)})) ${where}
       ORDER BY o.receipt_number, o.id`,
      values,
    );
  }
}
