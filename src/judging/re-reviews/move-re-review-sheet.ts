import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import type { SheetMove } from '../sheets/move-sheet.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';

type Move = Omit<SheetMove, 'change'> & {
  readonly change: (chainHead: string) => Partial<ReReviewSheet>;
};

/** Moves the sheet of a re-review along the table of score sheets, in the caller's transaction. */
@Injectable()
export class MoveReReviewSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(sheet: ReReviewSheet, move: Move): Promise<void> {
    const { to } = requireMove(scoreSheetLifecycle, sheet.state, move.event, move);
    const chainHead = await this.journal.record({
      actorId: move.actorId,
      actorRole: move.role,
      event: `reReviewSheet.${move.event}`,
      subjectType: 'reReviewSheet',
      subjectId: sheet.id,
      programmeId: move.programmeId,
      details: move.details,
    });
    Object.assign(sheet, move.change(chainHead), { state: to });
    await this.database.repo(ReReviewSheet).save(sheet);
  }
}
