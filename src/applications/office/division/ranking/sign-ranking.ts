import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../config/clock.js';
import { Database } from '../../../../database/database.js';
import { StoreDocument } from '../../../../documents/store-document.js';
import { ProgrammeQueries } from '../../../../programmes/programme.queries.js';
import { Refusal } from '../../../../rules/refusal.js';
import type { Actor } from '../../../../web/actor.js';
import type { UploadedFile } from '../../../../web/http/uploaded-file.js';
import { MoveApplication } from '../../../move-application.js';
import { Recommendation } from '../../../recommendation.entity.js';
import { TellApplicant } from '../../../tell-applicant.js';
import { DutySeparation } from '../../duty-separation.js';
import { categoryRules } from '../../file/category-rules.js';
import { isOpinionLongEnough } from '../sign-opinion.js';
import { ChangeRanking, type SeenRanking } from './change-ranking.js';
import { checkSet } from './hand-over-ranking.js';

/** A06 for a whole set: one person signs every recommendation of a category in its order, under one seal. */
@Injectable()
export class SignRanking {
  constructor(
    private readonly database: Database,
    private readonly change: ChangeRanking,
    private readonly programmes: ProgrammeQueries,
    private readonly separation: DutySeparation,
    private readonly storeDocument: StoreDocument,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, seen: SeenRanking, seal: UploadedFile | null): Promise<void> {
    await this.database.transaction(async () => {
      const open = await this.change.open(actor, 'DivisionApprover', 'sign', seen);
      const { ranking, set, after, category, divisionCode, programme } = open;
      if (!seal) throw new Refusal('review.signature.sealMissing', {}, 'seal');
      const { rules } = await this.programmes.rules(programme.id);
      const quota = categoryRules(rules, category.code).divisionQuotas?.[divisionCode] ?? null;
      checkSet(open, quota);
      for (const { applicationId: id } of set.waiting) {
        const file = { id, programmeId: programme.id };
        await this.separation.assert(actor, 'DivisionApprover', file);
      }
      const { documentId } = await this.storeDocument.run(actor, {
        ownerType: 'recommendation',
        ownerId: set.waiting[0]!.applicationId,
        file: seal,
      });
      const signedAt = this.clock.now();
      for (const [at, row] of set.waiting.entries()) {
        const { applicationId } = row;
        const rank = after + at + 1;
        await this.database
          .repo(Recommendation)
          .update(
            { applicationId },
            { rank, sealScanId: documentId, approverId: actor.accountId, approvedAt: signedAt },
          );
        await this.moveApplication.run({
          applicationId,
          event: 'recommend',
          actorId: actor.accountId,
          role: 'DivisionApprover',
          guards: {
            opinionLengthValid: isOpinionLongEnough(row.opinion),
            rankUnique: set.signed.every((signed) => signed.rank !== rank),
            withinDivisionQuota: quota === null || set.signed.length + set.waiting.length <= quota,
            reviewerIsNotApprover: row.reviewerId !== actor.accountId,
            sealScanAttached: documentId !== '',
          },
          details: { rank, sealScanId: documentId },
        });
        await this.tell.run(applicationId, {
          kind: 'applicationRecommended',
          path: `/my/applications/${applicationId}`,
        });
      }
      Object.assign(ranking, {
        signedBy: actor.accountId,
        signedAt,
        sealScanId: documentId,
      });
      const count = set.waiting.length;
      await this.change.keep(actor, 'DivisionApprover', open, 'sign', {
        count,
        sealScanId: documentId,
      });
    });
  }
}
