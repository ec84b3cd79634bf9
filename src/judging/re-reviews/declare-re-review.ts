import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal } from '../../rules/refusal.js';
import { reReviewRunsOf } from './re-review-runs-of.js';
import {
  type ConflictAnswer,
  GROUND_NUMBERS,
  explanationProblem,
} from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import { holdOwnSheet } from './hold-own-sheet.js';
import { MoveReReviewSheet } from './move-re-review-sheet.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';
import { ReReviewSheetQueries } from './re-review-sheet.queries.js';

/**
 * An expert answers for the one merchant before the file opens. Whoever has a relation, hard or soft, steps
 * back, then or at any time before signing: another expert of the pool takes the place.
 */
@Injectable()
export class DeclareReReview {
  constructor(
    private readonly database: Database,
    private readonly sheets: ReReviewSheetQueries,
    private readonly move: MoveReReviewSheet,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Whether the expert goes on. */
  async run(actor: Actor, id: string, answer: ConflictAnswer): Promise<boolean> {
    return this.database.transaction(async () => {
      const { row, sheet } = await holdOwnSheet(this.database, this.sheets, actor.accountId, id);
      const { ground, explanation } = answer;
      const problem = explanationProblem(answer, []);
      if (problem) throw new Refusal(problem, {}, 'explanation');
      if (ground === null) {
        await this.database
          .repo(ReReviewSheet)
          .save(Object.assign(sheet, { declaredAt: sheet.declaredAt ?? this.clock.now() }));
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'Judge',
          event: 'reReviewSheet.declare',
          subjectType: 'reReviewSheet',
          subjectId: id,
          programmeId: row.programmeId,
          details: { number: sheet.number },
        });
        return true;
      }
      await this.move.run(sheet, {
        event: 'void',
        actorId: actor.accountId,
        role: 'Judge',
        guards: {
          conflictEstablished: GROUND_NUMBERS.includes(ground),
          reasonGiven: (explanation ?? '').trim() !== '',
          roundNotLocked: reReviewRunsOf(row),
        },
        programmeId: row.programmeId,
        details: { number: sheet.number, ground },
        change: () => ({ ground, voidReason: explanation }),
      });
      await this.notify.holders(['CityRegistrar', 'Supervisor'], {
        kind: 'reReviewSteppedBack',
        path: `/office/objections/${row.objectionId}/re-review`,
      });
      return false;
    });
  }
}
