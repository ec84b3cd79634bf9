import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import { MoveReReviewSheet } from '../re-reviews/move-re-review-sheet.js';
import { ReReviewPanel } from '../re-reviews/re-review-panel.entity.js';
import { panelStands } from '../re-reviews/re-review-runs-of.js';
import { ReReviewSheet } from '../re-reviews/re-review-sheet.entity.js';
import type { Removal } from './removal.entity.js';

/**
 * The expert's sheet falls and stays with its reason; the registrar names another expert. Runs in the
 * transaction of the decision, which holds the programme.
 */
@Injectable()
export class VoidReReviewSheet {
  constructor(
    private readonly database: Database,
    private readonly move: MoveReReviewSheet,
    private readonly notify: Notify,
  ) {}

  async run(actorId: string, removal: Removal, sheetId: string): Promise<void> {
    const { ground, reason, proposedBy, programmeId } = removal;
    const sheet = await this.database.lock(ReReviewSheet, sheetId);
    if (sheetIn.voided.has(sheet.state)) throw conflict('judging.removal.fallen');
    const panel = await this.database.repo(ReReviewPanel).findOneByOrFail({ id: sheet.panelId });
    const { runs: roundNotLocked } = await panelStands(this.database, panel);
    if (!roundNotLocked) throw conflict('judging.removal.unlockFirst');
    const { number, accountId } = sheet;
    await this.move.run(sheet, {
      event: 'void',
      actorId,
      role: 'Approver',
      guards: {
        conflictEstablished: ground !== null,
        groundNamed: ground !== null,
        reasonGiven: reason.trim() !== '',
        roundNotLocked,
        secondPersonConfirms: proposedBy !== actorId,
      },
      programmeId,
      details: { number, ground, reason: sha256Hex(reason), proposer: proposedBy },
      change: () => ({ ground, voidReason: reason }),
    });
    await this.notify.accounts([accountId], {
      kind: 'reReviewSheetVoided',
      variables: { reason },
      path: '/judging',
    });
  }
}
