import { Injectable } from '@nestjs/common';
import { TellApplicant } from '../../applications/tell-applicant.js';
import type { PlaceAfterCorrection } from '../../rules/provenance/place-after-correction.js';
import { reReviewRuns } from '../../rules/rounds/re-review-runs.js';
import { FindPlace } from './find-place.js';
import { Hold } from './hold.entity.js';
import { Application } from '../../applications/application.entity.js';
import { Figure } from '../../applications/figure.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { Notify } from '../../notifications/notify.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { lockObjection } from './lock-objection.js';
import { ReReviewOutcome } from './re-review-outcome.js';
import { type CorrectedFigure, ReReview } from './re-review.entity.js';

/**
 * A22: the opinion of the other experts in words, when all of them have signed. What it corrects is
 * computed from their sheets. The words may be mended until the next lock has counted it; the standings
 * change only with that lock. After publication (R5) they do not change any more: what is found is whether
 * the merchant would still have been listed.
 */
@Injectable()
export class RecordReReview {
  constructor(
    private readonly database: Database,
    private readonly outcome: ReReviewOutcome,
    private readonly places: FindPlace,
    private readonly tell: TellApplicant,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { objectionId, opinion }: { readonly objectionId: string; readonly opinion: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const objection = await lockObjection(this.database, objectionId);
      const { applicationId, reReviewers } = objection;
      if (!applicationId || !reReviewers) throw missing();
      const application = await this.database
        .repo(Application)
        .findOneByOrFail({ id: applicationId });
      actingRole(actor, [actorRole], application.programmeId);
      const reviews = this.database.repo(ReReview);
      const known = await reviews.findOneBy({ objectionId });
      const panel = await this.database.repo(ReReviewPanel).findOneBy({ objectionId });
      const openLate = panel?.openLate ?? false;
      if (!reReviewRuns({ application: application.state, openLate })) {
        throw overtaken('awards.reReview.over', 'application', application.state);
      }
      const found = panel && (await this.outcome.of(panel, known?.figures ?? []));
      if (!found) throw new Refusal('awards.reReview.unsigned');
      const figures = [...found.figures];
      const scores = [...found.scores];
      for (const one of figures) await this.correct(actor, applicationId, one, opinion);
      const place = openLate ? await this.places.of(application, scores) : null;
      const review = known ?? Object.assign(new ReReview(), { id: newId() });
      Object.assign(review, {
        objectionId,
        applicationId,
        opinion,
        figures,
        scores,
        recordedBy: actor.accountId,
        recordedAt: this.clock.now(),
        // One that was counted before is counted anew: its application is under review again.
        lockId: null,
        noticeId: null,
        place,
        placeLost: place?.keeps === false,
      });
      await reviews.save(review);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'objection.reReview',
        subjectType: 'objection',
        subjectId: objectionId,
        programmeId: application.programmeId,
        details: {
          experts: reReviewers,
          figures: figures.map(({ key }) => key),
          indicators: scores.map(({ indicator }) => indicator),
          hash: hashOf({ opinion, figures, scores }),
          ...(place && { place }),
        },
      });
      if (place) return this.close(panel, place);
      await this.notify.role('Tabulator', {
        kind: 'objection.reReviewed',
        variables: { receipt: objection.receiptNumber },
        path: `/office/standings/${application.categoryId}`,
      });
    });
  }

  /** After publication: nothing is locked again. The hold ends, or stays until the place is given up. */
  private async close(
    { id, objectionId, applicationId }: ReReviewPanel,
    { keeps }: PlaceAfterCorrection,
  ): Promise<void> {
    await this.database.repo(ReReviewPanel).update(id, { openLate: false });
    const path = `/office/objections/${objectionId}/re-review`;
    if (keeps) {
      const endedAt = this.clock.now();
      await this.database.repo(Hold).update({ objectionId }, { endedAt });
      const own = `/my/objections/${objectionId}`;
      await this.tell.run(applicationId, { kind: 'objection.placeKept', path: own });
    }
    const kind = keeps ? 'reReviewPlaceKept' : 'reReviewPlaceLost';
    await this.notify.holders(['Approver', 'Supervisor'], { kind, path });
  }

  /** The verified figure becomes what the experts found; what was filed stays. */
  private async correct(
    actor: Actor,
    applicationId: string,
    { key, before, after }: CorrectedFigure,
    opinion: string,
  ): Promise<void> {
    if (before === after) return;
    const figure = await this.database.repo(Figure).findOneByOrFail({ applicationId, key });
    const verdict = after === figure.claimed ? 'Accepted' : after === null ? 'Rejected' : 'Reduced';
    const decided = { verified: after, verdict, reason: opinion, verifierId: actor.accountId };
    await this.database
      .repo(Figure)
      .save(Object.assign(figure, decided, { verifiedAt: this.clock.now() }));
  }
}
