import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Clock } from '../../config/clock.js';
import { anyOf } from '../../database/any-of.js';
import { Database } from '../../database/database.js';
import { JournalEntry } from '../../journal/journal-entry.entity.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Programme } from '../../programmes/programme.entity.js';
import { panelStands } from './re-review-runs-of.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { hoursUntil, remindAgainAt } from '../../rules/reminders/cooldown.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { ReReviewPanel } from './re-review-panel.entity.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';

/** A message to every expert who has not signed, or to who keys the paper; once a day at most. */
@Injectable()
export class RemindReReviewers {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** How many sheets wait. */
  async run(actor: Actor, objectionId: string): Promise<number> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    return this.database.transaction(async () => {
      const panel = await this.database.repo(ReReviewPanel).findOneBy({ objectionId });
      if (!panel) throw missing();
      const { id: panelId, programmeId, closesOn } = panel;
      await this.database.lock(Programme, programmeId);
      actingRole(actor, [actorRole], programmeId);
      const { state, runs } = await panelStands(this.database, panel);
      const { receiptNumber } = await this.database
        .repo(Application)
        .findOneByOrFail({ id: panel.applicationId });
      if (!runs) {
        throw overtaken('judging.reReview.over', 'application', state);
      }
      const open = await this.database
        .repo(ReReviewSheet)
        .find({ where: { panelId, state: anyOf(sheetIn.open) }, order: { number: 'ASC' } });
      if (open.length === 0) {
        throw new Refusal('judging.round.nobodyToRemind', {}, null, 'conflict');
      }
      await this.refuseTooSoon(panelId);
      if (panel.onPaper) {
        const path = '/office/re-review-sheets';
        await this.notify.role('Tabulator', {
          kind: 'reReviewToKey',
          variables: { receipt: receiptNumber ?? '' },
          path,
        });
      } else {
        const accounts = open.map(({ accountId }) => accountId);
        const variables = { closesOn };
        await this.notify.accounts(accounts, {
          kind: 'reReviewReminder',
          variables,
          path: '/judging',
        });
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'reReview.remind',
        subjectType: 'reReview',
        subjectId: panelId,
        programmeId,
        details: { experts: open.map(({ number }) => number) },
      });
      return open.length;
    });
  }

  private async refuseTooSoon(subjectId: string): Promise<void> {
    const last = await this.database.repo(JournalEntry).findOne({
      where: { event: 'reReview.remind', subjectId },
      order: { sequence: 'DESC' },
    });
    const now = this.clock.now();
    const again = remindAgainAt(last?.at ?? null, now, 'judges');
    if (!again) return;
    const hours = hoursUntil(again, now);
    throw new Refusal('judging.reReview.remindedLately', { hours }, null, 'conflict');
  }
}
