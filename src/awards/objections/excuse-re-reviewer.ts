import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { MoveReReviewSheet } from '../../judging/re-reviews/move-re-review-sheet.js';
import { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { ReReviewSheet } from '../../judging/re-reviews/re-review-sheet.entity.js';
import { Notify } from '../../notifications/notify.js';
import { panelStands } from '../../judging/re-reviews/re-review-runs-of.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { lockObjection } from './lock-objection.js';

/**
 * An expert who cannot finish is excused, so that the re-review does not wait for ever. Only an unsigned
 * sheet falls this way, and nobody has seen what stands on it.
 */
@Injectable()
export class ExcuseReReviewer {
  constructor(
    private readonly database: Database,
    private readonly move: MoveReReviewSheet,
    private readonly notify: Notify,
  ) {}

  async run(
    actor: Actor,
    given: { readonly objectionId: string; readonly sheetId: string; readonly reason: string },
  ): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      await lockObjection(this.database, given.objectionId);
      const panel = await this.database
        .repo(ReReviewPanel)
        .findOneBy({ objectionId: given.objectionId });
      if (!panel) throw missing();
      const { programmeId } = panel;
      actingRole(actor, [role], programmeId);
      const { state, runs } = await panelStands(this.database, panel);
      if (!runs) {
        throw overtaken('awards.reReview.over', 'application', state);
      }
      const sheets = this.database.repo(ReReviewSheet);
      const known = await sheets.findOneBy({ id: given.sheetId, panelId: panel.id });
      if (!known) throw new Refusal('forms.choose', {}, 'sheetId');
      const sheet = await this.database.lock(ReReviewSheet, known.id);
      if (!sheetIn.open.has(sheet.state)) {
        throw overtaken('judging.sheet.closed', 'scoreSheet', sheet.state);
      }
      const { number, accountId } = sheet;
      await this.move.run(sheet, {
        event: 'excuse',
        actorId: actor.accountId,
        role: 'CityRegistrar',
        guards: {
          reasonGiven: given.reason.trim() !== '',
          roundNotLocked: runs,
        },
        programmeId,
        details: { number, reason: sha256Hex(given.reason) },
        change: () => ({ voidReason: given.reason }),
      });
      await this.notify.accounts([accountId], { kind: 'reReviewExcused', path: '/judging' });
      await this.notify.holders(['Supervisor'], {
        kind: 'reReviewSteppedBack',
        path: `/office/objections/${given.objectionId}/re-review`,
      });
    });
  }
}
