import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { reReviewRunsOf } from './re-review-runs-of.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { draftTotal } from '../../rules/rounds/draft-sheet.js';
import type { Actor } from '../../web/actor.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import { holdOwnSheet } from './hold-own-sheet.js';
import { type TypedSheet, readDraft } from './read-draft.js';
import { type Asked, askedItems } from './asked-items.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';
import { ReReviewSheetQueries } from './re-review-sheet.queries.js';

/** Saves an expert's draft, whole, at the version that the expert saw. */
@Injectable()
export class SaveReReviewSheet {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly files: SheetQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    read: (asked: Asked) => TypedSheet & { readonly version: number },
  ): Promise<{ readonly version: number; readonly savedAt: string }> {
    return this.database.transaction(async () => {
      const { row, sheet } = await holdOwnSheet(this.database, this.sheets, actor.accountId, id);
      if (!sheet.declaredAt) throw new Refusal('judging.reReview.declareFirst');
      requireMove(scoreSheetLifecycle, sheet.state, 'score', {
        role: 'Judge',
        guards: { roundOpen: reReviewRunsOf(row) },
      });
      const { rules } = await this.programmes.rules(row.programmeId);
      const asked = askedItems(rules, row, await this.files.figures(row.applicationId));
      const { version, ...typed } = read(asked);
      const draft = readDraft(asked, typed);
      if (sheet.version !== version) throw conflict();
      const savedAt = this.clock.now();
      const saved = await this.database.repo(ReReviewSheet).save(
        Object.assign(sheet, draft, {
          total: draftTotal(asked.indicators, draft),
          savedAt,
          firstOpenedAt: sheet.firstOpenedAt ?? savedAt,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: 'reReviewSheet.score',
        subjectType: 'reReviewSheet',
        subjectId: id,
        programmeId: row.programmeId,
        details: {
          version: saved.version,
          scores: draft.scores,
          findings: draft.findings,
          comments: hashOf(draft.comments),
        },
      });
      return { version: saved.version, savedAt };
    });
  }
}
