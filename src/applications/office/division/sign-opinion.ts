import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { StoreDocument } from '../../../documents/store-document.js';
import { Category } from '../../../programmes/category.entity.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { isOnNewest } from '../../../rules/recommendation/opinion-on-newest.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { Refusal, conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { MoveApplication } from '../../move-application.js';
import { Recommendation } from '../../recommendation.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { ApplicationFileQueries, type FileHead } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { assertPhase } from '../review-phase.js';
import { divisionFor } from './division-scope.js';
import { rankProblem } from './rank-problem.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export interface SignatureInput {
  readonly applicationId: string;
  readonly conclusion: Recommendation['conclusion'];
  readonly declineReason: string | null;
  readonly seal: UploadedFile | null;
  readonly version: number;
}

/** Characters of an opinion (process A06). */
const OPINION = { least: 20, most: 500 } as const;

/** Working days in which a declined applicant may ask to be looked at again (process A08). */
export const reexaminationDays = 3;

/** A06, A07: a second person signs the division's opinion under its seal. */
@Injectable()
export class SignOpinion {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly separation: DutySeparation,
    private readonly storeDocument: StoreDocument,
    private readonly moveApplication: MoveApplication,
    private readonly workingDays: WorkingDays,
    private readonly tellApplicant: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: SignatureInput): Promise<void> {
    const divisionCode = divisionFor(actor, 'DivisionApprover');
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const { head, corrections } = await this.files.file(input.applicationId, divisionCode);
      assertPhase('division', head.programmeState);
      if (!applicationIn.inDivisionReview.has(head.state)) {
        throw overtaken('review.opinion.closed', 'application', head.state);
      }
      await this.separation.assert(actor, 'DivisionApprover', head);
      if (!input.seal) throw new Refusal('review.signature.sealMissing', {}, 'seal');
      if (input.conclusion === 'decline' && !input.declineReason) {
        throw new Refusal('forms.required', {}, 'declineReason');
      }
      const opinions = this.database.repo(Recommendation);
      const opinion = await opinions.findOneBy({ applicationId: head.id });
      if (!opinion) throw new Refusal('review.signature.noOpinion');
      if (opinion.version !== input.version) throw conflict();
      const answered = corrections.map(({ answeredAt }) => answeredAt);
      if (!isOnNewest(opinion.reviewedAt, [head.submittedAt, ...answered])) {
        throw new Refusal('review.signature.changedSince');
      }
      const recommended =
        input.conclusion === 'recommend' ? await this.checkRank(head, opinion) : {};
      const { documentId } = await this.storeDocument.run(actor, {
        ownerType: 'recommendation',
        ownerId: head.id,
        file: input.seal,
      });
      await opinions.save(
        Object.assign(opinion, {
          conclusion: input.conclusion,
          rank: input.conclusion === 'recommend' ? opinion.rank : null,
          declineReason: input.conclusion === 'decline' ? input.declineReason : null,
          sealScanId: documentId,
          approverId: actor.accountId,
          approvedAt: this.clock.now(),
        }),
      );
      await this.moveApplication.run({
        applicationId: head.id,
        event: input.conclusion,
        actorId: actor.accountId,
        role: 'DivisionApprover',
        guards: { ...recommended, ...guardsOf(input, opinion) },
        details: { rank: opinion.rank, sealScanId: documentId },
      });
      await this.tell(head, input);
    });
  }

  private async checkRank(head: FileHead, opinion: Recommendation) {
    if (opinion.conclusion !== 'recommend' || opinion.rank === null) {
      throw new Refusal('review.signature.rankMissing');
    }
    const { divisionCode, categoryId } = opinion;
    // Two approvers cannot sign the same rank at the same moment.
    await this.database.lock(Category, categoryId);
    const all = await this.database
      .repo(Recommendation)
      .findBy({ divisionCode, categoryId, conclusion: 'recommend' });
    const signed = all.filter((one) => one.approvedAt !== null);
    const { rules } = await this.programmes.rules(head.programmeId);
    const { divisionQuotas } = categoryRules(rules, head.categoryCode);
    const problem = rankProblem(
      opinion.rank,
      signed.map((one) => one.rank),
      divisionQuotas?.[divisionCode] ?? null,
    );
    if (problem) throw new Refusal(problem.code, problem.variables);
    return { rankUnique: !problem, withinDivisionQuota: !problem };
  }

  private async tell(head: FileHead, input: SignatureInput): Promise<void> {
    const path = `/my/applications/${head.id}`;
    if (input.conclusion === 'recommend') {
      await this.tellApplicant.run(head.id, { kind: 'applicationRecommended', path });
      return;
    }
    const calendar = await this.workingDays.calendar();
    const due = addWorkingDays(calendar, beijingDate(this.clock.now()), reexaminationDays);
    await this.tellApplicant.run(head.id, {
      kind: 'applicationDeclined',
      variables: { reason: input.declineReason ?? '', due },
      path,
    });
  }
}

export function isOpinionLongEnough(opinion: string): boolean {
  const { length } = opinion.trim();
  return length >= OPINION.least && length <= OPINION.most;
}

/** What A06 and A07 ask of the opinion and of who signs it. */
function guardsOf({ declineReason }: SignatureInput, opinion: Recommendation) {
  return {
    opinionLengthValid: isOpinionLongEnough(opinion.opinion),
    reviewerIsNotApprover: opinion.reviewerId !== opinion.approverId,
    sealScanAttached: opinion.sealScanId !== null,
    reasonGiven: Boolean(declineReason),
    // The message that tells the reason also says until when the applicant may ask again.
    statementInvited: Boolean(declineReason),
  };
}
