import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Database } from '../../database/database.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { Refusal, conflict, missing, overtaken } from '../../rules/refusal.js';
import { mayReopen } from '../../rules/rounds/re-review-reopening.js';
import type { GroundNumber } from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { lockPanel } from '../panel/lock-panel.js';
import { ReReviewPanel } from '../re-reviews/re-review-panel.entity.js';
import { panelStands } from '../re-reviews/re-review-runs-of.js';
import { ReReviewSheet } from '../re-reviews/re-review-sheet.entity.js';
import { Notify } from '../../notifications/notify.js';
import { Programme } from '../../programmes/programme.entity.js';
import { ProposeRemoval } from './propose-removal.js';

/**
 * A signed sheet of a re-review falls the way that one of a round does (R11): two people, and a ground. Where
 * a lock has counted it, two tabulators and the supervisor open the standings first (R4).
 */
@Injectable()
export class ProposeReReviewVoiding {
  constructor(
    private readonly database: Database,
    private readonly propose: ProposeRemoval,
    private readonly notify: Notify,
  ) {}

  async run(
    actor: Actor,
    objectionId: string,
    given: {
      readonly signedSheetId: string;
      readonly ground: GroundNumber;
      readonly facts: string;
    },
  ): Promise<void> {
    const role = 'CityRegistrar';
    actingRole(actor, [role]);
    await this.database.transaction(async () => {
      const panel = await this.database.repo(ReReviewPanel).findOneBy({ objectionId });
      if (!panel) throw missing();
      const { applicationId, programmeId } = panel;
      actingRole(actor, [role], programmeId);
      const { categoryId } = await this.database
        .repo(Application)
        .findOneByOrFail({ id: applicationId });
      await lockPanel(this.database, categoryId);
      const { state: application, runs } = await panelStands(this.database, panel);
      const programme = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
      const sheets = this.database.repo(ReReviewSheet);
      const known = await sheets.findOneBy({ id: given.signedSheetId, panelId: panel.id });
      if (!known) throw new Refusal('forms.choose', {}, 'signedSheetId');
      const {
        id: reReviewSheetId,
        number,
        state,
      } = await this.database.lock(ReReviewSheet, known.id);
      if (sheetIn.open.has(state))
        throw new Refusal('judging.removal.unsigned', {}, 'signedSheetId');
      if (sheetIn.voided.has(state)) {
        throw overtaken('judging.sheet.closed', 'scoreSheet', state);
      }
      const counted = !runs;
      if (counted && !mayReopen({ application, programme: programme.state })) {
        throw conflict(
          applicationIn.underObjection.has(application)
            ? 'judging.removal.underObjection'
            : 'judging.removal.reReviewLocked',
        );
      }
      await this.propose.run(actor, {
        role,
        of: { seatId: null, reReviewSheetId, number, programmeId, categoryId },
        applicationId,
        ground: given.ground,
        reason: given.facts,
        promote: false,
        nextSeatId: null,
      });
      if (!counted) return;
      const path = `/office/standings/${categoryId}`;
      await this.notify.holders(['Tabulator', 'Supervisor'], { kind: 'removalNeedsUnlock', path });
    });
  }
}
