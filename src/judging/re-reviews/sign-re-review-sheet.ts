import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { reReviewRunsOf } from './re-review-runs-of.js';
import { draftTotal } from '../../rules/rounds/draft-sheet.js';
import type { Actor } from '../../web/actor.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import { holdOwnSheet } from './hold-own-sheet.js';
import { MoveReReviewSheet } from './move-re-review-sheet.js';
import { signingGuards } from './read-draft.js';
import { askedItems } from './asked-items.js';
import { ReReviewSheetQueries } from './re-review-sheet.queries.js';
import { TellComplete } from './tell-complete.js';

/** An expert's signature closes the sheet as it was shown. */
@Injectable()
export class SignReReviewSheet {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly files: SheetQueries,
    private readonly move: MoveReReviewSheet,
    private readonly tellComplete: TellComplete,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const { row, sheet } = await holdOwnSheet(this.database, this.sheets, actor.accountId, id);
      if (!sheet.declaredAt) throw new Refusal('judging.reReview.declareFirst');
      if (sheet.version !== version) throw conflict('judging.sign.changed');
      const { rules } = await this.programmes.rules(row.programmeId);
      const asked = askedItems(rules, row, await this.files.figures(row.applicationId));
      const whole = signingGuards(asked, sheet, rules);
      const total = draftTotal(asked.indicators, sheet);
      const { scores, findings, comments, number } = sheet;
      await this.move.run(sheet, {
        event: 'sign',
        actorId: actor.accountId,
        role: 'Judge',
        guards: { ...whole, roundOpen: reReviewRunsOf(row) },
        programmeId: row.programmeId,
        details: { number, scores, findings, total, comments: hashOf(comments) },
        change: (chainHead) => ({ total, signedAt: this.clock.now(), chainHead }),
      });
      await this.tellComplete.run(row);
    });
  }
}
