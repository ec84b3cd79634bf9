import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { ReReviewSheet } from '../../judging/re-reviews/re-review-sheet.entity.js';
import { panelStands } from '../../judging/re-reviews/re-review-runs-of.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { Refusal, conflict, missing, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { IssueReReviewSheets } from './issue-re-review-sheets.js';
import { lockObjection } from './lock-objection.js';
import { Objection } from './objection.entity.js';
import { ObjectionQueries } from './objection.queries.js';

/** Another expert of the pool for one who has stepped back. */
@Injectable()
export class ReplaceReReviewer {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly issue: IssueReReviewSheets,
  ) {}

  async run(
    actor: Actor,
    { objectionId, expertId }: { readonly objectionId: string; readonly expertId: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const objection = await lockObjection(this.database, objectionId);
      const panel = await this.database.repo(ReReviewPanel).findOneBy({ objectionId });
      if (!panel) throw missing();
      actingRole(actor, [actorRole], panel.programmeId);
      const { state, runs } = await panelStands(this.database, panel);
      if (!runs) {
        throw overtaken('awards.reReview.over', 'application', state);
      }
      const sheets = await this.database.repo(ReReviewSheet).findBy({ panelId: panel.id });
      const named = objection.reReviewers ?? [];
      const gone = sheets.find(
        (one) => sheetIn.voided.has(one.state) && named.includes(one.expertId),
      );
      if (!gone) throw conflict('awards.reReview.nobodyGone');
      const others = await this.objections.otherExperts(panel.applicationId);
      if (!others.some(({ id }) => id === expertId)) {
        throw new Refusal('forms.choose', {}, 'expertId');
      }
      const reReviewers = named.map((one) => (one === gone.expertId ? expertId : one));
      await this.database.repo(Objection).save(Object.assign(objection, { reReviewers }));
      const after = Math.max(...sheets.map(({ number }) => number));
      await this.issue.run(actor, { panel, objection, experts: [expertId], after });
    });
  }
}
