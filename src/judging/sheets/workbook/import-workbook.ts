import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Round } from '../../../programmes/round.entity.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import type { ImportOrder } from '../../../web/imports/import-steps.js';
import { SaveSheet } from '../save-sheet.js';
import { RepeatSheet } from '../../repeats/repeat-sheet.entity.js';
import { ScoreSheet } from '../score-sheet.entity.js';
import { PlanWorkbook, type WorkbookPlan } from './plan-workbook.js';

/**
 * Enters a scoring workbook, all of it or nothing. Each sheet goes through the very save that its page goes
 * through, with its rules and its entry in the journal.
 */
@Injectable()
export class ImportWorkbook {
  constructor(
    private readonly database: Database,
    private readonly plan: PlanWorkbook,
    private readonly saveSheet: SaveSheet,
    private readonly journal: Journal,
  ) {}

  /** @throws Refusal of kind conflict when the consequences are no longer those that were shown */
  async run(
    actor: Actor,
    { content, digest, confirmed }: ImportOrder,
    report: (share: number) => Promise<void>,
  ): Promise<WorkbookPlan> {
    return this.database.transaction(async () => {
      const plan = await this.plan.run(actor, content);
      if (plan.errors.length) {
        throw new Refusal('merchants.import.hasErrors', { count: plan.errors.length }, 'file');
      }
      if (digest !== null && digest !== plan.digest) throw conflict('judging.workbook.changed');
      if (plan.asked && !confirmed) {
        throw new Refusal('merchants.import.unconfirmed', { count: plan.asked }, 'confirmed');
      }
      if (plan.sheets.length === 0) return plan;
      const rounds = [...new Set(plan.sheets.map(({ roundId }) => roundId))].toSorted();
      for (const id of rounds) await this.database.share(Round, id);
      const ids = plan.sheets.map(({ id }) => id);
      await this.database.lockAll(ScoreSheet, ids);
      await this.database.lockAll(RepeatSheet, ids);
      for (const [at, { id, version, seen, draft }] of plan.sheets.entries()) {
        const saved = await this.saveSheet.run(actor, id, () => ({ ...draft, version, seen }));
        // A window that saved between the reading and the lock: the judge looks once more.
        if (saved.conflicts.length + saved.taken.length) throw conflict('judging.workbook.changed');
        await report(at / plan.sheets.length);
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: 'scoreSheet.importScores',
        subjectType: 'import',
        subjectId: newId(),
        details: { sheets: ids.length, file: plan.hash },
      });
      return plan;
    });
  }
}
